use super::inherent::inherent;
use super::lines::{Lines, lines};
use super::reader;
use super::writer::Writer;
use crate::artifact::{
    Content, Data, Error, FileContent, Readable, TextContent, Writable, WriteText,
};
use std::fmt;
use std::io::Read;

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

        impl Readable for $text {
            type Value = String;

            fn read_value(&self) -> Result<String, Error> {
                self.read()
            }
        }

        impl Writable for $text {
            type Item = str;

            fn write_item(&mut self, text: &str) -> Result<(), Error> {
                self.write_str(text)
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
            pub fn write_str(&mut self, text: &str) -> Result<(), Error> {
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
impl FileContent for Text {}
impl FileContent for HtmlText {}
impl FileContent for MarkdownText {}

impl TextContent for Text {
    fn read_lines(&self) -> Result<Lines, Error> {
        self.lines()
    }
}

impl TextContent for HtmlText {
    fn read_lines(&self) -> Result<Lines, Error> {
        self.lines()
    }
}

impl TextContent for MarkdownText {
    fn read_lines(&self) -> Result<Lines, Error> {
        self.lines()
    }
}

impl WriteText for Text {
    fn write_text(&mut self, text: &str) -> Result<(), Error> {
        self.write_str(text)
    }
}

impl WriteText for HtmlText {
    fn write_text(&mut self, text: &str) -> Result<(), Error> {
        self.write_str(text)
    }
}

impl WriteText for MarkdownText {
    fn write_text(&mut self, text: &str) -> Result<(), Error> {
        self.write_str(text)
    }
}

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
