//! Fields of structs, each in the shortest way that is right for its type.

use super::form::{Form, Formed, nothing};
use super::literal::literal;
use super::{Scope, json, member_of, wire_text};
use crate::code::{Code, call, word};
use crate::plan::Expression;
use pipewright_ir::types::Type;

pub(super) fn field(value: &Expression, name: &str, ty: &Type, scope: &Scope<'_>) -> Formed {
    let object = wire_text(value, scope);
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
        true => member_of(call("fromJSON", [object]), name),
        false => call("fromJSON", [json::as_texts(object)]).index(literal(&format!("s{name}n"))),
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
        Type::Null | Type::List(_) | Type::Struct | Type::Json | Type::Optional(_) => {
            let json = json::restored(call("toJson", [member]));
            Form::Wire.of(json::encode(json))
        }
    }
}
