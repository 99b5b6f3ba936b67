//! Artifacts in a container: the engine puts those that come in into a folder, and takes those that go out from another.

use super::{At, Transport};
use crate::artifacts::tree;
use crate::exec::error::Error;
use crate::files;
use pipewright_ir::artifact::{self, GS, HTTP, OUTPUTS};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Folders of a container.
#[derive(Default)]
pub(crate) struct Container<'a> {
    /// Folder of the artifacts that come in.
    pub(crate) inputs: Option<&'a Path>,
    /// Folder of the outputs.
    pub(crate) outputs: Option<&'a Path>,
    /// Beginning of the keys of the artifacts that go out.
    pub(crate) keys: Option<&'a str>,
}

impl Transport for Container<'_> {
    fn receive(&self, at: &At<'_>, uri: &str) -> Result<PathBuf, Error> {
        let folder = self.inputs.ok_or_else(|| {
            Error::usage(format!("`--in` is missing: `{}` is an artifact", at.name))
        })?;
        let path = folder.join(at.path());
        let elsewhere = match artifact::scheme(uri) {
            Some(("gs", _)) => folder.join(GS),
            Some(("http" | "https", _)) => folder.join(HTTP),
            _ => folder.to_owned(),
        };
        let elsewhere = elsewhere.join(at.path());
        let path = match path.exists() || !elsewhere.exists() {
            true => path,
            false => elsewhere,
        };
        match path.symlink_metadata() {
            Ok(_) => Ok(path),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let missing = format!("there is none at `{uri}`");
                Err(at.failed("read", io::Error::new(ErrorKind::NotFound, missing)))
            }
            Err(error) => Err(at.failed("read", error)),
        }
    }

    fn send(&self, at: &At<'_>, path: &Path) -> Result<String, Error> {
        let missing = |option: &str| {
            Error::usage(format!(
                "`{option}` is missing: `{}` is an artifact",
                at.name
            ))
        };
        let folder = self.outputs.ok_or_else(|| missing("--out"))?;
        let keys = self.keys.ok_or_else(|| missing("--artifacts"))?;
        let to = folder.join(OUTPUTS).join(at.path());
        // What is there is of a try before this one.
        let moved = tree::entries(path)
            .and_then(|_| files::make_folder_of(&to))
            .and_then(|()| tree::remove(&to))
            .and_then(|()| tree::rename(path, &to));
        moved.map_err(|error| at.failed("write", error))?;
        Ok(at.place.key(keys, at.name, at.ty))
    }

    fn spoilt(&self, _: &str) {}

    fn given(&self) -> Option<&Path> {
        self.inputs
    }

    fn folder(&self) -> Result<PathBuf, Error> {
        // It is moved from there: it had better be in the same volume.
        let folder = self.outputs.map(|folder| folder.join(OUTPUTS).join(".new"));
        let folder = folder.unwrap_or_else(std::env::temp_dir);
        let made = std::fs::create_dir_all(&folder);
        made.map_err(|source: io::Error| Error::System {
            what: "make a folder for artifacts",
            source,
        })?;
        Ok(folder)
    }
}
