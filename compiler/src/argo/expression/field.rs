//! Fields of structs, each in the shortest way that is right for its type.

use super::form::{Form, Formed, nothing};
use super::literal::literal;
use super::{Scope, json, member_of, wire_text};
use crate::code::{Code, call, word};
use crate::plan::Expression;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::Function;
use pipewright_ir::types::Type;

/// A field, where a value is a field of a struct: the struct and the name.
fn parts(value: &Expression) -> Option<(&Expression, &str)> {
    match value.as_operator()? {
        Operator::Apply {
            function: Function::Field(name),
            arguments,
        } => Some((arguments.first()?, name)),
        _ => None,
    }
}

/// The presence of a value, where it is a field of a struct.
pub(super) fn is_some(value: &Expression, scope: &Scope<'_>) -> Option<Code> {
    let (object, name) = parts(value)?;
    Some(member(object, name, scope).compare("!=", word("nil")))
}

/// An integer as the nearest number with a fraction, where it is a field of a struct.
pub(super) fn nearest(value: &Expression, scope: &Scope<'_>) -> Option<Code> {
    let (object, name) = parts(value)?;
    Some(member(object, name, scope))
}

/// A field as Argo reads it.
fn member(object: &Expression, name: &str, scope: &Scope<'_>) -> Code {
    member_of(call("fromJSON", [wire_text(object, scope)]), name)
}

pub(super) fn field(value: &Expression, name: &str, ty: &Type, scope: &Scope<'_>) -> Formed {
    let (inner, is_optional) = match ty {
        Type::Optional(inner) => (&**inner, true),
        ty => (ty, false),
    };
    // Argo's JSON keeps texts, truth and floats, but not the digits of integers.
    let keeps = matches!(
        inner,
        Type::String | Type::Enum(_) | Type::Boolean | Type::Number
    );
    let member = match keeps {
        true => member(value, name, scope),
        false => {
            let texts = json::as_texts(wire_text(value, scope));
            call("fromJSON", [texts]).index(literal(&format!("s{name}n")))
        }
    };
    if !is_optional {
        return present(member, inner);
    }
    let there = present(word("field"), inner).into_form(Form::Wire, inner);
    let is_missing = word("field").equals(word("nil"));
    let field = is_missing.choose(literal(nothing(ty)), there);
    Form::Wire.of(member.named("field", field))
}

/// A field that is there, as [`field`] finds it.
fn present(member: Code, ty: &Type) -> Formed {
    match ty {
        Type::Boolean => Form::Boolean.of(member),
        Type::Number => Form::Float.of(member),
        Type::String | Type::Enum(_) => Form::Text.of(member),
        Type::Integer => Form::Wire.of(member.slice("2", "")),
        Type::Null
        | Type::List(_)
        | Type::Struct(_)
        | Type::Map(_)
        | Type::Json
        | Type::Optional(_) => {
            let json = json::restored(call("toJson", [member]));
            Form::Wire.of(json::encode(json))
        }
    }
}
