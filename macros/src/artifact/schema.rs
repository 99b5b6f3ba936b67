//! `#[artifact(title = "acme.Embeddings", version = "1.0.0")]`.

use crate::errors::{Errors, similar};
use crate::signature::unraw;
use syn::{Attribute, Ident, LitStr};

/// Title and version of a kind.
pub(super) struct Schema {
    pub(super) title: LitStr,
    pub(super) version: LitStr,
}

const KEYS: [&str; 2] = ["title", "version"];

/// Reads the attribute of a struct.
pub(super) fn schema(
    name: &Ident,
    attributes: &[Attribute],
    errors: &mut Errors,
) -> Option<Schema> {
    let mut given: [Option<LitStr>; 2] = [None, None];
    let mut is_there = false;
    let mut is_read = true;
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("artifact"))
    {
        is_there = true;
        let read = attribute.parse_nested_meta(|meta| {
            let key = meta.path.get_ident().map(unraw).unwrap_or_default();
            let Some(index) = KEYS.iter().position(|known| *known == key) else {
                let help = match similar(&key, &KEYS) {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => "there are `title` and `version`".into(),
                };
                errors.add(
                    &meta.path,
                    format!("a kind of artifacts has no `{key}`"),
                    &help,
                );
                // What stands behind it is not looked at.
                if let Ok(value) = meta.value() {
                    value.parse::<syn::Expr>()?;
                }
                return Ok(());
            };
            let text: LitStr = meta.value()?.parse()?;
            if given[index].is_some() {
                errors.add(
                    &meta.path,
                    format!("the {key} is given twice"),
                    "remove this one",
                );
            }
            given[index].get_or_insert(text);
            Ok(())
        });
        if let Err(error) = read {
            is_read = false;
            errors.push(error);
        }
    }
    let [title, version] = given;
    if is_read && (title.is_none() || version.is_none()) {
        let missing = match (&title, &version) {
            (None, None) => "no title and no version",
            (None, _) => "no title",
            _ => "no version",
        };
        let help = match is_there {
            true => "write both: `#[artifact(title = \"acme.Name\", version = \"1.0.0\")]`",
            false => "add `#[artifact(title = \"acme.Name\", version = \"1.0.0\")]`",
        };
        errors.add(
            name,
            format!("the kind `{}` has {missing}", unraw(name)),
            help,
        );
    }
    if let Some(title) = title.as_ref().filter(|title| !is_title(&title.value())) {
        let help =
            "write names with points between them, of letters, digits and `_`: `acme.Embeddings`";
        errors.add(
            title,
            format!("`{}` is no title of a schema", title.value()),
            help,
        );
    }
    if let Some(version) = version
        .as_ref()
        .filter(|version| !is_version(&version.value()))
    {
        let help = "write three numbers: `1.0.0`";
        errors.add(
            version,
            format!("`{}` is no version of a schema", version.value()),
            help,
        );
    }
    Some(Schema {
        title: title?,
        version: version?,
    })
}

/// Test for names with points between them.
fn is_title(text: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    text.contains('.') && text.split('.').all(is_name)
}

/// Test for three numbers with points between them.
fn is_version(text: &str) -> bool {
    let is_number = |number: &str| {
        number
            .parse::<u64>()
            .is_ok_and(|value| value.to_string() == number)
    };
    text.split('.').count() == 3 && text.split('.').all(is_number)
}

#[cfg(test)]
mod tests {
    use super::{is_title, is_version};

    #[test]
    fn titles_and_versions_have_a_grammar() {
        for title in ["acme.Embeddings", "a.b.C_1", "google.VertexModel"] {
            assert!(is_title(title), "{title}");
        }
        for title in [
            "",
            "Embeddings",
            "acme.",
            ".A",
            "a..B",
            "acme.1",
            "a.B-C",
            "a. B",
            "ä.B",
        ] {
            assert!(!is_title(title), "{title}");
        }
        for version in ["0.0.1", "1.20.300"] {
            assert!(is_version(version), "{version}");
        }
        for version in [
            "", "1", "1.0", "1.0.0.0", "1.0.x", "01.0.0", "1.0.+1", "1.0.-1", "1. 0.0",
        ] {
            assert!(!is_version(version), "{version}");
        }
    }
}
