//! What a pipeline's crate uses: `use pipewright::prelude::*;`.

#[cfg(feature = "csv")]
pub use crate::artifact::Csv;
#[cfg(feature = "parquet")]
pub use crate::artifact::Parquet;
pub use crate::artifact::{
    Artifact, ClassificationMetrics, Dataset, File, Folder, Html, Json, JsonLines, Markdown,
    Metrics, Model, Text,
};
pub use crate::{
    Artifact, Container, ExitStatus, Fields, Input, InputPath, Items, OutputPath, Outputs,
    StepOptions, TaskFailure, TaskOptions, Value, approve, ask, component, group, hours, import,
    minutes, on_exit, pipeline, range, seconds,
};
pub use std::process::ExitCode;
