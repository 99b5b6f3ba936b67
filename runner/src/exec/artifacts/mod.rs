//! Artifacts of a call: where those that come in lie, and where those that go out are put.

pub(super) mod container;
#[cfg(feature = "engine")]
pub(super) mod local;

use super::error::Error;
use crate::artifacts::tree::State;
use pipewright_ir::artifact::{self, Located, Place, Reference};
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use pipewright_ir::types::ArtifactType;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Way of the files of artifacts between tasks.
pub(super) trait Transport {
    /// The path of an artifact that comes in.
    ///
    /// # Errors
    /// It is not there, or cannot be put there.
    fn receive(&self, at: &At<'_>, uri: &str) -> Result<PathBuf, Error>;

    /// Takes the file or folder of an artifact that goes out, and says where it is from now on.
    ///
    /// # Errors
    /// It cannot be read or moved.
    fn send(&self, at: &At<'_>, path: &Path) -> Result<String, Error>;

    /// Called where a task has changed an artifact that came in.
    fn spoilt(&self, uri: &str);

    /// Folder of the artifacts that come in.
    fn given(&self) -> Option<&Path>;

    /// Folder in which the task makes artifacts.
    ///
    /// # Errors
    /// It cannot be made.
    fn folder(&self) -> Result<PathBuf, Error>;
}

/// An artifact among the values of an input or output.
pub(super) struct At<'a> {
    pub(super) name: &'a str,
    pub(super) place: &'a Place,
    pub(super) ty: &'a ArtifactType,
}

impl At<'_> {
    /// Path of its file in a folder for all inputs or outputs.
    pub(super) fn path(&self) -> String {
        self.place.path(self.name, self.ty)
    }

    /// Checks that a file is one, and a folder too.
    fn check(&self, path: &Path) -> Result<(), Error> {
        let known = path.symlink_metadata();
        let known = known.map_err(|error| self.failed("read", error))?;
        let (fits, expected) = match self.ty.content.is_folder {
            true => (known.is_dir(), "folder"),
            false => (!known.is_dir(), "file"),
        };
        match fits {
            true => Ok(()),
            false => {
                let message = format!("`{}` is no {expected}", path.display());
                Err(self.failed("read", io::Error::new(ErrorKind::InvalidInput, message)))
            }
        }
    }

    /// Failure of the system, or of the task if it has made what no artifact may hold.
    fn failed(&self, what: &'static str, source: io::Error) -> Error {
        let name = format!("{}{}", self.name, self.place);
        match source.kind() {
            ErrorKind::InvalidInput => Error::task(format!("artifact `{name}`: {source}")),
            _ => Error::Artifact { what, name, source },
        }
    }
}

/// An artifact that came in, as it was then.
struct Received {
    input: String,
    uri: String,
    path: PathBuf,
    state: State,
}

/// Artifacts of one call.
pub(super) struct Artifacts<'a> {
    component: &'a Component,
    transport: &'a dyn Transport,
    received: Vec<Received>,
}

impl<'a> Artifacts<'a> {
    pub(super) fn new(component: &'a Component, transport: &'a dyn Transport) -> Self {
        let received = vec![];
        Self {
            component,
            transport,
            received,
        }
    }

    /// The inputs of a call with the paths of their artifacts.
    ///
    /// # Errors
    /// An artifact that is not there.
    pub(super) fn receive(
        &mut self,
        mut inputs: BTreeMap<String, Json>,
    ) -> Result<BTreeMap<String, Json>, Error> {
        for input in &self.component.inputs {
            let Some(json) = inputs.get_mut(&input.name) else {
                continue;
            };
            let name = input.name.as_str();
            let (transport, received) = (self.transport, &mut self.received);
            let mut one = |ty: &ArtifactType, place: &Place, reference: Reference| {
                let path = transport.receive(&At { name, place, ty }, &reference.uri)?;
                received.push(Received {
                    input: format!("{name}{place}"),
                    uri: reference.uri.clone(),
                    path: path.clone(),
                    state: State::of(&path),
                });
                Ok::<_, Failed>(reference.at(path))
            };
            *json = artifact::map(&input.ty, json, &mut one).map_err(|failed| failed.of(name))?;
        }
        Ok(inputs)
    }

    /// The outputs of a call, when the files of their artifacts are where others find them.
    ///
    /// # Errors
    /// An artifact that cannot be moved.
    pub(super) fn send(
        &self,
        mut outputs: BTreeMap<String, Json>,
    ) -> Result<BTreeMap<String, Json>, Error> {
        for output in &self.component.outputs {
            let Some(json) = outputs.get_mut(&output.name) else {
                continue;
            };
            let name = output.name.as_str();
            let mut one = |ty: &ArtifactType, place: &Place, located: Located| {
                let uri = match located.uri.clone() {
                    // It is where it was before.
                    Some(uri) => uri,
                    None => {
                        let at = At { name, place, ty };
                        at.check(&located.path)?;
                        self.transport.send(&at, &located.path)?
                    }
                };
                Ok::<_, Failed>(located.moved(uri))
            };
            *json = artifact::map(&output.ty, json, &mut one).map_err(|failed| failed.of(name))?;
        }
        Ok(outputs)
    }

    /// Checks that the artifacts that came in are what they were: others read the same files.
    ///
    /// # Errors
    /// Those that were changed.
    pub(super) fn check(&self) -> Result<(), Error> {
        let changed = self.received.iter();
        let changed = changed.filter(|artifact| State::of(&artifact.path) != artifact.state);
        let inputs: Vec<String> = changed
            .map(|artifact| {
                self.transport.spoilt(&artifact.uri);
                format!(
                    "the artifact of the input `{}` was changed; write a new one and return it",
                    artifact.input
                )
            })
            .collect();
        match inputs.is_empty() {
            true => Ok(()),
            false => Err(Error::task(inputs.join("; "))),
        }
    }
}

/// Failure of one artifact.
enum Failed {
    Error(Error),
    Text(String),
}

impl From<String> for Failed {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl Failed {
    fn of(self, name: &str) -> Error {
        match self {
            Self::Error(error) => error,
            Self::Text(text) => Error::task(format!("`{name}`: {text}")),
        }
    }
}
