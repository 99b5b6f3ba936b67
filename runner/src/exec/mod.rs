//! Runs one component: the program inside a container, and the child process of a local run.
//!
//! The inputs come as words of the command line or in a file, the outputs go to files. What the component's function
//! prints is the log of the task and is not touched.

mod argo;
mod arguments;
mod artifacts;
mod call;
mod error;
mod guard;
#[cfg(unix)]
mod init;
mod limits;
mod local;
mod names;
mod panic;
mod program;
mod termination;

pub use call::{COMMAND, Call, Folders, Mode, Value};
pub use error::{Error, Kind};
pub use program::{Folders as ArtifactFolders, Function, Program};

#[cfg(feature = "engine")]
pub(crate) use local::{Answer, write_inputs};

use artifacts::container::Container;
#[cfg(feature = "engine")]
use artifacts::local::Local;
use artifacts::{Artifacts, Transport};
use guard::Guard;
use pipewright_ir::artifact;
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

/// Runs the component that a command line names, and reports what goes wrong on stderr.
///
/// `arguments` are the words after [`COMMAND`], as [`Call::parse`] reads them.
pub fn main(program: &dyn Program, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // Argo has put the artifact where it takes it from.
    if arguments == [artifact::COPY] {
        return ExitCode::SUCCESS;
    }
    // Where it cannot have a child, it is better than nothing.
    #[cfg(unix)]
    if init::is_first()
        && let Ok(code) = init::run(&arguments)
    {
        return code;
    }
    match Call::parse(arguments).and_then(|call| run(program, &call)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            error.report();
            termination::tell(Path::new(termination::FILE), &error.to_string());
            ExitCode::from(error.exit_code())
        }
    }
}

/// Runs a component of a program.
///
/// # Errors
/// The program has no such component or another version of it, names or values do not fit, the component fails, files
/// cannot be read or written. [`Error::kind`] tells them apart.
pub fn run(program: &dyn Program, call: &Call) -> Result<(), Error> {
    let function = program.component(&call.component);
    let function = function.ok_or_else(|| Error::Unknown {
        component: call.component.clone(),
    })?;
    let component = function.component();
    check_signature(call, component)?;
    match &call.mode {
        Mode::Argo {
            values,
            computed,
            inputs,
            outputs,
            keys,
            output_max,
        } => {
            let transport = Container {
                inputs: inputs.as_deref(),
                outputs: outputs.as_deref(),
                keys: keys.as_deref(),
            };
            let inputs = argo::read(component, values, computed)?;
            let results = invoke(&function, inputs, &transport)?;
            match outputs {
                Some(folder) => argo::write(
                    component,
                    folder,
                    output_max.unwrap_or(limits::OUTPUT_MAX),
                    &results,
                ),
                None => Ok(()),
            }
        }
        Mode::Local {
            inputs,
            outputs,
            grace,
            artifacts,
        } => {
            let guard = grace.map(Guard::new).transpose()?;
            let inputs = local::read(component, inputs)?;
            // The engine reads why it failed from the file too, with all its lines.
            let results = match artifacts {
                #[cfg(feature = "engine")]
                Some(folders) => {
                    let transport = Local::new(&folders.store, &folders.task);
                    invoke(&function, inputs, &transport)
                }
                #[cfg(not(feature = "engine"))]
                Some(_) => Err(Error::usage("the program has no engine")),
                None => invoke(&function, inputs, &Container::default()),
            };
            if let Ok(outputs) = &results {
                limits::warn(component, outputs);
            }
            // By then nothing is left: an engine that finds an answer looks for nothing.
            if let Some(guard) = guard {
                guard.finish();
            }
            let written = local::write(outputs, &results);
            results.and(written)
        }
    }
}

/// The outputs of the component's function; all of them.
fn invoke(
    function: &Function<'_>,
    inputs: BTreeMap<String, Json>,
    transport: &dyn Transport,
) -> Result<BTreeMap<String, Json>, Error> {
    let component = function.component();
    let mut artifacts = Artifacts::new(component, transport);
    let inputs = artifacts.receive(inputs)?;
    let makes = component
        .outputs
        .iter()
        .any(|output| output.ty.artifact().is_some());
    let made = makes.then(|| transport.folder()).transpose()?;
    let folders = program::Folders {
        given: transport.given(),
        made: made.as_deref(),
    };
    let results = panic::catch(|| function.call(&inputs, folders))?;
    let results = results.map_err(Error::task);
    // Whatever it says: others read the same files.
    artifacts.check()?;
    let results = artifacts.send(results?)?;
    let outputs = component.outputs.iter();
    let missing = outputs.filter(|output| !results.contains_key(&output.name));
    let missing: Vec<_> = missing
        .map(|output| format!("output `{}` is missing", output.name))
        .collect();
    if missing.is_empty() {
        Ok(results)
    } else {
        Err(Error::task(missing.join("; ")))
    }
}

fn check_signature(call: &Call, component: &Component) -> Result<(), Error> {
    let held = component.signature();
    match &call.signature {
        Some(expected) if *expected != held => Err(Error::Version {
            component: component.key.clone(),
            held,
            expected: expected.clone(),
        }),
        _ => Ok(()),
    }
}
