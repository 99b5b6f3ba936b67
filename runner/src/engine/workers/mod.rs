//! Workers: threads that run jobs as processes, one at a time each.

pub(super) mod artifacts;
mod attempt;
mod cache;
pub(super) mod program;
pub(super) mod setup;
mod worker;

use super::job::{Failure, Job, JobId};
use super::message::Message;
use super::process::control::{Control, Wakeups};
use pipewright_ir::arena::Arena;
use setup::Setup;
use std::collections::HashMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, Scope};
use worker::{Worker, WorkerId};

/// Workers of a run. What runs is cancelled when they are dropped.
pub(super) struct Workers<'scope, 'env> {
    scope: &'scope Scope<'scope, 'env>,
    setup: &'env Setup<'env>,
    inbox: Sender<Message>,
    workers: Arena<Worker>,
    idle: Vec<WorkerId>,
    busy: HashMap<JobId, WorkerId>,
}

// One channel for each worker, and not one for all: an order must reach the worker of its job.

impl<'scope, 'env> Workers<'scope, 'env> {
    pub(super) fn new(
        scope: &'scope Scope<'scope, 'env>,
        setup: &'env Setup<'env>,
        inbox: Sender<Message>,
    ) -> Self {
        Self {
            scope,
            setup,
            inbox,
            workers: Arena::new(),
            idle: vec![],
            busy: HashMap::new(),
        }
    }

    /// Starts a job.
    ///
    /// # Errors
    /// There is no worker that does nothing, and no other one can be started.
    pub(super) fn start(&mut self, job: Job) -> io::Result<()> {
        let id = match self.idle.pop() {
            Some(id) => id,
            None => self.hire()?,
        };
        self.busy.insert(job.id, id);
        let worker = &self.workers[id];
        // The worker does nothing: no order is lost. A wake that comes late finds nothing to do.
        worker.control.reset();
        let sent = worker.jobs.send(job);
        sent.map_err(|_| io::Error::other("a thread that runs tasks has ended"))
    }

    /// Ends the process of a job. The worker sends its end, as any other.
    pub(super) fn cancel(&self, job: JobId) {
        if let Some(id) = self.busy.get(&job) {
            self.workers[*id].control.cancel();
        }
    }

    /// Notes that a job has ended: its worker may start another one.
    pub(super) fn ended(&mut self, job: JobId) {
        self.idle.extend(self.busy.remove(&job));
    }

    fn hire(&mut self) -> io::Result<WorkerId> {
        let (send, jobs) = mpsc::channel();
        let (control, wakeups) = Control::new()?;
        let worker = Worker {
            jobs: send,
            control: Arc::clone(&control),
        };
        let (setup, inbox) = (self.setup, self.inbox.clone());
        let id = self.workers.alloc(worker);
        let work = move || work(setup, id, &jobs, &control, &wakeups, &inbox);
        let started = thread::Builder::new().spawn_scoped(self.scope, work);
        started.map(|_| id)
    }
}

impl Drop for Workers<'_, '_> {
    fn drop(&mut self) {
        for job in self.busy.keys() {
            self.cancel(*job);
        }
    }
}

/// Runs jobs until there are no more, or nobody wants to know.
fn work(
    setup: &Setup<'_>,
    worker: WorkerId,
    jobs: &Receiver<Job>,
    control: &Arc<Control>,
    wakeups: &Wakeups,
    inbox: &Sender<Message>,
) {
    for job in jobs {
        let id = job.id;
        let log = |lines| {
            let (job, room) = (id, control.room());
            // Nobody listens any more if the run was given up.
            let _ = inbox.send(Message::Log { job, lines, room });
        };
        let attempt = || attempt::run(setup, worker, &job, (control, wakeups), log);
        // The driver would wait for ever for a thread that is gone.
        let outcome = catch_unwind(AssertUnwindSafe(attempt))
            .unwrap_or_else(|_| Err(Failure::Panicked).into());
        if inbox.send(Message::Ended { job: id, outcome }).is_err() {
            return;
        }
    }
}
