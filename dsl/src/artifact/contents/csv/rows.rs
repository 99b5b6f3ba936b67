use super::columns::Columns;
use super::record;
use crate::artifact::Error;
use crate::artifact::contents::rows::Place;
use crate::artifact::contents::stored::Stored;
use csv::{ByteRecord, ErrorKind};
use std::fs;
use std::marker::PhantomData;
use std::path::PathBuf;

/// Reads rows one by one.
pub(super) struct Reader<T> {
    pub(super) path: PathBuf,
    pub(super) reader: csv::Reader<fs::File>,
    pub(super) record: ByteRecord,
    pub(super) header: Vec<String>,
    pub(super) columns: Columns,
    /// Number of the row that was read last.
    pub(super) row: u64,
    pub(super) has_failed: bool,
    pub(super) of: PhantomData<fn() -> T>,
}

impl<T: Stored> Iterator for Reader<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_failed {
            return None;
        }
        let read = self.reader.read_byte_record(&mut self.record);
        let row = match read {
            Ok(false) => return None,
            Ok(true) => {
                let position = self.record.position();
                let line = position.map_or(0, csv::Position::line);
                let row = record::row(&self.record, &self.header, &self.columns);
                row.map_err(|wrong| (line, wrong.to_string()))
            }
            Err(error) => match error.into_kind() {
                ErrorKind::UnequalLengths {
                    pos,
                    expected_len,
                    len,
                } => {
                    let line = pos.map_or(0, |position| position.line());
                    let wrong = format!(": expected {expected_len} columns, found {len}");
                    Err((line, wrong))
                }
                ErrorKind::Io(error) => {
                    self.has_failed = true;
                    return Some(Err(Error::io(&self.path, "read", error)));
                }
                other => {
                    self.has_failed = true;
                    return Some(Err(Error::new(
                        &self.path,
                        format!("cannot be read: {other:?}"),
                    )));
                }
            },
        };
        self.row += 1;
        Some(row.map_err(|(line, wrong)| {
            let place = Place {
                row: self.row,
                line,
            };
            Error::new(&self.path, format!("{place}{wrong}"))
        }))
    }
}
