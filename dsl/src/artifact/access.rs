//! What can be done with a content: the kinds have a method for each.

use super::contents::{Lines, Rows};
use super::{Content, Error};

/// A content that can be read as a whole.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read as a whole",
    label = "expected a content such as `Json<Value>`, `Text` or `Csv<Row>`",
    note = "a `File` is opened with `open()`, and `path()` is for any library"
)]
pub trait Readable: Content {
    /// What is in it: a value, a text, all rows.
    type Value;

    /// Reads all of it.
    ///
    /// # Errors
    /// A file that cannot be read, and what cannot be of the type.
    fn read_value(&self) -> Result<Self::Value, Error>;
}

/// A content that is written by values.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not written by values",
    label = "expected a content such as `Json<Value>`, `Text` or `Csv<Row>`",
    note = "a `File` is a `std::io::Write`, and `path()` is for any library"
)]
pub trait Writable: Content {
    /// What is written at once: a value, a text, a row.
    type Item: ?Sized;

    /// Writes a value in place of what was there, or one more row or text.
    ///
    /// # Errors
    /// What the content cannot hold, and a file that cannot be written.
    fn write_item(&mut self, item: &Self::Item) -> Result<(), Error>;
}

/// A content of rows.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of rows",
    label = "expected a content with rows",
    note = "contents with rows are `Csv<Row>`, `JsonLines<Row>` and `Parquet<Row>`"
)]
pub trait RowContent: Writable<Item = Self::Row> {
    /// Type of its rows.
    type Row;

    /// Its rows, read as they are asked for.
    ///
    /// # Errors
    /// A file that cannot be read, and rows that were written as another type.
    fn read_rows(&self) -> Result<Rows<Self::Row>, Error>;
}

/// A content that holds one value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a value",
    label = "expected a content that holds one value",
    note = "the content that holds one value is `Json<Value>`"
)]
pub trait ValueContent: Writable {}

/// A content that is a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a text",
    label = "expected a content that is a text",
    note = "write a text into `Text`, or into a kind such as `Html` and `Markdown`"
)]
pub trait TextContent: Writable<Item = str> {
    /// Its lines, read as they are asked for.
    ///
    /// # Errors
    /// A file that cannot be read.
    fn read_lines(&self) -> Result<Lines, Error>;
}

/// A content that text can be written into.
#[diagnostic::on_unimplemented(
    message = "text cannot be written into `{Self}`",
    label = "expected `Text` or `File`"
)]
pub trait WriteText: Content {
    /// Writes more text, behind what is there.
    ///
    /// # Errors
    /// A file that cannot be written.
    fn write_text(&mut self, text: &str) -> Result<(), Error>;
}

/// A content that is one file, and may be a copy of another one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a file",
    label = "expected a content that is one file",
    note = "a folder is copied by `from_folder`"
)]
pub trait FileContent: Content {}

/// A content that is a folder, and may be a copy of another one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a folder",
    label = "expected a content that is a folder",
    note = "the content that is a folder is `Folder`; a file is copied by `from_file`"
)]
pub trait FolderContent: Content {}

/// Traits of a content of rows, whose methods have the usual names. `RowContent` is not among them: errors of users quote its
/// implementations.
macro_rules! rows {
    ($content:ident) => {
        impl<T: Stored> $crate::artifact::Readable for $content<T> {
            type Value = Vec<T>;

            fn read_value(&self) -> Result<Vec<T>, Error> {
                self.read()
            }
        }

        impl<T: Stored> $crate::artifact::Writable for $content<T> {
            type Item = T;

            fn write_item(&mut self, row: &T) -> Result<(), Error> {
                self.write(row)
            }
        }

        impl<T: Stored> $crate::artifact::FileContent for $content<T> {}
    };
}

pub(super) use rows;
