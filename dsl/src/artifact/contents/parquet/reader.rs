use super::batches::{ROWS, wrong};
use super::schema;
use crate::artifact::Error;
use arrow_array::RecordBatch;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use pipewright_ir::types::Type;
use serde::de::DeserializeOwned;
use serde_arrow::Deserializer;
use std::collections::VecDeque;
use std::fs;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

/// Reads rows in batches.
pub(super) struct Reader<T> {
    path: PathBuf,
    batches: ParquetRecordBatchReader,
    /// Rows of the last batch.
    rows: VecDeque<Result<T, String>>,
    /// Number of the row that was given last.
    row: u64,
    has_failed: bool,
    of: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Reader<T> {
    /// # Errors
    /// All columns that are missing or of another type, and a file that is no Parquet.
    pub(super) fn open(path: &Path, file: fs::File, ty: &Type) -> Result<Self, Error> {
        let no_parquet = |error| Error::new(path, format!("cannot be read as Parquet: {error}"));
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(no_parquet)?;
        let written = schema::rows(builder.schema().fields());
        let differences = schema::without_enums(ty).differences(&written);
        if !differences.is_empty() {
            let differences = differences.join(", ");
            let message = format!("it holds another type than it is read as: {differences}");
            return Err(Error::new(path, message));
        }
        let columns = builder.schema().fields().iter().enumerate();
        let is_read = |name: &str| match ty {
            Type::Struct(fields) => fields.get(name).is_some(),
            _ => true,
        };
        let read = columns.filter(|(_, column)| is_read(column.name()));
        let read: Vec<usize> = read.map(|(index, _)| index).collect();
        let mask = ProjectionMask::roots(builder.parquet_schema(), read);
        let builder = builder.with_projection(mask).with_batch_size(ROWS);
        Ok(Self {
            path: path.to_owned(),
            batches: builder.build().map_err(no_parquet)?,
            rows: VecDeque::new(),
            row: 0,
            has_failed: false,
            of: PhantomData,
        })
    }
}

impl<T: DeserializeOwned> Iterator for Reader<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.rows.is_empty() && !self.has_failed {
            let rows = match self.batches.next()? {
                Ok(batch) => rows(&batch),
                Err(error) => Err(error.to_string()),
            };
            match rows {
                Ok(rows) => self.rows = rows,
                Err(error) => {
                    self.has_failed = true;
                    let message = format!("cannot be read as Parquet: {error}");
                    return Some(Err(Error::new(&self.path, message)));
                }
            }
        }
        let row = self.rows.pop_front()?;
        self.row += 1;
        Some(row.map_err(|wrong| Error::new(&self.path, format!("row {}: {wrong}", self.row))))
    }
}

fn rows<T: DeserializeOwned>(batch: &RecordBatch) -> Result<VecDeque<Result<T, String>>, String> {
    let rows = Deserializer::from_record_batch(batch).map_err(|error| wrong(&error))?;
    let row = |row| T::deserialize(row).map_err(|error| wrong(&error));
    Ok(rows.iter().map(row).collect())
}
