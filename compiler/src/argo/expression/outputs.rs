//! Origins of the outputs of a DAG.

use super::Scope;
use super::form::Form;
use super::literal::{literal, nothing};
use super::reference::succeeded;
use super::render::{render, wire_text};
use crate::code::Code;
use crate::plan::{Branch, Source};

/// The wire text of an output.
pub(in crate::argo) fn output(source: &Source, scope: &Scope<'_>) -> Code {
    match source {
        Source::Expression(expression) => wire_text(expression, scope),
        Source::Branches(branches) => choose(branches, scope),
        Source::Attempt { task, value } => {
            let nothing = literal(nothing(value.ty()));
            succeeded(*task, scope).choose(wire_text(value, scope), nothing)
        }
    }
}

/// The value of the branch that runs.
fn choose(branches: &[Branch], scope: &Scope<'_>) -> Code {
    let mut branches = branches.iter().rev();
    let Some(last) = branches.next() else {
        return literal("");
    };
    branches.fold(wire_text(&last.value, scope), |others, branch| {
        let condition = match branch.task {
            Some(task) => succeeded(task, scope),
            None => render(&branch.condition, Form::Boolean, scope),
        };
        condition.choose(wire_text(&branch.value, scope), others)
    })
}
