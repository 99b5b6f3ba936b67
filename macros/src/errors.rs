//! Mistakes of users, collected so that all are reported at once.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Error;

/// Collects mistakes.
#[derive(Default)]
pub(crate) struct Errors(Option<Error>);

impl Errors {
    /// Adds a mistake at some tokens: what is wrong, and what to do.
    pub(crate) fn add(&mut self, tokens: impl ToTokens, wrong: impl AsRef<str>, help: &str) {
        let message = match help {
            "" => wrong.as_ref().to_owned(),
            help => format!("{}\n\n= help: {help}", wrong.as_ref()),
        };
        self.push(Error::new_spanned(tokens, message));
    }

    /// Adds a mistake that a parser found.
    pub(crate) fn push(&mut self, error: Error) {
        match &mut self.0 {
            Some(errors) => errors.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// Absence of mistakes.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Tokens that make rustc report them.
    pub(crate) fn to_tokens(&self) -> TokenStream {
        let error = self.0.as_ref();
        error.map(Error::to_compile_error).unwrap_or_default()
    }

    /// The first mistake as a type, and the others as items.
    ///
    /// A type that cannot be evaluated fits everywhere, so what is made with it adds no errors.
    pub(crate) fn to_type(&self) -> (TokenStream, TokenStream) {
        let errors = self.0.iter().flatten();
        let mut errors = errors.map(|error| error.to_compile_error());
        let first = errors.next();
        (quote!([(); #first]), errors.collect())
    }
}

/// The known word that a wrong one was likely meant to be.
pub(crate) fn similar<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let score = |candidate: &&str| strsim::jaro_winkler(word, candidate);
    let best = known
        .iter()
        .copied()
        .max_by(|a, b| score(a).total_cmp(&score(b)))?;
    (score(&best) > 0.8).then_some(best)
}
