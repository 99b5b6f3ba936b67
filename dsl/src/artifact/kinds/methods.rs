//! Methods of kinds, as far as their contents have them.
//!
//! A kind does not dereference to its content: then rustc would have to know the content of `Dataset::create()?` before
//! the first method is called, and not where the dataset is returned.

use super::several::for_kinds;
use super::{Artifact, Dataset, Html, Markdown, Model};
use crate::artifact::{
    Content, Data, Entry, Error, File, Folder, Lines, Readable, RowContent, Rows, TextContent,
    Walk, Writable, WriteText,
};
use std::borrow::Borrow;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

macro_rules! lines {
    () => {
        /// Its lines, read as they are asked for, without what ends them.
        ///
        /// # Errors
        /// A file that cannot be read.
        pub fn lines(&self) -> Result<Lines, Error> {
            self.content.read_lines()
        }
    };
}

macro_rules! print {
    () => {
        /// Writes more text, behind what is there.
        ///
        /// # Errors
        /// A file that cannot be written.
        pub fn write_str(&mut self, text: &str) -> Result<(), Error> {
            self.content.write_text(text)
        }

        /// What `write!(text, "..")?` and `writeln!` call.
        ///
        /// # Errors
        /// A file that cannot be written.
        pub fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<(), Error> {
            match text.as_str() {
                Some(text) => self.content.write_text(text),
                None => self.content.write_text(&text.to_string()),
            }
        }
    };
}

macro_rules! methods {
    ($($kind:ident)*) => {$(
        impl<C: Content> $kind<C> {
            /// Its content, for methods that only this content has.
            pub fn content(&self) -> &C {
                &self.content
            }

            /// Its content, to be written by methods that only this content has.
            pub fn content_mut(&mut self) -> &mut C {
                &mut self.content
            }

            /// Its file or folder.
            pub fn data(&self) -> &Data {
                self.content.data()
            }

            /// Writes what is still in memory. Whoever reads or returns it need not call this.
            ///
            /// # Errors
            /// A file that cannot be written, and a content that is not complete.
            pub fn finish(&self) -> Result<(), Error> {
                self.content.finish()
            }
        }

        impl<C: Readable> $kind<C> {
            /// All that is in it: the value, the text, a list of all rows.
            ///
            /// # Errors
            /// What was written as another type, what is not of the type, and a file that cannot be read.
            pub fn read(&self) -> Result<C::Value, Error> {
                self.content.read_value()
            }
        }

        impl<C: RowContent> $kind<C> {
            /// Its rows, read as they are asked for.
            ///
            /// # Errors
            /// Rows that were written as another type, and a file that cannot be read. A bad row is an error of its own.
            pub fn rows(&self) -> Result<Rows<C::Item>, Error> {
                self.content.read_rows()
            }

            /// Writes more rows.
            ///
            /// # Errors
            /// Those of [`write`](Self::write).
            pub fn write_rows<R: Borrow<C::Item>>(
                &mut self,
                rows: impl IntoIterator<Item = R>,
            ) -> Result<(), Error> {
                let mut rows = rows.into_iter();
                rows.try_for_each(|row| self.content.write_item(row.borrow()))
            }
        }

        impl<C: TextContent> $kind<C> {
            lines!();
        }

        impl<C: WriteText> $kind<C> {
            print!();
        }

        impl $kind<File> {
            /// Opens it to be read from its beginning, with all that was written so far.
            ///
            /// # Errors
            /// A file that cannot be read, or not be written.
            pub fn open(&self) -> Result<fs::File, Error> {
                self.content.open()
            }
        }

        impl io::Write for $kind<File> {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                io::Write::write(&mut self.content, bytes)
            }

            fn flush(&mut self) -> io::Result<()> {
                io::Write::flush(&mut self.content)
            }
        }

        impl $kind<Folder> {
            /// Path of a file or folder in it, which need not exist.
            ///
            /// # Errors
            /// A path that may lead outside of the folder.
            pub fn join(&self, path: impl AsRef<Path>) -> Result<PathBuf, Error> {
                self.content.join(path)
            }

            /// Makes a file in it to be written, and the folders that it lies in. A file that is there is made anew.
            ///
            /// # Errors
            /// A path that may lead outside of the folder; a folder that came in; a file that cannot be made.
            pub fn create_file(&mut self, path: impl AsRef<Path>) -> Result<fs::File, Error> {
                self.content.create_file(path)
            }

            /// Opens a file in it to be read.
            ///
            /// # Errors
            /// A path that may lead outside of the folder; a file that cannot be read.
            pub fn open(&self, path: impl AsRef<Path>) -> Result<fs::File, Error> {
                self.content.open(path)
            }

            /// What lies directly in it, in the order of the names.
            ///
            /// # Errors
            /// A folder that cannot be read.
            pub fn entries(&self) -> Result<Vec<Entry>, Error> {
                self.content.entries()
            }

            /// All that is in it, each folder before what is in it, in the order of the names. Links are not followed.
            ///
            /// # Errors
            /// A folder that cannot be read.
            pub fn walk(&self) -> Result<Walk, Error> {
                self.content.walk()
            }
        }
    )*};
}

macro_rules! reports {
    ($($kind:ident)*) => {$(
        impl $kind {
            /// All of its text.
            ///
            /// # Errors
            /// A file that cannot be read, and one that is no UTF-8.
            pub fn read(&self) -> Result<String, Error> {
                self.content.read()
            }

            lines!();
            print!();
        }
    )*};
}

methods! { Artifact Dataset Model }
reports! { Html Markdown }

for_kinds! { [Artifact Dataset Model] [C: Writable] {
    /// Writes one more row, more text, or the value in place of one that was written before.
    ///
    /// # Errors
    /// What the content cannot hold, what came in, and a file that cannot be written.
    pub fn write(&mut self, item: &C::Item) -> Result<(), Error> {
        self.content.write_item(item)
    }
} }
