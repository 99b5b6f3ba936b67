use crate::engine::job::Job;
use crate::engine::process::control::Control;
use pipewright_ir::arena::Id;
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// Id of a worker of a run.
pub(super) type WorkerId = Id<Worker>;

/// The driver's side of a thread.
pub(super) struct Worker {
    pub(super) jobs: Sender<Job>,
    pub(super) control: Arc<Control>,
}
