use super::current::with;
use super::operand::Operand;
use crate::reference::Reference;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::expression::{Comparison, FormatPiece, Layout, Operator};
use pipewright_ir::function::Function;
use pipewright_ir::graph::{Expression, Location, ValueId};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::any::Any;

/// A handle of a value that is written in the source.
pub(crate) fn constant(operand: Operand, at: &Location) -> Reference {
    with(at, |recorder| {
        let id = recorder.operand(operand, at);
        recorder.reference(id)
    })
}

/// A comparison of two values of one type.
pub(crate) fn compare(
    left: Operand,
    comparison: Comparison,
    right: Operand,
    at: &Location,
) -> Reference {
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
        let expression = Expression::Operator(Operator::Compare {
            comparison,
            left,
            right,
        });
        recorder.value(expression, Type::Boolean, at)
    })
}

fn is_comparable(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Boolean | Type::Integer | Type::Number | Type::String | Type::Enum(_)
    )
}

/// Truth of both.
pub(crate) fn and(left: Operand, right: Operand, at: &Location) -> Reference {
    with(at, |recorder| {
        let (left, right) = (recorder.operand(left, at), recorder.operand(right, at));
        recorder.value(
            Expression::Operator(Operator::And(left, right)),
            Type::Boolean,
            at,
        )
    })
}

/// Truth of at least one.
pub(crate) fn or(left: Operand, right: Operand, at: &Location) -> Reference {
    with(at, |recorder| {
        let (left, right) = (recorder.operand(left, at), recorder.operand(right, at));
        recorder.value(
            Expression::Operator(Operator::Or(left, right)),
            Type::Boolean,
            at,
        )
    })
}

/// Falsehood of a value.
pub(crate) fn not(value: Reference, at: &Location) -> Reference {
    with(at, |recorder| {
        let value = recorder.used(value, at);
        recorder.value(
            Expression::Operator(Operator::Not(value)),
            Type::Boolean,
            at,
        )
    })
}

/// One of two values of one type.
pub(crate) fn choose(
    condition: Operand,
    then: Operand,
    otherwise: Operand,
    at: &Location,
) -> Reference {
    with(at, |recorder| {
        let condition = recorder.operand(condition, at);
        let then = recorder.operand(then, at);
        let otherwise = recorder.operand(otherwise, at);
        let ty = recorder.value_of(otherwise).ty.clone();
        let expression = Expression::Operator(Operator::Choose {
            condition,
            then,
            otherwise,
        });
        recorder.value(expression, ty, at)
    })
}

/// A value as an optional one.
pub(crate) fn optional(value: Reference, at: &Location) -> Reference {
    let ty = with(at, |recorder| {
        let id = recorder.used(value, at);
        recorder.value_of(id).ty.clone().into_optional()
    });
    apply(Function::Some, vec![Operand::Value(value)], ty, at)
}

/// Nothing, of the type of an optional value.
pub(crate) fn none(like: Reference, at: &Location) -> Reference {
    let ty = with(at, |recorder| recorder.value_of(like.id).ty.clone());
    constant(Operand::Literal(Json::null(), ty), at)
}

/// The result of a function.
pub(crate) fn apply(
    function: Function,
    arguments: Vec<Operand>,
    ty: Type,
    at: &Location,
) -> Reference {
    with(at, |recorder| {
        let arguments = arguments.into_iter();
        let arguments = arguments.map(|argument| recorder.operand(argument, at));
        let arguments = arguments.collect();
        recorder.value(
            Expression::Operator(Operator::Apply {
                function,
                arguments,
            }),
            ty,
            at,
        )
    })
}

/// A field of a value that is a struct. It can be used wherever the struct can, not only in the block that first names it.
pub(crate) fn field(value: Reference, name: &str, ty: Type, at: &Location) -> Reference {
    with(at, |recorder| {
        let function = Function::Field(name.into());
        let arguments = vec![recorder.known(value, at)];
        let expression = Expression::Operator(Operator::Apply {
            function,
            arguments,
        });
        recorder.value_beside(value, expression, ty, at)
    })
}

/// The fields of a value that is a struct: made once for each value, and kept for the life of the program, which a
/// reference to them needs.
pub(crate) fn fields<F: Any + Send + Sync>(
    value: Reference,
    make: impl FnOnce() -> F,
    at: &Location,
) -> &'static F {
    let known = with(at, |recorder| recorder.fields.get(&value.id).copied());
    if let Some(fields) = known.and_then(|known| known.downcast_ref::<F>()) {
        return fields;
    }
    // `Deref` gives a reference, and nothing that lives as long holds them: see `HasFields`.
    let fields: &'static F = Box::leak(Box::new(make()));
    with(at, |recorder| recorder.fields.insert(value.id, fields));
    fields
}

/// A part of a formatted text.
pub(crate) enum Piece {
    Text(String),
    Value(Reference, Layout),
}

/// Text made of pieces.
pub(crate) fn format(pieces: Vec<Piece>, at: &Location) -> Reference {
    with(at, |recorder| {
        let mut joined: Vec<FormatPiece<ValueId>> = vec![];
        for piece in pieces {
            if let Piece::Text(text) = &piece {
                recorder.check_printed(text, at);
            }
            match (piece, joined.last_mut()) {
                (Piece::Text(text), _) if text.is_empty() => {}
                // Text that is known already is joined, so that the graph has as few pieces as possible.
                (Piece::Text(text), Some(FormatPiece::Text(last))) => last.push_str(&text),
                (Piece::Text(text), _) => joined.push(FormatPiece::Text(text)),
                (Piece::Value(reference, layout), _) => {
                    let value = recorder.used(reference, at);
                    let layout = layout.of(&recorder.value_of(value).ty);
                    joined.push(FormatPiece::Value { value, layout });
                }
            }
        }
        recorder.value(
            Expression::Operator(Operator::Format(joined)),
            Type::String,
            at,
        )
    })
}
