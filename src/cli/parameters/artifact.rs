//! Artifacts that a command line gives.

use pipewright_ir::artifact::{self, Reference};
use pipewright_ir::json::Json;
use pipewright_ir::types::{ArtifactType, Type};
use std::path::Path;

/// A value whose artifacts are there, as far as they are files and folders of this machine, with their whole paths.
pub(super) fn found(ty: &Type, json: Json) -> Result<Json, String> {
    if ty.artifact().is_none() {
        return Ok(json);
    }
    artifact::map(ty, &json, &mut |ty, _, reference: Reference| {
        let uri = match reference.uri.split_once("://") {
            None => path(ty, &reference.uri)?,
            Some(("file", text)) => path(ty, text)?,
            Some(_) => reference.uri,
        };
        Ok::<_, String>(Reference { uri, ..reference })
    })
}

fn path(ty: &ArtifactType, text: &str) -> Result<String, String> {
    let path = Path::new(text);
    let known = path
        .metadata()
        .map_err(|error| format!("`{text}`: {error}"))?;
    match (ty.content.is_folder, known.is_dir()) {
        (true, false) => return Err(format!("`{text}` is a file, not a folder")),
        (false, true) => return Err(format!("`{text}` is a folder, not a file")),
        _ => {}
    }
    let path = std::path::absolute(path).map_err(|error| error.to_string())?;
    let path = path.into_os_string().into_string();
    path.map_err(|path| format!("`{}` is not UTF-8", path.to_string_lossy()))
}
