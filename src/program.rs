//! The program of a pipeline's crate.

use std::ffi::OsString;
use std::process::ExitCode;

/// The command line of the process.
pub(crate) fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    #[cfg(feature = "run")]
    if words
        .get(1)
        .is_some_and(|word| word == pipewright_runner::exec::COMMAND)
    {
        return pipewright_runner::exec::main(words.into_iter().skip(2));
    }
    crate::cli::main(&words)
}
