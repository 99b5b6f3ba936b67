use crate::engine::phase::Phase;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::time::Duration;

/// End of a task or block.
#[derive(Debug, Clone)]
pub(crate) struct End {
    pub(crate) phase: Phase,
    /// Number of attempts; 0 if its outputs are those of an earlier run.
    pub(crate) attempts: u32,
    pub(crate) cached: bool,
    pub(crate) message: Option<String>,
    pub(crate) duration: Duration,
    pub(crate) outputs: BTreeMap<String, Json>,
}

impl End {
    pub(crate) fn of(phase: Phase) -> Self {
        Self {
            phase,
            attempts: 0,
            cached: false,
            message: None,
            duration: Duration::ZERO,
            outputs: BTreeMap::new(),
        }
    }

    pub(crate) fn succeeded(outputs: BTreeMap<String, Json>) -> Self {
        Self {
            outputs,
            ..Self::of(Phase::Succeeded)
        }
    }

    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self {
            message: Some(message.into()),
            ..Self::of(Phase::Failed)
        }
    }

    /// The end of what somebody has stopped.
    pub(crate) fn stopped() -> Self {
        Self::failed("stopped")
    }
}
