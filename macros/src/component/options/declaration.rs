/// An option of the attribute, as [`DECLARED`](super::DECLARED) holds it.
pub(super) struct Declaration {
    pub(super) key: &'static str,
    pub(super) kinds: &'static [Kind],
    /// Name of such a literal for people, behind "this option is"; for pairs, that of one of them.
    pub(super) name: &'static str,
    pub(super) example: &'static str,
    /// A way to write it besides the example.
    pub(super) other: Option<&'static str>,
}

/// Kinds of literals. The library says what each becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "some are those of options to come")]
pub(super) enum Kind {
    Text,
    Digits,
    Count,
    Integer,
    Boolean,
    Pairs,
}

impl Declaration {
    pub(super) fn takes(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Help: an example.
    pub(super) fn help(&self) -> String {
        let (key, example) = (self.key, self.example);
        match (self.kinds.first(), self.other) {
            (Some(Kind::Text), _) => format!("write it as {example}"),
            (_, Some(other)) => format!("write it as `{key} = {example}`, or `{key} = {other}`"),
            (_, None) => format!("write it as `{key} = {example}`"),
        }
    }
}
