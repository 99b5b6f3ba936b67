//! How long processes run.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The times of several runs.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Runs a command that often, after one run that does not count. What it prints is thrown away.
    pub(crate) fn of(runs: usize, mut command: impl FnMut() -> Command) -> Result<Self> {
        let mut times = vec![];
        for _ in 0..=runs {
            let mut command = command();
            command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            let start = Instant::now();
            let status = command.status()?;
            times.push(start.elapsed());
            if !status.success() {
                return Err(format!("{command:?}: {status}").into());
            }
        }
        times.remove(0);
        times.sort();
        Ok(Self(times))
    }

    /// The times of a part of what was done.
    pub(crate) fn each(self, count: u32) -> Self {
        Self(self.0.into_iter().map(|time| time / count).collect())
    }
}

impl fmt::Display for Times {
    /// Least, median and greatest in milliseconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = |index: usize| self.0[index].as_secs_f64() * 1000.0;
        let last = self.0.len() - 1;
        write!(
            f,
            "{:.2} / {:.2} / {:.2}",
            milliseconds(0),
            milliseconds(last / 2),
            milliseconds(last)
        )
    }
}

/// The program with the pipelines, which is built beside this one.
pub(crate) fn graphs(words: &[&str], tasks: u32) -> Result<Command> {
    let mut path: PathBuf = std::env::current_exe()?;
    path.set_file_name(format!("graphs{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(path);
    command
        .args(words)
        .env("TASKS", tasks.to_string())
        .env_remove("PEAK");
    Ok(command)
}

/// The peak of a run's memory in megabytes, as the program itself tells it at its end.
pub(crate) fn peak(mut command: Command) -> Result<f64> {
    let output = command.env("PEAK", "1").output()?;
    let log = String::from_utf8_lossy(&output.stderr);
    let peak = log
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("peak "));
    let kilobytes = peak
        .and_then(|peak| peak.strip_suffix(" kB"))
        .unwrap_or("0");
    Ok(kilobytes.trim().parse::<f64>()? * 1024.0 / 1e6)
}
