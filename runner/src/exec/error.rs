use pipewright_ir::shown;
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;

/// Failure of a call of a component.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The command line is wrong.
    Usage(String),
    /// The task failed: an error or panic of the component, an input that is missing or wrong, an output that cannot be
    /// written as JSON.
    Task {
        /// Message of the failure.
        message: String,
        /// The message stands in the log already.
        reported: bool,
    },
    /// The program holds no component of a key.
    Unknown {
        /// The key.
        component: String,
    },
    /// The program holds another version of a component than the caller expects.
    Version {
        /// Key of the component.
        component: String,
        /// Signature of the one that the program holds.
        held: String,
        /// Signature that the caller expects.
        expected: String,
    },
    /// A file cannot be read.
    Read {
        /// Contents of the file.
        what: &'static str,
        /// Its path.
        path: PathBuf,
        /// Failure of the system.
        source: io::Error,
    },
    /// An artifact cannot be read or written.
    Artifact {
        /// What cannot be done: `read`, `write` or `make`.
        what: &'static str,
        /// Name of the input or output, with the place in its list.
        name: String,
        /// Failure of the system.
        source: io::Error,
    },
    /// The system refuses something.
    System {
        /// What cannot be done.
        what: &'static str,
        /// Failure of the system.
        source: io::Error,
    },
    /// A file cannot be written.
    Write {
        /// Name of the output that it is for; none if it is for all.
        output: Option<String>,
        /// Its path.
        path: PathBuf,
        /// Failure of the system.
        source: io::Error,
    },
}

/// Origin of an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The task failed.
    Task,
    /// The command line is wrong.
    Usage,
    /// Files cannot be read or written, or the program is not the one that the caller expects.
    Infrastructure,
}

impl Error {
    pub(super) fn task(message: impl Into<String>) -> Self {
        Self::Task {
            message: message.into(),
            reported: false,
        }
    }

    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }

    /// Origin of the error.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Task { .. } => Kind::Task,
            Self::Usage(_) => Kind::Usage,
            Self::Unknown { .. }
            | Self::Version { .. }
            | Self::Read { .. }
            | Self::Artifact { .. }
            | Self::System { .. }
            | Self::Write { .. } => Kind::Infrastructure,
        }
    }

    /// Exit code of the process: 1 for a task that failed, 2 for usage, 4 for infrastructure.
    pub fn exit_code(&self) -> u8 {
        match self.kind() {
            Kind::Task => 1,
            Kind::Usage => 2,
            Kind::Infrastructure => 4,
        }
    }

    /// Writes `error: MESSAGE` to stderr, unless the panic that it stems from has done so.
    pub fn report(&self) {
        if !matches!(self, Self::Task { reported: true, .. }) {
            // Nobody can be told when stderr is closed.
            let _ = writeln!(io::stderr(), "error: {}", shown::lines(&self.to_string()));
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(message) | Self::Task { message, .. } => f.write_str(message),
            Self::Unknown { component } => write!(
                f,
                "the program holds no component `{component}`; build and push the image again, or name the image that holds it"
            ),
            Self::Version {
                component,
                held,
                expected,
            } => write!(
                f,
                "the image holds another version of `{component}`: its signature is {held}, the pipeline expects {expected}; \
                 build and push the image again, or compile the pipeline again"
            ),
            Self::Read { what, path, source } => {
                write!(
                    f,
                    "cannot read the {what} in `{}`: {source}",
                    path.display()
                )
            }
            Self::Artifact { what, name, source } => {
                write!(f, "cannot {what} the artifact `{name}`: {source}")
            }
            Self::System { what, source } => write!(f, "cannot {what}: {source}"),
            Self::Write {
                output: Some(output),
                path,
                source,
            } => {
                let path = path.display();
                write!(f, "cannot write output `{output}` to `{path}`: {source}")
            }
            Self::Write {
                output: None,
                path,
                source,
            } => write!(
                f,
                "cannot write the outputs to `{}`: {source}",
                path.display()
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. }
            | Self::Artifact { source, .. }
            | Self::System { source, .. }
            | Self::Write { source, .. } => Some(source),
            Self::Usage(_) | Self::Task { .. } | Self::Unknown { .. } | Self::Version { .. } => {
                None
            }
        }
    }
}
