//! Artifacts: files and folders with a kind and a content, both of them types.
//!
//! A [kind](Kind) is what an artifact is for, and what its metadata is. A [content](Content) is what is in its file or folder,
//! and how it is read and written. Between tasks goes a reference; in a task an artifact is a path.
//!
//! | kind | for |
//! | --- | --- |
//! | [`Artifact<C>`](struct@Artifact), [`Dataset<C>`], [`Model<C>`] | anything, data, what was learned, with any content |
//! | [`Metrics`], [`ClassificationMetrics`] | numbers by name; ROC curve and confusion matrix |
//! | [`Html`], [`Markdown`] | reports for people |
//!
//! | content | reading | writing |
//! | --- | --- | --- |
//! | [`File`], which stands where no content is named | `open()` | a [`std::io::Write`] |
//! | [`Folder`] | `open(path)`, `entries()`, `walk()` | `create_file(path)` |
//! | [`Text`] | `read()`, `lines()` | `write_str(text)`, `writeln!(..)?` |
//! | [`Json<T>`](Json) | `read()` | `write(&value)` |
//! | [`JsonLines<T>`](JsonLines), [`Csv<T>`](Csv), `Parquet<T>` with the feature `parquet` | `rows()`, `read()` | `write(&row)`, `write_rows(rows)` |
//!
//! One of the task's own is made by `create()`, or in one go by `from_rows`, `from_value`, `from_text`, `from_file` and
//! `from_folder`. It becomes an output when it is returned, and is removed if it is dropped. In a unit test, `f::call(..)` takes and
//! gives artifacts in temporary folders.

mod access;
mod content;
mod contents;
mod data;
mod error;
mod folders;
mod kind;
mod kinds;
mod making;
mod metadata;
mod shape;
#[cfg(test)]
mod tests;
#[doc(hidden)]
pub mod typed;
mod walk;

pub use access::{
    FileContent, FolderContent, Readable, RowContent, TextContent, ValueContent, Writable,
    WriteText,
};
pub use content::Content;
#[cfg(feature = "csv")]
pub use contents::Csv;
#[cfg(feature = "parquet")]
pub use contents::Parquet;
#[cfg(feature = "parquet")]
#[doc(hidden)]
pub use contents::parquet_head;
pub use contents::{
    File, Folder, HtmlText, Json, JsonLines, Lines, MarkdownText, Rows, Stored, Text,
};
pub use data::Data;
pub use error::Error;
#[doc(hidden)]
pub use folders::set_folders;
pub use kind::Kind;
#[doc(hidden)]
pub use kind::{deserialize as deserialize_artifact, serialize as serialize_artifact};
pub use kinds::{
    Artifact, ClassificationMetrics, Dataset, Html, Markdown, Metrics, Model, RocPoint,
};
pub use metadata::Metadata;
pub use shape::Shape;
pub use walk::{Entry, EntryKind, Walk};
