use super::folders;
use pipewright_ir::shown;
use std::path::{Path, PathBuf};
use std::{error, fmt, io};

/// Reason for which an artifact cannot be read or written.
///
/// ```
/// use pipewright::artifact::{Dataset, Text};
///
/// let mut notes = Dataset::<Text>::create()?;
/// notes.write("learned at noon")?;
/// std::fs::remove_file(notes.path())?;
/// let error = notes.read().unwrap_err();
/// assert!(error.to_string().contains("cannot be read"));
/// assert_eq!(error.path(), Some(notes.path()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Error {
    path: Option<PathBuf>,
    message: String,
    source: Option<io::Error>,
}

impl Error {
    /// An error of the file or folder at a path.
    pub fn new(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self {
            path: Some(path.into()),
            message: message.into(),
            source: None,
        }
    }

    /// An error of what has no file yet.
    pub(super) fn without_path(message: impl Into<String>) -> Self {
        Self {
            path: None,
            message: message.into(),
            source: None,
        }
    }

    /// A file that cannot be `read`, `written` or the like.
    pub(super) fn io(path: &Path, done: &str, source: io::Error) -> Self {
        Self {
            path: Some(path.into()),
            message: format!("cannot be {done}: {source}"),
            source: Some(source),
        }
    }

    /// The file or folder; `None` of what has none yet.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(
                f,
                "`{}`: ",
                shown::line(&folders::told(path).to_string_lossy())
            )?;
        }
        f.write_str(&self.message)
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        // The message holds it.
        self.source.as_ref().and_then(error::Error::source)
    }
}

impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = error.source.as_ref().map(Self::kind);
        Self::new(kind.unwrap_or(io::ErrorKind::InvalidData), error)
    }
}
