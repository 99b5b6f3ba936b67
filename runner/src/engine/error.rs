use pipewright_ir::graph::Location;
use pipewright_ir::types::Type;
use std::{fmt, io};

/// Reason for which a run does not start.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Arguments are unknown or missing.
    Arguments(Vec<ArgumentError>),
    /// Tasks are ready images, which need a container engine.
    Containers(Vec<ContainerTask>),
    /// There is no room for the files of the run.
    Folder(io::Error),
    /// The path of this program is not known.
    Program(io::Error),
    /// Threads cannot be started.
    Thread(io::Error),
}

/// Argument that does not fit the pipeline.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArgumentError {
    /// A required parameter has no value.
    Required {
        /// Name of the parameter.
        parameter: String,
        /// Type of its values.
        ty: Type,
    },
    /// A value is not of the parameter's type.
    Mismatch {
        /// Name of the parameter.
        parameter: String,
        /// Type of its values.
        ty: Type,
        /// Reason, such as `invalid type: string "x", expected f64`.
        reason: String,
    },
    /// The pipeline has no such parameter.
    Unknown {
        /// Name of the pipeline.
        pipeline: String,
        /// Name of the parameter.
        parameter: String,
    },
}

/// Task that is a ready image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContainerTask {
    /// Name of the task.
    pub task: String,
    /// Reference of the image.
    pub image: String,
    /// Place of the task in the source.
    pub at: Location,
}

impl Error {
    /// Exit code of the process: 2 for arguments, 3 for a pipeline that cannot run here, 4 for infrastructure.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Arguments(_) => 2,
            Self::Containers(_) => 3,
            Self::Folder(_) | Self::Program(_) | Self::Thread(_) => 4,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arguments(problems) => {
                for (index, problem) in problems.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "\n" };
                    write!(f, "{separator}{problem}")?;
                }
                Ok(())
            }
            Self::Containers(tasks) => {
                f.write_str("these tasks are ready images and cannot run here; submit the pipeline, or leave them out")?;
                for ContainerTask { task, image, at } in tasks {
                    write!(f, "\n  {at}: `{task}` runs `{image}`")?;
                }
                Ok(())
            }
            Self::Folder(error) => write!(f, "cannot make a folder for the run: {error}"),
            Self::Program(error) => write!(f, "cannot tell where this program is: {error}"),
            Self::Thread(error) => write!(f, "cannot start a thread: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Arguments(_) | Self::Containers(_) => None,
            Self::Folder(error) | Self::Program(error) | Self::Thread(error) => Some(error),
        }
    }
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required { parameter, ty } => {
                write!(f, "parameter `{parameter}` is missing; it expects {ty}")
            }
            Self::Mismatch {
                parameter,
                ty,
                reason,
            } => write!(f, "parameter `{parameter}` is of the type {ty}: {reason}"),
            Self::Unknown {
                pipeline,
                parameter,
            } => write!(f, "`{pipeline}` has no parameter `{parameter}`"),
        }
    }
}

impl std::error::Error for ArgumentError {}
