//! Events: the course of a run as one stream, which progress, reports and journals read.

use super::phase::{Kind, Phase};
use serde::{Serialize, Serializer};
use std::time::Duration;

/// Event of a run. Tasks are named by their paths, such as `if-1/small`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// Start of a task or block.
    Started {
        /// Path of the task.
        task: String,
        /// Kind of the task.
        kind: Kind,
        /// Time since the start of the run.
        #[serde(serialize_with = "seconds")]
        time: Duration,
    },
    /// Line that a task has printed.
    Log {
        /// Path of the task.
        task: String,
        /// The line, without its end.
        line: String,
        /// Time since the start of the run.
        #[serde(serialize_with = "seconds")]
        time: Duration,
    },
    /// Failure of an attempt, after which the next one starts.
    Retry {
        /// Path of the task.
        task: String,
        /// Number of the next attempt, from 2.
        attempt: u32,
        /// Message of the attempt that failed.
        message: String,
        /// Time since the start of the run.
        #[serde(serialize_with = "seconds")]
        time: Duration,
    },
    /// End of a task or block.
    Finished {
        /// Path of the task.
        task: String,
        /// Kind of the task.
        kind: Kind,
        /// Succeeded or failed.
        phase: Phase,
        /// Message of the failure.
        message: Option<String>,
        /// Duration with all attempts.
        #[serde(rename = "seconds", serialize_with = "seconds")]
        duration: Duration,
        /// Its outputs are those of an earlier run.
        cached: bool,
        /// Time since the start of the run.
        #[serde(serialize_with = "seconds")]
        time: Duration,
    },
    /// Condition of a task or block that does not hold, or loop without items.
    Skipped {
        /// Path of the task.
        task: String,
        /// Time since the start of the run.
        #[serde(serialize_with = "seconds")]
        time: Duration,
    },
}

impl Event {
    /// Path of the task.
    pub fn task(&self) -> &str {
        match self {
            Self::Started { task, .. }
            | Self::Log { task, .. }
            | Self::Retry { task, .. }
            | Self::Finished { task, .. }
            | Self::Skipped { task, .. } => task,
        }
    }

    /// Time since the start of the run.
    pub fn time(&self) -> Duration {
        match self {
            Self::Started { time, .. }
            | Self::Log { time, .. }
            | Self::Retry { time, .. }
            | Self::Finished { time, .. }
            | Self::Skipped { time, .. } => *time,
        }
    }
}

/// Reader of what happens in a run, in the order in which it happens.
pub trait Observer {
    /// Takes one event. The run goes on while it works; a task whose log it does not take has to wait.
    fn observe(&mut self, event: &Event);
}

impl<F: FnMut(&Event)> Observer for F {
    fn observe(&mut self, event: &Event) {
        self(event);
    }
}

fn seconds<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(duration.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_written_as_json() {
        let event = Event::Finished {
            task: "each-1(0)/add".into(),
            kind: Kind::Task,
            phase: Phase::Failed,
            message: Some("no".into()),
            duration: Duration::from_millis(1500),
            cached: false,
            time: Duration::from_secs(2),
        };
        let json = serde_json::to_string(&event).expect("it can be JSON");
        let expected = r#"{"event":"finished","task":"each-1(0)/add","kind":"task","phase":"failed","message":"no","seconds":1.5,"cached":false,"time":2.0}"#;
        assert_eq!(json, expected);
        assert_eq!((event.task(), event.time().as_secs()), ("each-1(0)/add", 2));
    }
}
