//! Texts and their wire text.

use super::literal::literal;
use crate::code::{Code, call, word};

/// Text that has to be written as JSON, as [`pipewright_ir::wire::is_plain`] says.
const UNSAFE: &str = r#""^json:|^base64:|[{][{]|[$][$(\u0080-\uffff]|[^\t\n\r -~\u0080-\uffff]""#;

/// Any text as JSON, which the program reads as it reads wire text. One text has two forms then, so that it is for who
/// decodes it only.
pub(super) fn encode_as_json(text: Code) -> Code {
    let json = call("toJSON", [text]);
    let json = replace(json, word(r"'\x7b'"), word(r"'\\u007b'"));
    literal("json:").plus(replace(json, literal("$"), word(r"'\\u0024'")))
}

/// Wire text of any text.
pub(super) fn encode(text: Code) -> Code {
    let json = encode_as_json(word("t"));
    let is_unsafe = word("t").compare("matches", word(UNSAFE));
    text.named("t", is_unsafe.choose(json, word("t")))
}

/// The text that a wire text stands for.
pub(in crate::argo) fn decode(wire: Code) -> Code {
    let decoded = |wire: Code| {
        let json = call("fromJSON", [wire.clone().slice("5", "")]);
        let is_json = wire.clone().compare("startsWith", literal("json:"));
        is_json.choose(json, wire)
    };
    match wire {
        // What is short is written three times.
        wire @ (Code::Word(_) | Code::Index(..) | Code::Member(..)) => decoded(wire),
        wire => wire.named("wire", decoded(word("wire"))),
    }
}

pub(in crate::argo) fn replace(text: Code, old: Code, new: Code) -> Code {
    call("replace", [text, old, new])
}
