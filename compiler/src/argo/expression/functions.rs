//! Functions of texts, lists and ranges.

use super::failure::fail;
use super::json;
use super::literal::literal;
use crate::code::{Code, call, list, word};
use pipewright_ir::function::RANGE_MAX;

/// Characters whose lower case Argo does not know as Rust does.
const NOT_LOWERED: &str = "[\u{130}\u{3a3}\u{1c89}\u{a7cb}-\u{a7cc}\u{a7ce}\u{a7d2}\u{a7d4}\u{a7da}\u{a7dc}\
    \u{10d50}-\u{10d65}\u{16ea0}-\u{16eb8}]";

/// Characters whose upper case Argo does not know as Rust does.
const NOT_RAISED: &str = "[\u{df}\u{149}\u{19b}\u{1f0}\u{264}\u{390}\u{3b0}\u{587}\u{1c8a}\u{1e96}-\u{1e9a}\u{1f50}\u{1f52}\
    \u{1f54}\u{1f56}\u{1f80}-\u{1faf}\u{1fb2}-\u{1fb4}\u{1fb6}-\u{1fb7}\u{1fbc}\u{1fc2}-\u{1fc4}\u{1fc6}-\u{1fc7}\u{1fcc}\
    \u{1fd2}-\u{1fd3}\u{1fd6}-\u{1fd7}\u{1fe2}-\u{1fe4}\u{1fe6}-\u{1fe7}\u{1ff2}-\u{1ff4}\u{1ff6}-\u{1ff7}\u{1ffc}\
    \u{a7cd}\u{a7cf}\u{a7d3}\u{a7d5}\u{a7db}\u{fb00}-\u{fb06}\u{fb13}-\u{fb17}\u{10d70}-\u{10d85}\u{16ebb}-\u{16ed3}]";

pub(super) fn lowercase(text: Code) -> Code {
    case(text, "lower", NOT_LOWERED)
}

pub(super) fn uppercase(text: Code) -> Code {
    case(text, "upper", NOT_RAISED)
}

fn case(text: Code, function: &'static str, unknown: &str) -> Code {
    let is_unknown = word("text").compare("matches", literal(unknown));
    let wrong = fail(literal("a character has no such case on Argo"));
    text.named(
        "text",
        is_unknown.choose(wrong, call(function, [word("text")])),
    )
}

/// Number of elements of a list, of its JSON.
pub(super) fn length_of_list(json: Code) -> Code {
    call("len", [call("fromJSON", [json])])
}

/// Number of bytes of a text.
pub(super) fn length_of_text(text: Code) -> Code {
    // Argo counts characters: the bytes are those of base64, less its padding.
    let bytes = || word("bytes");
    let ends_with = |end: &str| bytes().compare("endsWith", literal(end));
    let padding = ends_with("==").choose(word("2"), ends_with("=").choose(word("1"), word("0")));
    let threes = call("len", [bytes()])
        .product("/", word("4"))
        .product("*", word("3"));
    let length = call("int", [threes]).minus(padding);
    call("toBase64", [text]).named("bytes", length)
}

/// The JSON of the integers from `start` up to `end`, without it or with it.
pub(super) fn range(start: Code, end: Code, is_inclusive: bool) -> Code {
    let ends = |index: &'static str| word("ends").index(word(index));
    let length = || ends("1").minus(ends("0"));
    let (mark, empty, long, last) = match is_inclusive {
        true => ("..=", ">", ">=", ends("1")),
        false => ("..", ">=", ">", ends("1").minus(word("1"))),
    };
    let is_empty = ends("0").compare(empty, ends("1"));
    // What is below zero has gone on from the other end.
    let is_long = length()
        .compare(long, word(RANGE_MAX.to_string()))
        .or(length().compare("<", word("0")));
    let too_long = literal("the range ")
        .plus(call("string", [ends("0")]))
        .plus(literal(mark))
        .plus(call("string", [ends("1")]))
        .plus(literal(&format!(" has more than {RANGE_MAX} numbers")));
    let numbers = call("toJson", [ends("0").to(last)]);
    let numbers = is_long.choose(fail(too_long), numbers);
    list([start, end]).named("ends", is_empty.choose(literal("[]"), numbers))
}

/// The JSON of a list, of that of its elements.
pub(super) fn elements(mut elements: impl Iterator<Item = Code>) -> Code {
    let open = match elements.next() {
        Some(first) => literal("[").plus(first),
        None => literal("["),
    };
    let all = elements.fold(open, |all, next| all.plus(literal(",")).plus(next));
    all.plus(literal("]"))
}

/// The JSON of a text, of its wire text.
pub(super) fn json_of_text(wire: Code) -> Code {
    let json = word("wire").slice("5", "");
    let is_json = word("wire").compare("startsWith", literal("json:"));
    let json = is_json.choose(json, call("toJson", [word("wire")]));
    wire.named("wire", json)
}

/// The JSON of the artifact at a URI.
pub(super) fn reference(uri: Code) -> Code {
    let open = literal(r#"{"uri":"#);
    open.plus(json::encode(call("toJson", [uri])))
        .plus(literal("}"))
}
