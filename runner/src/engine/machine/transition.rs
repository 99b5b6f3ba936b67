use crate::engine::state::block::{BlockId, CallId, TaskRef};
use crate::engine::state::end::End;

/// End of something, from which something else follows. Each kind of end has one function that makes the next state, and
/// returns what ends by it in turn.
#[derive(Debug)]
pub(super) enum Transition {
    /// An attempt of a call has ended.
    Attempt(CallId, End),
    /// An item of a loop has ended.
    Item {
        task: TaskRef,
        item: usize,
        failed: bool,
    },
    /// The run of a task has ended, with all attempts and items.
    Run(TaskRef, End),
    /// A task has ended, with its exit handler.
    Task(TaskRef, End),
    /// All tasks of a block have ended.
    Block(BlockId),
    /// The exit handler of a task has ended.
    Exit(TaskRef),
    /// The pipeline's own block has ended.
    Pipeline(BlockId, End),
    /// The exit handler of the pipeline has ended.
    PipelineExit(End),
}
