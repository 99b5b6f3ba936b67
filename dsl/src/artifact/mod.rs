//! Artifacts: files and folders with a kind and a content, both of them types.
//!
//! A [kind](Kind) is what an artifact is for, and what its metadata is: [`Dataset`], [`Model`], [`Artifact`]. A
//! [content](Content) is what is in its file or folder, and how it is read and written: [`File`]. Between tasks goes a
//! reference; in a task an artifact is a path.

mod content;
mod contents;
mod data;
mod error;
mod kind;
mod kinds;
mod metadata;

pub use content::Content;
pub use contents::File;
pub use data::{Data, make_in};
pub use error::Error;
pub use kind::Kind;
#[doc(hidden)]
pub use kind::{deserialize as deserialize_artifact, serialize as serialize_artifact};
pub use kinds::{Artifact, Dataset, Model};
pub use metadata::Metadata;
pub use pipewright_ir::types::Type;
