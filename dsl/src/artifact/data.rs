//! Files and folders of artifacts in this process.

use super::{Error, Shape, folders};
use pipewright_ir::artifact::Located;
use pipewright_ir::types::{self, Type};
use std::any::Any;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::{env, fs, io, process};

/// The file or folder of an artifact.
///
/// One that this task has made is removed with it, unless it is returned.
#[derive(Debug)]
pub struct Data {
    path: PathBuf,
    uri: Option<String>,
    /// Type that its writer wrote, as far as it is known.
    shape: Option<Type>,
    /// What was made for it alone: the file or folder itself, or a folder around it.
    home: Option<PathBuf>,
    is_returned: AtomicBool,
    /// A sign that no value has: `Equatable` looks for it.
    is_artifact: PhantomData<Box<dyn Any + Send + Sync>>,
}

/// Number of the next one of this process.
static NEXT: AtomicU64 = AtomicU64::new(0);

impl Data {
    /// A new one: an empty file or folder.
    ///
    /// # Errors
    /// Files or folders that cannot be made.
    pub(super) fn create(content: types::Content) -> Result<Self, Error> {
        if content.shape.as_ref().is_some_and(Type::holds_artifact) {
            let message = "an artifact cannot stand in the rows or the value of another one: return it beside it";
            return Err(Error::without_path(message));
        }
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let (path, home) = match folders::made() {
            // A folder of its own takes longer than all else. No input has such a name.
            Some(folder) => {
                let path = folder.join(content.file_name(&format!("new-{number}")));
                (path.clone(), path)
            }
            None => {
                let home = home(number)?;
                (home.join(content.file_name("data")), home)
            }
        };
        let data = Self {
            path,
            uri: None,
            shape: content.shape,
            home: Some(home),
            is_returned: AtomicBool::new(false),
            is_artifact: PhantomData,
        };
        let made = match content.is_folder {
            true => fs::create_dir(&data.path),
            false => fs::File::create_new(&data.path).map(drop),
        };
        made.map_err(|error| Error::io(&data.path, "made", error))?;
        Ok(data)
    }

    /// One that came in.
    pub(super) fn given(located: &Located) -> Self {
        Self {
            path: located.path.clone(),
            uri: located.uri.clone(),
            shape: located.shape.clone(),
            home: None,
            is_returned: AtomicBool::new(false),
            is_artifact: PhantomData,
        }
    }

    /// Path of the file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Location of an artifact that came in; `None` of one that the task has made.
    pub fn uri(&self) -> Option<&str> {
        self.uri.as_deref()
    }

    /// Type of the rows or of the value that its writer wrote, as far as it is known.
    pub(super) fn shape(&self) -> Option<&Type> {
        self.shape.as_ref()
    }

    /// Whether the task has made it, and may write it.
    pub fn is_new(&self) -> bool {
        self.home.is_some()
    }

    /// An error, unless the task has made it and has not returned it yet.
    ///
    /// # Errors
    /// An artifact that came in: it belongs to the task that has made it.
    pub fn check_writable(&self) -> Result<(), Error> {
        let wrong = match self.is_new() {
            true if !self.is_returned.load(Ordering::Relaxed) => return Ok(()),
            true => "it was returned, and cannot be written any more",
            false => "it came in, and cannot be written: make another one with `create()`",
        };
        Err(Error::new(&self.path, wrong))
    }

    /// An error, unless what was written can be read as another type.
    ///
    /// # Errors
    /// All columns that are missing, or of another type.
    pub fn check_shape(&self, expected: &Shape) -> Result<(), Error> {
        let Some(written) = self.shape.as_ref().filter(|_| !self.is_new()) else {
            return Ok(());
        };
        let differences = expected.0.differences(written);
        if differences.is_empty() {
            return Ok(());
        }
        let differences = differences.join(", ");
        let message = format!("it was written as another type than it is read as: {differences}");
        Err(Error::new(&self.path, message))
    }

    /// From now on it is the caller's, who moves the file.
    pub(super) fn hand_over(&self) {
        self.is_returned.store(true, Ordering::Relaxed);
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        if let Some(home) = self.home.take()
            && !self.is_returned.load(Ordering::Relaxed)
        {
            let _ = match home.is_dir() {
                true => fs::remove_dir_all(home),
                false => fs::remove_file(home),
            };
        }
    }
}

/// A new folder for one artifact, among the temporary files.
fn home(number: u64) -> Result<PathBuf, Error> {
    let home = env::temp_dir().join(format!("pipewright-{}-{number}", process::id()));
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let mut made = builder.create(&home);
    if let Err(error) = &made
        && error.kind() == io::ErrorKind::AlreadyExists
    {
        // Of a process with the same id, which has ended without a word.
        made = fs::remove_dir_all(&home).and_then(|()| builder.create(&home));
    }
    made.map_err(|error| Error::io(&home, "made", error))?;
    Ok(home)
}
