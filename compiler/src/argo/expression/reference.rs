//! References: the parameters that inputs and outputs of tasks are.

use super::super::limits::RESERVED_NAMES;
use super::Scope;
use super::collection::collected;
use super::form::{Form, Formed};
use super::literal::literal;
use super::written::Written;
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

/// What a ready image or a person wrote, if a value is that as it is.
pub(super) fn written(value: &Expression, scope: &Scope<'_>) -> Option<Written> {
    let formed = match value {
        Expression::Input { name, .. } => input(name, scope),
        Expression::Output { task, output, ty } => self::output(*task, output, ty, scope),
        Expression::Literal { .. } | Expression::Operator { .. } => return None,
    };
    match formed {
        Formed::Written(written) => Some(written),
        Formed::Code(..) => None,
    }
}

/// The text of an input of the DAG.
pub(super) fn input(name: &str, scope: &Scope<'_>) -> Formed {
    let parameters = word(scope.inputs()).member("parameters");
    let input = member_of(parameters, &scope.input(name));
    match scope.is_submitted() {
        true => Formed::Written(Written::new(
            input,
            format!("the parameter `{name}`"),
            scope.is_checked,
        )),
        false => Form::Wire.of(input),
    }
}

/// The text of an output of a task, which is of a type.
pub(super) fn output(task: TaskId, output: &str, ty: &Type, scope: &Scope<'_>) -> Formed {
    let member = member(task, scope);
    let parameters = member.clone().member("outputs").member("parameters");
    let code = member_of(parameters, output);
    match (scope.is_loop(task), scope.is_written(task, ty)) {
        (true, _) => Form::Wire.of(collected(member, code, ty)),
        (false, true) => {
            let name = format!("the output `{output}` of `{}`", scope.name(task));
            Formed::Written(Written::new(code, name, scope.is_checked))
        }
        (false, false) => Form::Wire.of(code),
    }
}

/// A task.
fn member(task: TaskId, scope: &Scope<'_>) -> Code {
    member_of(word(scope.tasks()), scope.name(task))
}

/// The success of a task.
pub(super) fn succeeded(task: TaskId, scope: &Scope<'_>) -> Code {
    member(task, scope)
        .member("status")
        .equals(literal("Succeeded"))
}
