//! Artifacts of a run: its store, what is brought into it, and what is kept of it.

use super::worker::WorkerId;
use crate::artifacts::store::Store;
use crate::artifacts::tree;
use crate::files;
use crate::folder::Folder;
use pipewright_compiler::plan::{Plan, Template};
use pipewright_ir::artifact::{self, Reference};
use pipewright_ir::graph::{Component, Input, Output};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::collections::{BTreeMap, HashMap};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Beginning of the names of folders with the artifacts of a run.
pub(crate) const PREFIX: &str = "pipewright-artifacts-";

/// What became of an import, once it is known: its URI in the store, or why there is none.
type Import = Arc<OnceLock<Result<String, String>>>;

/// Artifacts of a run.
#[derive(Debug)]
pub(crate) struct Artifacts {
    store: Store,
    /// Folder of the tasks' folders.
    tasks: PathBuf,
    imports: Mutex<HashMap<String, Import>>,
    /// Held for as long as the run goes on.
    _home: Option<Folder>,
}

/// Whether a component takes or gives artifacts.
pub(super) fn has_artifacts(component: &Component) -> bool {
    let inputs = component.inputs.iter().map(|Input { ty, .. }| ty);
    let outputs = component.outputs.iter().map(|Output { ty, .. }| ty);
    inputs.chain(outputs).any(|ty| ty.artifact().is_some())
}

impl Artifacts {
    /// The artifacts of a run, if it has any, in a new folder in `parent`, or else in the run's own.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub(crate) fn of(
        plan: &Plan,
        parent: Option<&Path>,
        folder: &Path,
    ) -> io::Result<Option<Self>> {
        let mut templates = plan.templates.values();
        let has_artifacts = |template: &Template| has_artifacts(&template.component);
        if !templates.any(has_artifacts) {
            return Ok(None);
        }
        let home = match parent {
            None => None,
            Some(parent) => {
                let of_parent = |error: io::Error| {
                    io::Error::new(error.kind(), format!("`{}`: {error}", parent.display()))
                };
                std::fs::create_dir_all(parent).map_err(of_parent)?;
                // Of runs that were killed.
                drop(Folder::dead(parent, PREFIX));
                Some(Folder::new(parent, PREFIX).map_err(of_parent)?)
            }
        };
        let path = home.as_ref().map_or(folder, Folder::path);
        Ok(Some(Self {
            store: Store::new(path.join("store")),
            tasks: path.join("tasks"),
            imports: Mutex::default(),
            _home: home,
        }))
    }

    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// Folder of the task of a worker, in the file system of the store.
    pub(super) fn folder(&self, worker: WorkerId) -> PathBuf {
        self.tasks.join(worker.index().to_string())
    }

    /// Makes room for the next task of a worker.
    pub(super) fn clear(&self, worker: WorkerId) {
        // A folder that cannot be read is not there, as far as anybody can tell.
        let entries = std::fs::read_dir(self.folder(worker)).into_iter().flatten();
        for entry in entries.flatten() {
            let _ = tree::remove(&entry.path());
        }
    }

    /// The inputs of a task, whose artifacts are all in the store.
    ///
    /// # Errors
    /// What cannot be brought into the store, with the name of its input.
    pub(super) fn import(
        &self,
        component: &Component,
        inputs: &BTreeMap<String, Json>,
    ) -> Result<BTreeMap<String, Json>, String> {
        let mut imported = inputs.clone();
        for input in &component.inputs {
            if let Some(json) = imported.get_mut(&input.name) {
                let of_input = |reason| format!("input `{}`: {reason}", input.name);
                *json = self.import_all(&input.ty, json).map_err(of_input)?;
            }
        }
        Ok(imported)
    }

    fn import_all(&self, ty: &Type, json: &Json) -> Result<Json, String> {
        let mut import = |_: &_, _: &_, reference: Reference| {
            let uri = match Store::is_uri(&reference.uri) {
                true => reference.uri,
                false => self.import_one(&reference.uri)?,
            };
            Ok::<_, String>(Reference { uri, ..reference })
        };
        artifact::map(ty, json, &mut import)
    }

    /// Brings an artifact into the store, once in a run.
    fn import_one(&self, uri: &str) -> Result<String, String> {
        let imports = self.imports.lock();
        let mut imports = imports.unwrap_or_else(PoisonError::into_inner);
        let number = imports.len();
        let import = Arc::clone(imports.entry(uri.to_owned()).or_default());
        drop(imports);
        let make = || {
            let new = self.tasks.join(format!("import-{number}"));
            let made = self.fetch(uri, &new);
            let _ = tree::remove(&new);
            made.map_err(|error| format!("cannot import `{uri}`: {error}"))
        };
        import.get_or_init(make).clone()
    }

    fn fetch(&self, uri: &str, new: &Path) -> io::Result<String> {
        let path = local_path(uri)?;
        // A link of the user's own leads where they say.
        let path = path.canonicalize()?;
        files::make_folder_of(new)?;
        // A copy: the user may change the file.
        tree::copy(&path, new)?;
        self.store.put(new)
    }

    /// Puts the artifacts of an output where people find them, and says where they are.
    ///
    /// # Errors
    /// What cannot be put there.
    pub(crate) fn keep(
        &self,
        output: &str,
        ty: &Type,
        json: &Json,
        folder: &Path,
    ) -> Result<Json, io::Error> {
        let mut keep = |ty: &_, place: &artifact::Place, reference: Reference| {
            let path = folder.join(place.path(output, ty));
            let from = match Store::is_uri(&reference.uri) {
                true => self.store.path(&reference.uri)?,
                false => return Ok::<_, Failed>(reference),
            };
            files::make_folder_of(&path)?;
            // Never half there.
            let new = path.with_file_name(format!(".new-{}", files::unused()));
            let made = tree::link(&from, &new).and_then(|()| std::fs::rename(&new, &path));
            if made.is_err() {
                let _ = tree::remove(&new);
            }
            made?;
            let uri = path.display().to_string();
            Ok(Reference { uri, ..reference })
        };
        artifact::map(ty, json, &mut keep).map_err(|Failed(error)| error)
    }
}

struct Failed(io::Error);

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self(error)
    }
}

impl From<String> for Failed {
    fn from(message: String) -> Self {
        Self(io::Error::new(ErrorKind::InvalidData, message))
    }
}

/// The path that a URI is, or names.
fn local_path(uri: &str) -> io::Result<PathBuf> {
    artifact::check_uri(uri).map_err(|reason| io::Error::new(ErrorKind::InvalidInput, reason))?;
    match artifact::scheme(uri) {
        None => Ok(PathBuf::from(uri)),
        Some(("file", path)) => Ok(PathBuf::from(path)),
        Some((scheme, _)) => {
            let message =
                format!("`{scheme}://` is read on a cluster only; download it, and give its path");
            Err(io::Error::new(ErrorKind::Unsupported, message))
        }
    }
}
