//! Argo's own examples as pipelines, by the groups that they belong to. Most have the name of the example's file;
//! `tests/parity` runs both and compares what they do.

mod basics;
mod components;
mod conditions;
mod exits;
mod loops;
mod shape;

use std::process::ExitCode;

fn main() -> ExitCode {
    pipewright::main()
}
