use super::exit::Exit;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::shown;
use pipewright_runner::files;
use pipewright_runner::streams::{self, Patient};
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Standard output, while it is taken.
static STDOUT: Mutex<Option<File>> = Mutex::new(None);

/// Keeps what pipelines print while they are recorded out of standard output: it goes to standard error, until there is a
/// result.
pub(super) fn take_stdout() {
    // It stays where it is if the system cannot do better.
    if let Ok(stdout) = streams::take_stdout() {
        *STDOUT.lock().unwrap_or_else(PoisonError::into_inner) = Some(stdout);
    }
}

/// Gives standard output back for the result, which may go there by another name (`/dev/stdout`).
fn give_stdout_back() -> io::Result<()> {
    let taken = STDOUT.lock().unwrap_or_else(PoisonError::into_inner).take();
    taken.map_or(Ok(()), |stdout| streams::give_stdout_back(&stdout))
}

/// Writes text to standard output. A reader that has gone away is none of our business.
pub(super) fn print(text: &str) -> Result<(), Exit> {
    let written = give_stdout_back();
    match written.and_then(|()| Patient(io::stdout()).write_all(text.as_bytes())) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(
            &format!("cannot write to standard output: {error}"),
            Exit::Infrastructure,
        ),
        _ => Ok(()),
    }
}

/// Writes a file as a whole: it is there in full, or as it was. See [`files::write_to`].
pub(super) fn write(path: &Path, text: &str) -> Result<(), Exit> {
    let written = give_stdout_back().and_then(|()| files::write_to(path, text.as_bytes()));
    written.or_else(|error| {
        fail(
            &format!("cannot write {}: {error}", path.display()),
            Exit::Infrastructure,
        )
    })
}

/// Reports diagnostics, and fails if one of them is an error. What a loop repeats is told once.
pub(super) fn report(diagnostics: &[Diagnostic]) -> Result<(), Exit> {
    let mut told = HashSet::new();
    for diagnostic in diagnostics {
        let text = diagnostic.to_string();
        if !told.contains(&text) {
            note(&format!("{text}\n"));
            told.insert(text);
        }
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
    streams::tell(&format!("{}\n", shown::lines(line)));
}
