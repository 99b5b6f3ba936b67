//! What runs have left that were killed.

use crate::folder::{BELL_PREFIX, Folder};

/// Beginning of the names of runs' folders.
pub(super) const PREFIX: &str = "pipewright-run-";

/// Removes the folders of runs that were killed, and ends what may still run of their tasks.
pub(super) fn remove() {
    // Of sockets only the folder is left.
    drop(Folder::dead(&std::env::temp_dir(), BELL_PREFIX));
    for folder in Folder::dead(&std::env::temp_dir(), PREFIX) {
        #[cfg(unix)]
        end(folder.path());
        drop(folder);
    }
}

/// Ends what runs of a run. Its tasks have seen the death of their engine: what is there now was killed with it only half.
#[cfg(unix)]
fn end(folder: &std::path::Path) {
    use super::process::mark::Mark;
    use crate::processes::{ending, table};
    use rustix::process::getpid;
    // What is killed and does not go waits for a device.
    const TRIES: usize = 100;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let (mark, me) = (Mark::of_run(&name), getpid());
    // A run in a task of a run that was killed ends with that task.
    if mark.is_of(me) {
        return;
    }
    for _ in 0..TRIES {
        let mut left = table::all();
        left.retain(|process| !process.is_zombie && process.id != me && mark.is_of(process.id));
        if left.is_empty() {
            return;
        }
        left.iter().for_each(ending::kill);
        std::thread::sleep(ending::LOOK);
    }
}
