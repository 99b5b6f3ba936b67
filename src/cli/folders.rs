//! Where the command line keeps files for later.

use super::arguments::Run;
use etcetera::BaseStrategy;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The folder in which outputs are kept, unless none are to be kept.
pub(super) fn cache(options: &Run) -> Option<PathBuf> {
    if options.no_cache {
        return None;
    }
    let given = options
        .cache_dir
        .clone()
        .filter(|folder| !folder.as_os_str().is_empty());
    given.or_else(|| {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.cache_dir().join("pipewright"))
    })
}

/// The folder in which runs say what they wait for: `PIPEWRIGHT_RUNS`, or one of the user's.
pub(super) fn runs() -> Option<PathBuf> {
    of_user("PIPEWRIGHT_RUNS", "runs")
}

/// The folder of artifacts: `PIPEWRIGHT_ARTIFACTS`, or one of the user's.
pub(super) fn artifacts() -> Option<PathBuf> {
    of_user("PIPEWRIGHT_ARTIFACTS", "artifacts")
}

/// The folder that a variable names, or one of the user's.
fn of_user(variable: &str, name: &str) -> Option<PathBuf> {
    let given = std::env::var_os(variable).filter(|folder| !folder.is_empty());
    given.map(PathBuf::from).or_else(|| {
        let base = etcetera::choose_base_strategy().ok()?;
        let state = base.state_dir().unwrap_or_else(|| base.data_dir());
        Some(state.join("pipewright").join(name))
    })
}

/// A name for a run of a pipeline, which no other has at about the same time.
pub(super) fn name_of_run(pipeline: &str) -> String {
    let now = SystemTime::now();
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
    let number = since.as_millis() as u64 ^ u64::from(std::process::id()) << 20;
    format!("{}-{:06x}", pipeline.replace('_', "-"), number & 0xff_ffff)
}
