//! Items of a loop.
//!
//! Argo reads the items from JSON, and writes each into the task's arguments. Numbers, booleans, lists and structs come
//! through as they are written. All else, and the items of several lists, are lists of wire texts. What Argo would write
//! otherwise on the way is base64 in a list of its own.

use super::argument::argument;
use super::literal::literal;
use super::message::told;
use super::render::wire_text;
use super::tag::{is_bare, tag};
use super::text::{encode, replace};
use super::{Scope, json, number};
use crate::code::{Code, call, list, word};
use crate::plan::{Each, Expression, ItemSource, Items};
use pipewright_ir::types::Type;

/// Characters that Argo writes by the rules of Go where it puts items in place.
const UNPRINTABLE: &str = r"'[\\x7f]|[^\\x00-\\x\x7bffff\x7d\\pL\\pM\\pN\\pP\\pS]'";

/// The items of a task that is guarded, as the text of a list.
pub(in crate::argo) fn items(guard: Option<Code>, each: &Each, scope: &Scope<'_>) -> String {
    let list = as_written(each);
    match (guard, list) {
        (None, Some(list @ Expression::Literal { .. })) => argument(list, scope),
        (None, _) => tag(&told(rendered(each, list, scope))),
        // What does not hold fails: there is no other side.
        (Some(guard), _) => {
            let items = guard.choose(rendered(each, list, scope), literal("[]"));
            tag(&told(items))
        }
    }
}

fn rendered(each: &Each, whole: Option<&Expression>, scope: &Scope<'_>) -> Code {
    if let Some(list) = whole {
        return wire_text(list, scope);
    }
    let lists = each.items.iter().filter_map(|items| match &items.source {
        ItemSource::List(list) => Some(elements(list, scope)),
        ItemSource::Index => None,
    });
    let mut lists: Vec<Code> = lists.collect();
    if let (1, [_]) = (lists.len(), &each.items[..]) {
        let items = call("map", [lists.remove(0), list([safe(word("#"))])]);
        return packed(items);
    }
    side_by_side(each, lists)
}

/// Items of several lists: lists of wire texts, to the end of the shortest.
fn side_by_side(each: &Each, lists: Vec<Code>) -> Code {
    let name = |index: usize| format!("items{index}");
    let lengths = (0..lists.len()).map(|index| call("len", [word(name(index))]));
    let mut lengths: Vec<Code> = lengths.collect();
    let shortest = match lengths.len() {
        1 => lengths.remove(0),
        _ => Code::Call("min".into(), lengths),
    };
    let mut next = 0;
    let parts = each.items.iter().map(|items| match &items.source {
        ItemSource::List(_) => {
            next += 1;
            safe(word(name(next - 1)).index(word("#")))
        }
        ItemSource::Index => call("string", [word("#")]),
    });
    let numbers = word("0").to(shortest.minus(word("1")));
    let items = packed(call("map", [numbers, list(parts)]));
    let declarations = lists.into_iter().enumerate().rev();
    declarations.fold(items, |items, (index, list)| list.named(name(index), items))
}

/// The argument of an input that holds an item. It is no more than a place in the list: Argo 4 knows no declarations where
/// it puts items in place.
pub(in crate::argo) fn item(each: &Each, index: usize) -> String {
    if let Some(list) = as_written(each) {
        // Within an expression it is no text.
        return match is_struct(item_type(list)) {
            true => "{{item}}".to_owned(),
            false => tag(&word("item")),
        };
    }
    let part = call("fromJSON", [word("item")]).index(word(index.to_string()));
    let is_packed = call("type", [word("#")]).equals(literal("array"));
    let unpacked = call("fromBase64", [word("#").index(word("1"))]);
    let text = is_packed.choose(unpacked, word("#"));
    tag(&call("map", [list([part]), text]).index(word("0")))
}

/// The list that Argo can go through as it is.
fn as_written(each: &Each) -> Option<&Expression> {
    match &each.items[..] {
        [
            Items {
                source: ItemSource::List(list),
                ..
            },
        ] if is_written(item_type(list)) => Some(list),
        _ => None,
    }
}

/// Equality of the text of an item and its wire text. A number can be written in several ways.
fn is_written(ty: &Type) -> bool {
    match ty {
        Type::Boolean
        | Type::Integer
        | Type::Null
        | Type::List(_)
        | Type::Struct(_)
        | Type::Map(_)
        | Type::Artifact(_) => true,
        Type::Optional(inner) => is_written(inner),
        Type::Number | Type::String | Type::Enum(_) | Type::Json => false,
    }
}

fn is_struct(ty: &Type) -> bool {
    match ty {
        Type::Struct(_) | Type::Map(_) | Type::Artifact(_) => true,
        Type::Optional(inner) => is_struct(inner),
        _ => false,
    }
}

fn item_type(list: &Expression) -> &Type {
    match list.ty() {
        Type::List(item) => item,
        _ => &Type::Json,
    }
}

/// The wire texts of the elements of a list.
fn elements(list: &Expression, scope: &Scope<'_>) -> Code {
    let text = wire_text(list, scope);
    let ty = item_type(list);
    let element = || word("#");
    if is_bare(ty) {
        let trimmed = call("trim", [element()]);
        let element = match ty {
            Type::Boolean | Type::Integer | Type::Null => trimmed,
            _ => number::printed(trimmed),
        };
        let inside = call("trim", [call("trim", [text]).slice("1", "-1")]);
        let parts = call("split", [word("list"), literal(",")]);
        let all = call("map", [parts, element]);
        let is_empty = word("list").equals(literal(""));
        return inside.named("list", is_empty.choose(word("[]"), all));
    }
    if ty.is_text() {
        let is_missing = element().equals(word("nil"));
        let wire = is_missing.choose(literal("json:null"), encode(element()));
        return call("map", [call("fromJSON", [text]), wire]);
    }
    let wire = json::encode(json::restored(call("toJson", [element()])));
    call("map", [call("fromJSON", [json::as_texts(text)]), wire])
}

/// A text that Argo puts in place as it is.
fn safe(text: Code) -> Code {
    let is_unprintable = text.clone().compare("matches", word(UNPRINTABLE));
    let base64 = list([literal(""), call("toBase64", [text.clone()])]);
    is_unprintable.choose(base64, text)
}

/// Items as JSON in which no text is read as a tag.
fn packed(items: Code) -> Code {
    let json = call("toJson", [items]);
    replace(json, word(r"'\x7b\x7b'"), word(r"'\\u007b\\u007b'"))
}
