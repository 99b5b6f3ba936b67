//! A file, or a folder with all that is in it.

use pipewright_ir::artifact::stays_inside;
use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Something in a tree.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Path from the root; empty for the root.
    pub(crate) name: PathBuf,
    pub(crate) kind: Kind,
}

/// Kind of an [`Entry`].
#[derive(Debug)]
pub(crate) enum Kind {
    Folder,
    File(Metadata),
    /// A symbolic link to something in the tree, with its target as it is written.
    Link(PathBuf),
}

/// All that is in a tree, the root first, each folder before what is in it, and names in their order as bytes.
///
/// # Errors
/// What cannot be read, what is neither file nor folder, and links that lead out of the tree.
pub(crate) fn entries(root: &Path) -> io::Result<Vec<Entry>> {
    let mut found = vec![];
    add(root, Path::new(""), &mut found)?;
    Ok(found)
}

fn add(root: &Path, name: &Path, found: &mut Vec<Entry>) -> io::Result<()> {
    let path = match name.as_os_str().is_empty() {
        true => root.to_owned(),
        false => root.join(name),
    };
    let known = fs::symlink_metadata(&path).map_err(|error| of(name, &error))?;
    let kind = known.file_type();
    let mut push = |kind| {
        let name = name.to_owned();
        found.push(Entry { name, kind });
    };
    if kind.is_file() {
        push(Kind::File(known));
    } else if kind.is_symlink() {
        let target = fs::read_link(&path).map_err(|error| of(name, &error))?;
        if !stays_inside(name, &target) {
            let message = format!("it is a link to `{}`, which is outside", target.display());
            return Err(of(name, &io::Error::new(ErrorKind::InvalidInput, message)));
        }
        push(Kind::Link(target));
    } else if kind.is_dir() {
        push(Kind::Folder);
        let entries = fs::read_dir(&path).map_err(|error| of(name, &error))?;
        let names = entries.map(|entry| Ok(entry?.file_name()));
        let mut names: Vec<OsString> = names.collect::<io::Result<_>>()?;
        names.sort_unstable();
        for inner in names {
            add(root, &name.join(inner), found)?;
        }
    } else {
        let message = "it is neither a file nor a folder";
        return Err(of(name, &io::Error::new(ErrorKind::InvalidInput, message)));
    }
    Ok(())
}

/// An error with the name of what is in the tree.
fn of(name: &Path, error: &io::Error) -> io::Error {
    match name.as_os_str().is_empty() {
        true => io::Error::new(error.kind(), error.to_string()),
        false => io::Error::new(error.kind(), format!("`{}`: {error}", name.display())),
    }
}

/// Takes away the right to write files. Who may run them, still may.
#[cfg(feature = "engine")]
pub(crate) fn protect(root: &Path) -> io::Result<()> {
    for entry in entries(root)? {
        if let Kind::File(known) = &entry.kind {
            let mut permissions = known.permissions();
            #[cfg(unix)]
            std::os::unix::fs::PermissionsExt::set_mode(
                &mut permissions,
                if is_program(known) { 0o555 } else { 0o444 },
            );
            #[cfg(not(unix))]
            permissions.set_readonly(true);
            fs::set_permissions(path_of(root, &entry.name), permissions)?;
        }
    }
    Ok(())
}

/// Whether anybody may run a file.
#[cfg(all(unix, feature = "engine"))]
pub(crate) fn is_program(known: &Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&known.permissions()) & 0o111 != 0
}

#[cfg(all(not(unix), feature = "engine"))]
pub(crate) fn is_program(_: &Metadata) -> bool {
    false
}

/// Path of an entry.
pub(crate) fn path_of(root: &Path, name: &Path) -> PathBuf {
    match name.as_os_str().is_empty() {
        true => root.to_owned(),
        false => root.join(name),
    }
}

/// A second name for each file of a tree, in new folders. Where a file system cannot have one, it is a copy.
///
/// # Errors
/// What cannot be read or made, and a place where something is already.
#[cfg(feature = "engine")]
pub(crate) fn link(from: &Path, to: &Path) -> io::Result<()> {
    make(from, to, |from, to| match fs::hard_link(from, to) {
        Err(error) if is_unlinkable(&error) => fs::copy(from, to).map(drop),
        linked => linked,
    })
}

