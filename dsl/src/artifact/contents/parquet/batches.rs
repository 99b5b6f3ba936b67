use crate::artifact::contents::writer::Sink;
use arrow_schema::{FieldRef, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use serde::Serialize;
use serde_arrow::ArrayBuilder;
use std::fmt;
use std::fs;
use std::io;
use std::sync::Arc;

/// Rows that are kept until they are written together.
pub(super) const ROWS: usize = 512;

/// Bytes that are kept until they are a group of rows in the file.
const GROUP: usize = 16 * 1024 * 1024;

/// Writes rows in batches. A flush completes the file.
pub(super) enum Batches {
    /// Nothing was written.
    Empty(Option<fs::File>),
    Open(Box<Open>),
    Complete,
}

pub(super) struct Open {
    writer: ArrowWriter<fs::File>,
    batch: ArrayBuilder,
    /// Number of rows in the batch.
    rows: usize,
}

impl Sink for Batches {
    fn open(file: fs::File) -> io::Result<Self> {
        match file.metadata()?.len() {
            0 => Ok(Self::Empty(Some(file))),
            _ => Err(io::Error::other(
                "to a complete file of Parquet no rows can be added",
            )),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Self::Open(open) = self {
            open.write_batch()?;
            open.writer.finish()?;
            *self = Self::Complete;
        }
        Ok(())
    }
}

impl Batches {
    pub(super) fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }

    /// Writes the beginning of the file, if it was not written yet.
    pub(super) fn start(&mut self, columns: &[FieldRef]) -> io::Result<()> {
        let Self::Empty(file) = self else {
            return Ok(());
        };
        let Some(file) = file.take() else {
            return Err(io::Error::other("the file could not be begun"));
        };
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_bytes(Some(GROUP))
            .build();
        let schema = Arc::new(Schema::new(columns.to_vec()));
        let writer = ArrowWriter::try_new(file, schema, Some(properties))?;
        let batch = ArrayBuilder::from_arrow(columns).map_err(io::Error::other)?;
        let rows = 0;
        *self = Self::Open(Box::new(Open {
            writer,
            batch,
            rows,
        }));
        Ok(())
    }

    /// Writes a row.
    pub(super) fn push<T: Serialize>(&mut self, row: &T) -> io::Result<()> {
        let Self::Open(open) = self else {
            return Err(io::Error::other("the file is not open"));
        };
        let pushed = open.batch.push(row);
        pushed
            .map_err(|error| io::Error::other(format!("a row does not fit: {}", wrong(&error))))?;
        open.rows += 1;
        match open.rows {
            ROWS => open.write_batch(),
            _ => Ok(()),
        }
    }
}

impl Open {
    fn write_batch(&mut self) -> io::Result<()> {
        if self.rows > 0 {
            let batch = self.batch.to_record_batch().map_err(io::Error::other)?;
            self.writer.write(&batch)?;
            self.rows = 0;
        }
        Ok(())
    }
}

/// The text of an error, with the column that it belongs to.
pub(super) fn wrong(error: &serde_arrow::Error) -> String {
    let text = error.to_string();
    let column = text
        .split_once("field: \"$.")
        .and_then(|(_, rest)| rest.split_once('"'));
    match column {
        Some((column, _)) => format!("column `{column}`: {}", error.message()),
        None => error.message().to_owned(),
    }
}

impl fmt::Debug for Batches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Batches")
    }
}
