use std::fmt;
use std::io::Write;

/// Why a component did not run to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    message: String,
    reported: bool,
}

/// Whose fault an [`Error`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The task failed: an error or panic of the component, an input that is missing or wrong, an output that cannot be
    /// written as JSON.
    Task,
    /// The command line is wrong.
    Usage,
    /// Files cannot be read or written, or the program is not the one that the caller expects.
    Infrastructure,
}

impl Error {
    pub(super) fn task(message: impl Into<String>) -> Self {
        Self::new(Kind::Task, message)
    }

    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    pub(super) fn infrastructure(message: impl Into<String>) -> Self {
        Self::new(Kind::Infrastructure, message)
    }

    fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            reported: false,
        }
    }

    /// It stands in the log already.
    pub(super) fn reported(mut self) -> Self {
        self.reported = true;
        self
    }

    /// Whose fault it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What the process returns: 1 for a task that failed, 2 for usage, 4 for infrastructure.
    pub fn exit_code(&self) -> u8 {
        match self.kind {
            Kind::Task => 1,
            Kind::Usage => 2,
            Kind::Infrastructure => 4,
        }
    }

    /// Writes `error: MESSAGE` to stderr, unless the panic that it stems from has done so.
    pub fn report(&self) {
        if !self.reported {
            // Nobody can be told when stderr is closed.
            let _ = writeln!(std::io::stderr(), "error: {self}");
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
