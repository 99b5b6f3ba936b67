//! Conditions: expressions that are true or false.

use super::functions::Applied;
use super::reference::{member, reference};
use super::text::raw;
use super::{Scope, nested, tag, wire_text};
use crate::plan::Expression;
use pipewright_ir::graph::Comparison;
use pipewright_ir::types::Type;
use pipewright_ir::wire;

// How strong operators bind.
pub(super) const OR: u8 = 1;
pub(super) const AND: u8 = 2;
pub(super) const COMPARE: u8 = 3;

/// A value that is true or false, in parentheses if it binds less than what stands around it.
pub(super) fn boolean(expression: &Expression, scope: &impl Scope, around: u8) -> String {
    let (text, binds) = match expression {
        Expression::Literal { json, .. } => return json.as_str().to_owned(),
        Expression::Compare {
            comparison,
            left,
            right,
        } => (compare(*comparison, left, right, scope), COMPARE),
        Expression::And(left, right) => (logic(left, "&&", right, scope, AND), AND),
        Expression::Or(left, right) => (logic(left, "||", right, scope, OR), OR),
        Expression::Not(value) => return format!("!({})", boolean(value, scope, 0)),
        expression => {
            return match Applied::of(expression) {
                Some(applied) => applied.boolean(scope),
                None => format!("fromJSON({})", reference(expression, scope)),
            };
        }
    };
    if binds < around {
        format!("({text})")
    } else {
        text
    }
}

pub(super) fn logic(
    left: &Expression,
    operator: &str,
    right: &Expression,
    scope: &impl Scope,
    binds: u8,
) -> String {
    format!(
        "{} {operator} {}",
        boolean(left, scope, binds),
        boolean(right, scope, binds)
    )
}

pub(super) fn compare(
    comparison: Comparison,
    left: &Expression,
    right: &Expression,
    scope: &impl Scope,
) -> String {
    let operand = |expression: &Expression| match expression.ty() {
        Type::Integer => integer(expression, scope),
        Type::Number => number(expression, scope),
        Type::Boolean => boolean(expression, scope, COMPARE + 1),
        _ => raw(expression, scope),
    };
    // Texts that need no escapes are their own wire texts. Of all others Argo and the program write different ones.
    let is_wire = |expression: &Expression| match expression {
        Expression::Literal { .. } | Expression::Input { .. } => true,
        Expression::Output { task, .. } => !scope.is_ready_image(*task),
        _ => false,
    };
    let is_plain = |expression: &Expression| match (expression, expression.ty()) {
        (Expression::Literal { json, .. }, _) => {
            json.to::<String>().is_ok_and(|text| wire::is_plain(&text))
        }
        (_, Type::Enum(variants)) => variants.iter().all(|variant| wire::is_plain(variant)),
        _ => false,
    };
    let by_wire = left.ty().is_text()
        && !comparison.is_order()
        && is_wire(left)
        && is_wire(right)
        && (is_plain(left) || is_plain(right));
    let (left, right) = if by_wire {
        (wire_text(left, scope), wire_text(right, scope))
    } else {
        (nested(&operand(left)), nested(&operand(right)))
    };
    format!("{left} {} {right}", comparison.operator())
}

pub(super) fn integer(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        // The least number has no literal: its digits alone are too large.
        Expression::Literal { json, .. } if json.as_str() != i64::MIN.to_string() => {
            json.as_str().to_owned()
        }
        expression => match Applied::of(expression) {
            Some(applied) => applied.integer(scope),
            None => format!("asInt({})", reference(expression, scope)),
        },
    }
}

pub(super) fn number(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Literal { json, .. } if json.as_str().contains('.') => json.as_str().to_owned(),
        Expression::Literal { json, .. } => format!("{json}.0"),
        expression => match Applied::of(expression) {
            Some(applied) => applied.number(scope),
            None => format!("asFloat({})", reference(expression, scope)),
        },
    }
}

/// When a task runs: on its condition. Where something cannot be computed that is needed then, it ends with an error.
pub(in crate::argo) fn when(
    condition: Option<&Expression>,
    needed: &[&Expression],
    scope: &impl Scope,
) -> Option<String> {
    let around = if needed.is_empty() { 0 } else { AND };
    let condition = condition.map(|condition| boolean(condition, scope, around));
    let needed = needed.iter().map(|value| {
        let text = wire_text(value, scope);
        format!("len({}) >= 0", nested(&text))
    });
    let all: Vec<_> = condition.into_iter().chain(needed).collect();
    (!all.is_empty()).then(|| tag(&all.join(" && ")))
}

/// That a task has succeeded.
pub(super) fn succeeded(task: usize, scope: &impl Scope) -> String {
    format!("{}.status == 'Succeeded'", member(task, scope))
}
