//! State of a run: plain data, of which the [machine](super::machine) makes the next state.

pub(super) mod block;
pub(super) mod end;
pub(super) mod inputs;
pub(super) mod items;

use super::job::JobId;
use block::{Block, BlockId, Call, CallId, TaskRef};
use end::End;
use pipewright_ir::arena::{Arena, Id};
use std::collections::{BTreeMap, VecDeque};

/// State of a run.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) blocks: Arena<Block>,
    pub(super) calls: Arena<Call>,
    /// Tasks whose turn it is.
    pub(super) ready: VecDeque<TaskRef>,
    /// Loops of which an item may start, the innermost last. Items start only when nothing else does, so that few are
    /// open at once.
    pub(super) loops: Vec<TaskRef>,
    /// Attempts that run, and questions that are open.
    pub(super) jobs: BTreeMap<JobId, Running>,
    next_job: u32,
    /// Tasks that have failed, in order.
    pub(super) failures: Vec<Failed>,
    /// An attempt has failed because of this machine.
    pub(super) machine_failed: bool,
    /// An attempt has failed because of its task.
    pub(super) task_failed: bool,
    /// Number of times that somebody has stopped the run.
    pub(super) stops: u32,
    pub(super) stage: Stage,
    /// Block of the pipeline's exit handler.
    pub(super) exit: Option<BlockId>,
}

/// Progress of the pipeline.
#[derive(Debug, Default)]
pub(super) enum Stage {
    /// Its block has not ended.
    #[default]
    Body,
    /// Its block has ended like this, its exit handler runs.
    Exit(End),
    /// All has ended like this.
    Ended(End),
}

/// Job that has not ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Running {
    pub(super) call: CallId,
    /// A question to a person needs no processor.
    pub(super) is_question: bool,
}

/// Component's task that has failed.
#[derive(Debug, Clone)]
pub(super) struct Failed {
    pub(super) task: TaskRef,
    pub(super) item: Option<usize>,
    pub(super) message: String,
}

impl State {
    /// Notes a job that starts. Returns its id.
    pub(super) fn start(&mut self, running: Running) -> JobId {
        let id = Id::new(self.next_job);
        self.next_job += 1;
        self.jobs.insert(id, running);
        id
    }

    /// Number of jobs that need a processor.
    pub(super) fn processes(&self) -> usize {
        let jobs = self.jobs.values();
        jobs.filter(|job| !job.is_question).count()
    }

    /// Order to end for exit handlers, or for the rest.
    pub(super) fn ends(&self, handler: bool) -> bool {
        self.stops > u32::from(handler)
    }
}
