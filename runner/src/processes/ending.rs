//! The end of processes: they are asked, and killed if they are still there after a while.

use super::table::{self, Process};
use rustix::process::{Pid, Signal, getpid, kill_process, kill_process_group};
use std::collections::HashSet;
use std::time::{Duration, Instant};

/// Time after which what was killed is given up.
const HOPE: Duration = Duration::from_secs(5);

/// Time between two looks at what is left.
pub(crate) const LOOK: Duration = Duration::from_millis(10);

/// Processes that are told to end.
#[derive(Debug)]
pub(crate) struct Ending {
    /// None if the time is past all time.
    killed_at: Option<Instant>,
    asked: HashSet<(Pid, u64)>,
}

impl Ending {
    /// Gives processes some time.
    pub(crate) fn new(grace: Duration) -> Self {
        Self {
            killed_at: Instant::now().checked_add(grace),
            asked: HashSet::new(),
        }
    }

    /// Gives no more time.
    #[cfg(feature = "engine")]
    pub(crate) fn hurry(&mut self) {
        self.killed_at = Some(Instant::now());
    }

    /// End of their time.
    pub(crate) fn is_late(&self) -> bool {
        self.killed_at.is_some_and(|at| at <= Instant::now())
    }

    /// End of all hope: what is killed and does not go waits for a device, and nobody can help it.
    pub(crate) fn is_hopeless(&self) -> bool {
        let given_up = self.killed_at.and_then(|at| at.checked_add(HOPE));
        given_up.is_some_and(|at| at <= Instant::now())
    }

    /// Asks processes to end that were not asked before, or kills them if their time has passed.
    pub(crate) fn tell(&mut self, processes: &[Process]) {
        let alive = processes.iter().filter(|process| !process.is_zombie);
        if self.is_late() {
            alive.for_each(kill);
            return;
        }
        for process in alive {
            if self.asked.insert((process.id, process.started)) {
                // What has ended by itself meanwhile needs no signal.
                let _ = kill_process(process.id, Signal::TERM);
                // One that was halted would not hear it.
                let _ = kill_process(process.id, Signal::CONT);
            }
        }
    }
}

/// Kills a process with its group, whose members cannot start others meanwhile: the system stops them all at once.
pub(crate) fn kill(process: &Process) {
    // A task has left the group of the engine, but for the moment of its start.
    if process.group > 1 && Some(process.group) != table::group(getpid()) {
        let group = Pid::from_raw(process.group);
        let _ = group.map(|group| kill_process_group(group, Signal::KILL));
    }
    let _ = kill_process(process.id, Signal::KILL);
}
