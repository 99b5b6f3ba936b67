//! Blocks that run, their tasks, and the calls of these.

use super::end::End;
use super::inputs::Inputs;
use super::items::Loop;
use crate::engine::phase::Phase;
use pipewright_compiler::plan::{Dag, DagId, Task, TaskId};
use pipewright_ir::arena::{ArenaMap, Id};
use std::time::Duration;

/// Id of a block that runs.
pub(crate) type BlockId = Id<Block>;

/// Id of a call.
pub(crate) type CallId = Id<Call>;

/// Task of a block that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TaskRef {
    pub(crate) block: BlockId,
    pub(crate) task: TaskId,
}

/// One attempt of a block: it runs or has run.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) dag: DagId,
    /// Text before the names of its tasks in their paths.
    pub(crate) prefix: String,
    pub(crate) owner: Owner,
    /// Number of blocks it lies in, itself among them.
    pub(crate) depth: usize,
    /// Part of an exit handler, which runs when the rest is stopped too.
    pub(crate) handler: bool,
    pub(crate) inputs: Inputs,
    pub(crate) tasks: ArenaMap<Task, TaskRun>,
    /// Number of tasks that have not ended.
    open: usize,
    /// The first task that failed.
    pub(crate) failed: Option<TaskId>,
    /// Somebody has stopped it before its end.
    pub(crate) stopped: bool,
    /// Its owner knows of its end.
    pub(crate) closed: bool,
    pub(crate) started: Duration,
    /// Its end, if it is an exit handler; all else hands its end to its owner.
    pub(crate) end: Option<End>,
}

/// Reason for which a block runs, and which goes on when it has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The whole pipeline.
    Pipeline,
    /// The end of the whole pipeline: this is its exit handler.
    PipelineExit,
    /// A call of the block.
    Call(CallId),
    /// A task, whose exit handler this is.
    Exit(TaskRef),
}

/// Task of a block.
#[derive(Debug)]
pub(crate) struct TaskRun {
    pub(crate) status: Status,
    /// Its call, or those of its items in their order.
    pub(crate) calls: Vec<CallId>,
    /// Its items, while they run.
    pub(crate) items: Option<Box<Loop>>,
    /// The block of its exit handler.
    pub(crate) exit: Option<BlockId>,
}

/// Progress of a task.
#[derive(Debug)]
pub(crate) enum Status {
    /// Tasks before it have not ended: so many. With none it waits for its turn.
    Waiting(usize),
    Running,
    /// Its attempts and items have ended like this, its exit handler runs.
    Exiting(End),
    Ended(End),
}

/// One run of a component or a block, with all its attempts.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) task: TaskRef,
    /// The item of a loop that it is for.
    pub(crate) item: Option<usize>,
    /// Kept for further attempts.
    pub(crate) inputs: Inputs,
    pub(crate) attempts: u32,
    pub(crate) started: Duration,
    /// The block of its last attempt.
    pub(crate) block: Option<BlockId>,
    /// Its end, if it is for an item.
    pub(crate) end: Option<End>,
}

impl Block {
    /// A block none of whose tasks has started.
    pub(crate) fn new(
        dag: (DagId, &Dag),
        prefix: String,
        owner: Owner,
        inputs: Inputs,
        started: Duration,
    ) -> Self {
        let (id, dag) = dag;
        let mut tasks = ArenaMap::default();
        for task in dag.tasks.values() {
            tasks.push(TaskRun {
                status: Status::Waiting(task.after.len()),
                calls: vec![],
                items: None,
                exit: None,
            });
        }
        Self {
            dag: id,
            prefix,
            owner,
            depth: 1,
            handler: matches!(owner, Owner::PipelineExit | Owner::Exit(_)),
            inputs,
            tasks,
            open: dag.tasks.len(),
            failed: None,
            stopped: false,
            closed: false,
            started,
            end: None,
        }
    }

    /// End of all tasks.
    pub(crate) fn has_ended(&self) -> bool {
        self.open == 0
    }

    /// Tasks whose turn it is before any has started.
    pub(crate) fn first(&self) -> impl Iterator<Item = TaskId> {
        let tasks = self.tasks.iter();
        tasks.filter_map(|(id, task)| matches!(task.status, Status::Waiting(0)).then_some(id))
    }

    /// Notes the end of a task.
    pub(crate) fn end(&mut self, task: TaskId, end: End) {
        self.open -= 1;
        self.tasks[task].status = Status::Ended(end);
    }

    /// Notes that one of the tasks before a task has ended. Returns whether it is the task's turn.
    pub(crate) fn release(&mut self, task: TaskId) -> bool {
        // One that was omitted waits for nothing, whatever ends before it.
        let Status::Waiting(before) = &mut self.tasks[task].status else {
            return false;
        };
        *before -= 1;
        *before == 0
    }

    /// Omits the tasks behind a failed one; the others go on.
    pub(crate) fn omit(&mut self, failed: TaskId, dependents: &ArenaMap<Task, Vec<TaskId>>) {
        // Those behind a task that was omitted before were omitted with it.
        let mut ended = vec![failed];
        while let Some(task) = ended.pop() {
            for &dependent in &dependents[task] {
                if self.omit_one(dependent) {
                    ended.push(dependent);
                }
            }
        }
    }

    /// Omits the tasks that have not started.
    pub(crate) fn stop(&mut self) {
        self.stopped = true;
        let tasks: Vec<TaskId> = self.tasks.iter().map(|(id, _)| id).collect();
        for task in tasks {
            self.omit_one(task);
        }
    }

    fn omit_one(&mut self, task: TaskId) -> bool {
        let waits = matches!(self.tasks[task].status, Status::Waiting(_));
        if waits {
            self.end(task, End::of(Phase::Omitted));
        }
        waits
    }
}

impl TaskRun {
    /// Its end, once it is there.
    pub(crate) fn ended(&self) -> Option<&End> {
        match &self.status {
            Status::Ended(end) => Some(end),
            Status::Waiting(_) | Status::Running | Status::Exiting(_) => None,
        }
    }
}
