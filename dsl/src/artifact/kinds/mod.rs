//! Kinds of artifacts: a file for each, and one for those whose metadata is free.

mod classification;
mod free;
mod methods;
mod metrics;
mod once;
mod several;

pub use classification::{ClassificationMetrics, RocPoint};
pub use free::{Artifact, Dataset, Html, Markdown, Model};
pub use metrics::Metrics;
