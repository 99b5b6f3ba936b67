//! Options, order and names of steps that are recorded already.

use super::current::with;
use crate::reference::Reference;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Location, StepId, StepKind};
use pipewright_ir::options::{Given, Invalid, Setting};

/// Notes values that the author drops on purpose.
pub(crate) fn dropped(values: impl Iterator<Item = Reference>, at: &Location) {
    with(at, |recorder| {
        let known: Vec<_> = values.map(|value| recorder.known(value, at)).collect();
        recorder.drop_values(known);
    });
}

/// Reports a mistake at a location.
pub(crate) fn report(at: &Location, message: &str, help: &str) {
    with(at, |recorder| {
        recorder.report(Diagnostic::error(at, message).help(help));
    });
}

/// Sets an option of the task that a handle belongs to, unless its value is wrong.
pub(crate) fn configure(
    handle: Option<Reference>,
    setting: Result<Setting, Invalid>,
    at: &Location,
) {
    with(at, |recorder| {
        let setting = match setting {
            Ok(setting) => {
                recorder.check_printed(&format!("{setting:?}"), at);
                setting
            }
            Err(invalid) if recorder.check_printed(&invalid.message(), at) => return,
            Err(invalid) => return recorder.refuse(&invalid, at),
        };
        let step = recorder.step_of(handle, at);
        if let Some(step) = step
            && let StepKind::Task(_) = recorder.step(step).kind
        {
            recorder.set(step, setting, at);
            return;
        }
        let kind = step.map(|step| &recorder.step(step).kind);
        let (message, help) = match kind {
            Some(StepKind::Call(call)) => (
                format!(
                    "only a task has this option, and `{}` is a pipeline",
                    recorder.pipelines[call.pipeline].name
                ),
                "set it on the tasks of the pipeline; its call has `retries`, `after`, `display_name` and `allow_failure`",
            ),
            _ => (
                "only a task has options, and this value is not the output of one".into(),
                "call the method on what the call of the component gives",
            ),
        };
        recorder.report(Diagnostic::error(at, message).help(help));
    });
}

/// Sets how often a task, or a block with all its tasks, is tried again.
pub(crate) fn retries(handle: Option<Reference>, times: u32, at: &Location) {
    with(at, |recorder| {
        let step = recorder.step_of(handle, at);
        let place = step.and_then(|step| match &mut recorder.step_mut(step).kind {
            StepKind::Task(task) => Some(&mut task.options.retries),
            StepKind::Call(call) => Some(&mut call.retries),
            StepKind::Group(group) => Some(&mut group.retries),
            StepKind::If(_) | StepKind::Each(_) => None,
        });
        match place {
            Some(place) => *place = Some(times),
            None => {
                let message = "only a task, a group or a called pipeline is tried again";
                let help = "put it in a group: `group().retries(2).run(|| ..)`";
                recorder.report(Diagnostic::error(at, message).help(help));
            }
        }
    });
}

/// Gives a step its name for people.
pub(crate) fn display_name(handle: Option<Reference>, name: Given<String>, at: &Location) {
    with(at, |recorder| {
        let step = recorder.step_of(handle, at);
        match step {
            Some(step) => recorder.display(step, name, at),
            None => {
                let message =
                    "only a task or a block has a name, and this value is made by neither";
                let help = "call the method on what the call of the component gives";
                recorder.report(Diagnostic::error(at, message).help(help));
            }
        }
    });
}

/// Lets a step fail; its values are optional from now on.
pub(crate) fn allow_failure(handle: Option<Reference>, at: &Location) {
    with(at, |recorder| {
        let step = recorder.step_of(handle, at);
        let step = step.filter(|step| {
            let kind = &recorder.step(*step).kind;
            matches!(
                kind,
                StepKind::Task(_) | StepKind::Call(_) | StepKind::Group(_)
            )
        });
        match step {
            Some(step) => recorder.step_mut(step).may_fail = true,
            None => {
                let message = "only a task, a group or a called pipeline may fail";
                let help = "put it in a group: `group().run(|| ..).allow_failure()`";
                recorder.report(Diagnostic::error(at, message).help(help));
            }
        }
    });
}

/// The value of a step that may fail, as an optional one.
pub(crate) fn optional_result(value: Reference, at: &Location) -> Reference {
    with(at, |recorder| {
        let id = recorder.used(value, at);
        let value = recorder.value_of(id);
        let (expression, ty) = (value.expression.clone(), value.ty.clone());
        recorder.value(expression, ty.into_optional(), at)
    })
}

/// Puts the step that a handle belongs to behind that of another.
pub(crate) fn after(handle: Option<Reference>, other: Option<Reference>, at: &Location) {
    let Some(other) = awaited(other, at) else {
        return;
    };
    with(at, |recorder| {
        let step = recorder.step_of(handle, at);
        match step {
            Some(step) => {
                let after = &mut recorder.step_mut(step).after;
                if !after.contains(&other) {
                    after.push(other);
                }
            }
            None => recorder.report(no_step(at)),
        }
    });
}

/// The step whose end something waits for.
pub(crate) fn awaited(other: Option<Reference>, at: &Location) -> Option<StepId> {
    with(at, |recorder| {
        let step = recorder.step_of(other, at);
        if step.is_none() {
            recorder.report(no_step(at));
        }
        step
    })
}

fn no_step(at: &Location) -> Diagnostic {
    let message =
        "`.after` puts a task behind another one, and one of these is not the output of a task";
    Diagnostic::error(at, message).help("a parameter or constant is there from the start")
}
