//! Files and folders of artifacts, for people who look at them.

mod content;
mod facts;
mod json;
mod rows;
mod size;
mod table;

use super::arguments::Show;
use super::exit::Exit;
use super::output;
use content::Content;
use facts::Facts;
use pipewright_ir::json::Json;
use serde::Serialize;
use size::bytes;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

/// Shows a file or folder.
pub(super) fn show(options: &Show) -> Result<Exit, Exit> {
    let path = &options.path;
    let artifact = Artifact::read(path).or_else(|error| {
        let message = format!("cannot read {}: {error}", path.display());
        output::fail(&message, Exit::Infrastructure)
    })?;
    let text = match options.json {
        true => serde_json::to_string_pretty(&artifact).unwrap_or_default() + "\n",
        false => artifact.text(),
    };
    output::print(&text)?;
    Ok(Exit::Ok)
}

/// A file or folder with all that is known of it.
#[derive(Serialize)]
struct Artifact {
    path: PathBuf,
    /// Kind and content, of an output that a run has kept.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    ty: Option<String>,
    /// Bytes of all files.
    size: u64,
    /// Number of files in a folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<u64>,
    #[serde(
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "json::values"
    )]
    metadata: BTreeMap<String, Json>,
    #[serde(flatten)]
    content: Content,
}

impl Artifact {
    fn read(path: &Path) -> io::Result<Self> {
        let known = path.metadata()?;
        let (size, files) = match known.is_dir() {
            true => {
                let (size, files) = content::total(path)?;
                (size, Some(files))
            }
            false => (known.len(), None),
        };
        let facts = Facts::of(path);
        Ok(Self {
            path: path.to_owned(),
            ty: facts.ty.as_ref().map(ToString::to_string),
            size,
            files,
            content: Content::read(path, known.is_dir(), facts.may_be_metrics())?,
            metadata: facts.metadata,
        })
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.path.display());
        let ty = self
            .ty
            .as_ref()
            .map(|ty| format!("{ty}, "))
            .unwrap_or_default();
        let files = match self.files {
            Some(1) => " in 1 file".into(),
            Some(files) => format!(" in {files} files"),
            None => String::new(),
        };
        let _ = writeln!(text, "{ty}{}{files}", bytes(self.size));
        if !self.metadata.is_empty() {
            let rows = self.metadata.iter();
            let rows = rows.map(|(key, json)| vec![key.clone(), json::plain(json)]);
            let _ = write!(text, "\nMetadata\n{}", table::indented(rows.collect()));
        }
        let content = self.content.text();
        if !content.is_empty() {
            let _ = write!(text, "\n{content}");
        }
        text
    }
}
