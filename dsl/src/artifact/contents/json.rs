use super::inherent::inherent;
use super::reader;
use super::stored::Stored;
use super::writer::BUFFER;
use crate::artifact::{Content, Data, Error, FileContent, Readable, Shape, ValueContent, Writable};
use pipewright_ir::json;
use std::fs;
use std::io::{self, BufReader, BufWriter, Write};
use std::marker::PhantomData;

/// One value as JSON.
///
/// ```
/// use pipewright::artifact::{Json, Model};
///
/// let weights = Model::<Json<Vec<f64>>>::from_value(&vec![0.5, 1.5])?;
/// assert_eq!(weights.read()?, [0.5, 1.5]);
/// assert_eq!(std::fs::read_to_string(weights.path())?, "[0.5,1.5]");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Json<T> {
    data: Data,
    value: PhantomData<fn() -> T>,
}

impl<T: Stored> Content for Json<T> {
    const NAME: &'static str = "json";
    const EXTENSION: &'static str = "json";

    fn shape() -> Option<Shape> {
        Some(Shape::of::<T>())
    }

    fn new(data: Data) -> Self {
        let value = PhantomData;
        Self { data, value }
    }

    fn data(&self) -> &Data {
        &self.data
    }

    fn finish(&self) -> Result<(), Error> {
        let path = self.data.path();
        match fs::metadata(path) {
            Ok(metadata) if metadata.len() == 0 && self.data.is_new() => {
                Err(Error::new(path, "it has no value yet: write one"))
            }
            Ok(_) => Ok(()),
            Err(error) => Err(Error::io(path, "read", error)),
        }
    }
}

inherent!(Json<T: Stored>);

impl<T: Stored> FileContent for Json<T> {}

impl<T: Stored> ValueContent for Json<T> {}

impl<T: Stored> Readable for Json<T> {
    type Value = T;

    fn read_value(&self) -> Result<T, Error> {
        self.read()
    }
}

impl<T: Stored> Writable for Json<T> {
    type Item = T;

    fn write_item(&mut self, value: &T) -> Result<(), Error> {
        self.write(value)
    }
}

impl<T: Stored> Json<T> {
    /// The value.
    ///
    /// # Errors
    /// A value that was written as another type, and a file that cannot be read.
    pub fn read(&self) -> Result<T, Error> {
        let path = self.data.path();
        self.data.check_shape(&Shape::of::<T>())?;
        let file = BufReader::with_capacity(BUFFER, reader::open(self)?);
        let mut deserializer = serde_json::Deserializer::from_reader(file);
        let read = serde_path_to_error::deserialize(&mut deserializer);
        let value = read.map_err(|error| {
            let message = match error.path().to_string().as_str() {
                "." => error.inner().to_string(),
                place => format!("`{place}`: {}", error.inner()),
            };
            Error::new(path, message)
        })?;
        let end = deserializer.end();
        end.map_err(|error| Error::new(path, error.to_string()))?;
        Ok(value)
    }

    /// Writes the value, in place of one that was written before.
    ///
    /// # Errors
    /// A value that JSON cannot hold, such as NaN; a value that came in; a file that cannot be written.
    pub fn write(&mut self, value: &T) -> Result<(), Error> {
        self.data.check_writable()?;
        let path = self.data.path();
        let written = fs::File::create(path).and_then(|file| {
            let written = print(value, &file);
            // Half of a value is none.
            written.or_else(|error| file.set_len(0).and(Err(error)))
        });
        written.map_err(|error| Error::io(path, "written", error))
    }
}

fn print<T: Stored>(value: &T, file: &fs::File) -> io::Result<()> {
    let mut writer = BufWriter::with_capacity(BUFFER, file);
    json::Json::write(value, &mut writer)?;
    writer.flush()
}
