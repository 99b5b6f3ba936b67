//! References: the parameters that inputs and outputs of tasks are.

use super::items::collected;
use super::literal::literal;
use super::{Scope, wire_text};
use crate::plan::Expression;
use pipewright_ir::types::Type;

/// The expression of a parameter's text.
pub(super) fn reference(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Input { name, .. } => {
            let input = literal(&scope.input(name));
            format!("{}.parameters[{input}]", scope.inputs())
        }
        Expression::Output { task, output, ty } => {
            let member = member(*task, scope);
            let output = format!("{member}.outputs.parameters[{}]", literal(output));
            match scope.is_loop(*task) {
                true => collected(&member, &output, ty),
                false => output,
            }
        }
        expression => wire_text(expression, scope),
    }
}

/// A task.
pub(super) fn member(task: usize, scope: &impl Scope) -> String {
    format!("{}[{}]", scope.tasks(), literal(scope.name(task)))
}

/// A plain tag, for a value whose text cannot hold anything that Argo would bend.
pub(in crate::argo) fn bare_tag(expression: &Expression, scope: &impl Scope) -> Option<String> {
    match expression {
        Expression::Input { name, ty } if is_bare(ty) => {
            let (inputs, input) = (scope.inputs(), scope.input(name));
            Some(format!("{{{{{inputs}.parameters.{input}}}}}"))
        }
        Expression::Output { task, output, ty } if is_bare(ty) && !scope.is_ready_image(*task) => {
            Some(format!(
                "{{{{{}.{}.outputs.parameters.{output}}}}}",
                scope.tasks(),
                scope.name(*task)
            ))
        }
        _ => None,
    }
}

/// Whether texts of a type never hold characters that Argo would bend: those of JSON's numbers and words.
pub(in crate::argo) fn is_bare(ty: &Type) -> bool {
    match ty {
        Type::Boolean | Type::Integer | Type::Number | Type::Null => true,
        Type::Optional(inner) => is_bare(inner),
        _ => false,
    }
}
