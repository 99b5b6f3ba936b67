//! First rows of a file whose columns nobody has named.

use super::batches::wrong;
use crate::artifact::Error;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde::Deserialize;
use serde_arrow::Deserializer;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The first rows of a Parquet file, and whether there are more.
///
/// # Errors
/// A file that cannot be read, or is no Parquet.
#[doc(hidden)]
pub fn parquet_head(path: &Path, count: usize) -> Result<(Vec<Value>, bool), Error> {
    let no_parquet = |error: &dyn std::fmt::Display| {
        Error::new(path, format!("cannot be read as Parquet: {error}"))
    };
    let file = fs::File::open(path).map_err(|error| Error::io(path, "read", error))?;
    let builder = ParquetRecordBatchReaderBuilder::try_new(file);
    let builder = builder.map_err(|error| no_parquet(&error))?;
    let batches = builder.with_batch_size(count + 1).build();
    let mut found = vec![];
    for batch in batches.map_err(|error| no_parquet(&error))? {
        let batch = batch.map_err(|error| no_parquet(&error))?;
        let rows = Deserializer::from_record_batch(&batch);
        for row in rows.map_err(|error| no_parquet(&wrong(&error)))?.iter() {
            if found.len() == count {
                return Ok((found, true));
            }
            let row = Value::deserialize(row).map_err(|error| no_parquet(&wrong(&error)))?;
            found.push(row);
        }
    }
    Ok((found, false))
}
