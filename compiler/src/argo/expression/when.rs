//! Conditions of tasks.

use super::form::Form;
use super::message::told;
use super::render::{render, wire_text};
use super::tag::tag;
use super::{Scope, reference};
use crate::code::{Code, call, word};
use crate::plan::Expression;

/// Condition of a task, behind its `guard`. Where something cannot be computed that is `needed`, the task ends with an
/// error. So it does where one of the `checks` does not hold.
pub(in crate::argo) fn when(
    guard: Option<Code>,
    condition: Option<&Expression>,
    needed: &[&Expression],
    checks: impl Iterator<Item = Code>,
    scope: &Scope<'_>,
) -> Option<String> {
    let condition = condition.map(|condition| render(condition, Form::Boolean, scope));
    let needed = needed
        .iter()
        .map(|value| match reference::written(value, scope) {
            Some(written) => written.check(value.ty()),
            None => {
                let length = call("len", [wire_text(value, scope)]);
                length.compare(">=", word("0"))
            }
        });
    let parts = guard.into_iter().chain(condition).chain(needed);
    Code::join(parts.chain(checks), Code::and).map(|code| tag(&told(code)))
}
