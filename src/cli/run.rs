use super::arguments::Run;
use super::exit::Exit;
use super::people::Asked;
use super::stop::Signals;
use super::{compile, folders, output, parameters, select};
use pipewright_ir::wire;
use pipewright_runner::engine::progress::Printer;
use pipewright_runner::engine::{self, Report};
use std::fmt::Write;
use std::sync::Arc;

/// Runs a pipeline on this machine.
pub(super) fn run(options: &Run) -> Result<Exit, Exit> {
    let pipeline = select::one(options.pipeline.as_deref())?;
    let plan = compile::plan(pipeline)?;
    let arguments = parameters::read(options, pipeline, &plan)?;
    let stop = engine::Stop::default();
    let signals = Signals::stop(stop.clone(), options.grace);
    let store = folders::artifacts();
    let folder = options.out.clone().or_else(|| {
        let runs = store.as_ref()?.join("outputs");
        Some(runs.join(folders::name_of_run(pipeline.name())))
    });
    let engine_options = engine::Options {
        parallelism: options.jobs,
        stop,
        people: Some(Arc::new(Asked::new(pipeline.name(), folders::runs()))),
        cache: folders::cache(options),
        refresh: options.refresh,
        store,
        outputs: folder.map(|folder| std::path::absolute(&folder).unwrap_or(folder)),
        grace: options.grace,
        alone: true,
        ..engine::Options::default()
    };
    let report = match engine::run(&plan, &arguments, &engine_options, &mut Printer::stderr()) {
        Ok(report) => report,
        Err(error) => {
            let exit = match error.exit_code() {
                2 => Exit::Usage,
                3 => Exit::Invalid,
                _ => Exit::Infrastructure,
            };
            return output::fail(&error.to_string(), exit);
        }
    };
    // From now on there is nothing to stop.
    signals.end();
    if let Some(reason) = untold(&report).filter(|_| signals.exit().is_none()) {
        output::note(&format!("error: {reason}"));
    }
    if options.json {
        output::print(&(serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"))?;
    } else {
        output::print(&outputs(&report))?;
    }
    Ok(if report.succeeded() {
        Exit::Ok
    } else {
        signals.exit().unwrap_or(match report.machine_failed {
            true => Exit::Infrastructure,
            false => Exit::TaskFailed,
        })
    })
}

/// Reason of a failure that is not that of a task, whose progress has told it: an output cannot be computed.
fn untold(report: &Report) -> Option<&str> {
    let reason = report.message.as_deref()?;
    let mut tasks = report.tasks.iter();
    let is_told = tasks.any(|task| reason == format!("`{}` failed", task.path));
    (!is_told).then_some(reason)
}

/// The outputs of a run, one on a line.
fn outputs(report: &Report) -> String {
    let mut text = String::new();
    for output in &report.outputs {
        let _ = writeln!(
            text,
            "{}: {}",
            output.name,
            wire::display(&output.ty, &output.value)
        );
    }
    text
}
