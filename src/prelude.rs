//! What a pipeline's crate uses: `use pipewright::prelude::*;`.

pub use crate::{
    Container, Input, OutputPath, Outputs, TaskOptions, Value, component, hours, minutes, pipeline,
    seconds,
};
pub use std::process::ExitCode;
