//! Contents of artifacts: a file for each, and what they have in common.

#[cfg(feature = "csv")]
mod csv;
mod file;
mod folder;
mod inherent;
mod json;
mod json_lines;
mod line;
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod reader;
mod rows;
mod stored;
mod text;
mod writer;

#[cfg(feature = "csv")]
pub use csv::Csv;
pub use file::File;
pub use folder::Folder;
pub use json::Json;
pub use json_lines::JsonLines;
pub use lines::Lines;
#[cfg(feature = "parquet")]
pub use parquet::{Parquet, parquet_head};
pub use rows::Rows;
pub use stored::Stored;
pub use text::{HtmlText, MarkdownText, Text};
