//! Folders of artifacts in this process.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Folder of what came in.
static GIVEN: OnceLock<PathBuf> = OnceLock::new();

/// Folder of what the task makes.
static MADE: OnceLock<PathBuf> = OnceLock::new();

/// Sets the folder of the artifacts that came in, and that in which artifacts are made; else they are made among the temporary
/// files. Each is set once in a process.
#[doc(hidden)]
pub fn set_folders(given: Option<&Path>, made: Option<&Path>) {
    for (folder, path) in [(&GIVEN, given), (&MADE, made)] {
        if let Some(path) = path {
            let _ = folder.set(path.to_owned());
        }
    }
}

/// The folder in which artifacts are made, if one was set.
pub(super) fn made() -> Option<&'static Path> {
    MADE.get().map(PathBuf::as_path)
}

/// A path as it is told: that of an artifact without the folder of the task, of which its author knows nothing.
pub(super) fn told(path: &Path) -> &Path {
    let folders = [&GIVEN, &MADE].into_iter().filter_map(OnceLock::get);
    let names = folders.filter_map(|folder| path.strip_prefix(folder).ok());
    names
        .min_by_key(|name| name.as_os_str().len())
        .unwrap_or(path)
}
