//! Artifacts in a task of the local engine: they are in the run's store, and the task has links to them.

use super::{At, Transport};
use crate::artifacts::store::Store;
use crate::artifacts::tree;
use crate::exec::error::Error;
use crate::files;
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
        let path = self.folder.join("inputs").join(at.path());
        let linked = self.store.path(uri).and_then(|from| {
            files::make_folder_of(&path)?;
            tree::link(&from, &path)
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

    fn folder(&self) -> Result<PathBuf, Error> {
        let folder = self.folder.join("new");
        let made = std::fs::create_dir_all(&folder);
        made.map_err(|source| Error::System {
            what: "make a folder for artifacts",
            source,
        })?;
        Ok(folder)
    }
}
