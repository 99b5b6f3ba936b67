use super::{Operand, with};
use crate::diagnostic::Diagnostic;
use crate::graph::{Comparison, Expression, FormatPiece, Location};
use crate::handle::{Reference, Value};
use crate::types::Type;

/// A comparison of two values of one type.
pub(crate) fn compare(
    left: Operand,
    comparison: Comparison,
    right: Operand,
    at: &Location,
) -> Value<bool> {
    with(at, |recorder| {
        let left = recorder.operand(left, at);
        let right = recorder.operand(right, at);
        let ty = recorder.value_of(left).ty.clone();
        if !is_comparable(&ty) {
            let message =
                format!("values of the type {ty} cannot be compared when the pipeline runs");
            let help = "compare numbers, strings, booleans or enums without fields, or compare in a component";
            recorder.report(Diagnostic::error(at, message).help(help));
        }
        let expression = Expression::Compare {
            comparison,
            left,
            right,
        };
        Value::new(recorder.value(expression, Type::Boolean, at))
    })
}

fn is_comparable(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Boolean | Type::Integer | Type::Number | Type::String | Type::Enum(_)
    )
}

/// Both are true.
pub(crate) fn and(left: Operand, right: Operand, at: &Location) -> Value<bool> {
    with(at, |recorder| {
        let (left, right) = (recorder.operand(left, at), recorder.operand(right, at));
        Value::new(recorder.value(Expression::And(left, right), Type::Boolean, at))
    })
}

/// At least one is true.
pub(crate) fn or(left: Operand, right: Operand, at: &Location) -> Value<bool> {
    with(at, |recorder| {
        let (left, right) = (recorder.operand(left, at), recorder.operand(right, at));
        Value::new(recorder.value(Expression::Or(left, right), Type::Boolean, at))
    })
}

/// It is false.
pub(crate) fn not(value: Reference, at: &Location) -> Value<bool> {
    with(at, |recorder| {
        let value = recorder.used(value, at);
        Value::new(recorder.value(Expression::Not(value), Type::Boolean, at))
    })
}

/// Text made of pieces.
pub(crate) fn format(pieces: Vec<Result<String, Reference>>, at: &Location) -> Value<String> {
    with(at, |recorder| {
        let mut joined: Vec<FormatPiece> = vec![];
        for piece in pieces {
            match (piece, joined.last_mut()) {
                (Ok(text), _) if text.is_empty() => {}
                (Ok(text), Some(FormatPiece::Text(last))) => last.push_str(&text),
                (Ok(text), _) => joined.push(FormatPiece::Text(text)),
                (Err(reference), _) => {
                    joined.push(FormatPiece::Value(recorder.used(reference, at)))
                }
            }
        }
        Value::new(recorder.value(Expression::Format(joined), Type::String, at))
    })
}
