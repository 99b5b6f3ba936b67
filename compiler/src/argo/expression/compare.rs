//! Forms in which values are compared.

use super::Scope;
use super::form::Form;
use crate::plan::Expression;
use pipewright_ir::expression::Comparison;
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// Form of both sides in which they are compared.
pub(super) fn form(comparison: Comparison, sides: [&Expression; 2], scope: &Scope<'_>) -> Form {
    match sides[0].ty() {
        Type::Integer => Form::Integer,
        Type::Number => Form::Float,
        Type::Boolean => Form::Boolean,
        ty if ty.is_text() && !comparison.is_order() && by_wire(sides, scope) => Form::Wire,
        _ => Form::Text,
    }
}

/// An integer that is a number with a fraction, too, and so are its neighbours. The nearest such number of any integer is on
/// the same side of it as the integer itself, so that no digits of the integer are needed.
pub(super) fn is_exact(value: &Expression) -> bool {
    const MOST: i64 = 1 << 53;
    match value {
        Expression::Literal { json, .. } => json
            .to::<i64>()
            .is_ok_and(|number| (-MOST < number) && (number < MOST)),
        _ => false,
    }
}

/// Equality of two texts that is that of their wire texts: where one of them needs no escapes. Of all others Argo and the
/// program write different ones.
fn by_wire(sides: [&Expression; 2], scope: &Scope<'_>) -> bool {
    let has_wire_text = |side: &&Expression| match side {
        Expression::Literal { .. } => true,
        Expression::Input { .. } => !scope.is_submitted(),
        Expression::Output { task, ty, .. } => !scope.is_written(*task, ty),
        Expression::Operator { .. } => false,
    };
    let is_plain = |side: &&Expression| match (side, side.ty()) {
        (Expression::Literal { json, .. }, _) => {
            json.to::<String>().is_ok_and(|text| wire::is_plain(&text))
        }
        (_, Type::Enum(variants)) => variants.iter().all(|variant| wire::is_plain(variant)),
        _ => false,
    };
    sides.iter().all(has_wire_text) && sides.iter().any(is_plain)
}
