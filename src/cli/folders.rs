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
