//! From the start of the process to the end of the YAML.

use crate::times::{Result, Times, graphs, peak};

/// Prints a table of pipelines of several sizes.
pub(crate) fn measure() -> Result<()> {
    println!("| pipeline | tasks | ms, least / median / greatest | peak, MB | YAML, KB |");
    println!("|---|---|---|---|---|");
    for pipeline in ["chain", "fan_out", "independent", "branches"] {
        for tasks in [10, 100, 1_000, 5_000, 10_000] {
            let command = || graphs(&["compile", pipeline], tasks);
            let yaml = command()?.output()?.stdout.len() as f64 / 1e3;
            let peak = peak(command()?)?;
            let times = Times::of(15, || command().expect("it was found before"))?;
            println!("| {pipeline} | {tasks} | {times} | {peak:.1} | {yaml:.1} |");
        }
    }
    Ok(())
}
