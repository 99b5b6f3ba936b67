//! Runs one component: the program inside a container, and the child process of a local run.
//!
//! The inputs come as words of the command line or in a file, the outputs go to files. What the component's function
//! prints is the log of the task and is not touched.

mod argo;
mod arguments;
mod error;
mod local;
mod panic;

pub use error::{Error, Kind};

use pipewright_dsl::component::ComponentDescriptor;
use pipewright_dsl::registry;
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

pub(crate) use local::{Answer, write_inputs};

/// The first word of a command line that runs one component.
pub const COMMAND: &str = "exec";

/// A call of one component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Key of the component.
    pub component: String,
    /// The signature that the caller expects.
    pub signature: Option<String>,
    /// How values come and go.
    pub mode: Mode,
}

/// How the values of a call come and go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// In a container of Argo.
    Argo {
        /// Names of inputs and their wire texts.
        inputs: Vec<(String, String)>,
        /// Names of outputs and the files they are written to.
        outputs: Vec<(String, PathBuf)>,
    },
    /// As a child of the local engine.
    Local {
        /// The file that holds all inputs.
        inputs: PathBuf,
        /// The file that all outputs are written to.
        outputs: PathBuf,
    },
}

/// Runs the component that a command line names, and reports what goes wrong on stderr.
///
/// `arguments` are the words after [`COMMAND`], as [`Call::parse`] reads them.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Call::parse(arguments).and_then(|call| run(&call)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            error.report();
            ExitCode::from(error.exit_code())
        }
    }
}

/// Runs a component of this program.
///
/// # Errors
/// The program has no such component or another version of it, names or values do not fit, the component fails, files
/// cannot be read or written. [`Error::kind`] tells them apart.
pub fn run(call: &Call) -> Result<(), Error> {
    let descriptor =
        registry::component(&call.component).ok_or_else(|| unknown(&call.component))?;
    let (component, _) = descriptor.component();
    check_signature(call, &component)?;
    match &call.mode {
        Mode::Argo { inputs, outputs } => {
            let inputs = argo::read(&component, inputs)?;
            argo::check_outputs(&component, outputs)?;
            let results = invoke(descriptor, &component, &inputs)?;
            argo::write(&component, outputs, &results)
        }
        Mode::Local { inputs, outputs } => {
            let inputs = local::read(&component, inputs)?;
            let results = invoke(descriptor, &component, &inputs);
            let written = local::write(outputs, &results);
            results.and(written)
        }
    }
}

/// The outputs of the component's function; all of them.
fn invoke(
    descriptor: &ComponentDescriptor,
    component: &Component,
    inputs: &BTreeMap<String, Json>,
) -> Result<BTreeMap<String, Json>, Error> {
    let results = panic::catch(|| descriptor.run(inputs))?
        .map_err(|failure| Error::task(failure.to_string()))?;
    let results: BTreeMap<_, _> = results
        .into_iter()
        .map(|(name, json)| (name.to_owned(), json))
        .collect();
    let missing = component
        .outputs
        .iter()
        .filter(|output| !results.contains_key(&output.name));
    let missing: Vec<_> = missing
        .map(|output| format!("output `{}` is missing", output.name))
        .collect();
    if missing.is_empty() {
        Ok(results)
    } else {
        Err(Error::task(missing.join("; ")))
    }
}

fn unknown(key: &str) -> Error {
    Error::infrastructure(format!(
        "the program holds no component `{key}`; build and push the image again, or name the image that holds it"
    ))
}

fn check_signature(call: &Call, component: &Component) -> Result<(), Error> {
    let held = component.signature();
    match &call.signature {
        Some(expected) if *expected != held => Err(Error::infrastructure(format!(
            "the image holds another version of `{}`: its signature is {held}, the pipeline expects {expected}; build and push the \
             image again, or compile the pipeline again",
            component.key
        ))),
        _ => Ok(()),
    }
}

/// Inputs that the component does not have.
fn check_names<'a>(
    component: &Component,
    names: impl Iterator<Item = &'a String>,
) -> Result<(), Error> {
    let unknown: Vec<_> = names
        .filter(|name| component.input(name).is_none())
        .collect();
    no_unknown(
        "input",
        component,
        &unknown,
        component.inputs.iter().map(|input| input.name.as_str()),
    )
}

fn no_unknown<'a>(
    what: &str,
    component: &Component,
    unknown: &[&String],
    known: impl Iterator<Item = &'a str>,
) -> Result<(), Error> {
    if unknown.is_empty() {
        return Ok(());
    }
    let unknown: Vec<_> = unknown.iter().map(|name| format!("`{name}`")).collect();
    let known: Vec<_> = known.map(|name| format!("`{name}`")).collect();
    let known = if known.is_empty() {
        "none".to_owned()
    } else {
        known.join(", ")
    };
    let key = &component.key;
    let unknown = unknown.join(", ");
    Err(Error::usage(format!(
        "`{key}` has no {what} {unknown}; it has {known}"
    )))
}
