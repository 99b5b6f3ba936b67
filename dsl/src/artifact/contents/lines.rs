use super::reader;
use super::writer::BUFFER;
use crate::artifact::{Content, Error};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

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

pub(super) fn lines<C: Content>(content: &C) -> Result<Lines, Error> {
    let file = reader::open(content)?;
    Ok(Lines {
        path: content.data().path().to_owned(),
        reader: BufReader::with_capacity(BUFFER, file),
        line: 0,
        has_failed: false,
    })
}
