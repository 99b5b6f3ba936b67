//! Files that are read.

use crate::artifact::{Content, Error};
use pipewright_ir::shown;
use std::fs;

/// The file of a content, with all that was written so far.
pub(super) fn open<C: Content>(content: &C) -> Result<fs::File, Error> {
    let data = content.data();
    if data.is_new() {
        content.finish()?;
    }
    fs::File::open(data.path()).map_err(|error| Error::io(data.path(), "read", error))
}

/// The beginning of a text that somebody wrote, in quotes.
pub(super) fn quoted(text: &str) -> String {
    const LENGTH: usize = 60;
    let line = shown::line(text);
    match line.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    }
}
