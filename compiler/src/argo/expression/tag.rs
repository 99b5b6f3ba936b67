//! Tags: the parts of a text that Argo replaces.

use super::Scope;
use crate::code::Code;
use crate::plan::Expression;
use pipewright_ir::types::Type;

/// Code as a tag in a text.
pub(in crate::argo) fn tag(code: &Code) -> String {
    format!("{{{{={code}}}}}")
}

/// A plain tag, for a value whose text cannot hold anything that Argo would bend.
pub(in crate::argo) fn bare_tag(expression: &Expression, scope: &Scope<'_>) -> Option<String> {
    match expression {
        Expression::Input { name, ty } if is_bare(ty) && !scope.is_submitted() => {
            let (inputs, input) = (scope.inputs(), scope.input(name));
            Some(format!("{{{{{inputs}.parameters.{input}}}}}"))
        }
        Expression::Output { task, output, ty } if is_bare(ty) && !scope.is_written(*task, ty) => {
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
