//! Artifacts that are made in one go.

use super::walk::{EntryKind, walk};
use super::{Content, Error};
use std::borrow::Borrow;
use std::path::Path;
use std::{fs, io};

/// A content that is written by `write`: row by row, as one value, or as a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not written by `write`",
    label = "expected a content with rows, a value or a text",
    note = "files in a `Folder` are made by `create_file(path)`; a content of your own has methods of its own"
)]
pub trait Written: Content {
    /// What is written at once: a row, the value, a piece of text.
    type Item: ?Sized;

    /// Writes it.
    ///
    /// # Errors
    /// What the content cannot hold, and a file that cannot be written.
    fn write_item(&mut self, item: &Self::Item) -> Result<(), Error>;
}

/// A content that is made of rows.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of rows",
    label = "expected a content with rows",
    note = "contents with rows are `Csv<Row>`, `JsonLines<Row>` and `Parquet<Row>`"
)]
pub trait FromRows: Written {}

/// A content that holds one value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a value",
    label = "expected a content that holds one value",
    note = "the content that holds one value is `Json<Value>`"
)]
pub trait FromValue: Written {}

/// A content that is a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a text",
    label = "expected a content that is a text",
    note = "write a text into `Text`, or into a kind such as `Html` and `Markdown`"
)]
pub trait FromText: Written<Item = str> {}

/// A content that is one file, and may be a copy of another one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a file",
    label = "expected a content that is one file",
    note = "a folder is copied by `from_folder`"
)]
pub trait FromFile: Content {}

/// A content that is a folder, and may be a copy of another one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a folder",
    label = "expected a content that is a folder",
    note = "the content that is a folder is `Folder`; a file is copied by `from_file`"
)]
pub trait FromFolder: Content {}

pub(super) fn rows<C: FromRows, R: Borrow<C::Item>>(
    rows: impl IntoIterator<Item = R>,
) -> Result<C, Error> {
    let mut content = C::create()?;
    for row in rows {
        content.write_item(row.borrow())?;
    }
    content.finish()?;
    Ok(content)
}

pub(super) fn value<C: FromValue>(value: &C::Item) -> Result<C, Error> {
    let mut content = C::create()?;
    content.write_item(value)?;
    Ok(content)
}

pub(super) fn text<C: FromText>(text: &str) -> Result<C, Error> {
    let mut content = C::create()?;
    content.write_item(text)?;
    content.finish()?;
    Ok(content)
}

pub(super) fn file<C: FromFile>(path: &Path) -> Result<C, Error> {
    let content = C::create()?;
    copy(path, content.data().path())?;
    Ok(content)
}

pub(super) fn folder<C: FromFolder>(path: &Path) -> Result<C, Error> {
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
