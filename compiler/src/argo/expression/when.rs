//! Conditions of tasks.

use super::form::Form;
use super::message::told;
use super::render::{render, wire_text};
use super::tag::tag;
use super::{Scope, reference};
use crate::code::{Code, call, word};
use crate::plan::Expression;

/// Condition of a task, behind its `guard`. Where something cannot be computed that is `needed`, the task ends with an
/// error. `checks` are true, or a text that says what is wrong.
pub(in crate::argo) fn when(
    guard: Option<Code>,
    condition: Option<&Expression>,
    needed: &[&Expression],
    checks: Option<Code>,
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
    let code = match (Code::join(parts, Code::and), checks) {
        (Some(code), Some(checks)) => Some(code.choose(checks, word("false"))),
        (code, checks) => code.or(checks),
    };
    code.map(|code| tag(&told(code)))
}
