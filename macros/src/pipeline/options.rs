//! Options of `#[pipeline]`.

use crate::errors::{Errors, similar};
use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Ident, Lit, LitStr, Token};

/// Options of a pipeline as they are written.
#[derive(Default)]
pub(super) struct Options {
    /// Targets that the pipeline is compiled for, among those of the manifest.
    targets: Option<Vec<LitStr>>,
}

/// `key = value`
struct Setting {
    key: Ident,
    value: Expr,
}

impl Parse for Setting {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.parse()?;
        input.parse::<Token![=]>()?;
        let value = input.parse()?;
        Ok(Self { key, value })
    }
}

/// What to do about an option that is none.
const EXPECTED: &str = "write `#[pipeline]`, or `#[pipeline(targets = [\"argo\"])]`";

/// Reads the attribute. What is wrong with it is reported and left out.
pub(super) fn parse(tokens: &TokenStream, errors: &mut Errors) -> Options {
    let parser = Punctuated::<Setting, Token![,]>::parse_terminated;
    let Ok(settings) = syn::parse::Parser::parse2(parser, tokens.clone()) else {
        errors.add(tokens, "these are no options of a pipeline", EXPECTED);
        return Options::default();
    };
    let mut parsed = Options::default();
    for Setting { key, value } in settings {
        if key != "targets" {
            let wrong = format!("a pipeline has no option `{key}`");
            let help = match similar(&key.to_string(), &["targets"]) {
                Some(known) => format!("did you mean `{known}`?"),
                None => EXPECTED.to_owned(),
            };
            errors.add(key, wrong, &help);
            continue;
        }
        if parsed.targets.is_some() {
            errors.add(key, "`targets` is given twice", "write one list");
            continue;
        }
        match texts(&value) {
            Some(targets) => parsed.targets = Some(targets),
            None => errors.add(
                &value,
                "this option is a list of texts",
                "write `targets = [\"argo\"]`",
            ),
        }
    }
    parsed
}

fn texts(value: &Expr) -> Option<Vec<LitStr>> {
    let Expr::Array(array) = value else {
        return None;
    };
    let text = |element: &Expr| match element {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.clone()),
        _ => None,
    };
    array.elems.iter().map(text).collect()
}

impl Options {
    /// The targets of the pipeline, of which `known` are those of the manifest.
    pub(super) fn targets(&self, known: &[String], errors: &mut Errors) -> Vec<String> {
        let Some(targets) = &self.targets else {
            return known.to_vec();
        };
        let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
        for target in targets {
            if !known.contains(&target.value()) {
                let wrong = format!("the manifest names no target `{}`", target.value());
                let help = format!(
                    "it names {}; add it to `targets` of `[package.metadata.pipewright]`",
                    names.join(", ")
                );
                errors.add(target, wrong, &help);
            }
        }
        targets.iter().map(LitStr::value).collect()
    }
}
