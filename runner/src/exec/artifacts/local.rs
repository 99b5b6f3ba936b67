//! Artifacts in a task of the local engine: they are in the run's store, and the task has links to them.

use super::{At, Transport};
use crate::artifacts::store::Store;
use crate::artifacts::tree;
use crate::exec::error::Error;
use crate::files;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The store of the run, and the folder of the task.
pub(crate) struct Local {
    store: Store,
    folder: PathBuf,
}

impl Local {
    pub(crate) fn new(store: &Path, folder: &Path) -> Self {
        let (store, folder) = (Store::new(store), folder.to_owned());
        Self { store, folder }
    }
}

impl Transport for Local {
    fn receive(&self, at: &At<'_>, uri: &str) -> Result<PathBuf, Error> {
        let path = self.folder.join(at.path());
        let linked = self.store.path(uri).and_then(|from| {
            match tree::link(&from, &path) {
                // Its folder is made for the first one.
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    files::make_folder_of(&path)?;
                    tree::link(&from, &path)
                }
                linked => linked,
            }
        });
        linked.map_err(|error| at.failed("read", error))?;
        Ok(path)
    }

    fn send(&self, at: &At<'_>, path: &Path) -> Result<String, Error> {
        self.store
            .put(path)
            .map_err(|error| at.failed("write", error))
    }

    fn spoilt(&self, uri: &str) {
        self.store.discard(uri);
    }

    fn given(&self) -> Option<&Path> {
        Some(&self.folder)
    }

    fn folder(&self) -> Result<PathBuf, Error> {
        let made = std::fs::create_dir_all(&self.folder);
        made.map_err(|source| Error::System {
            what: "make a folder for artifacts",
            source,
        })?;
        Ok(self.folder.clone())
    }
}
