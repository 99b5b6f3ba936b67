//! The program of random pipelines.

use random_programs as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    pipewright::main()
}
