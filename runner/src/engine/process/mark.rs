//! The mark of a task: a variable of its environment, which what it starts inherits.

use crate::processes::MARK;
use rustix::process::Pid;

/// Mark of a task, or of all tasks of a run.
#[derive(Debug, Clone)]
pub(crate) struct Mark(String);

impl Mark {
    /// The mark of a run, which has a name of its own.
    pub(crate) fn of_run(name: &str) -> Self {
        Self(format!("{name}/"))
    }

    /// The mark of one of its tasks.
    pub(crate) fn of_task(&self, number: u32) -> Self {
        Self(format!("{}{number}", self.0))
    }

    /// The text that the variable holds.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a process has it.
    pub(crate) fn is_of(&self, process: Pid) -> bool {
        let is_run = self.0.ends_with('/');
        Self::read(process).is_some_and(|text| match is_run {
            true => text.starts_with(&self.0),
            false => text == self.0,
        })
    }

    /// The mark that a process has, if it may be asked.
    pub(crate) fn read(process: Pid) -> Option<String> {
        let path = format!("/proc/{}/environ", process.as_raw_pid());
        let text = std::fs::read(path).ok()?;
        let mut variables = text.split(|byte| *byte == 0);
        let mark = variables.find_map(|variable| {
            let value = variable.strip_prefix(MARK.as_bytes())?;
            value.strip_prefix(b"=")
        })?;
        String::from_utf8(mark.to_vec()).ok()
    }
}
