//! Loops: what a task runs for, and what its items give.
//!
//! Argo reads the items from JSON, and writes each into the task's arguments. Numbers, booleans, lists and structs come
//! through as they are written. All else, and the items of several lists, are lists of wire texts. What Argo would write
//! otherwise on the way is base64 in a list of its own.

use super::reference::is_bare;
use super::text::{encode, encode_json};
use super::{Scope, tag, wire_text};
use crate::plan::{Each, Expression, ItemSource, Items};
use pipewright_ir::types::Type;

/// What keeps texts from being read as tags.
const BRACES: &str = r"'\x7b\x7b', '\\u007b\\u007b'";

/// Characters that Argo writes by the rules of Go where it puts items in place.
const UNPRINTABLE: &str = r"'[\\x7f]|[^\\x00-\\x\x7bffff\x7d\\pL\\pM\\pN\\pP\\pS]'";

/// The items, as the text of a list.
pub(in crate::argo) fn list(each: &Each, scope: &impl Scope) -> String {
    if let Some(list) = as_written(each) {
        return match list {
            Expression::Literal { .. } => super::argument(list, scope),
            list => tag(&wire_text(list, scope)),
        };
    }
    let lists = each.items.iter().filter_map(|items| match &items.source {
        ItemSource::List(list) => Some(elements(list, scope)),
        ItemSource::Index => None,
    });
    let lists: Vec<String> = lists.collect();
    if let ([list], [_]) = (&lists[..], &each.items[..]) {
        return tag(&packed(&format!("map({list}, [{}])", safe("#"))));
    }
    let mut declarations = String::new();
    let mut lengths = vec![];
    for (index, list) in lists.iter().enumerate() {
        declarations += &format!("let items{index} = {list}; ");
        lengths.push(format!("len(items{index})"));
    }
    let shortest = match &lengths[..] {
        [length] => length.clone(),
        lengths => format!("min({})", lengths.join(", ")),
    };
    let mut next = 0;
    let parts = each.items.iter().map(|items| match &items.source {
        ItemSource::List(_) => {
            next += 1;
            safe(&format!("items{}[#]", next - 1))
        }
        ItemSource::Index => "string(#)".to_owned(),
    });
    let parts: Vec<String> = parts.collect();
    let items = format!("map(0..({shortest} - 1), [{}])", parts.join(", "));
    tag(&(declarations + &packed(&items)))
}

/// The argument of an input that holds an item. It is no more than a place in the list: Argo 4 knows no declarations where
/// it puts items in place.
pub(in crate::argo) fn item(each: &Each, index: usize) -> String {
    if let Some(list) = as_written(each) {
        // Within an expression it is no text.
        return match is_struct(&item_type(list)) {
            true => "{{item}}".to_owned(),
            false => tag("item"),
        };
    }
    tag(&format!(
        "map([fromJSON(item)[{index}]], type(#) == 'array' ? fromBase64(#[1]) : #)[0]"
    ))
}

/// What the body of a loop gives, so that Argo collects texts.
pub(in crate::argo) fn given(output: &str) -> String {
    format!("'=' + ({output})")
}

/// What the items of a loop have given: the text of a list. `task` is Argo's name of the loop's task.
pub(super) fn collected(task: &str, reference: &str, ty: &Type) -> String {
    let given = match ty {
        Type::List(item) if item.is_text() => "(#[1:] startsWith 'json:' ? #[6:] : toJson(#[1:]))",
        _ => "#[1:]",
    };
    format!(
        "({task}.status == 'Skipped' ? '[]' : '[' + join(map(fromJSON({reference}), {given}), ',') + ']')"
    )
}

/// The list that Argo can go through as it is.
fn as_written(each: &Each) -> Option<&Expression> {
    match &each.items[..] {
        [
            Items {
                source: ItemSource::List(list),
                ..
            },
        ] if is_written(&item_type(list)) => Some(list),
        _ => None,
    }
}

