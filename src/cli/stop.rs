//! Ctrl-C and SIGTERM.

use super::exit::Exit;
use pipewright_runner::engine::Stop;

/// Signals that stop a run.
#[derive(Debug, Default)]
pub(super) struct Signals {
    #[cfg(unix)]
    first: std::sync::Arc<std::sync::atomic::AtomicI32>,
}

#[cfg(unix)]
impl Signals {
    /// Stops a run with the first signal, and its exit handlers with the second one.
    pub(super) fn stop(stop: Stop) -> Self {
        use signal_hook::consts::{SIGINT, SIGTERM};
        use std::sync::atomic::Ordering;
        let known = Self::default();
        // Without them a signal ends the process, as it does anyway.
        let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM]) else {
            return known;
        };
        let first = std::sync::Arc::clone(&known.first);
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let unset = first.compare_exchange(0, signal, Ordering::SeqCst, Ordering::SeqCst);
                let exit = exit_of(unset.map_or_else(|first| first, |_| signal));
                match stop.stop() {
                    1 => super::output::note("stopping; the same again ends exit handlers, too"),
                    2 => drop(std::thread::spawn(move || {
                        // The run ends by itself, unless nobody takes what it prints.
                        std::thread::sleep(PATIENCE);
                        std::process::exit(exit as i32);
                    })),
                    _ => std::process::exit(exit as i32),
                }
            }
        });
        known
    }

    /// Exit code of a run that has failed.
    pub(super) fn exit(&self) -> Option<Exit> {
        match self.first.load(std::sync::atomic::Ordering::SeqCst) {
            0 => None,
            signal => Some(exit_of(signal)),
        }
    }
}

/// Time that a run has to end after the second signal.
#[cfg(unix)]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(2);

#[cfg(unix)]
fn exit_of(signal: i32) -> Exit {
    if signal == signal_hook::consts::SIGTERM {
        Exit::Terminated
    } else {
        Exit::Interrupted
    }
}

#[cfg(not(unix))]
impl Signals {
    /// Does nothing: here a signal ends the process.
    pub(super) fn stop(_: Stop) -> Self {
        Self::default()
    }

    /// Exit code of a run that has failed.
    pub(super) fn exit(&self) -> Option<Exit> {
        None
    }
}
