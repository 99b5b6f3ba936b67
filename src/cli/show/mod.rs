//! Files and folders of artifacts, for people who look at them.

mod content;
mod facts;
mod json;
mod rows;
mod table;

use super::arguments::Show;
use super::exit::Exit;
use super::output;
use content::Content;
use facts::Facts;
use pipewright_ir::json::Json;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

/// Number of rows of a table, of lines of a text, and of entries of a folder that are shown.
const HEAD: usize = 10;

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

/// A number of bytes for people.
fn bytes(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    if bytes < 1024 {
        return format!("{bytes} bytes");
    }
    let mut size = bytes as f64 / 1024.0;
    let mut unit = 0;
    while size >= 1024.0 && unit + 1 < UNITS.len() {
        size /= 1024.0;
        unit += 1;
    }
    format!("{size:.1} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn sizes() {
        assert_eq!(bytes(0), "0 bytes");
        assert_eq!(bytes(1023), "1023 bytes");
        assert_eq!(bytes(1024), "1.0 KiB");
        assert_eq!(bytes(5_000_000_000), "4.7 GiB");
        assert_eq!(bytes(u64::MAX), "16777216.0 TiB");
    }
}
