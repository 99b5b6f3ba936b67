//! The files between the local engine and its children: an object of JSON texts each way.

use super::error::Error;
use super::names::check_inputs;
use crate::files;
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Answer that a child leaves behind.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer<'a> {
    /// All outputs.
    Outputs(Cow<'a, BTreeMap<String, Json>>),
    /// Message of the failure.
    Failure(Cow<'a, str>),
}

/// Writes the inputs of a call.
#[cfg(feature = "engine")]
// Not replaced as a whole: the child starts when it is written, and nobody else reads it.
pub(crate) fn write_inputs(path: &Path, inputs: &BTreeMap<String, Json>) -> io::Result<()> {
    files::write_private(path, &serde_json::to_vec(inputs)?)
}

pub(super) fn read(component: &Component, path: &Path) -> Result<BTreeMap<String, Json>, Error> {
    let text = std::fs::read(path);
    let inputs = text.and_then(|text| Ok(serde_json::from_slice::<BTreeMap<String, Json>>(&text)?));
    let inputs = inputs.map_err(|source| Error::Read {
        what: "inputs",
        path: path.to_owned(),
        source,
    })?;
    check_inputs(component, inputs.keys())?;
    Ok(inputs)
}

pub(super) fn write(
    path: &Path,
    results: &Result<BTreeMap<String, Json>, Error>,
) -> Result<(), Error> {
    let answer = match results {
        Ok(outputs) => Answer::Outputs(Cow::Borrowed(outputs)),
        Err(error) => Answer::Failure(error.to_string().into()),
    };
    let text = serde_json::to_vec(&answer).map_err(io::Error::from);
    let written = text.and_then(|text| files::write_private(path, &text));
    written.map_err(|source| Error::Write {
        output: None,
        path: path.to_owned(),
        source,
    })
}

#[cfg(feature = "engine")]
impl Answer<'static> {
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        Ok(serde_json::from_slice(&std::fs::read(path)?)?)
    }
}
