//! The macros' own list of options is that of `pipewright-ir`.

use pipewright_ir::options::{Declaration, Options};
use std::fmt::Write;
use std::path::Path;

#[test]
fn the_list_is_that_of_the_library() {
    is_as_kept("declared.rs", list());
    is_as_kept("declared.md", table());
}

/// Compares a file of this folder; `EXPANSIONS=overwrite` writes it anew.
fn is_as_kept(name: &str, text: String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/component/options");
    let path = folder.join(name);
    if std::env::var_os("EXPANSIONS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, text).expect("the list of options can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).expect("the list of options");
    assert_eq!(
        kept, text,
        "other options than kept, `EXPANSIONS=overwrite` writes them: {name}"
    );
}

fn list() -> String {
    let mut text = "\
//! The options that `pipewright-ir` declares. `EXPANSIONS=overwrite cargo test -p pipewright-macros` writes this list.

use super::declaration::Declaration;
use super::declaration::Kind::*;

#[rustfmt::skip]
pub(super) const DECLARED: &[Declaration] = &[
"
    .to_owned();
    for Declaration {
        key,
        syntax,
        example,
        ..
    } in Options::DECLARED
    {
        let (kinds, name, other) = (syntax.kinds, syntax.name, syntax.other);
        let _ = writeln!(
            text,
            "    Declaration {{ key: {key:?}, kinds: &{kinds:?}, name: {name:?}, example: {example:?}, other: {other:?} }},"
        );
    }
    text + "];\n"
}

/// The options for people, in the documentation of the attribute.
fn table() -> String {
    let mut text = "| option | meaning | example |\n| --- | --- | --- |\n".to_owned();
    text += "| `name` | Name in the workflow, instead of the function's: lower-case letters, digits and `-`. | `name = \"train-model\"` |\n";
    for option in Options::DECLARED {
        let Declaration { key, example, .. } = option;
        let meaning = option.description.trim();
        let example = match option.syntax.kinds.first() {
            Some(pipewright_ir::options::Kind::Pairs) => format!("{key}({example})"),
            _ => format!("{key} = {example}"),
        };
        let _ = writeln!(text, "| `{key}` | {meaning} | `{example}` |");
    }
    text
}
