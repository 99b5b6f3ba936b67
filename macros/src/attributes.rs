//! Attributes of items and parameters: doc comments, `#[default(..)]`, `#[path(..)]`.

use crate::errors::Errors;
use syn::parse::Parse;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta};

/// The text of the doc comments, without the space that stands before each line.
pub(crate) fn docs(attributes: &[Attribute]) -> Option<String> {
    let lines: Vec<String> = attributes.iter().filter_map(doc_line).collect();
    let text = lines.join("\n").trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// The attributes that tell rustc which lints to follow: those of a function belong to its body too.
pub(crate) fn lints(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    let names = ["allow", "expect", "warn", "deny", "forbid"];
    let is_lint =
        move |attribute: &&Attribute| names.iter().any(|name| attribute.path().is_ident(name));
    attributes.iter().filter(is_lint)
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = &meta.value
    else {
        return None;
    };
    let text = meta.path.is_ident("doc").then(|| text.value())?;
    Some(
        text.strip_prefix(' ')
            .unwrap_or(&text)
            .trim_end()
            .to_owned(),
    )
}

/// What the attributes of a parameter say.
#[derive(Default)]
pub(crate) struct ParameterAttributes {
    pub(crate) description: Option<String>,
    /// `#[default(expression)]`
    pub(crate) default: Option<Expr>,
    /// `#[path("/tmp/data")]`
    pub(crate) path: Option<LitStr>,
}

/// Takes our attributes and the doc comments out of a parameter's attributes.
pub(crate) fn take_parameter(
    attributes: &mut Vec<Attribute>,
    errors: &mut Errors,
) -> ParameterAttributes {
    let mut taken = ParameterAttributes {
        description: docs(attributes),
        ..ParameterAttributes::default()
    };
    attributes.retain(|attribute| {
        if attribute.path().is_ident("default") {
            let what = ("default", "this default has no value", "`#[default(7)]`");
            take(attribute, &mut taken.default, what, errors);
            return false;
        }
        if attribute.path().is_ident("path") {
            let example = "`#[path(\"/tmp/data\")]`";
            let what = ("path", "this path has no text", example);
            take(attribute, &mut taken.path, what, errors);
            return false;
        }
        !attribute.path().is_ident("doc")
    });
    taken
}

/// Takes the argument of an attribute that is written once. It is `named`, missing in a way to be told, and has an example.
fn take<T: Parse>(
    attribute: &Attribute,
    known: &mut Option<T>,
    (named, missing, example): (&str, &str, &str),
    errors: &mut Errors,
) {
    match attribute.parse_args::<T>() {
        Ok(_) if known.is_some() => {
            let wrong = format!("a parameter has one {named}");
            errors.add(attribute, wrong, "remove this one");
        }
        Ok(argument) => *known = Some(argument),
        Err(_) => {
            let help = format!("write it in parentheses: {example}");
            errors.add(attribute.path(), missing, &help);
        }
    }
}
