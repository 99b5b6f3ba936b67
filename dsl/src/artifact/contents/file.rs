use super::inherent::inherent;
use super::reader;
use super::writer::Writer;
use crate::artifact::{Content, Data, Error, FileContent, WriteText};
use std::io::Write;
use std::{fs, io};

/// A file of any format. One that the task makes is a [`std::io::Write`].
///
/// ```
/// use pipewright::artifact::{Artifact, File};
/// use std::io::{Read, Write};
///
/// let mut numbers = Artifact::<File>::create()?;
/// for number in [0.5_f64, 1.5] {
///     numbers.write_all(&number.to_le_bytes())?;
/// }
/// let mut bytes = vec![];
/// numbers.open()?.read_to_end(&mut bytes)?;
/// assert_eq!(bytes.len(), 16);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct File {
    data: Data,
    writer: Writer,
}

impl Content for File {
    const NAME: &'static str = "file";

    fn new(data: Data) -> Self {
        let writer = Writer::default();
        Self { data, writer }
    }

    fn data(&self) -> &Data {
        &self.data
    }

    fn finish(&self) -> Result<(), Error> {
        self.writer.flush(&self.data)
    }
}

inherent!(File);

impl FileContent for File {}

impl WriteText for File {
    fn write_text(&mut self, text: &str) -> Result<(), Error> {
        self.writer
            .write(&self.data, |out| out.write_all(text.as_bytes()))
    }
}

impl File {
    /// Opens it to be read from its beginning, with all that was written so far.
    ///
    /// # Errors
    /// A file that cannot be read, or not be written.
    pub fn open(&self) -> Result<fs::File, Error> {
        reader::open(self)
    }
}

impl io::Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(self.writer.write(&self.data, |out| out.write(bytes))?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(self.writer.flush(&self.data)?)
    }
}
