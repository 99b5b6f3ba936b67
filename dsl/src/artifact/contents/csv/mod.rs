//! Rows as CSV: `columns.rs` which types have them, `cells.rs` how they are written, `record.rs` how they are read.

mod cells;
mod columns;
mod record;
#[cfg(test)]
mod tests;
mod wrong;

use self::columns::Columns;
use super::inherent::inherent;
use super::line::end_line;
use super::reader;
use super::rows::{Place, Rows};
use super::stored::Stored;
use super::writer::{BUFFER, Sink, Writer};
use crate::artifact::access::rows;
use crate::artifact::{Content, Data, Error, RowContent};
use csv::{ByteRecord, ErrorKind, ReaderBuilder, WriterBuilder};
use pipewright_ir::types::Type;
use std::borrow::Borrow;
use std::fs;
use std::io;
use std::marker::PhantomData;
use std::path::PathBuf;

/// Rows as CSV, with a header. A row is a struct with a field for each column, or a map.
///
/// Columns of a file may stand in any order, and there may be more of them. A column of type `Option<T>` may be missing, and
/// so may cells of it, which are empty then. Numbers, booleans, texts and enums without fields have cells; rows with lists or
/// structs in them belong into [`JsonLines`](super::JsonLines).
///
/// ```
/// use pipewright::artifact::{Csv, Dataset};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// struct Sale {
///     region: String,
///     units: u32,
///     discount: Option<f64>,
/// }
///
/// let mut sales = Dataset::<Csv<Sale>>::create()?;
/// sales.write(&Sale { region: "north, east".into(), units: 3, discount: None })?;
/// sales.finish()?;
/// let text = std::fs::read_to_string(sales.path())?;
/// assert_eq!(text, "region,units,discount\n\"north, east\",3,\n");
/// for sale in sales.rows()? {
///     assert_eq!(sale?.units, 3);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Csv<T> {
    data: Data,
    writer: Writer<Sheet>,
    /// Columns of the file, once the first row was written.
    header: Vec<String>,
    row: PhantomData<fn() -> T>,
}

impl<T: Stored> Content for Csv<T> {
    const NAME: &'static str = "csv";
    const EXTENSION: &'static str = "csv";

    fn shape() -> Option<Type> {
        Some(Type::of::<T>())
    }

    fn new(data: Data) -> Self {
        Self {
            data,
            writer: Writer::default(),
            header: vec![],
            row: PhantomData,
        }
    }

    fn data(&self) -> &Data {
        &self.data
    }

    fn finish(&self) -> Result<(), Error> {
        let columns = self.columns()?;
        self.writer.flush(&self.data)?;
        let Columns::Fields(fields) = columns else {
            return Ok(());
        };
        if self.data.is_new() && self.is_empty()? {
            let names = fields.iter().map(|field| field.name.as_str());
            self.writer
                .write(&self.data, |sheet| sheet.write(names))?;
            self.writer.flush(&self.data)?;
        }
        Ok(())
    }
}

inherent!(Csv<T: Stored>);

rows!(Csv);

impl<T: Stored> RowContent for Csv<T> {
    type Row = T;

    fn read_rows(&self) -> Result<Rows<T>, Error> {
        self.rows()
    }
}

impl<T: Stored> Csv<T> {
    /// The rows, read as they are asked for.
    ///
    /// # Errors
    /// All columns that are missing, rows that were written as another type, a type that has no columns, and a file that
    /// cannot be read. A row that is none is an error of its own.
    pub fn rows(&self) -> Result<Rows<T>, Error> {
        let path = self.data.path();
        let columns = self.columns()?;
        self.data.check_shape(&Type::of::<T>())?;
        let mut reader = ReaderBuilder::new()
            .buffer_capacity(BUFFER)
            .from_reader(reader::open(self)?);
        let header = header(&mut reader).map_err(|wrong| Error::new(path, wrong))?;
        check_header(&header, &columns).map_err(|wrong| Error::new(path, wrong))?;
        Ok(Rows::new(Reader {
            path: path.to_owned(),
            reader,
            record: ByteRecord::new(),
            header,
            columns,
            row: 0,
            has_failed: false,
            of: PhantomData,
        }))
    }

    /// All rows.
    ///
    /// # Errors
    /// Those of [`rows`](Self::rows), and the first row that is none.
    pub fn read(&self) -> Result<Vec<T>, Error> {
        self.rows()?.collect()
    }

    /// Writes one more row. The first one writes the header, too.
    ///
    /// # Errors
    /// A row that CSV cannot hold, rows that came in, and a file that cannot be written.
    pub fn write(&mut self, row: &T) -> Result<(), Error> {
        self.data.check_writable()?;
        let columns = self.columns()?;
        let unwritable = |wrong| Error::new(self.data.path(), format!("a row cannot be written{wrong}"));
        let cells = cells::cells(row).map_err(unwritable)?;
        let is_first = self.header.is_empty();
        let is_empty = is_first && self.is_empty()?;
        let header = match (is_first, is_empty) {
            (false, _) => std::mem::take(&mut self.header),
            (true, true) => names(&columns, &cells),
            // Something else has written to it.
            (true, false) => {
                let file = fs::File::open(self.data.path());
                let file = file.map_err(|error| Error::io(self.data.path(), "read", error))?;
                let header = header(&mut csv::Reader::from_reader(file));
                header.map_err(|wrong| Error::new(self.data.path(), wrong))?
            }
        };
        let aligned = align(cells, &header, &columns);
        self.header = header;
        let aligned = aligned.map_err(|wrong| Error::new(self.data.path(), format!("a row cannot be written{wrong}")))?;
        let header = &self.header;
        self.writer.write(&self.data, |sheet| {
            if is_empty {
                sheet.write(header)?;
            }
            sheet.write(aligned)
        })
    }

