//! Attributes of items and parameters: doc comments, `#[default(..)]`.

use crate::errors::Errors;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

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

/// Takes `#[default(expression)]` and the doc comments out of a parameter's attributes.
pub(crate) fn take_parameter(
    attributes: &mut Vec<Attribute>,
    errors: &mut Errors,
) -> (Option<String>, Option<Expr>) {
    let description = docs(attributes);
    let mut default = None;
    attributes.retain(|attribute| {
        if attribute.path().is_ident("default") {
            match attribute.parse_args::<Expr>() {
                Ok(_) if default.is_some() => {
                    errors.add(attribute, "a parameter has one default", "remove this one")
                }
                Ok(expression) => default = Some(expression),
                Err(_) => errors.add(
                    attribute.path(),
                    "this default has no value",
                    "write it in parentheses: `#[default(7)]`",
                ),
            }
            return false;
        }
        !attribute.path().is_ident("doc")
    });
    (description, default)
}
