//! Contents, told by names and by what is in the files.

use super::rows::{self, Rows};
use super::size::bytes;
use super::{json, table};
use pipewright_ir::json::Json;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// What is in a file or folder, as far as it is shown.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Content {
    /// First rows of a table.
    Table(Rows),
    /// Numbers by name.
    #[serde(serialize_with = "json::values")]
    Metrics(BTreeMap<String, Json>),
    /// Quality of a classification.
    Classification(Classification),
    /// First lines of a text.
    Head(Vec<String>),
    /// First entries of a folder.
    Entries(Vec<Entry>),
    /// Nothing that can be shown.
    Binary,
}

/// An entry of a folder.
#[derive(Serialize)]
pub(super) struct Entry {
    name: String,
    size: u64,
}

/// Metrics of a classification, as Kubeflow has them.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Classification {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    confidence_metrics: Vec<Confidence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    confusion_matrix: Option<ConfusionMatrix>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Confidence {
    confidence_threshold: f64,
    recall: f64,
    false_positive_rate: f64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ConfusionMatrix {
    annotation_specs: Vec<Category>,
    rows: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Category {
    display_name: String,
}

#[derive(Serialize, Deserialize)]
struct Row {
    row: Vec<f64>,
}

/// Bytes of a JSON file that is read as a whole.
const JSON_MAX: u64 = 4 << 20;

/// Number of rows of a table, of lines of a text, and of entries of a folder that are shown.
const HEAD: usize = 10;

/// Characters of a line that are shown.
const LONGEST: usize = 96;

/// Bytes of a text that are looked at.
const TEXT_MAX: u64 = 64 << 10;

impl Content {
    /// The content of a file or folder; of a file of metrics, if it is known to be none, the text.
    pub(super) fn read(path: &Path, is_folder: bool, may_be_metrics: bool) -> io::Result<Self> {
        if is_folder {
            return entries(path).map(Self::Entries);
        }
        let extension = path.extension().and_then(|extension| extension.to_str());
        match extension.unwrap_or_default() {
            #[cfg(feature = "csv")]
            "csv" => Ok(Self::Table(rows::of_csv(path, HEAD)?)),
            "jsonl" => Ok(Self::Table(rows::of_json_lines(path, HEAD)?)),
            #[cfg(feature = "parquet")]
            "parquet" => Ok(Self::Table(rows::of_parquet(path, HEAD)?)),
            _ => Self::of_file(path, may_be_metrics),
        }
    }

    fn of_file(path: &Path, may_be_metrics: bool) -> io::Result<Self> {
        let mut start = vec![];
        File::open(path)?
            .take(JSON_MAX + 1)
            .read_to_end(&mut start)?;
        if may_be_metrics && start.len() as u64 <= JSON_MAX {
            if let Ok(metrics) = serde_json::from_slice::<Classification>(&start)
                && (!metrics.confidence_metrics.is_empty() || metrics.confusion_matrix.is_some())
            {
                return Ok(Self::Classification(metrics));
            }
            if let Ok(metrics) =
                serde_json::from_slice::<BTreeMap<String, serde_json::Number>>(&start)
                && !metrics.is_empty()
            {
                let metrics = metrics.into_iter();
                let metrics =
                    metrics.filter_map(|(name, number)| Some((name, Json::of(&number).ok()?)));
                return Ok(Self::Metrics(metrics.collect()));
            }
        }
        start.truncate(TEXT_MAX as usize);
        // A character may have been cut.
        let text = match std::str::from_utf8(&start) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() => {
                std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(_) => return Ok(Self::Binary),
        };
        match text.contains('\0') {
            true => Ok(Self::Binary),
            false => Ok(Self::Head(
                text.lines().take(HEAD).map(Into::into).collect(),
            )),
        }
    }

    /// The content for people.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Table(rows) => rows.text(),
            Self::Metrics(metrics) => {
                let rows = metrics.iter();
                let rows = rows.map(|(name, json)| vec![name.clone(), json::plain(json)]);
                format!("Metrics\n{}", table::indented(rows.collect()))
            }
            Self::Classification(metrics) => metrics.text(),
            Self::Head(lines) if lines.is_empty() => String::new(),
            Self::Head(lines) => {
                // A file of JSON may be one line.
                let lines = lines.iter().map(|line| table::cut(line, LONGEST));
                let lines = lines.map(|line| format!("  {line}\n"));
                format!("First lines\n{}", lines.collect::<String>())
            }
            Self::Entries(entries) if entries.is_empty() => String::new(),
            Self::Entries(entries) => {
                let rows = entries.iter();
                let rows = rows.map(|entry| vec![entry.name.clone(), bytes(entry.size)]);
                format!("First entries\n{}", table::indented(rows.collect()))
            }
            Self::Binary => String::new(),
        }
    }
}

impl Classification {
    fn text(&self) -> String {
        let mut text = String::new();
        if let Some(matrix) = &self.confusion_matrix {
            let names = || {
                matrix
                    .annotation_specs
                    .iter()
                    .map(|category| category.display_name.clone())
            };
            let head: Vec<String> = std::iter::once("actual \\ predicted".into())
                .chain(names())
                .collect();
            let rows = names().zip(&matrix.rows).map(|(name, row)| {
                let cells = row.row.iter().map(ToString::to_string);
                std::iter::once(name).chain(cells).collect()
            });
            let rows = std::iter::once(head).chain(rows).collect();
            text += &format!("Confusion matrix\n{}", table::indented(rows));
        }
        if !self.confidence_metrics.is_empty() {
            if !text.is_empty() {
                text.push('\n');
            }
            let head = ["threshold", "recall", "false positive rate"];
            let head = head.iter().map(|&name| name.to_owned()).collect();
            let points = self.confidence_metrics.iter().map(|point| {
                let numbers = [
                    point.confidence_threshold,
                    point.recall,
                    point.false_positive_rate,
                ];
                numbers.iter().map(ToString::to_string).collect()
            });
            let rows = std::iter::once(head).chain(points).collect();
            text += &format!("ROC curve\n{}", table::indented(rows));
        }
        text
    }
}

/// First entries of a folder, in the order of their names.
fn entries(path: &Path) -> io::Result<Vec<Entry>> {
    let entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
    paths.sort_unstable();
    let entries = paths.iter().take(HEAD).map(|path| {
        let known = path.symlink_metadata()?;
        let (size, end) = match known.is_dir() {
            true => (total(path)?.0, "/"),
            false => (known.len(), ""),
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{name}{end}");
        Ok(Entry { name, size })
    });
    entries.collect()
}

/// Bytes and number of all files in a folder.
pub(super) fn total(path: &Path) -> io::Result<(u64, u64)> {
    let (mut size, mut files) = (0, 0);
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let known = path.symlink_metadata()?;
        if known.is_dir() {
            let (inner, count) = total(&path)?;
            size += inner;
            files += count;
        } else {
            size += known.len();
            files += 1;
        }
    }
    Ok((size, files))
}
