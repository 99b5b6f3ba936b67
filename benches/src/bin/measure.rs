//! Measures pipewright as whole processes: `cargo build --release -p pipewright-benches && target/release/measure`.

#[path = "measure/components.rs"]
mod components;
#[path = "measure/graphs.rs"]
mod graphs;
#[path = "measure/local.rs"]
mod local;
#[path = "measure/times.rs"]
mod times;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let measured = match words.first().map(String::as_str) {
        None => graphs::measure().and_then(|()| local::measure()),
        Some("graphs") => graphs::measure(),
        Some("local") => local::measure(),
        Some("components") => components::measure(300),
        Some(_) => Err("usage: measure [graphs | local | components]".into()),
    };
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
