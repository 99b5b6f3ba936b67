use pipewright_ir::graph::Location;
use std::fmt;

/// What keeps a run from starting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// Arguments are unknown or missing.
    Arguments(Vec<String>),
    /// Tasks are ready images, which need a container engine.
    Containers(Vec<ContainerTask>),
    /// The machine does not give what is needed.
    Infrastructure(String),
}

/// A task that is a ready image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContainerTask {
    /// Name of the task.
    pub task: String,
    /// Reference of the image.
    pub image: String,
    /// Where the task stands.
    pub at: Location,
}

impl Error {
    /// What the process returns: 2 for arguments, 3 for a pipeline that cannot run here, 4 for infrastructure.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Arguments(_) => 2,
            Self::Containers(_) => 3,
            Self::Infrastructure(_) => 4,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arguments(problems) => f.write_str(&problems.join("\n")),
            Self::Containers(tasks) => {
                f.write_str("these tasks are ready images and cannot run here; submit the pipeline, or leave them out")?;
                for ContainerTask { task, image, at } in tasks {
                    write!(f, "\n  {at}: `{task}` runs `{image}`")?;
                }
                Ok(())
            }
            Self::Infrastructure(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}
