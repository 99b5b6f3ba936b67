use super::inherent::inherent;
use crate::artifact::making;
use crate::artifact::walk::{Entry, Walk, entries, walk};
use crate::artifact::{Content, Data, Error, FolderContent};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A folder of files.
///
/// Symbolic links in it are kept if they are relative and stay in the folder; all others are refused when it is returned.
///
/// ```
/// use pipewright::artifact::{Dataset, Folder};
/// use std::io::Write;
///
/// let mut images = Dataset::<Folder>::create()?;
/// images.create_file("cats/1.txt")?.write_all(b"=^.^=")?;
/// images.create_file("dogs/1.txt")?.write_all(b"woof")?;
/// let paths: Vec<_> = images.walk()?.collect::<Result<_, _>>()?;
/// let paths: Vec<_> = paths.iter().map(|entry| entry.path().display().to_string()).collect();
/// assert_eq!(paths, ["cats", "cats/1.txt", "dogs", "dogs/1.txt"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Folder(Data);

impl Content for Folder {
    const NAME: &'static str = "folder";
    const IS_FOLDER: bool = true;

    fn new(data: Data) -> Self {
        Self(data)
    }

    fn data(&self) -> &Data {
        &self.0
    }

    fn finish(&self) -> Result<(), Error> {
        match self.0.is_new() {
            true => making::check_links(self.0.path()),
            false => Ok(()),
        }
    }
}

inherent!(Folder);

impl FolderContent for Folder {}

impl Folder {
    /// Path of a file or folder in it, which need not exist.
    ///
    /// # Errors
    /// A path that may lead outside of the folder.
    pub fn join(&self, path: impl AsRef<Path>) -> Result<PathBuf, Error> {
        let path = path.as_ref();
        let is_inside = |component| matches!(component, Component::Normal(_) | Component::CurDir);
        if path.components().all(is_inside) && path.components().next().is_some() {
            return Ok(self.0.path().join(path));
        }
        let message = format!(
            "expected a path in the folder, without `..`, found `{}`",
            path.display()
        );
        Err(Error::new(self.0.path(), message))
    }

    /// Makes a file in it to be written, and the folders that it lies in. A file that is there is made anew.
    ///
    /// # Errors
    /// A path that may lead outside of the folder; a folder that came in; a file that cannot be made.
    pub fn create_file(&mut self, path: impl AsRef<Path>) -> Result<fs::File, Error> {
        self.0.check_writable()?;
        let path = self.join(path)?;
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        let made = made.and_then(|()| fs::File::create(&path));
        made.map_err(|error| Error::io(&path, "made", error))
    }

    /// Opens a file in it to be read.
    ///
    /// # Errors
    /// A path that may lead outside of the folder; a file that cannot be read.
    pub fn open(&self, path: impl AsRef<Path>) -> Result<fs::File, Error> {
        let path = self.join(path)?;
        fs::File::open(&path).map_err(|error| Error::io(&path, "read", error))
    }

    /// What lies directly in it, in the order of the names.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, Error> {
        self.check_is_folder()?;
        entries(self.0.path()).collect()
    }

    /// All that is in it, each folder before what is in it, in the order of the names. Links are not followed.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn walk(&self) -> Result<Walk, Error> {
        self.check_is_folder()?;
        Ok(walk(self.0.path()))
    }

    fn check_is_folder(&self) -> Result<(), Error> {
        let path = self.0.path();
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => Ok(()),
            Ok(_) => Err(Error::new(path, "expected a folder, found a file")),
            Err(error) => Err(Error::io(path, "read", error)),
        }
    }
}
