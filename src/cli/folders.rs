//! Where the command line keeps files for later.

use super::arguments::Run;
use etcetera::BaseStrategy;
use std::path::PathBuf;

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
    let given = std::env::var_os("PIPEWRIGHT_RUNS").filter(|folder| !folder.is_empty());
    given.map(PathBuf::from).or_else(|| {
        let base = etcetera::choose_base_strategy().ok()?;
        let state = base.state_dir().unwrap_or_else(|| base.data_dir());
        Some(state.join("pipewright").join("runs"))
    })
}
