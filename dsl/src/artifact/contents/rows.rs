use crate::artifact::Error;
use std::fmt;

/// Iterator of the rows of an artifact, which are read as they are asked for. After a bad row the next ones can still be read.
pub struct Rows<T>(Box<dyn Iterator<Item = Result<T, Error>> + Send>);

impl<T> Rows<T> {
    pub(super) fn new(rows: impl Iterator<Item = Result<T, Error>> + Send + 'static) -> Self {
        Self(Box::new(rows))
    }
}

impl<T> Iterator for Rows<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}

impl<T> fmt::Debug for Rows<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rows")
    }
}

/// Place of a row, both counted from 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) row: u64,
    /// Line of the file in which the row begins.
    pub(super) line: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {} (line {})", self.row, self.line)
    }
}
