//! Conditions of tasks.

use super::Scope;
use super::form::Form;
use super::render::{render, wire_text};
use super::tag::tag;
use crate::code::{Code, call, word};
use crate::plan::Expression;

/// Condition of a task. Where something cannot be computed that is `needed`, the task ends with an error.
pub(in crate::argo) fn when(
    condition: Option<&Expression>,
    needed: &[&Expression],
    scope: &Scope<'_>,
) -> Option<String> {
    let condition = condition.map(|condition| render(condition, Form::Boolean, scope));
    let needed = needed.iter().map(|value| {
        let length = call("len", [wire_text(value, scope)]);
        length.compare(">=", word("0"))
    });
    Code::join(condition.into_iter().chain(needed), Code::and).map(|code| tag(&code))
}
