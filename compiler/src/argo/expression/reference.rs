//! References: the parameters that inputs and outputs of tasks are.

use super::super::limits::RESERVED_NAMES;
use super::form::{Form, Formed};
use super::literal::literal;
use super::loops::collected;
use super::{Scope, wire_text};
use crate::code::{Code, word};
use crate::plan::{Expression, TaskId};
use pipewright_ir::types::Type;

/// Names that Argo takes for variables wherever they stand in an expression: it waits until they are known.
const VARIABLES: [&str; 4] = ["item", "lastRetry", "retries", "workflow"];

/// A member of an object: `of.name`, or `of['name']` where the name is none of the language.
pub(in crate::argo) fn member_of(of: Code, name: &str) -> Code {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(is_name)
        && !VARIABLES.contains(&name)
        && !RESERVED_NAMES.contains(&&*name.to_lowercase());
    match is_plain {
        true => of.member(name.to_owned()),
        false => of.index(literal(name)),
    }
}

/// The text of a parameter.
pub(super) fn reference(expression: &Expression, scope: &Scope<'_>) -> Formed {
    match expression {
        Expression::Input { name, .. } => {
            let parameters = word(scope.inputs()).member("parameters");
            Form::Wire.of(member_of(parameters, &scope.input(name)))
        }
        Expression::Output { task, output, ty } => {
            let member = member(*task, scope);
            let parameters = member.clone().member("outputs").member("parameters");
            let output = member_of(parameters, output);
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
    member_of(word(scope.tasks()), scope.name(task))
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
