//! Artifacts that are made in one go.

use super::Error;
use super::access::{FileContent, FolderContent, RowContent, TextContent, ValueContent};
use super::walk::{EntryKind, walk};
use std::borrow::Borrow;
use std::path::Path;
use std::{fs, io};

pub(super) fn rows<C: RowContent, R: Borrow<C::Row>>(
    rows: impl IntoIterator<Item = R>,
) -> Result<C, Error> {
    let mut content = C::create()?;
    for row in rows {
        content.write_item(row.borrow())?;
    }
    content.finish()?;
    Ok(content)
}

pub(super) fn value<C: ValueContent>(value: &C::Item) -> Result<C, Error> {
    let mut content = C::create()?;
    content.write_item(value)?;
    Ok(content)
}

pub(super) fn text<C: TextContent>(text: &str) -> Result<C, Error> {
    let mut content = C::create()?;
    content.write_item(text)?;
    content.finish()?;
    Ok(content)
}

pub(super) fn file<C: FileContent>(path: &Path) -> Result<C, Error> {
    let content = C::create()?;
    copy(path, content.data().path())?;
    Ok(content)
}

pub(super) fn folder<C: FolderContent>(path: &Path) -> Result<C, Error> {
    let content = C::create()?;
    let root = content.data().path();
    check_links(path)?;
    for entry in walk(path) {
        let entry = entry?;
        let (from, to) = (path.join(entry.path()), root.join(entry.path()));
        match entry.kind() {
            EntryKind::Folder => {
                fs::create_dir(&to).map_err(|error| Error::io(&to, "made", error))?;
            }
            EntryKind::File => copy(&from, &to)?,
            EntryKind::Link(target) => {
                link(target, &to).map_err(|error| Error::io(&to, "made", error))?;
            }
        }
    }
    Ok(content)
}

/// Tells all links of a folder that lead outside of it. See [`pipewright_ir::artifact::stays_inside`].
pub(super) fn check_links(folder: &Path) -> Result<(), Error> {
    let mut wrong = vec![];
    for entry in walk(folder) {
        let entry = entry?;
        if let EntryKind::Link(target) = entry.kind()
            && !pipewright_ir::artifact::stays_inside(entry.path(), target)
        {
            wrong.push(format!(
                "`{}` is a link to `{}`",
                entry.path().display(),
                target.display()
            ));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let wrong = wrong.join(", ");
    let message = format!(
        "{wrong}: expected relative links that stay in the folder, or copies of what they lead to"
    );
    Err(Error::new(folder, message))
}

/// Copies a file. The kernel copies, or shares the blocks, where it can.
fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let read = |error| Error::io(from, "read", error);
    // To open anything else might wait for ever.
    if !fs::metadata(from).map_err(read)?.is_file() {
        return Err(Error::new(from, "expected a file"));
    }
    let mut source = fs::File::open(from).map_err(read)?;
    let target = fs::File::create(to);
    let mut target = target.map_err(|error| Error::io(to, "written", error))?;
    let copied = io::copy(&mut source, &mut target);
    copied.map_err(|error| {
        let from = from.display();
        Error::new(to, format!("cannot be copied from `{from}`: {error}"))
    })?;
    Ok(())
}

#[cfg(unix)]
fn link(target: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, at)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
