//! Computations that have no value.

use super::Scope;
use super::literal::literal;
use super::text::replace;
use crate::code::{Code, call, word};
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
            Expression::Output { task, ty, .. } => scope.is_written(*task, ty) && is_checked(ty),
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

/// The function of Argo that has no value.
const FAIL: &str = "sprig.fail";

/// Code that has no value.
pub(super) fn fail(message: Code) -> Code {
    call(FAIL, [message])
}

/// A condition that has to hold: it has no value otherwise.
pub(in crate::argo) fn check(condition: Code, message: Code) -> Code {
    condition.choose(word("true"), fail(message))
}

/// Characters of a value in a message.
const SHOWN_MAX: &str = "60";

/// The beginning of a text, for a message. It holds no brace: Argo looks for tags in a message once more.
pub(in crate::argo) fn shown(text: Code) -> Code {
    let text = replace(text, literal("{"), literal("("));
    call("sprig.trunc", [word(SHOWN_MAX), text])
}

/// Whether code has a part without a value.
pub(super) fn fails(code: &Code) -> bool {
    let mut found = false;
    code.visit(&mut |part| found |= matches!(part, Code::Call(function, _) if function == FAIL));
    found
}

/// The message of code that has no value; the code, if it can have one.
pub(super) fn message_of(code: Code) -> Result<Code, Code> {
    match code {
        Code::Call(function, mut arguments) if function == FAIL && arguments.len() == 1 => {
            Ok(arguments.remove(0))
        }
        other => Err(other),
    }
}
