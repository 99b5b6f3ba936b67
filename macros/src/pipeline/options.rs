//! Options of `#[pipeline]`.

use crate::errors::Errors;
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

/// `targets = [..]`
struct Targets(Expr);

impl Parse for Targets {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key: Ident = input.parse()?;
        if key != "targets" {
            return Err(syn::Error::new(key.span(), "another option"));
        }
        input.parse::<Token![=]>()?;
        input.parse().map(Self)
    }
}

/// Reads the attribute. What is wrong with it is reported and left out.
pub(super) fn parse(tokens: &TokenStream, errors: &mut Errors) -> Options {
    if tokens.is_empty() {
        return Options::default();
    }
    let parser = Punctuated::<Targets, Token![,]>::parse_terminated;
    let Ok(options) = syn::parse::Parser::parse2(parser, tokens.clone()) else {
        errors.add(
            tokens,
            "a pipeline has no options here",
            "write `#[pipeline]`",
        );
        return Options::default();
    };
    let mut parsed = Options::default();
    for Targets(value) in options {
        let targets = texts(&value);
        if targets.is_none() {
            errors.add(
                &value,
                "this option is a list of texts",
                "write `targets = [\"argo\"]`",
            );
        }
        parsed.targets = targets;
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
