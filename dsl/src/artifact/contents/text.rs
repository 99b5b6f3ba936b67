use super::inherent::inherent;
use super::reader;
use super::writer::{BUFFER, Writer};
use crate::artifact::making::{FromFile, FromText, Written};
use crate::artifact::{Content, Data, Error};
use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

/// Contents that are one text.
macro_rules! texts {
    ($($(#[$doc:meta])* $text:ident = $name:literal, $extension:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $text {
            data: Data,
            writer: Writer,
        }

        impl Content for $text {
            const NAME: &'static str = $name;
            const EXTENSION: &'static str = $extension;

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

        inherent!($text);

        impl Written for $text {
            type Item = str;

            fn write_item(&mut self, text: &str) -> Result<(), Error> {
                self.write(text)
            }
        }

        impl $text {
            /// All of the text.
            ///
            /// # Errors
            /// A file that cannot be read, and one that is no UTF-8.
            pub fn read(&self) -> Result<String, Error> {
                read(self)
            }

            /// The lines, read as they are asked for, without what ends them.
            ///
            /// # Errors
            /// A file that cannot be read.
            pub fn lines(&self) -> Result<Lines, Error> {
                lines(self)
            }

            /// Writes more text, behind what is there.
            ///
            /// # Errors
            /// A file that cannot be written.
            pub fn write(&mut self, text: &str) -> Result<(), Error> {
                let bytes = text.as_bytes();
                self.writer.write(&self.data, |out| std::io::Write::write_all(out, bytes))
            }

            /// What `write!(text, "..")?` and `writeln!` call.
            ///
            /// # Errors
            /// A file that cannot be written.
            pub fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<(), Error> {
                self.writer.write(&self.data, |out| std::io::Write::write_fmt(out, text))
            }
        }
    )*};
}

texts! {
    /// A text in UTF-8.
    ///
    /// ```
    /// use pipewright::artifact::{Artifact, Text};
    ///
    /// let mut log = Artifact::<Text>::create()?;
    /// for epoch in 1..=2 {
    ///     writeln!(log, "epoch {epoch}")?;
    /// }
    /// assert_eq!(log.read()?, "epoch 1\nepoch 2\n");
    /// assert_eq!(log.lines()?.last().transpose()?.as_deref(), Some("epoch 2"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Text = "text", "txt";
    /// A page of HTML, the content of [`Html`](crate::artifact::Html). It is read and written as a [`Text`] is.
    HtmlText = "html", "html";
    /// A text in Markdown, the content of [`Markdown`](crate::artifact::Markdown). It is read and written as a [`Text`] is.
    MarkdownText = "markdown", "md";
}

// Errors of users quote these, and no macro.
impl FromFile for Text {}
impl FromFile for HtmlText {}
impl FromFile for MarkdownText {}
impl FromText for Text {}
impl FromText for HtmlText {}
impl FromText for MarkdownText {}

fn read<C: Content>(content: &C) -> Result<String, Error> {
    let path = content.data().path();
    let mut bytes = vec![];
    let mut file = reader::open(content)?;
    file.read_to_end(&mut bytes)
        .map_err(|error| Error::io(path, "read", error))?;
    String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to() + 1;
        Error::new(path, format!("byte {place}: expected a text in UTF-8"))
    })
}

fn lines<C: Content>(content: &C) -> Result<Lines, Error> {
    let file = reader::open(content)?;
    Ok(Lines {
        path: content.data().path().to_owned(),
        reader: BufReader::with_capacity(BUFFER, file),
        line: 0,
        has_failed: false,
    })
}

/// Iterator of the lines of a text.
#[derive(Debug)]
pub struct Lines {
    path: PathBuf,
    reader: BufReader<std::fs::File>,
    line: u64,
    has_failed: bool,
}

impl Iterator for Lines {
    type Item = Result<String, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.has_failed {
            return None;
        }
        self.line += 1;
        let mut bytes = vec![];
        match self.reader.read_until(b'\n', &mut bytes) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(error) => {
                self.has_failed = true;
                return Some(Err(Error::io(&self.path, "read", error)));
            }
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
            if bytes.last() == Some(&b'\r') {
                bytes.pop();
            }
        }
        let line = String::from_utf8(bytes);
        Some(line.map_err(|_| {
            let message = format!("line {}: expected a text in UTF-8", self.line);
            Error::new(&self.path, message)
        }))
    }
}
