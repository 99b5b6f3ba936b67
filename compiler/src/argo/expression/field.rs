//! Fields of structs, each in the shortest way that is right for its type.

use super::form::{Form, Formed};
use super::literal::{literal, nothing};
use super::{json, member_of};
use crate::code::{Code, call, word};
use crate::plan::Expression;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::Function;
use pipewright_ir::types::Type;

/// A field, where a value is a field of a struct: the struct and the name.
pub(super) fn parts(value: &Expression) -> Option<(&Expression, &str)> {
    match value.as_operator()? {
        Operator::Apply {
            function: Function::Field(name),
            arguments,
        } => Some((arguments.first()?, name)),
        _ => None,
    }
}

/// A field as Argo reads it: integers as the nearest number with a fraction. `object` is the wire text of the struct.
pub(super) fn member(object: Code, name: &str) -> Code {
    member_of(call("fromJSON", [object]), name)
}

/// A field. `object` is the wire text of the struct.
pub(super) fn field(object: Code, name: &str, ty: &Type) -> Formed {
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
        true => member(object, name),
        false => {
            let texts = json::as_texts(object);
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
        | Type::Artifact(_)
        | Type::Optional(_) => {
            let json = json::restored(call("toJson", [member]));
            Form::Wire.of(json::encode(json))
        }
    }
}
