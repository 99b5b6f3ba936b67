//! Files that others never see half written.

use std::fs::{self, File, OpenOptions, Permissions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes a file so that it is never seen half written: it is there in full, or as it was. Without permissions, the user's
/// umask says who may read it.
///
/// # Errors
/// Files that cannot be written, and folders that are not there.
pub fn replace(path: &Path, contents: &[u8], permissions: Option<Permissions>) -> io::Result<()> {
    // A file can only be renamed within its file system.
    let (mut file, new) = create(folder_of(path))?;
    let written = file
        .write_all(contents)
        .and_then(|()| permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions)));
    // Some systems do not rename an open file.
    drop(file);
    let renamed = written.and_then(|()| fs::rename(&new, path));
    if renamed.is_err() {
        let _ = fs::remove_file(&new);
    }
    renamed
}

/// Writes a file as [`replace`] does, and makes the folders that are missing.
///
/// # Errors
/// Folders or files that cannot be written.
pub fn write(path: &Path, contents: &[u8]) -> io::Result<()> {
    make_folder_of(path)?;
    replace(path, contents, None)
}

/// Makes the folder of a file, if it is missing.
///
/// # Errors
/// Folders that cannot be made.
pub fn make_folder_of(path: &Path) -> io::Result<()> {
    fs::create_dir_all(folder_of(path))
}

/// Writes to a path that somebody has named, whatever is there. A file is [replaced](replace) and keeps its permissions; a
/// link stays one, to a file that has the contents; devices and pipes are written to.
///
/// # Errors
/// Files that are read-only or cannot be written, links to nothing, and folders that are not there.
pub fn write_to(path: &Path, contents: &[u8]) -> io::Result<()> {
    let refuse = |kind, reason: &str| Err(io::Error::new(kind, reason));
    let known = match fs::metadata(path) {
        Ok(known) => known,
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        Err(_) if path.is_symlink() => {
            return refuse(ErrorKind::NotFound, "it is a link to what is not there");
        }
        Err(_) => return replace(path, contents, None),
    };
    if !known.is_file() {
        return OpenOptions::new()
            .write(true)
            .open(path)?
            .write_all(contents);
    }
    // To rename a new file, one needs no right to write the old one, and who may write anything has to be told.
    if known.permissions().readonly() {
        return refuse(ErrorKind::PermissionDenied, "it is read-only");
    }
    drop(OpenOptions::new().write(true).open(path)?);
    let in_place = || fs::write(path, contents);
    if has_other_names(&known) {
        return in_place();
    }
    match replace(&path.canonicalize()?, contents, Some(known.permissions())) {
        // The folder is read-only, or the file is mounted by itself.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::PermissionDenied
                    | ErrorKind::ReadOnlyFilesystem
                    | ErrorKind::ResourceBusy
                    | ErrorKind::CrossesDevices
            ) =>
        {
            in_place()
        }
        replaced => replaced,
    }
}

#[cfg(unix)]
fn has_other_names(known: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(known) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &fs::Metadata) -> bool {
    false
}

/// Makes a new file, which is never seen half written. Of several who do so at once, one succeeds.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`] if there is one, and files that cannot be written.
pub fn create_whole(path: &Path, contents: &[u8]) -> io::Result<()> {
    let (mut file, new) = create(folder_of(path))?;
    let linked = file
        .write_all(contents)
        .and_then(|()| fs::hard_link(&new, path));
    drop(file);
    let _ = fs::remove_file(&new);
    match linked {
        // Not every file system has links. There it may be seen half written.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
            file.write_all(contents)
        }
        linked => linked,
    }
}

/// Writes a file that only this user may read, unless it is there already.
pub(crate) fn write_private(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(contents)
}

/// Reads a file of some size at most: a device may never end.
///
/// # Errors
/// Files that cannot be read, and those that are larger.
pub fn read_up_to(path: &Path, bytes_max: u64) -> io::Result<Vec<u8>> {
    let mut contents = vec![];
    File::open(path)?
        .take(bytes_max + 1)
        .read_to_end(&mut contents)?;
    if contents.len() as u64 > bytes_max {
        let message = format!("it is larger than {} MiB", bytes_max >> 20);
        return Err(io::Error::new(ErrorKind::FileTooLarge, message));
    }
    Ok(contents)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A new file in a folder, with its path.
fn create(folder: &Path) -> io::Result<(File, PathBuf)> {
    let create = |path: &Path| OpenOptions::new().write(true).create_new(true).open(path);
    let new_path = || folder.join(format!(".new-{}", unused()));
    first_free(new_path, create)
}

/// Makes something at the first path where nothing is yet.
pub(crate) fn first_free<T>(
    new_path: impl Fn() -> PathBuf,
    make: impl Fn(&Path) -> io::Result<T>,
) -> io::Result<(T, PathBuf)> {
    const ATTEMPTS: u32 = 100;
    let mut attempt = 0;
    loop {
        let path = new_path();
        attempt += 1;
        match make(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && attempt < ATTEMPTS => {}
            made => return Ok((made?, path)),
        }
    }
}

/// Part of a name that nobody uses. It need not be secret: what is there already is never taken.
pub(crate) fn unused() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    // The keys of a hasher are random, and others for each one.
    let number = RandomState::new().hash_one((std::process::id(), count));
    format!("{number:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;

    #[test]
    fn files_are_replaced() {
        let folder = Folder::temporary("pipewright-test-").expect("there is room");
        let path = folder.path().join("a/b/file");
        for text in ["first", "second"] {
            write(&path, text.as_bytes()).expect("it can be written");
            assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
        }
        let entries = fs::read_dir(folder.path().join("a/b"));
        assert_eq!(entries.expect("it is a folder").count(), 1);
        let (path, gone) = (folder.path().join("a/b"), folder.path().to_owned());
        assert!(
            write(&path, b"x").is_err(),
            "a folder is not replaced by a file"
        );
        let entries = fs::read_dir(folder.path().join("a"));
        assert_eq!(entries.expect("it is a folder").count(), 1);
        drop(folder);
        assert!(!gone.exists());
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_it_stays() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::temporary("pipewright-test-").expect("there is room");
        let mode = |path: &Path| {
            let metadata = fs::metadata(path).expect("it is there");
            metadata.permissions().mode() & 0o777
        };
        assert_eq!(mode(folder.path()), 0o700);
        let path = folder.path().join("file");
        replace(&path, b"x", None).expect("it can be written");
        let permissions = Permissions::from_mode(0o640);
        replace(&path, b"y", Some(permissions)).expect("it can be written");
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn names_differ() {
        let names: std::collections::HashSet<_> = (0..1000).map(|_| unused()).collect();
        assert_eq!(names.len(), 1000);
    }
}
