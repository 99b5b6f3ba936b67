//! Computations that have no value.

use super::Scope;
use super::literal::literal;
use crate::code::{Code, call};
use crate::plan::Expression;
use pipewright_ir::expression::Operator;
use pipewright_ir::types::Type;

/// Possible failure of the computation of a value on Argo: of a function, or of a check of what somebody wrote.
pub(in crate::argo) fn may_fail(expression: &Expression, scope: &Scope<'_>) -> bool {
    let mut found = false;
    expression.visit(&mut |part| {
        found |= match part {
            Expression::Operator { operator, .. } => match &**operator {
                Operator::Apply { function, .. } => function.may_fail(),
                _ => false,
            },
            Expression::Input { ty, .. } => scope.is_submitted() && is_checked(ty),
            Expression::Output { task, ty, .. } => scope.is_written(*task) && is_checked(ty),
            Expression::Literal { .. } => false,
        };
    });
    found
}

/// Types of which not every text is a value.
fn is_checked(ty: &Type) -> bool {
    match ty {
        Type::String | Type::Null => false,
        Type::Optional(inner) => is_checked(inner),
        _ => true,
    }
}

/// Code that has no value.
pub(super) fn fail(why: &str) -> Code {
    call("sprig.fail", [literal(why)])
}
