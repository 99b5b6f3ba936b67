use std::process::ExitCode;

#[allow(unused_imports, reason = "its components are what the program runs")]
use meaning::components;

fn main() -> ExitCode {
    pipewright::main()
}
