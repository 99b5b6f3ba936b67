//! Runs a plan on this machine: every task is a process of this program.
//!
//! A run means the same as the plan's workflow on a cluster: a task starts when those before it succeeded or were skipped,
//! a condition that does not hold skips its task. A failed task fails its block in the end: tasks after it are left out,
//! those that do not depend on it still run. The items of a loop run side by side as far as its limit allows, and one
//! that fails does not keep the others from running. An exit handler runs when its part or the pipeline has ended.

// From below: `state` is plain data. `machine` makes the next state for an input, and returns effects. `driver` carries
// these out: `workers` run processes, `questions` go to people, events to the observer.

mod check;
mod driver;
mod error;
mod event;
mod job;
mod machine;
mod message;
mod options;
mod people;
mod phase;
mod process;
pub mod progress;
mod questions;
mod remains;
mod report;
mod state;
mod stop;
mod workers;

pub use check::problems as argument_problems;
pub use error::{ArgumentError, ContainerTask, Error};
pub use event::{Event, Observer};
pub use options::{GRACE, Options};
pub use people::{Answer, People, Question, Refusal};
pub use phase::{Kind, Phase};
pub use report::{OUTPUTS_FILE, Report, TaskReport, Value};
pub use stop::Stop;

use crate::folder::Folder;
use machine::Machine;
use pipewright_compiler::plan::Plan;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::num::NonZero;
use std::thread;
use workers::program::Program;
use workers::setup::Setup;

/// Runs a plan to its end.
///
/// `arguments` are values of the plan's parameters in the form of their types; those that are left out have their
/// defaults. A run in which tasks fail has a report too.
///
/// # Errors
/// Wrong arguments, tasks that cannot run here, no room for files: the run has not started.
pub fn run(
    plan: &Plan,
    arguments: &BTreeMap<String, Json>,
    options: &Options,
    observer: &mut dyn Observer,
) -> Result<Report, Error> {
    check::containers(plan)?;
    let inputs = check::arguments(plan, arguments)?;
    remains::remove();
    let folder = Folder::temporary(remains::PREFIX).map_err(Error::Folder)?;
    let program = match &options.program {
        Some(program) => Program::of(program.clone()),
        None => Program::own().map_err(Error::Program)?,
    };
    let parallelism = options.parallelism.map_or_else(processors, NonZero::get);
    let setup = Setup::new(plan, program, folder.path(), options).map_err(Error::Folder)?;
    let machine = Machine::new(plan, parallelism);
    let report = driver::run(machine, inputs, &setup, options, observer);
    let report = report.map(|mut report| {
        if let Some(outputs) = &options.outputs {
            report.keep_artifacts(&setup, outputs);
        }
        report
    });
    drop(setup);
    // A child of a run that was just killed holds its lock until it has become a task: then nothing was to be seen before.
    remains::remove();
    report
}

/// Number of processors; one task runs at a time on a system that hides it.
fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}
