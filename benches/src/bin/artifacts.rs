//! Pipelines of artifacts: `TASKS=1000 artifacts run chain`, `BYTES=5000000000 artifacts run large`.

use pipewright::artifact::{Dataset, Error, File};
use pipewright::prelude::*;
use std::fs;
use std::os::unix::fs::MetadataExt;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[component]
fn start() -> Result<Dataset> {
    write("0")
}

/// A file of the same size that another task has not made.
#[component]
fn inc(data: Dataset) -> Result<Dataset> {
    let number: u32 = fs::read_to_string(data.path())?.parse()?;
    write(&(number + 1).to_string())
}

fn write(text: &str) -> Result<Dataset> {
    let data: Dataset = Dataset::create()?;
    fs::write(data.path(), text)?;
    Ok(data)
}

/// Each task reads a small file, and writes another one.
#[pipeline]
fn chain() -> Dataset {
    let mut last = start();
    for _ in 1..number("TASKS", 10) {
        last = inc(last);
    }
    last
}

/// A file of zeros without blocks on the disk.
#[component]
fn make(bytes: u64) -> Result<Dataset> {
    let data: Dataset<File> = Dataset::create()?;
    fs::File::options()
        .write(true)
        .open(data.path())?
        .set_len(bytes)?;
    tell(&data)?;
    Ok(data)
}

#[component]
fn pass(data: Dataset) -> Result<Dataset> {
    tell(&data)?;
    Ok(data)
}

#[component]
fn end(data: Dataset) -> Result<u64> {
    tell(&data)?;
    Ok(fs::metadata(data.path())?.len())
}

/// One file through three tasks.
#[pipeline]
fn large() -> u64 {
    end(pass(make(number("BYTES", 5_000_000_000))))
}

/// What shows that there is no copy: the file, and its blocks.
fn tell(data: &Dataset) -> std::result::Result<(), Error> {
    let known = fs::metadata(data.path());
    let known = known.map_err(|error| Error::new(data.path(), error.to_string()))?;
    println!("file {} of {} blocks", known.ino(), known.blocks());
    Ok(())
}

fn number(name: &str, default: u64) -> u64 {
    let given = std::env::var(name).ok();
    given
        .and_then(|given| given.parse().ok())
        .unwrap_or(default)
}

fn main() -> ExitCode {
    let exit = pipewright::main();
    if std::env::var_os("PEAK").is_some() {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        eprintln!("peak {}", peak.unwrap_or("0 kB").trim());
    }
    exit
}
