//! Small pipelines, by subject, that the engines are compared by: `tests/pipeline_cases` says what each has to give.

mod artifacts;
mod asked;
mod attributes;
mod branches;
mod calls;
mod comparisons;
mod components;
mod conditions;
mod connectives;
mod containers;
mod contents;
mod data;
mod defaults;
mod ends;
mod environment;
mod failures;
mod formats;
mod large;
mod lists;
mod long;
mod loops;
mod matches;
mod names;
mod nested;
mod numbers;
mod options;
mod order;
mod outputs;
mod own_formats;
mod parameters;
mod plain;
mod ready;
mod resources;
mod strings;
mod submitted;
mod texts;
mod uncomputable;

use std::process::ExitCode;

fn main() -> ExitCode {
    pipewright::main()
}
