//! Folders that go with their owner, or after its death with the next one.

use crate::files::{first_free, unused};
use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Beginning of the names of folders with sockets of runs that ask somebody.
pub const BELL_PREFIX: &str = "pipewright-bell-";

/// Folder for files that are of no use later, which only this user can enter. It is removed when this is dropped.
///
/// A lock on the folder itself says that its owner lives: an owner that was killed has none, and [`Folder::dead`] finds
/// what it has left. On systems that do not lock folders nothing is found.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Held for its lock.
    _lock: Option<File>,
}

impl Folder {
    /// A new folder, in one that is there. Its name is the prefix with 16 hexadecimal digits.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn new(parent: &Path, prefix: &str) -> io::Result<Self> {
        loop {
            let new_path = || parent.join(format!("{prefix}{}", unused()));
            let ((), path) = first_free(new_path, make)?;
            let lock = File::open(&path).and_then(|file| file.lock().map(|()| file));
            // Somebody may have taken it for a dead one's before it was locked.
            if path.exists() {
                let _lock = lock.ok();
                return Ok(Self { path, _lock });
            }
        }
    }

    /// A new folder in the system's one for such files.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn temporary(prefix: &str) -> io::Result<Self> {
        Self::new(&std::env::temp_dir(), prefix)
    }

    /// The folders of a prefix whose owners are dead. They are this process's now, and removed when they are dropped.
    pub fn dead(parent: &Path, prefix: &str) -> Vec<Self> {
        let entries = fs::read_dir(parent).into_iter().flatten().flatten();
        let named = entries.filter(|entry| {
            let name = entry.file_name();
            let number = name.to_str().and_then(|name| name.strip_prefix(prefix));
            number.is_some_and(|number| {
                number.len() == 16 && number.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
        });
        named.filter_map(|entry| Self::take(entry.path())).collect()
    }

    /// Takes a folder of this user, if its owner is dead.
    fn take(path: PathBuf) -> Option<Self> {
        let known = fs::symlink_metadata(&path).ok()?;
        if !known.is_dir() || !is_mine(&known) {
            return None;
        }
        let lock = File::open(&path).ok()?;
        lock.try_lock().ok()?;
        let _lock = Some(lock);
        Some(Self { path, _lock })
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A task whose engine was killed at its start may still write to it. The next one removes what cannot be removed now.
        const TRIES: usize = 50;
        for _ in 0..TRIES {
            match fs::remove_dir_all(&self.path) {
                Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {
                    thread::sleep(Duration::from_millis(10));
                }
                _ => return,
            }
        }
    }
}

/// Makes a folder that only this user can enter.
fn make(path: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "modes are of Unix"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(unix)]
fn is_mine(known: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(known) == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
fn is_mine(_: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_dead_leave_is_found() {
        let parent = Folder::temporary("pipewright-test-").expect("there is room");
        let living = Folder::new(parent.path(), "run-").expect("there is room");
        let dead = parent.path().join("run-0123456789abcdef");
        make(&dead).expect("there is room");
        fs::write(dead.join("file"), "x").expect("there is room");
        for other in ["run-0123", "walk-0123456789abcdef", "run-0123456789abcdeg"] {
            make(&parent.path().join(other)).expect("there is room");
        }
        let found = Folder::dead(parent.path(), "run-");
        let paths: Vec<&Path> = found.iter().map(Folder::path).collect();
        assert_eq!(paths, [dead.as_path()]);
        // It has a new owner.
        assert!(Folder::dead(parent.path(), "run-").is_empty());
        drop(found);
        assert!(!dead.exists());
        assert!(living.path().exists());
        assert_eq!(fs::read_dir(parent.path()).expect("it is there").count(), 4);
    }
}
