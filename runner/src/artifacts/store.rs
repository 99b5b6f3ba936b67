//! A store of artifacts by their contents.

use super::digest::digest;
use super::tree;
use crate::files;
use pipewright_ir::artifact::{self, Reference};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A folder with a file or folder for each content, which nobody may write.
#[derive(Debug, Clone)]
pub(crate) struct Store(PathBuf);

/// Scheme of the URIs of what is in a store.
const SCHEME: &str = "blake3:";

/// Digits of a digest.
const DIGITS: usize = 64;

impl Store {
    /// The store in a folder, which is made when it is needed.
    pub(crate) fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// Its folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// Whether a URI is one of a store, whatever is in it.
    pub(crate) fn is_uri(uri: &str) -> bool {
        hexadecimal(uri).is_some()
    }

    /// Path of what is in the store.
    ///
    /// # Errors
    /// It is not in the store.
    pub(crate) fn path(&self, uri: &str) -> io::Result<PathBuf> {
        let path = self.place(uri)?;
        match path.symlink_metadata() {
            Ok(_) => Ok(path),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let message = format!("the artifact `{uri}` is no longer there");
                Err(io::Error::new(ErrorKind::NotFound, message))
            }
            Err(error) => Err(error),
        }
    }

    fn place(&self, uri: &str) -> io::Result<PathBuf> {
        let digits = hexadecimal(uri).ok_or_else(|| {
            let message = format!("`{uri}` is no artifact of a run on this machine");
            io::Error::new(ErrorKind::InvalidInput, message)
        })?;
        Ok(self.0.join(digits))
    }

    /// Moves a file or folder into the store; it must be of the store's file system, lest others see it half written.
    ///
    /// # Errors
    /// What cannot be read or moved, and what no artifact may hold.
    pub(crate) fn put(&self, path: &Path) -> io::Result<String> {
        tree::protect(path)?;
        let uri = format!("{SCHEME}{}", digest(path)?.to_hex());
        let place = self.place(&uri)?;
        match place.symlink_metadata() {
            Ok(_) => tree::remove(path)?,
            Err(_) => match self.settle(path, &place) {
                // Another task has put the same there meanwhile.
                Err(_) if place.symlink_metadata().is_ok() => tree::remove(path)?,
                settled => settled?,
            },
        }
        Ok(uri)
    }

    /// Moves what is whole to its place, in a folder that need not be there yet.
    fn settle(&self, path: &Path, place: &Path) -> io::Result<()> {
        match fs::rename(path, place) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::create_dir_all(&self.0)?;
                fs::rename(path, place)
            }
            renamed => renamed,
        }
    }

    /// Puts what is in another store into this one, too, without a copy where the file system can. `new` is a path of this
    /// file system for what is not yet whole.
    fn take(&self, other: &Self, uri: &str, new: &Path) -> io::Result<()> {
        let (from, to) = (other.path(uri)?, self.place(uri)?);
        if to.symlink_metadata().is_ok() {
            return Ok(());
        }
        files::make_folder_of(new)?;
        tree::link(&from, new)?;
        match self.settle(new, &to) {
            Err(_) if to.symlink_metadata().is_ok() => tree::remove(new),
            renamed => renamed,
        }
    }

    /// Puts the artifacts of a value into another store, too.
    ///
    /// # Errors
    /// What is not in this store, and what cannot be made.
    pub(crate) fn give(&self, ty: &Type, json: &Json, other: &Self) -> io::Result<()> {
        let artifacts = artifact::places::<Reference>(ty, json);
        let artifacts = artifacts.map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?;
        for (_, _, reference) in artifacts {
            let new = other.0.join(format!(".new-{}", files::unused()));
            other.take(self, &reference.uri, &new)?;
        }
        Ok(())
    }

    /// Takes something out of the store: it is not what it was.
    pub(crate) fn discard(&self, uri: &str) {
        if let Ok(place) = self.place(uri) {
            let _ = tree::remove(&place);
        }
    }
}

/// The digest of a URI.
fn hexadecimal(uri: &str) -> Option<&str> {
    let digits = uri.strip_prefix(SCHEME)?;
    let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    (digits.len() == DIGITS && digits.bytes().all(is_digit)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_there_once() {
        let folder = tempfile::tempdir().expect("there is room");
        let store = Store::new(folder.path().join("store"));
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).expect("there is room");
            let uri = store.put(&path).expect("it can be moved");
            assert!(!path.exists());
            uri
        };
        let (first, same, other) = (put("a", "text"), put("b", "text"), put("c", "other"));
        assert_eq!(first, same);
        assert_ne!(first, other);
        let path = store.path(&first).expect("it is there");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "text");
        assert!(
            fs::metadata(&path)
                .expect("it is there")
                .permissions()
                .readonly()
        );

        let cache = Store::new(folder.path().join("cache"));
        cache
            .take(&store, &first, &folder.path().join("new"))
            .expect("there is room");
        store.discard(&first);
        let missing = store.path(&first).unwrap_err().to_string();
        assert!(missing.ends_with("is no longer there"), "{missing}");
        let path = cache.path(&first).expect("it is there");
        assert_eq!(fs::read_to_string(path).expect("it is there"), "text");
    }

    #[test]
    fn other_uris_are_refused() {
        let store = Store::new("/nowhere");
        let digest = "0".repeat(DIGITS);
        assert!(Store::is_uri(&format!("blake3:{digest}")));
        for uri in [
            "",
            "blake3:",
            "blake3:../../etc/passwd",
            &digest,
            "s3://a/b",
        ] {
            assert!(!Store::is_uri(uri), "{uri}");
            assert!(store.path(uri).is_err(), "{uri}");
        }
    }
}
