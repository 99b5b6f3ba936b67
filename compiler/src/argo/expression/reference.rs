//! References: the parameters that inputs and outputs of tasks are.

use super::literal::literal;
use super::{Scope, wire_text};
use crate::plan::Expression;
use pipewright_dsl::types::Type;

/// The expression of a parameter's text.
pub(super) fn reference(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Input { name, .. } => {
            let input = literal(&scope.input(name));
            format!("{}.parameters[{input}]", scope.inputs())
        }
        Expression::Output { task, output, .. } => {
            format!(
                "tasks[{}].outputs.parameters[{}]",
                literal(scope.name(*task)),
                literal(output)
            )
        }
        expression => wire_text(expression, scope),
    }
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
                "{{{{tasks.{}.outputs.parameters.{output}}}}}",
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