/// Whether the text of an item is its wire text. A number can be written in several ways.
fn is_written(ty: &Type) -> bool {
    match ty {
        Type::Boolean | Type::Integer | Type::Null | Type::List(_) | Type::Struct => true,
        Type::Optional(inner) => is_written(inner),
        Type::Number | Type::String | Type::Enum(_) | Type::Json => false,
    }
}

fn is_struct(ty: &Type) -> bool {
    match ty {
        Type::Struct => true,
        Type::Optional(inner) => is_struct(inner),
        _ => false,
    }
}

fn item_type(list: &Expression) -> Type {
    match list.ty() {
        Type::List(item) => *item,
        _ => Type::Json,
    }
}

/// The wire texts of the elements of a list.
fn elements(list: &Expression, scope: &impl Scope) -> String {
    let text = wire_text(list, scope);
    let ty = item_type(list);
    if is_bare(&ty) {
        let element = match ty {
            Type::Boolean | Type::Integer | Type::Null => "trim(#)".to_owned(),
            _ => number("trim(#)"),
        };
        return format!(
            "(let list = trim(trim({text})[1:-1]); list == '' ? [] : map(split(list, ','), {element}))"
        );
    }
    if ty.is_text() {
        let element = encode("#");
        return format!("map(fromJSON({text}), # == nil ? 'json:null' : ({element}))");
    }
    let element = encode_json(&json("toJson(#)"));
    format!("map(fromJSON({}), {element})", texts(&text))
}

/// A text that Argo puts in place as it is.
fn safe(text: &str) -> String {
    format!("({text} matches {UNPRINTABLE} ? ['', toBase64({text})] : {text})")
}

fn packed(items: &str) -> String {
    format!("replace(toJson({items}), {BRACES})")
}

/// JSON in which each number `5` is the text `sn5` and each text `a` is `san`: Argo reads numbers with 53 bits, and these
/// keep their digits. [`json`] is the way back.
pub(super) fn texts(json: &str) -> String {
    let pattern = r#"'"((?:[^"\\\\]|\\\\.)*)"|(-?[0-9][-+.eE0-9]*)'"#;
    format!(r#"sprig.regexReplaceAll({pattern}, {json}, '"s$\x7b1\x7dn$\x7b2\x7d"')"#)
}

/// JSON from what [`texts`] made.
pub(super) fn json(texts: &str) -> String {
    let numbers = r#"'"sn(-?[0-9][-+.eE0-9]*)"'"#;
    let strings = r#"'"s((?:[^"\\\\]|\\\\.)*)n"'"#;
    format!(
        r#"sprig.regexReplaceAll({strings}, sprig.regexReplaceAll({numbers}, {texts}, '$\x7b1\x7d'), '"$\x7b1\x7d"')"#
    )
}

/// A number in the form in which Rust prints it, from any form that JSON knows.
pub(super) fn number(text: &str) -> String {
    let parts = [
        ("written", text),
        ("sides", "split(lower(written), 'e')"),
        ("digits", "split(replace(sides[0], '-', '') + '.', '.')"),
        ("figures", "digits[0] + digits[1]"),
        (
            "point",
            "len(digits[0]) + (len(sides) > 1 ? int(replace(sides[1], '+', '')) : 0)",
        ),
        (
            "whole",
            "(point > 0 ? figures : '') + repeat('0', max(0, point - len(figures)))",
        ),
        (
            "before",
            "sprig.regexReplaceAll('^0+', point > 0 ? whole[:point] : '', '')",
        ),
        (
            "after",
            "sprig.regexReplaceAll('0+$', point > 0 ? whole[point:] : repeat('0', -point) + figures, '')",
        ),
    ];
    let declarations: String = parts[1..]
        .iter()
        .map(|(name, value)| format!("let {name} = {value}; "))
        .collect();
    let is_printed = "written matches '^-?[0-9]+([.][0-9]*[1-9])?$' || written == 'null'";
    format!(
        "(let written = {text}; {is_printed} ? written : ({declarations}\
         (written startsWith '-' ? '-' : '') + (before == '' ? '0' : before) + (after == '' ? '' : '.' + after)))"
    )
}
