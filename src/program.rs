//! The program of a pipeline's crate.

use pipewright_dsl::{artifact, registry};
use pipewright_runner::exec::{self, Function, Program};
use std::ffi::OsString;
use std::process::ExitCode;

/// All components of the crates that are linked into this program.
pub(crate) struct Registry;

impl Program for Registry {
    fn component(&self, key: &str) -> Option<Function<'_>> {
        let descriptor = registry::component(key)?;
        let (component, _) = descriptor.component();
        Some(Function::new(component, |inputs, folders| {
            artifact::set_folders(folders.given, folders.made);
            let outputs = descriptor.run(inputs);
            let outputs = outputs.map_err(|failure| failure.to_string())?.into_iter();
            Ok(outputs
                .map(|(name, json)| (name.to_owned(), json))
                .collect())
        }))
    }
}

/// The command line of the process. A container starts here: nothing of the rest is read then.
pub(crate) fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == exec::COMMAND) {
        return exec::main(&Registry, words.into_iter().skip(2));
    }
    #[cfg(feature = "cli")]
    return crate::cli::main(&words);
    #[cfg(not(feature = "cli"))]
    {
        eprintln!(
            "error: this program only runs components in containers: its feature `cli` is off"
        );
        ExitCode::from(2)
    }
}
