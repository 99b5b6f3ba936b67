//! Files of lines.

use super::writer::{BUFFER, Sink};
use std::fs;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

/// Writes lines behind those that are there.
#[derive(Debug)]
pub(super) struct LineSink(pub(super) BufWriter<fs::File>);

impl Sink for LineSink {
    fn open(mut file: fs::File) -> io::Result<Self> {
        end_line(&mut file)?;
        Ok(Self(BufWriter::with_capacity(BUFFER, file)))
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.0)
    }
}

/// Ends the last line of a file that something else has written.
pub(super) fn end_line(file: &mut fs::File) -> io::Result<()> {
    if file.metadata()?.len() == 0 {
        return Ok(());
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    match last {
        [b'\n'] => Ok(()),
        _ => file.write_all(b"\n"),
    }
}
