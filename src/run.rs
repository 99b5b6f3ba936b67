//! Runs on this machine, without the command line: options, events and reports of [`run`](crate::run()).

use crate::compile::{self, Invalid};
use pipewright_dsl::pipeline::PipelineDescriptor;
pub use pipewright_ir::json::Json;
use pipewright_runner::engine;
pub use pipewright_runner::engine::{
    Answer, ArgumentError, ContainerTask, Error as EngineError, Event, Kind, Observer, Options,
    People, Phase, Question, Refusal, Report, Stop, TaskReport, Value as OutputValue,
};
use std::collections::BTreeMap;
use std::{error, fmt};

/// Reason for which a run does not start.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The pipeline is wrong.
    Invalid(Invalid),
    /// The arguments do not fit it, or it cannot run here.
    Engine(EngineError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => invalid.fmt(f),
            Self::Engine(error) => error.fmt(f),
        }
    }
}

impl error::Error for Error {}

/// Runs a pipeline on this machine to its end.
///
/// `arguments` are values of its parameters; those that are left out have their defaults. Each task is a process of this
/// program, or of [`Options::program`], which is started with the word `exec` and has to hand its command line to
/// [`main`](crate::main). A run in which tasks fail has a report too; warnings are those of [`compile`](crate::compile()).
///
/// ```standalone_crate
/// use pipewright::prelude::*;
/// use pipewright::run::{Event, Json, Options};
/// use std::collections::BTreeMap;
/// use std::process::ExitCode;
///
/// #[component]
/// fn add(a: f64, b: f64) -> f64 {
///     a + b
/// }
///
/// #[pipeline]
/// fn sum(a: f64) -> f64 {
///     add(a, 1.0)
/// }
///
/// fn main() -> ExitCode {
///     if std::env::args().nth(1).as_deref() == Some("exec") {
///         return pipewright::main();
///     }
///     let arguments = BTreeMap::from([("a".to_owned(), Json::of(&2.0).unwrap())]);
///     let mut ended = vec![];
///     let mut observer = |event: &Event| {
///         if let Event::Finished { task, .. } = event {
///             ended.push(task.clone());
///         }
///     };
///     let report = pipewright::run(sum::pipeline(), &arguments, &Options::default(), &mut observer).unwrap();
///     assert_eq!(report.outputs[0].value.as_str(), "3");
///     assert_eq!(ended, ["add"]);
///     ExitCode::SUCCESS
/// }
/// ```
///
/// # Errors
/// A pipeline that is wrong or cannot run here, wrong arguments, no room for files: the run has not started.
pub fn run(
    pipeline: &PipelineDescriptor,
    arguments: &BTreeMap<String, Json>,
    options: &Options,
    observer: &mut dyn Observer,
) -> Result<Report, Error> {
    let (plan, _) = compile::plan(pipeline).map_err(Error::Invalid)?;
    let mut problems = engine::argument_problems(&plan, arguments);
    let mut normal = BTreeMap::new();
    for parameter in &plan.parameters {
        let Some(value) = arguments.get(&parameter.name) else {
            continue;
        };
        match pipeline.normalize(&parameter.name, value) {
            Ok(value) => {
                normal.insert(parameter.name.clone(), value);
            }
            Err(reason) => problems.push(ArgumentError::Mismatch {
                parameter: parameter.name.clone(),
                ty: parameter.ty.clone(),
                reason,
            }),
        }
    }
    if !problems.is_empty() {
        return Err(Error::Engine(EngineError::Arguments(problems)));
    }
    engine::run(&plan, &normal, options, observer).map_err(Error::Engine)
}