/// A copy of a tree, which shares its blocks with it where the file system can.
///
/// # Errors
/// What cannot be read or made, and a place where something is already.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    make(from, to, |from, to| fs::copy(from, to).map(drop))
}

fn make(from: &Path, to: &Path, file: impl Fn(&Path, &Path) -> io::Result<()>) -> io::Result<()> {
    for entry in entries(from)? {
        let (from, to) = (path_of(from, &entry.name), path_of(to, &entry.name));
        match entry.kind {
            Kind::Folder => fs::create_dir(&to)?,
            Kind::File(_) => file(&from, &to)?,
            Kind::Link(target) => symlink(&target, &to)?,
        }
    }
    Ok(())
}

#[cfg(unix)]
fn symlink(target: &Path, path: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, path)
}

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    let message = "links are not supported on this system";
    Err(io::Error::new(ErrorKind::Unsupported, message))
}

#[cfg(feature = "engine")]
fn is_unlinkable(error: &io::Error) -> bool {
    use ErrorKind::{CrossesDevices, PermissionDenied, TooManyLinks, Unsupported};
    matches!(
        error.kind(),
        CrossesDevices | PermissionDenied | TooManyLinks | Unsupported
    )
}

/// Moves a tree, to another file system too.
///
/// # Errors
/// What cannot be read, made or removed.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            copy(from, to)?;
            remove(from)
        }
        renamed => renamed,
    }
}

/// Removes a tree, if it is there.
///
/// # Errors
/// What cannot be removed.
pub(crate) fn remove(root: &Path) -> io::Result<()> {
    let removed = match fs::symlink_metadata(root) {
        Ok(known) if known.is_dir() => fs::remove_dir_all(root),
        Ok(_) => fs::remove_file(root),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Size and time of the last change of all files of a tree: another one means that it was changed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct State(Vec<(PathBuf, Option<FileState>)>);

/// Size of a file, and the time at which it was written, where the system knows it.
type FileState = (u64, Option<SystemTime>);

impl State {
    /// The state of a tree now; that of nothing if it cannot be read.
    pub(crate) fn of(root: &Path) -> Self {
        let entries = entries(root).unwrap_or_default().into_iter();
        let states = entries.map(|entry| {
            let state = match &entry.kind {
                Kind::File(known) => Some((known.len(), known.modified().ok())),
                Kind::Folder | Kind::Link(_) => None,
            };
            (entry.name, state)
        });
        Self(states.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn names_of_all_kinds_are_copied_and_linked() {
        let folder = tempfile::tempdir().expect("there is room");
        let (from, copied, linked) = (
            folder.path().join("from"),
            folder.path().join("copied"),
            folder.path().join("linked"),
        );
        fs::create_dir_all(from.join("empty")).expect("there is room");
        for name in ["a b", "-rf", "new\nline", "ünï☃", ".hidden"] {
            fs::write(from.join(name), name).expect("there is room");
        }
        std::os::unix::fs::symlink("a b", from.join("link")).expect("there is room");
        copy(&from, &copied).expect("it can be copied");
        let shown = |root: &Path| {
            let entries = entries(root).expect("it can be read").into_iter();
            let names = entries.map(|entry| (entry.name, matches!(entry.kind, Kind::File(_))));
            names.collect::<Vec<_>>()
        };
        assert_eq!(shown(&copied), shown(&from));
        assert_eq!(shown(&from).len(), 8);
        #[cfg(feature = "engine")]
        {
            link(&from, &linked).expect("it can be linked");
            assert_eq!(State::of(&linked), State::of(&from));
        }
        let _ = linked;
        std::os::unix::fs::symlink("/etc", from.join("out")).expect("there is room");
        let refused = entries(&from).unwrap_err().to_string();
        assert_eq!(refused, "`out`: it is a link to `/etc`, which is outside");
    }
}
