use super::{Kind, Phase};
use std::time::Duration;

/// Something that happens in a run. Tasks are named by their paths, such as `if-1/small`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<'a> {
    /// A task or block starts.
    Started {
        /// Its path.
        task: &'a str,
        /// What it is.
        kind: Kind,
    },
    /// A task has printed a line.
    Log {
        /// Its path.
        task: &'a str,
        /// The line, without its end.
        line: &'a str,
    },
    /// A try has failed and the next one starts.
    Retry {
        /// Its path.
        task: &'a str,
        /// Number of the next try, from 2.
        attempt: u32,
        /// Why the try failed.
        message: &'a str,
    },
    /// A task or block has ended.
    Finished {
        /// Its path.
        task: &'a str,
        /// What it is.
        kind: Kind,
        /// How it ended: succeeded or failed.
        phase: Phase,
        /// Why it failed.
        message: Option<&'a str>,
        /// How long it took with all tries.
        duration: Duration,
        /// Whether its outputs are those of an earlier run.
        cached: bool,
    },
    /// The condition of a task or block does not hold, or a loop has no items.
    Skipped {
        /// Its path.
        task: &'a str,
    },
}

/// Who is told what happens in a run, in the order in which it happens.
pub trait Observer {
    /// Takes one event. While it works no new task starts.
    fn observe(&mut self, event: &Event<'_>);
}

impl<F: FnMut(&Event<'_>)> Observer for F {
    fn observe(&mut self, event: &Event<'_>) {
        self(event);
    }
}
