//! Signals that stop a run: Ctrl-C and Ctrl-\, SIGTERM, a terminal that is closed.

use super::exit::Exit;
use pipewright_runner::engine::Stop;
use std::time::Duration;

/// Signals that stop a run.
#[derive(Debug, Default)]
pub(super) struct Signals {
    #[cfg(unix)]
    shared: std::sync::Arc<system::Shared>,
}

#[cfg(unix)]
impl Signals {
    /// Stops a run with the first signal, and its exit handlers with the second one. What they stop has some time to clean up.
    pub(super) fn stop(stop: Stop, grace: Option<Duration>) -> Self {
        let known = Self::default();
        // Without them a signal ends the process, as it does anyway.
        if let Ok(signals) = signal_hook::iterator::Signals::new(system::signals()) {
            let shared = std::sync::Arc::clone(&known.shared);
            std::thread::spawn(move || system::listen(signals, &shared, &stop, grace));
        }
        known
    }

    /// Notes that the run has ended: a signal ends the process.
    pub(super) fn end(&self) {
        self.shared.end();
    }

    /// Exit code of a run that has failed.
    pub(super) fn exit(&self) -> Option<Exit> {
        self.shared.exit()
    }
}

#[cfg(not(unix))]
impl Signals {
    /// Does nothing: here a signal ends the process.
    pub(super) fn stop(_: Stop, _: Option<Duration>) -> Self {
        Self::default()
    }

    /// Does nothing.
    pub(super) fn end(&self) {}

    /// Exit code of a run that has failed.
    pub(super) fn exit(&self) -> Option<Exit> {
        None
    }
}

#[cfg(unix)]
mod system {
    use super::Exit;
    use crate::cli::output::note;
    use pipewright_runner::engine::{GRACE, Stop};
    use pipewright_runner::streams;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use std::process::exit;
    use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
    use std::thread;
    use std::time::{Duration, Instant};

    /// Time that a run has to end when all that it runs has ended.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Time in which a terminal that is closed says so: once itself, and once more through the shell.
    const HANGING_UP: Duration = Duration::from_secs(1);

    /// What the thread that waits for signals shares with the run.
    #[derive(Debug, Default)]
    pub(super) struct Shared {
        /// The first signal; 0 if there was none.
        first: AtomicI32,
        ended: AtomicBool,
    }

    impl Shared {
        pub(super) fn end(&self) {
            self.ended.store(true, Ordering::SeqCst);
        }

        pub(super) fn exit(&self) -> Option<Exit> {
            match self.first.load(Ordering::SeqCst) {
                0 => None,
                signal => Some(exit_of(signal)),
            }
        }
    }

    /// The signals that are listened to.
    pub(super) fn signals() -> Vec<i32> {
        // A file that is too large is an error of who writes it, not the end of the process.
        let mut signals = vec![SIGINT, SIGTERM, SIGQUIT, SIGXFSZ];
        // `nohup` lets a run go on without its terminal.
        if !is_ignored(SIGHUP) {
            signals.push(SIGHUP);
        }
        signals
    }

    fn is_ignored(signal: i32) -> bool {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        ignored.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
    }

    /// Waits for signals as long as the process lives.
    pub(super) fn listen(
        mut signals: Signals,
        shared: &Shared,
        stop: &Stop,
        grace: Option<Duration>,
    ) {
        let mut hung_up: Option<Instant> = None;
        for signal in signals.forever() {
            if signal == SIGXFSZ {
                continue;
            }
            if signal == SIGHUP {
                let before = hung_up.replace(Instant::now());
                if before.is_some_and(|before| before.elapsed() < HANGING_UP) {
                    continue;
                }
            }
            let first = &shared.first;
            let unset = first.compare_exchange(0, signal, Ordering::SeqCst, Ordering::SeqCst);
            let code = exit_of(unset.map_or_else(|first| first, |_| signal)) as i32;
            if shared.ended.load(Ordering::SeqCst) {
                exit(code);
            }
            // Nobody may read what the run prints.
            streams::hurry();
            match stop.stop() {
                // On a thread of its own: what comes next is heard while this is written.
                1 => drop(thread::spawn(|| {
                    note("stopping; the same again ends exit handlers, too");
                })),
                2 => drop(thread::spawn(move || {
                    // The run ends by itself, unless something keeps it.
                    thread::sleep(grace.unwrap_or(GRACE).saturating_add(PATIENCE));
                    exit(code);
                })),
                _ => exit(code),
            }
        }
    }

    fn exit_of(signal: i32) -> Exit {
        match signal {
            SIGTERM => Exit::Terminated,
            SIGHUP => Exit::HungUp,
            SIGQUIT => Exit::Quit,
            _ => Exit::Interrupted,
        }
    }
}
