//! Computations that have no value.

use super::literal::literal;
use crate::code::{Code, call};
use crate::plan::Expression;
use pipewright_ir::expression::Operator;

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
