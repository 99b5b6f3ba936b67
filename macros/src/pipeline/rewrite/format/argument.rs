use syn::Ident;

/// An argument of `format!` as its text refers to it.
#[derive(Clone)]
pub(super) enum ArgumentRef {
    Index(usize),
    Name(String),
}

impl ArgumentRef {
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text.parse() {
            Ok(index) => Some(Self::Index(index)),
            Err(_) => syn::parse_str::<Ident>(text)
                .is_ok()
                .then(|| Self::Name(text.to_owned())),
        }
    }
}
