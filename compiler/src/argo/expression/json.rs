//! JSON, without a number losing a digit.

use super::text::replace;
use crate::code::{Code, call, word};

/// JSON in which Argo and Kubernetes find nothing to evaluate.
pub(super) fn encode(json: Code) -> Code {
    let json = replace(json, word(r"'\x7b\x7b'"), word(r"'\\u007b\\u007b'"));
    let json = replace(json, word("'$$'"), word(r"'\\u0024\\u0024'"));
    replace(json, word("'$('"), word(r"'\\u0024('"))
}

/// JSON in which each number `5` is the text `sn5` and each text `a` is `san`: Argo reads numbers with 53 bits, and these
/// keep their digits. [`restored`] is the way back.
pub(super) fn as_texts(json: Code) -> Code {
    let pattern = r#"'"((?:[^"\\\\]|\\\\.)*)"|(-?[0-9][-+.eE0-9]*)'"#;
    replace_all(pattern, json, r#"'"s$\x7b1\x7dn$\x7b2\x7d"'"#)
}

/// JSON from what [`as_texts`] made.
pub(super) fn restored(texts: Code) -> Code {
    let numbers = r#"'"sn(-?[0-9][-+.eE0-9]*)"'"#;
    let strings = r#"'"s((?:[^"\\\\]|\\\\.)*)n"'"#;
    let restored = replace_all(numbers, texts, r"'$\x7b1\x7d'");
    replace_all(strings, restored, r#"'"$\x7b1\x7d"'"#)
}

fn replace_all(pattern: &'static str, text: Code, replacement: &'static str) -> Code {
    call(
        "sprig.regexReplaceAll",
        [word(pattern), text, word(replacement)],
    )
}
