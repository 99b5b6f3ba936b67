use super::exit::Exit;
use pipewright_dsl::diagnostic::Diagnostic;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes text to standard output. A reader that has gone away is none of our business.
pub(super) fn print(text: &str) -> Result<(), Exit> {
    let mut stdout = std::io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(
            &format!("cannot write to standard output: {error}"),
            Exit::Infrastructure,
        ),
        _ => Ok(()),
    }
}

/// Writes a file as a whole: it is there in full, or as it was.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Exit> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.persist(path).map_err(|error| error.error)
    });
    match written {
        Ok(_) => Ok(()),
        Err(error) => fail(
            &format!("cannot write {}: {error}", path.display()),
            Exit::Infrastructure,
        ),
    }
}

/// Reports diagnostics, and fails if one of them is an error.
pub(super) fn report(diagnostics: &[Diagnostic]) -> Result<(), Exit> {
    for diagnostic in diagnostics {
        note(&format!("{diagnostic}\n"));
    }
    if diagnostics.iter().any(Diagnostic::is_error) {
        return Err(Exit::Invalid);
    }
    Ok(())
}

/// Reports a mistake.
pub(super) fn fail<T>(message: &str, exit: Exit) -> Result<T, Exit> {
    note(&format!("error: {message}"));
    Err(exit)
}

/// Writes a line to standard error; there is nowhere to tell that it cannot be.
pub(super) fn note(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
