//! Rows as Parquet: `schema.rs` is their types, `batches.rs` how they are written, `reader.rs` how they are read.

mod batches;
mod head;
mod reader;
mod schema;
#[cfg(test)]
mod tests;

pub use self::head::parquet_head;

use self::batches::Batches;
use self::reader::Reader;
use super::inherent::inherent;
use super::reader as files;
use super::rows::Rows;
use super::stored::Stored;
use super::writer::Writer;
use crate::artifact::{Content, Data, Error, FileContent, Readable, RowContent, Shape, Writable};
use arrow_schema::FieldRef;
use pipewright_ir::types::Type;
use std::borrow::Borrow;
use std::fs;
use std::marker::PhantomData;

/// Rows as Parquet, in columns. A row is a struct with a field for each column, which may be a list, a map or a struct, too.
///
/// Rows are written and read in batches. Integers have 64 bits, numbers double precision; a `char` is not read. Once rows were read that the task has
/// written, the file is complete, and no more can be written.
///
/// ```
/// use pipewright::artifact::{Dataset, Parquet};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// struct Word {
///     text: String,
///     vector: Vec<f32>,
/// }
///
/// let tea = Word { text: "tea".into(), vector: vec![0.5, 1.5] };
/// let words = Dataset::<Parquet<Word>>::from_rows([&tea])?;
/// assert_eq!(words.read()?, [tea]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Parquet<T> {
    data: Data,
    writer: Writer<Batches>,
    columns: Vec<FieldRef>,
    row: PhantomData<fn() -> T>,
}

impl<T: Stored> Content for Parquet<T> {
    const NAME: &'static str = "parquet";
    const EXTENSION: &'static str = "parquet";

    fn shape() -> Option<Shape> {
        Some(Shape::of::<T>())
    }

    fn new(data: Data) -> Self {
        Self {
            data,
            writer: Writer::default(),
            columns: vec![],
            row: PhantomData,
        }
    }

    fn data(&self) -> &Data {
        &self.data
    }

    fn finish(&self) -> Result<(), Error> {
        let columns = self.schema()?;
        self.writer.flush(&self.data)?;
        let path = self.data.path();
        if self.data.is_new() {
            let metadata = fs::metadata(path).map_err(|error| Error::io(path, "read", error))?;
            if metadata.len() == 0 {
                self.writer
                    .write(&self.data, |batches| batches.start(&columns))?;
                self.writer.flush(&self.data)?;
            }
        }
        Ok(())
    }
}

inherent!(Parquet<T: Stored>);

impl<T: Stored> FileContent for Parquet<T> {}

impl<T: Stored> Writable for Parquet<T> {
    type Item = T;

    fn write_item(&mut self, row: &T) -> Result<(), Error> {
        self.write(row)
    }
}

// A batch of rows waits in the iterator, which may go to another thread.
impl<T: Stored + Send> Readable for Parquet<T> {
    type Value = Vec<T>;

    fn read_value(&self) -> Result<Vec<T>, Error> {
        self.read()
    }
}

impl<T: Stored + Send> RowContent for Parquet<T> {
    type Row = T;

    fn read_rows(&self) -> Result<Rows<T>, Error> {
        self.rows()
    }
}

impl<T: Stored> Parquet<T> {
    /// The rows, read as they are asked for. Of the file's columns only those of the type are read.
    ///
    /// # Errors
    /// All columns that are missing or of another type, a type that has no columns, and a file that cannot be read. A row that
    /// is none is an error of its own.
    pub fn rows(&self) -> Result<Rows<T>, Error>
    where
        T: Send,
    {
        self.schema()?;
        let ty = Type::of::<T>();
        self.data.check_shape(&Shape::of::<T>())?;
        let file = files::open(self)?;
        Reader::open(self.data.path(), file, &ty).map(Rows::new)
    }

    /// All rows.
    ///
    /// # Errors
    /// Those of [`rows`](Self::rows), and the first row that is none.
    pub fn read(&self) -> Result<Vec<T>, Error>
    where
        T: Send,
    {
        self.rows()?.collect()
    }

    /// Writes one more row. After one that cannot be written the file is not whole, and cannot be returned.
    ///
    /// # Errors
    /// A row that Parquet cannot hold, rows that came in or are complete, and a file that cannot be written.
    pub fn write(&mut self, row: &T) -> Result<(), Error> {
        if self.columns.is_empty() {
            self.columns = self.schema()?;
        }
        let columns = &self.columns;
        let written = self.writer.write(&self.data, |batches| {
            if batches.is_complete() {
                return Ok(Err(
                    "it is complete, since it was read: write all rows before",
                ));
            }
            batches.start(columns)?;
            batches.push(row).map(Ok)
        })?;
        written.map_err(|wrong| Error::new(self.data.path(), wrong))
    }

    /// Writes more rows.
    ///
    /// # Errors
    /// Those of [`write`](Self::write).
    pub fn write_rows<R: Borrow<T>>(
        &mut self,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<(), Error> {
        rows.into_iter()
            .try_for_each(|row| self.write(row.borrow()))
    }

    fn schema(&self) -> Result<Vec<FieldRef>, Error> {
        let columns = schema::columns(&Type::of::<T>());
        columns.map_err(|wrong| Error::new(self.data.path(), wrong))
    }
}
