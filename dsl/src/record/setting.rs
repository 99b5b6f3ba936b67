//! Options of a task, one at a time.

use super::recorder::Recorder;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Body, Location, OptionValue, StepId, StepKind, ValueId};
use pipewright_ir::options::{Given, Invalid, Setting};

impl Recorder {
    /// Sets an option of a task. A later setting replaces an earlier one.
    pub(super) fn set(&mut self, step: StepId, setting: Setting, at: &Location) {
        let mut given = None;
        if let Some((option, value)) = setting.value() {
            let value = self.used(value.into(), at);
            if self.is_within(step, value) {
                return self.refuse_inner(option.name(), at);
            }
            given = Some(OptionValue { option, value });
        }
        let StepKind::Task(task) = &mut self.step_mut(step).kind else {
            return;
        };
        let option = setting.option();
        task.option_values
            .retain(|value| Some(value.option) != option);
        task.option_values.extend(given);
        task.options.set(setting);
    }

    /// Reports an option that has a wrong value.
    pub(super) fn refuse(&mut self, invalid: &Invalid, at: &Location) {
        let diagnostic = Diagnostic::error(at, invalid.message());
        self.report(diagnostic.help(invalid.expected()));
    }

    fn refuse_inner(&mut self, name: &str, at: &Location) {
        let message =
            format!("the {name} of this task is a value of a block that the task is not in");
        let help = "call the task in the block, or make the value in front of it";
        self.report(Diagnostic::error(at, message).help(help));
    }

    /// Gives a step its name for people.
    pub(super) fn display(&mut self, step: StepId, name: Given<String>, at: &Location) {
        let value = match name {
            Given::Constant(name) => {
                self.check_printed(&name, at);
                let step = self.step_mut(step);
                step.display_name = Some(name);
                if let StepKind::Task(task) = &mut step.kind {
                    task.display_value = None;
                }
                return;
            }
            Given::Value(value) => self.used(value.into(), at),
        };
        if self.is_within(step, value) {
            return self.refuse_inner("display name", at);
        }
        // People find a question by its name, and blocks are shown by theirs.
        let is_approval = |component| self.components[component].body == Body::Approval;
        match &self.step(step).kind {
            StepKind::Task(task) if !is_approval(task.component) => {}
            _ => {
                let message = "only the display name of a component's task may be known when the pipeline runs";
                let help = "give a text that is known now";
                return self.report(Diagnostic::error(at, message).help(help));
            }
        }
        if let StepKind::Task(task) = &mut self.step_mut(step).kind {
            task.display_value = Some(value);
        }
    }

    /// Test for a value that is made in a block within that of a step.
    fn is_within(&self, step: StepId, value: ValueId) -> bool {
        let open = self.frames.last().map_or(&[][..], |frame| &frame.open);
        let made = self.origins[value].scope;
        let made = open.iter().rposition(|open| open.scope == made);
        let called = open.iter().rposition(|open| open.steps.contains(&step));
        made > called
    }
}
