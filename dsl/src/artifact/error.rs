use std::path::{Path, PathBuf};
use std::{error, fmt, io};

/// Reason for which an artifact cannot be read or written.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    message: String,
    source: Option<io::Error>,
}

impl Error {
    /// An error of the file or folder at a path.
    pub fn new(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
            source: None,
        }
    }

    /// A file that cannot be `read`, `written` or the like.
    pub(super) fn io(path: &Path, done: &str, source: io::Error) -> Self {
        Self {
            path: path.into(),
            message: format!("cannot be {done}: {source}"),
            source: Some(source),
        }
    }

    /// The file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.path.display(), self.message)
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        // The message holds it.
        self.source.as_ref().and_then(error::Error::source)
    }
}
