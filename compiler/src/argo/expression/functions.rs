//! Functions of values: one row for each.

use super::form::{Form, Formed, nothing};
use super::literal::literal;
use super::{Scope, arithmetic, field, render, wire_text};
use crate::code::{Code, call, list, word};
use crate::plan::Expression;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::{Function, Method, Numbers, RANGE_MAX};
use pipewright_ir::types::Type;

/// Characters whose lower case Argo does not know as Rust does.
const NOT_LOWERED: &str = "[\u{130}\u{3a3}\u{1c89}\u{a7cb}-\u{a7cc}\u{a7ce}\u{a7d2}\u{a7d4}\u{a7da}\u{a7dc}\
    \u{10d50}-\u{10d65}\u{16ea0}-\u{16eb8}]";

/// Characters whose upper case Argo does not know as Rust does.
const NOT_RAISED: &str = "[\u{df}\u{149}\u{19b}\u{1f0}\u{264}\u{390}\u{3b0}\u{587}\u{1c8a}\u{1e96}-\u{1e9a}\u{1f50}\u{1f52}\
    \u{1f54}\u{1f56}\u{1f80}-\u{1faf}\u{1fb2}-\u{1fb4}\u{1fb6}-\u{1fb7}\u{1fbc}\u{1fc2}-\u{1fc4}\u{1fc6}-\u{1fc7}\u{1fcc}\
    \u{1fd2}-\u{1fd3}\u{1fd6}-\u{1fd7}\u{1fe2}-\u{1fe4}\u{1fe6}-\u{1fe7}\u{1ff2}-\u{1ff4}\u{1ff6}-\u{1ff7}\u{1ffc}\
    \u{a7cd}\u{a7cf}\u{a7d3}\u{a7d5}\u{a7db}\u{fb00}-\u{fb06}\u{fb13}-\u{fb17}\u{10d70}-\u{10d85}\u{16ebb}-\u{16ed3}]";

/// The result of a function, in the form in which it comes about. `ty` is its type.
pub(super) fn apply(
    function: &Function,
    operands: &[Expression],
    ty: &Type,
    scope: &Scope<'_>,
) -> Formed {
    let operand = |index: usize, form: Form| render(&operands[index], form, scope);
    match function {
        Function::Arithmetic(operator, Numbers::Integers { min, max }) => {
            let (left, right) = (operand(0, Form::Integer), operand(1, Form::Integer));
            Form::Integer.of(arithmetic::integers(*operator, left, right, *min, *max))
        }
        Function::Arithmetic(operator, Numbers::Floats) => {
            let (left, right) = (operand(0, Form::Float), operand(1, Form::Float));
            Form::Float.of(arithmetic::floats(*operator, left, right))
        }
        Function::Field(name) => field::field(&operands[0], name, ty, scope),
        Function::Range => {
            Form::Wire.of(range(operand(0, Form::Integer), operand(1, Form::Integer)))
        }
        Function::List => Form::Wire.of(elements(operands, scope)),
        // The wire text of an optional value is that of what is there.
        Function::Some => Form::Wire.of(operand(0, Form::Wire)),
        Function::Method(method) => match method {
            Method::Unwrap => Form::Wire.of(operand(0, Form::Wire)),
            Method::IsSome => Form::Boolean.of(is_some(&operands[0], scope)),
            Method::Len => Form::Integer.of(length(&operands[0], scope)),
            Method::Contains => Form::Boolean.of(search(operands, "contains", scope)),
            Method::StartsWith => Form::Boolean.of(search(operands, "startsWith", scope)),
            Method::EndsWith => Form::Boolean.of(search(operands, "endsWith", scope)),
            Method::ToLowercase => {
                Form::Text.of(case(operand(0, Form::Text), "lower", NOT_LOWERED))
            }
            Method::ToUppercase => Form::Text.of(case(operand(0, Form::Text), "upper", NOT_RAISED)),
        },
    }
}

fn is_some(value: &Expression, scope: &Scope<'_>) -> Code {
    field::is_some(value, scope).unwrap_or_else(|| {
        let nothing = literal(nothing(value.ty()));
        wire_text(value, scope).compare("!=", nothing)
    })
}

fn search(operands: &[Expression], operator: &'static str, scope: &Scope<'_>) -> Code {
    let operand = |index: usize| render(&operands[index], Form::Text, scope);
    operand(0).compare(operator, operand(1))
}

fn case(text: Code, function: &'static str, unknown: &str) -> Code {
    let is_unknown = word("text").compare("matches", literal(unknown));
    let wrong = fail("a character has no such case on Argo");
    text.named(
        "text",
        is_unknown.choose(wrong, call(function, [word("text")])),
    )
}

fn length(value: &Expression, scope: &Scope<'_>) -> Code {
    if !value.ty().is_text() {
        return call("len", [call("fromJSON", [wire_text(value, scope)])]);
    }
    // Argo counts characters: the bytes are those of base64, less its padding.
    let bytes = || word("bytes");
    let ends_with = |end: &str| bytes().compare("endsWith", literal(end));
    let padding = ends_with("==").choose(word("2"), ends_with("=").choose(word("1"), word("0")));
    let threes = call("len", [bytes()])
        .product("/", word("4"))
        .product("*", word("3"));
    let length = call("int", [threes]).minus(padding);
    let text = render(value, Form::Text, scope);
    call("toBase64", [text]).named("bytes", length)
}

fn range(start: Code, end: Code) -> Code {
    let ends = |index: &'static str| word("ends").index(word(index));
    let length = || ends("1").minus(ends("0"));
    let is_empty = ends("0").compare(">=", ends("1"));
    // What is below zero has gone on from the other end.
    let is_long = length()
        .compare(">", word(RANGE_MAX.to_string()))
        .or(length().compare("<", word("0")));
    let numbers = call("toJson", [ends("0").to(ends("1").minus(word("1")))]);
    let numbers = is_long.choose(fail("the range has too many numbers"), numbers);
    list([start, end]).named("ends", is_empty.choose(literal("[]"), numbers))
}

/// The JSON of a list.
fn elements(operands: &[Expression], scope: &Scope<'_>) -> Code {
    let element = |element: &Expression| {
        let wire = wire_text(element, scope);
        if !element.ty().is_text() {
            return wire;
        }
        let json = word("wire").slice("5", "");
        let is_json = word("wire").compare("startsWith", literal("json:"));
        let json = is_json.choose(json, call("toJson", [word("wire")]));
        wire.named("wire", json)
    };
    let mut elements = operands.iter().map(element);
    let open = match elements.next() {
        Some(first) => literal("[").plus(first),
        None => literal("["),
    };
    let all = elements.fold(open, |all, next| all.plus(literal(",")).plus(next));
    all.plus(literal("]"))
}

/// Possible failure of the computation of a value on Argo.
pub(in crate::argo) fn may_fail(expression: &Expression) -> bool {
    let mut found = false;
    expression.visit(&mut |part| {
        if let Some(Operator::Apply { function, .. }) = part.as_operator() {
            found |= function.may_fail();
        }
    });
    found
}

/// Code that has no value.
pub(super) fn fail(why: &str) -> Code {
    call("sprig.fail", [literal(why)])
}
