//! What a pipeline's crate uses: `use pipewright::prelude::*;`.

pub use crate::{
    Container, ExitStatus, Fields, Input, InputPath, Items, OutputPath, Outputs, StepOptions,
    TaskFailure, TaskOptions, Value, approve, ask, component, group, hours, import, minutes,
    on_exit, pipeline, range, seconds,
};
pub use std::process::ExitCode;
