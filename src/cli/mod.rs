//! The command line that every pipeline's crate gets from [`main`](crate::main).

mod arguments;
mod compile;
mod describe;
mod exit;
#[cfg(feature = "run")]
mod folders;
mod output;
#[cfg(feature = "run")]
mod parameters;
#[cfg(feature = "run")]
mod people;
#[cfg(feature = "run")]
mod run;
mod select;
#[cfg(feature = "run")]
mod show;
#[cfg(feature = "run")]
mod stop;
mod targets;

use arguments::Command;
use exit::Exit;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

/// The command of a command line, the name of the program first.
pub(crate) fn main(words: &[OsString]) -> ExitCode {
    let command = match parse(words) {
        Ok(command) => command,
        Err(error) => {
            // A closed terminal cannot be told.
            let _ = error.print();
            return if error.use_stderr() {
                Exit::Usage
            } else {
                Exit::Ok
            }
            .into();
        }
    };
    output::take_stdout();
    // The pipelines may all be those of libraries, which do not know what program they are linked into.
    let program = words.first().map(Path::new).and_then(Path::file_stem);
    if let Some(name) = program.and_then(OsStr::to_str) {
        pipewright_dsl::registry::set_program(name);
    }
    let exit = match command {
        Command::Compile(options) => compile::compile(&options),
        Command::Check(options) => compile::check(&options),
        Command::Graph(options) => compile::graph(&options),
        Command::List => describe::list(),
        Command::Describe(options) => describe::describe(&options),
        #[cfg(feature = "run")]
        Command::Run(options) => run::run(&options),
        #[cfg(feature = "run")]
        Command::Approve(options) => people::approve(&options),
        #[cfg(feature = "run")]
        Command::Show(options) => show::show(&options),
    };
    exit.unwrap_or_else(|exit| exit).into()
}

/// The command of a command line. Without one it is `compile`, whose options may come from the environment.
fn parse(words: &[OsString]) -> Result<Command, clap::Error> {
    let matches = arguments::grammar().try_get_matches_from(words)?;
    if let Some(command) = Command::of(&matches) {
        return Ok(command);
    }
    let program = words.first().cloned().unwrap_or_default();
    let compile = [program, "compile".into()];
    let matches = arguments::grammar().try_get_matches_from(compile)?;
    Ok(Command::of(&matches).expect("it names a command"))
}
