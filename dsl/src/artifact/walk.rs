//! All that is in a folder, in an order that depends on names only.

use super::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What is in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    path: PathBuf,
    kind: EntryKind,
}

/// Kind of an [`Entry`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, with what it leads to.
    Link(PathBuf),
}

impl Entry {
    /// Its path in the folder that is walked.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its kind.
    pub fn kind(&self) -> &EntryKind {
        &self.kind
    }
}

/// Iterator of all that is in a folder: of the names of a folder in their order, each folder before what is in it. Links are
/// not followed.
#[derive(Debug)]
pub struct Walk {
    root: PathBuf,
    is_deep: bool,
    /// What is still to come, the next one last.
    pending: Vec<PathBuf>,
    /// What was wrong with the folder itself.
    error: Option<Error>,
}

/// All that is in a folder.
pub(super) fn walk(root: &Path) -> Walk {
    Walk::of(root, true)
}

/// What lies directly in a folder.
pub(super) fn entries(root: &Path) -> Walk {
    Walk::of(root, false)
}

impl Walk {
    fn of(root: &Path, is_deep: bool) -> Self {
        let mut walk = Self {
            root: root.to_owned(),
            is_deep,
            pending: vec![],
            error: None,
        };
        if let Err(error) = walk.enter(Path::new("")) {
            walk.error = Some(Error::io(root, "read", error));
        }
        walk
    }

    /// Adds what is in a folder.
    fn enter(&mut self, folder: &Path) -> io::Result<()> {
        // `join("")` would add a slash, and follow a link.
        let path = match folder.as_os_str().is_empty() {
            true => self.root.clone(),
            false => self.root.join(folder),
        };
        let entries = fs::read_dir(path)?;
        let names = entries.map(|entry| Ok(folder.join(entry?.file_name())));
        let mut paths = names.collect::<io::Result<Vec<_>>>()?;
        paths.sort_unstable_by(|left, right| right.cmp(left));
        self.pending.append(&mut paths);
        Ok(())
    }

    fn entry(&mut self, path: PathBuf) -> Result<Entry, Error> {
        let whole = self.root.join(&path);
        let read = |error| Error::io(&whole, "read", error);
        let file_type = fs::symlink_metadata(&whole).map_err(read)?.file_type();
        let kind = if file_type.is_symlink() {
            EntryKind::Link(fs::read_link(&whole).map_err(read)?)
        } else if file_type.is_dir() {
            if self.is_deep {
                self.enter(&path).map_err(read)?;
            }
            EntryKind::Folder
        } else if file_type.is_file() {
            EntryKind::File
        } else {
            let wrong = "expected a file, a folder or a link, and no pipe, socket or device";
            return Err(Error::new(whole, wrong));
        };
        Ok(Entry { path, kind })
    }
}

impl Iterator for Walk {
    type Item = Result<Entry, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.error.take() {
            return Some(Err(error));
        }
        let path = self.pending.pop()?;
        Some(self.entry(path))
    }
}
