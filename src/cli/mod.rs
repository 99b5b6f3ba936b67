//! The command line that every pipeline's crate gets from [`main`](crate::main).

mod arguments;
mod compile;
mod describe;
mod exit;
mod folders;
mod output;
mod parameters;
mod people;
mod run;
mod select;
mod stop;

use crate::program::Registry;
use arguments::{Arguments, Command, Compile};
use clap::Parser;
use exit::Exit;
use pipewright_runner::exec;
use std::ffi::OsString;
use std::process::ExitCode;

/// The command line of the process.
pub(crate) fn main() -> ExitCode {
    run(std::env::args_os())
}

/// A command line, the name of the program first.
fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    // A container starts here: nothing of the rest is read.
    if words.get(1).is_some_and(|word| word == exec::COMMAND) {
        return exec::main(&Registry, words.into_iter().skip(2));
    }
    let command = match parse(&words) {
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
    let exit = match command {
        Command::Compile(options) => compile::compile(&options),
        Command::Check(options) => compile::check(&options),
        Command::Graph(options) => compile::graph(&options),
        Command::List => describe::list(),
        Command::Describe(options) => describe::describe(&options),
        Command::Run(options) => run::run(&options),
        Command::Approve(options) => people::approve(&options),
    };
    exit.unwrap_or_else(|exit| exit).into()
}

/// The command of a command line. Without one it is `compile`, whose options may come from the environment.
fn parse(words: &[OsString]) -> Result<Command, clap::Error> {
    if let Some(command) = Arguments::try_parse_from(words)?.command {
        return Ok(command);
    }
    let program = words.first().cloned().unwrap_or_default();
    let compile = Arguments::try_parse_from([program, "compile".into()])?.command;
    Ok(compile.unwrap_or_else(|| Command::Compile(Compile::default())))
}
