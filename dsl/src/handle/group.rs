use super::block::BlockValue;
use super::handles::{Handles, first};
use super::value::Value;
use crate::record;
use crate::reference::Reference;
use pipewright_ir::graph::{ExitValue, Location, StepId};
use pipewright_ir::options::{DisplayName, Given, RetryCount};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A part of a pipeline that is one in what concerns all of it: its order, its retries, its exit handler.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn migrate() {}
///
/// #[component]
/// fn extract(source: String) -> Vec<f64> {
///     vec![source.len() as f64]
/// }
///
/// #[component]
/// fn load(rows: Vec<f64>) -> usize {
///     rows.len()
/// }
///
/// #[component]
/// fn drop_scratch(status: ExitStatus) {
///     println!("{status}");
/// }
///
/// #[pipeline]
/// fn nightly(source: String) -> usize {
///     let migration = migrate();
///     group()
///         .after(&migration)
///         .retries(2)
///         .on_exit(|exit| drop_scratch(exit.status))
///         .run(|| load(extract(source)))
/// }
///
/// let (_, diagnostics) = nightly::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
#[must_use = "a group runs nothing until `run` gives it a block"]
pub fn group() -> GroupOptions<'static> {
    GroupOptions {
        after: vec![],
        retries: None,
        display_name: None,
        exit: None,
    }
}

/// A group before it has its block: see [`group`].
#[must_use = "a group runs nothing until `run` gives it a block"]
pub struct GroupOptions<'a> {
    after: Vec<StepId>,
    retries: Option<u32>,
    display_name: Option<(Given<String>, Location)>,
    exit: Option<Box<dyn FnOnce(ExitHandles) + 'a>>,
}

impl<'a> GroupOptions<'a> {
    /// Starts the group only when a task or block has ended.
    #[track_caller]
    pub fn after(mut self, other: &impl Handles) -> Self {
        let other = record::awaited(first(other), &Location::caller());
        self.after.extend(other);
        self
    }

    /// Number of times that all of the group is tried again when it fails.
    pub fn retries(mut self, times: impl RetryCount) -> Self {
        self.retries = Some(times.__count());
        self
    }

    /// Name for people.
    #[track_caller]
    pub fn display_name(mut self, name: impl DisplayName) -> Self {
        self.display_name = Some((name.__given(), Location::caller()));
        self
    }

    /// Exit handler of the group: a block that runs when the group has ended, however it ended. It sees the pipeline's
    /// parameters, the status and the failures, but no outputs of tasks: they may not exist.
    ///
    /// When somebody stops a workflow, Argo waits for the handlers of groups in the pipeline's own block only. Those of
    /// groups within other blocks and called pipelines start, and may not come to their end.
    pub fn on_exit<'b, R>(
        self,
        block: impl FnOnce(ExitHandles) -> R + LeavesState + 'b,
    ) -> GroupOptions<'b>
    where
        'a: 'b,
    {
        GroupOptions {
            exit: Some(Box::new(|exit| {
                block(exit);
            })),
            ..self
        }
    }

    /// Runs a block as the group. Its value can be used behind it.
    #[track_caller]
    pub fn run<R: BlockValue>(self, block: impl FnOnce() -> R) -> R::Grouped {
        let at = Location::caller();
        let open = record::enter_group(self.retries, self.display_name, &self.after, &at);
        let value = block();
        open.end();
        let mut through = |value: Reference| open.value(value);
        let grouped = value.__group(&mut through, &|| open.done());
        if let Some(exit) = self.exit {
            open.exit(handler(exit, &at));
        }
        grouped
    }
}

impl fmt::Debug for GroupOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GroupOptions").finish_non_exhaustive()
    }
}

/// Gives the pipeline an exit handler: a block that runs when the pipeline has ended, whether all went well, tasks failed, or
/// somebody stopped it.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn load() {}
///
/// #[component]
/// fn report(channel: String, status: ExitStatus, failures: Vec<TaskFailure>) {
///     println!("{channel}: {status}, {} tasks have failed", failures.len());
/// }
///
/// #[pipeline]
/// fn nightly(channel: String) {
///     on_exit(|exit| report(channel, exit.status, exit.failures));
///     load();
/// }
///
/// let (_, diagnostics) = nightly::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
///
/// The block sees the pipeline's parameters, the status and the failures, but no outputs of tasks: they may not exist. If a task
/// of the handler fails, the pipeline has failed.
#[track_caller]
pub fn on_exit<R>(block: impl FnOnce(ExitHandles) -> R + LeavesState) {
    let at = Location::caller();
    let body = handler(
        |exit| {
            block(exit);
        },
        &at,
    );
    record::pipeline_exit(body, &at);
}

/// Blocks of exit handlers. They run at the end, and are recorded before: what they change would be seen too early.
///
/// A closure that changes a variable holds a `&mut`, which cannot be cloned.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a variable from outside cannot be changed in an exit handler",
    label = "changes a variable, or takes one that has no `Clone`",
    note = "the handler runs when all else has ended; put what it needs together before, or in a component"
)]
pub trait LeavesState {}

#[diagnostic::do_not_recommend]
impl<F: Clone> LeavesState for F {}

fn handler(block: impl FnOnce(ExitHandles), at: &Location) -> Vec<StepId> {
    let scope = record::enter_exit(at);
    block(ExitHandles {
        status: Value::new(record::exit_value(ExitValue::Status, at)),
        failures: Value::new(record::exit_value(ExitValue::Failures, at)),
    });
    record::leave_exit(scope, at)
}

/// End of a pipeline or group, as its exit handler sees it.
#[derive(Debug, Clone, Copy)]
pub struct ExitHandles {
    /// Success or failure.
    pub status: Value<ExitStatus>,
    /// The tasks that failed.
    pub failures: Value<Vec<TaskFailure>>,
}

/// Success or failure of a pipeline, or of a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ExitStatus {
    /// All went well.
    Succeeded,
    /// A task failed or took too long, or somebody stopped it.
    Failed,
}

impl fmt::Display for ExitStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Succeeded => "Succeeded",
            Self::Failed => "Failed",
        })
    }
}

/// A task that failed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TaskFailure {
    /// Name of the task in the workflow.
    pub task: String,
    /// Reason, as the engine tells it.
    pub message: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use pipewright_ir::types::Type;

    #[test]
    fn handlers_see_what_engines_give() {
        assert_eq!(Type::of::<ExitStatus>(), ExitValue::Status.ty());
        assert_eq!(Type::of::<Vec<TaskFailure>>(), ExitValue::Failures.ty());
    }
}
