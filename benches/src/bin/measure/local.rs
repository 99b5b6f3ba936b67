//! Running on this machine: one component as a container starts it, and many tasks.

use crate::times::{Result, Times, graphs};

/// Prints a table of runs.
pub(crate) fn measure() -> Result<()> {
    println!("\n| run | ms, least / median / greatest |");
    println!("|---|---|");
    let times = Times::of(100, || {
        graphs(&["exec", "graphs::idle"], 1).expect("it was found before")
    })?;
    println!("| `exec` of one component | {times} |");
    for (pipeline, tasks) in [("independent", 1_000), ("chain", 1_000)] {
        let run = || graphs(&["run", pipeline], tasks).expect("it was found before");
        let times = Times::of(5, run)?.each(tasks);
        println!("| `run {pipeline}`, {tasks} tasks, each | {times} |");
    }
    Ok(())
}
