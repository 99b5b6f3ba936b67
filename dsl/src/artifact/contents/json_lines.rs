use super::inherent::inherent;
use super::line::LineSink;
use super::reader::{self, quoted};
use super::rows::{Place, Rows};
use super::stored::Stored;
use super::writer::{BUFFER, Writer};
use crate::artifact::access::rows;
use crate::artifact::{Content, Data, Error, RowContent};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use std::borrow::Borrow;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::marker::PhantomData;
use std::path::PathBuf;

/// Rows of any type as JSON, one a line.
///
/// ```
/// use pipewright::artifact::{Dataset, JsonLines};
///
/// let mut vectors = Dataset::<JsonLines<Vec<f32>>>::create()?;
/// vectors.write(&vec![0.5, 1.5])?;
/// vectors.write(&vec![])?;
/// assert_eq!(std::fs::read_to_string(vectors.path())?, "");
/// for row in vectors.rows()? {
///     println!("{:?}", row?);
/// }
/// assert_eq!(std::fs::read_to_string(vectors.path())?, "[0.5,1.5]\n[]\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct JsonLines<T> {
    data: Data,
    writer: Writer<LineSink>,
    row: PhantomData<fn() -> T>,
}

impl<T: Stored> Content for JsonLines<T> {
    const NAME: &'static str = "json-lines";
    const EXTENSION: &'static str = "jsonl";

    fn shape() -> Option<Type> {
        Some(Type::of::<T>())
    }

    fn new(data: Data) -> Self {
        Self {
            data,
            writer: Writer::default(),
            row: PhantomData,
        }
    }

    fn data(&self) -> &Data {
        &self.data
    }

    fn finish(&self) -> Result<(), Error> {
        self.writer.flush(&self.data)
    }
}

inherent!(JsonLines<T: Stored>);

rows!(JsonLines);

impl<T: Stored> RowContent for JsonLines<T> {
    type Row = T;

    fn read_rows(&self) -> Result<Rows<T>, Error> {
        self.rows()
    }
}

impl<T: Stored> JsonLines<T> {
    /// The rows, read as they are asked for. Lines of nothing but spaces are none.
    ///
    /// # Errors
    /// Rows that were written as another type, and a file that cannot be read. A row that is none is an error of its own.
    pub fn rows(&self) -> Result<Rows<T>, Error> {
        let ty = Type::of::<T>();
        self.data.check_shape(&ty)?;
        let file = reader::open(self)?;
        Ok(Rows::new(Reader {
            path: self.data.path().to_owned(),
            file: BufReader::with_capacity(BUFFER, file),
            ty,
            place: Place { row: 0, line: 0 },
            text: vec![],
            has_failed: false,
            row: PhantomData,
        }))
    }

    /// All rows.
    ///
    /// # Errors
    /// Those of [`rows`](Self::rows), and the first row that is none.
    pub fn read(&self) -> Result<Vec<T>, Error> {
        self.rows()?.collect()
    }

    /// Writes one more row.
    ///
    /// # Errors
    /// A row that JSON cannot hold, rows that came in, and a file that cannot be written.
    pub fn write(&mut self, row: &T) -> Result<(), Error> {
        let json = Json::of(row);
        let json = json.map_err(|reason| {
            Error::new(self.data.path(), format!("a row cannot be written: {reason}"))
        })?;
        self.writer.write(&self.data, |lines| {
            lines.0.write_all(json.as_str().as_bytes())?;
            lines.0.write_all(b"\n")
        })
    }

    /// Writes more rows.
    ///
    /// # Errors
    /// Those of [`write`](Self::write).
    pub fn write_rows<R: Borrow<T>>(&mut self, rows: impl IntoIterator<Item = R>) -> Result<(), Error> {
        rows.into_iter().try_for_each(|row| self.write(row.borrow()))
    }
}

struct Reader<T> {
    path: PathBuf,
    file: BufReader<fs::File>,
    ty: Type,
    /// Place of the row that was read last.
    place: Place,
    text: Vec<u8>,
    has_failed: bool,
    row: PhantomData<fn() -> T>,
}

impl<T: Stored> Iterator for Reader<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.has_failed {
            self.text.clear();
            match self.file.read_until(b'\n', &mut self.text) {
                Ok(0) => return None,
                Ok(_) => self.place.line += 1,
                Err(error) => {
                    self.has_failed = true;
                    return Some(Err(Error::io(&self.path, "read", error)));
                }
            }
            let mut text = self.text.strip_suffix(b"\n").unwrap_or(&self.text);
            if self.place.line == 1 {
                text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
            }
            if text.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            self.place.row += 1;
            let row = serde_json::from_slice(text);
            return Some(row.map_err(|error| {
                let place = self.place;
                let wrong = explain::<T>(text, &self.ty, &error);
                Error::new(&self.path, format!("{place}{wrong}"))
            }));
        }
        None
    }
}

/// What is wrong with a row, behind its place. Rows are read without paths, which take time.
fn explain<T: Stored>(text: &[u8], ty: &Type, error: &serde_json::Error) -> String {
    if !error.is_data() {
        return format!(": no JSON: {}", without_line(error));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let read: Result<T, _> = serde_path_to_error::deserialize(&mut deserializer);
    let (path, column) = match &read {
        Err(error) => match error.path().to_string() {
            path if path == "." => (Some(error.path()), String::new()),
            path => (Some(error.path()), format!(", column `{path}`")),
        },
        Ok(_) => (None, String::new()),
    };
    let value = serde_json::from_slice::<Value>(text).ok();
    let found = path.zip(value.as_ref());
    match found.and_then(|(path, value)| at(path, ty, value)) {
        Some((ty, value)) if Json::of(value).is_ok_and(|json| ty.admit(&json).is_err()) => {
            let found = match value {
                Value::String(text) => quoted(text),
                value => quoted(&value.to_string()),
            };
            format!("{column}: expected {ty}, found {found}")
        }
        _ => format!("{column}: {}", without_line(error)),
    }
}

/// The type and the value at a path.
fn at<'v>(path: &Path, ty: &'v Type, value: &'v Value) -> Option<(&'v Type, &'v Value)> {
    let mut place = (ty, value);
    for segment in path {
        let (mut ty, value) = place;
        while let Type::Optional(inner) = ty {
            ty = inner;
        }
        place = match (segment, ty) {
            (Segment::Map { key }, Type::Struct(fields)) => (&fields.get(key)?.ty, value.get(key)?),
            (Segment::Map { key }, Type::Map(inner)) => (inner, value.get(key)?),
            (Segment::Seq { index }, Type::List(inner)) => (inner, value.get(index)?),
            _ => return None,
        };
    }
    Some(place)
}

/// The text of an error, without the number of its line: the line is all that was read.
fn without_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}
