//! The children of this process: tasks that run, and what tasks have left, which this process adopts.

use super::mark::Mark;
use crate::processes::ending::{Ending, LOOK};
use crate::processes::table::{self, Process};
use crate::processes::{adopt, has_children};
use rustix::process::{Pid, WaitId, WaitIdOptions, getpid, waitid};
use std::collections::{BTreeSet, HashSet};
use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

// Children are the process's, whichever run has started them.

/// Tasks of all runs.
static TASKS: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());

/// Held shared while tasks start and end, and alone while somebody looks for what is none: each child is a task or something
/// else for as long as one looks.
static GATE: RwLock<()> = RwLock::new(());

/// What a run knows of the children of this process.
#[derive(Debug)]
pub(crate) struct Family {
    /// All processes are of tasks but these, which were there before. None if this process may start others of its own: then
    /// only what says whose it is, is a task's.
    strangers: Option<HashSet<(Pid, u64)>>,
}

impl Family {
    /// Adopts what tasks leave. `alone` says that this process starts nothing but tasks.
    pub(crate) fn new(alone: bool) -> Self {
        adopt();
        // Whatever ends up at the first process of a container need not be a task's.
        let alone = alone && getpid() != Pid::INIT;
        let known = || -> HashSet<_> {
            let children = match has_children() {
                true => children(),
                false => vec![],
            };
            let known = children.iter();
            known.map(|child| (child.id, child.started)).collect()
        };
        let strangers = alone.then(known);
        Self { strangers }
    }

    /// What lives of a task, whose process is `root`: all below it, and what has lost its parents. Those among them that have
    /// ended are buried.
    pub(crate) fn of_task(&self, root: Pid, mark: &Mark) -> Vec<Process> {
        let _alone = GATE.write().unwrap_or_else(PoisonError::into_inner);
        let all = table::all();
        let mut roots = self.orphans(&all, |orphan| {
            orphan.session == root.as_raw_pid() || mark.is_of(orphan.id)
        });
        roots.push(root);
        living(&all, &roots)
    }

    /// Ends what lives of a run whose tasks have all ended.
    pub(crate) fn end(&self, mark: &Mark, grace: Duration) {
        let mut ending = Ending::new(grace);
        while has_children() && !ending.is_hopeless() {
            let left = self.of_run(mark);
            if left.is_empty() {
                return;
            }
            ending.tell(&left);
            std::thread::sleep(LOOK);
        }
    }

    /// What lives of a run whose tasks have all ended.
    fn of_run(&self, mark: &Mark) -> Vec<Process> {
        let _alone = GATE.write().unwrap_or_else(PoisonError::into_inner);
        let all = table::all();
        let roots = self.orphans(&all, |orphan| mark.is_of(orphan.id));
        living(&all, &roots)
    }

    /// Children of this process that are no tasks, but were started by one. Those that have ended are buried.
    fn orphans(&self, all: &[Process], is_of: impl Fn(&Process) -> bool) -> Vec<Pid> {
        let me = getpid();
        let session = table::session(me);
        let tasks = tasks().clone();
        let is_left = |process: &&Process| {
            process.is_child_of(me)
                && !tasks.contains(&process.id.as_raw_pid())
                && (is_of(process) || self.is_nobodys(process, session))
        };
        let orphans: Vec<&Process> = all.iter().filter(is_left).collect();
        for orphan in orphans.iter().filter(|orphan| orphan.is_zombie) {
            let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG;
            let _ = waitid(WaitId::Pid(orphan.id), options);
        }
        orphans.iter().map(|orphan| orphan.id).collect()
    }

    /// Whether nothing says whose a process is that can only be a task's: it is in a session that a task has begun.
    fn is_nobodys(&self, process: &Process, session: Option<i32>) -> bool {
        let strangers = self.strangers.as_ref();
        strangers.is_some_and(|known| !known.contains(&(process.id, process.started)))
            && session.is_none_or(|own| own != process.session)
            && Mark::read(process.id).is_none()
    }
}

fn living(all: &[Process], roots: &[Pid]) -> Vec<Process> {
    let mut living = table::with_descendants(all, roots);
    living.retain(|process| !process.is_zombie);
    living
}

fn children() -> Vec<Process> {
    let (mut all, me) = (table::all(), getpid());
    all.retain(|process| process.is_child_of(me));
    all
}

fn tasks() -> MutexGuard<'static, BTreeSet<i32>> {
    TASKS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the process of a task.
pub(super) fn start(command: &mut Command) -> io::Result<Child> {
    let _shared = GATE.read().unwrap_or_else(PoisonError::into_inner);
    let child = command.spawn()?;
    tasks().insert(Pid::from_child(&child).as_raw_pid());
    Ok(child)
}

/// Waits for the end of a task, and forgets it.
pub(super) fn bury(child: &mut Child) -> io::Result<ExitStatus> {
    // Its id is its own until then.
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
    let id = Pid::from_child(child);
    while let Err(rustix::io::Errno::INTR) = waitid(WaitId::Pid(id), options) {}
    let _shared = GATE.read().unwrap_or_else(PoisonError::into_inner);
    let status = child.wait();
    tasks().remove(&id.as_raw_pid());
    status
}
