//! Names of fields in JSON, from serde's attributes.

use crate::errors::Errors;
use crate::signature::unraw;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Expr, Ident, LitStr, Token, Type};

/// Attributes of a struct.
#[derive(Default)]
pub(super) struct Container {
    rename_all: Option<Case>,
    /// Fields that are left out have a default.
    has_default: bool,
}

/// The names that `rename_all` makes.
#[derive(Clone, Copy)]
enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const CASES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    fn apply(self, field: &str) -> String {
        let pascal = || -> String {
            let mut upper = true;
            let mut name = String::new();
            for c in field.chars() {
                match c {
                    '_' => upper = true,
                    c if upper => {
                        name.push(c.to_ascii_uppercase());
                        upper = false;
                    }
                    c => name.push(c),
                }
            }
            name
        };
        match self {
            Self::Lower | Self::Snake => field.to_owned(),
            Self::Upper | Self::ScreamingSnake => field.to_ascii_uppercase(),
            Self::Pascal => pascal(),
            Self::Camel => {
                let pascal = pascal();
                let mut letters = pascal.chars();
                let first = letters.next().map(|c| c.to_ascii_lowercase());
                first.into_iter().chain(letters).collect()
            }
            Self::Kebab => field.replace('_', "-"),
            Self::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

/// Reads the attributes of a struct.
pub(super) fn container(attributes: &[Attribute], errors: &mut Errors) -> Container {
    let mut container = Container::default();
    visit(attributes, errors, |meta, errors| {
        let name = name_of(&meta);
        match name.as_str() {
            "rename_all" => {
                let Some(text) = one_name(&meta, errors)? else {
                    return Ok(());
                };
                let known = CASES.iter().find(|(name, _)| *name == text.value());
                // serde reports the others.
                container.rename_all = known.map(|(_, case)| *case);
            }
            "default" => {
                container.has_default = true;
                skip_value(&meta)?;
            }
            "deny_unknown_fields" | "crate" | "bound" | "expecting" | "rename" | "borrow" => {
                skip_value(&meta)?;
            }
            _ => {
                refuse(&meta, &name, errors);
                skip_value(&meta)?;
            }
        }
        Ok(())
    });
    container
}

/// The name of a field on the wire.
pub(super) fn field(
    ident: &Ident,
    field: &syn::Field,
    container: &Container,
    errors: &mut Errors,
) -> String {
    let own = unraw(ident);
    let mut wire = match container.rename_all {
        Some(case) => case.apply(&own),
        None => own,
    };
    let is_optional = is_optional(&field.ty);
    if container.has_default && is_optional {
        let wrong = "an optional field that is left out may have any default here";
        errors.add(ident, wrong, DEFAULT_HELP);
    }
    visit(&field.attrs, errors, |meta, errors| {
        let name = name_of(&meta);
        match name.as_str() {
            "rename" => {
                if let Some(text) = one_name(&meta, errors)? {
                    wire = text.value();
                }
            }
            "default" => {
                if is_optional && meta.input.peek(Token![=]) {
                    let wrong = "an optional field that is left out has a default of its own here";
                    errors.add(&meta.path, wrong, DEFAULT_HELP);
                }
                skip_value(&meta)?;
            }
            "skip_serializing_if" if is_optional => {
                let value: LitStr = meta.value()?.parse()?;
                if value.value() != "Option::is_none" {
                    refuse(&meta, &name, errors);
                }
            }
            "bound" | "borrow" => skip_value(&meta)?,
            _ => {
                refuse(&meta, &name, errors);
                skip_value(&meta)?;
            }
        }
        Ok(())
    });
    wire
}

const DEFAULT_HELP: &str = "make the field not optional, or take the default away";

fn visit(
    attributes: &[Attribute],
    errors: &mut Errors,
    mut read: impl FnMut(ParseNestedMeta<'_>, &mut Errors) -> syn::Result<()>,
) {
    for attribute in attributes {
        if attribute.path().is_ident("serde") {
            // What cannot be read is reported by serde.
            let _ = attribute.parse_nested_meta(|meta| read(meta, errors));
        }
    }
}

fn refuse(meta: &ParseNestedMeta<'_>, name: &str, errors: &mut Errors) {
    errors.add(
        &meta.path,
        format!("`{name}` hides from the targets what a field is"),
        "take it away, or take the field out in a component",
    );
}

/// The name that is written and read; they may not differ.
fn one_name(meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<Option<LitStr>> {
    if meta.input.peek(Token![=]) {
        return meta.value()?.parse().map(Some);
    }
    let mut names: Vec<LitStr> = vec![];
    meta.parse_nested_meta(|inner| {
        names.push(inner.value()?.parse()?);
        Ok(())
    })?;
    match &names[..] {
        [first, second] if first.value() == second.value() => Ok(Some(first.clone())),
        _ => {
            errors.add(
                &meta.path,
                "the name that is written differs from the one that is read",
                "give both the same name",
            );
            Ok(None)
        }
    }
}

fn name_of(meta: &ParseNestedMeta<'_>) -> String {
    let name = meta.path.get_ident().map(unraw);
    name.unwrap_or_default()
}

fn skip_value(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if meta.input.peek(Token![=]) {
        meta.value()?.parse::<Expr>()?;
    } else if meta.input.peek(syn::token::Paren) {
        let inside;
        syn::parenthesized!(inside in meta.input);
        inside.parse::<proc_macro2::TokenStream>()?;
    }
    Ok(())
}

fn is_optional(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let last = path.path.segments.last();
    last.is_some_and(|segment| segment.ident == "Option")
}