    /// Writes more rows.
    ///
    /// # Errors
    /// Those of [`write`](Self::write).
    pub fn write_rows<R: Borrow<T>>(&mut self, rows: impl IntoIterator<Item = R>) -> Result<(), Error> {
        rows.into_iter().try_for_each(|row| self.write(row.borrow()))
    }

    fn columns(&self) -> Result<Columns, Error> {
        let columns = Columns::of(&Type::of::<T>());
        columns.map_err(|wrong| Error::new(self.data.path(), wrong))
    }

    fn is_empty(&self) -> Result<bool, Error> {
        let path = self.data.path();
        let metadata = fs::metadata(path).map_err(|error| Error::io(path, "read", error))?;
        Ok(metadata.len() == 0)
    }
}

/// Names of the columns, those of the type before those that only the first row has.
fn names(columns: &Columns, cells: &cells::Cells) -> Vec<String> {
    let mut names = match columns {
        Columns::Fields(fields) => fields.iter().map(|field| field.name.clone()).collect(),
        Columns::Any(_) => vec![],
    };
    for (name, _) in cells {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_string());
        }
    }
    names
}

/// The cells of a row in the order of the header.
fn align(cells: cells::Cells, header: &[String], columns: &Columns) -> Result<Vec<String>, wrong::Wrong> {
    let mut aligned: Vec<Option<String>> = vec![None; header.len()];
    for (index, (name, cell)) in cells.into_iter().enumerate() {
        // Most rows have their cells in the order of the header.
        let place = match header.get(index) {
            Some(column) if *column == name => Some(index),
            _ => header.iter().position(|column| *column == name),
        };
        let Some(place) = place else {
            return Err(wrong::Wrong::new("the header has no such column").at(&name));
        };
        aligned[place] = Some(cell);
    }
    let cells = aligned.into_iter().zip(header);
    cells
        .map(|(cell, name)| match cell {
            Some(cell) => Ok(cell),
            None if columns.may_be_empty(name) => Ok(String::new()),
            None => Err(wrong::Wrong::new("the row has no such column").at(name)),
        })
        .collect()
}

/// The names of the columns of a file.
fn header<R: io::Read>(reader: &mut csv::Reader<R>) -> Result<Vec<String>, String> {
    let header = reader.byte_headers();
    let header = header.map_err(|error| format!("cannot be read: {error}"))?;
    let names = header.iter().map(|name| String::from_utf8(name.to_vec()));
    let names: Result<Vec<_>, _> = names.collect();
    names.map_err(|error| {
        let name = String::from_utf8_lossy(error.as_bytes()).into_owned();
        format!("line 1: expected names of columns in UTF-8, found {}", reader::quoted(&name))
    })
}

fn check_header(header: &[String], columns: &Columns) -> Result<(), String> {
    let missing = columns.missing(header);
    let list = |names: &[&str]| {
        let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    };
    if !missing.is_empty() {
        let missing = list(&missing);
        return Err(match header {
            [] => format!("it is empty: expected a header with the columns {missing}"),
            header => {
                let header: Vec<_> = header.iter().map(String::as_str).collect();
                let header = reader::quoted(&header.join(","));
                format!("the header lacks the columns {missing}, found {header}")
            }
        });
    }
    let mut twice = vec![];
    for (index, name) in header.iter().enumerate() {
        let is_read = match columns {
            Columns::Fields(fields) => fields.get(name).is_some(),
            Columns::Any(_) => true,
        };
        if is_read && header[..index].contains(name) && !twice.contains(&name.as_str()) {
            twice.push(name.as_str());
        }
    }
    match twice.as_slice() {
        [] => Ok(()),
        twice => Err(format!("the header has the columns {} twice", list(twice))),
    }
}

/// Writes records.
#[derive(Debug)]
struct Sheet(csv::Writer<fs::File>);

impl Sink for Sheet {
    fn open(mut file: fs::File) -> io::Result<Self> {
        end_line(&mut file)?;
        let mut builder = WriterBuilder::new();
        Ok(Self(builder.buffer_capacity(BUFFER).from_writer(file)))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Sheet {
    fn write<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        Ok(self.0.write_record(cells)?)
    }
}

struct Reader<T> {
    path: PathBuf,
    reader: csv::Reader<fs::File>,
    record: ByteRecord,
    header: Vec<String>,
    columns: Columns,
    /// Number of the row that was read last.
    row: u64,
    has_failed: bool,
    of: PhantomData<fn() -> T>,
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
                ErrorKind::UnequalLengths { pos, expected_len, len } => {
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
                    return Some(Err(Error::new(&self.path, format!("cannot be read: {other:?}"))));
                }
            },
        };
        self.row += 1;
        Some(row.map_err(|(line, wrong)| {
            let place = Place { row: self.row, line };
            Error::new(&self.path, format!("{place}{wrong}"))
        }))
    }
}
