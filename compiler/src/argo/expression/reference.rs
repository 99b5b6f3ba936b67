//! References: the parameters that inputs and outputs of tasks are.

use super::form::{Form, Formed};
use super::literal::literal;
use super::loops::collected;
use super::{Scope, wire_text};
use crate::code::{Code, word};
use crate::plan::{Expression, TaskId};
use pipewright_ir::types::Type;

/// The text of a parameter.
pub(super) fn reference(expression: &Expression, scope: &Scope<'_>) -> Formed {
    match expression {
        Expression::Input { name, .. } => {
            let parameters = word(scope.inputs()).member("parameters");
            Form::Wire.of(parameters.index(literal(&scope.input(name))))
        }
        Expression::Output { task, output, ty } => {
            let member = member(*task, scope);
            let parameters = member.clone().member("outputs").member("parameters");
            let output = parameters.index(literal(output));
            match (scope.is_loop(*task), scope.is_written(*task)) {
                (true, _) => Form::Wire.of(collected(member, output, ty)),
                (false, true) => Form::Written.of(output),
                (false, false) => Form::Wire.of(output),
            }
        }
        Expression::Literal { .. } | Expression::Operator { .. } => {
            Form::Wire.of(wire_text(expression, scope))
        }
    }
}

/// A task.
pub(super) fn member(task: TaskId, scope: &Scope<'_>) -> Code {
    word(scope.tasks()).index(literal(scope.name(task)))
}

/// The success of a task.
pub(super) fn succeeded(task: TaskId, scope: &Scope<'_>) -> Code {
    member(task, scope)
        .member("status")
        .equals(literal("Succeeded"))
}

/// A plain tag, for a value whose text cannot hold anything that Argo would bend.
pub(in crate::argo) fn bare_tag(expression: &Expression, scope: &Scope<'_>) -> Option<String> {
    match expression {
        Expression::Input { name, ty } if is_bare(ty) => {
            let (inputs, input) = (scope.inputs(), scope.input(name));
            Some(format!("{{{{{inputs}.parameters.{input}}}}}"))
        }
        Expression::Output { task, output, ty } if is_bare(ty) && !scope.is_written(*task) => {
            let (tasks, task) = (scope.tasks(), scope.name(*task));
            Some(format!(
                "{{{{{tasks}.{task}.outputs.parameters.{output}}}}}"
            ))
        }
        _ => None,
    }
}

/// Absence of characters that Argo would bend in all texts of a type: those are JSON's numbers and words.
pub(in crate::argo) fn is_bare(ty: &Type) -> bool {
    match ty {
        Type::Boolean | Type::Integer | Type::Number | Type::Null => true,
        Type::Optional(inner) => is_bare(inner),
        _ => false,
    }
}
