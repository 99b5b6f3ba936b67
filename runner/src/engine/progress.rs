//! Progress of a run for people at a terminal.

use super::event::{Event, Observer};
use super::phase::{Kind, Phase};
use crate::streams::Patient;
use pipewright_ir::shown;
use std::io::{self, Write};
use std::time::Duration;

/// Writes a line for each event.
#[derive(Debug)]
pub struct Printer<W> {
    out: W,
    colours: bool,
}

impl Printer<Patient<io::Stderr>> {
    /// Writes to stderr, with colours if it is a terminal and `NO_COLOR` is not set.
    pub fn stderr() -> Self {
        let out = Patient(io::stderr());
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            colours: out.is_terminal() && !no_color,
            out,
        }
    }
}

impl<W: Write> Printer<W> {
    /// Writes without colours.
    pub fn plain(out: W) -> Self {
        Self {
            out,
            colours: false,
        }
    }

    fn line(&mut self, colour: &str, sign: &str, text: &str) -> io::Result<()> {
        let line = if self.colours {
            format!("\x1b[{colour}m{sign}\x1b[0m {text}\n")
        } else {
            format!("{sign} {text}\n")
        };
        // At once: others write there, too.
        self.out.write_all(line.as_bytes())
    }

    /// A line of a task with what it says, whose further lines stand where those of its log do.
    fn said(&mut self, colour: &str, sign: &str, task: &str, text: &str) -> io::Result<()> {
        let task = shown::line(task);
        let text = shown::behind(&format!("  {task} | "), text);
        self.line(colour, sign, &format!("{task}: {text}"))
    }

    fn print(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Started {
                kind: Kind::Block | Kind::Loop,
                ..
            }
            | Event::Finished {
                kind: Kind::Block | Kind::Loop,
                phase: Phase::Succeeded,
                ..
            } => Ok(()),
            Event::Started { task, .. } => self.line("36", "▸", &shown::line(task)),
            Event::Log { task, line, .. } => {
                let line = format!("  {} | {}\n", shown::line(task), shown::line(line));
                self.out.write_all(line.as_bytes())
            }
            Event::Retry {
                task,
                attempt,
                message,
                ..
            } => self.said("33", "↻", task, &format!("{message}; try {attempt}")),
            Event::Finished {
                task,
                message: Some(message),
                ..
            } => self.said("31", "✗", task, message),
            Event::Finished {
                task, cached: true, ..
            } => self.line("32", "✓", &format!("{} cached", shown::line(task))),
            Event::Finished { task, duration, .. } => self.line(
                "32",
                "✓",
                &format!("{} {}", shown::line(task), time(*duration)),
            ),
            Event::Skipped { task, .. } => {
                self.line("2", "-", &format!("{} skipped", shown::line(task)))
            }
        }
    }
}

impl<W: Write> Observer for Printer<W> {
    fn observe(&mut self, event: &Event) {
        // A run does not end because nobody looks.
        let _ = self.print(event);
    }
}

/// A duration as people read it: `3ms`, `1.5s`, `2m 5s`, `1h 2m`.
pub fn time(duration: Duration) -> String {
    let (seconds, milliseconds) = (duration.as_secs(), duration.as_millis());
    match seconds {
        0 => format!("{milliseconds}ms"),
        1..60 => format!("{}.{}s", seconds, milliseconds / 100 % 10),
        60..3600 => format!("{}m {}s", seconds / 60, seconds % 60),
        _ => format!("{}h {}m", seconds / 3600, seconds / 60 % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_for_each_event() {
        let mut printer = Printer::plain(vec![]);
        let time = Duration::ZERO;
        let finished = |task: &str, kind, phase, message: Option<&str>| Event::Finished {
            task: task.into(),
            kind,
            phase,
            message: message.map(Into::into),
            duration: Duration::from_millis(3),
            cached: task == "known",
            time,
        };
        let started = |task: &str, kind| Event::Started {
            task: task.into(),
            kind,
            time,
        };
        let events = [
            started("add", Kind::Task),
            started("if-1", Kind::Block),
            Event::Log {
                task: "add".into(),
                line: "text".into(),
                time,
            },
            Event::Retry {
                task: "add".into(),
                attempt: 2,
                message: "busy".into(),
                time,
            },
            finished("add", Kind::Task, Phase::Succeeded, None),
            finished("if-1", Kind::Block, Phase::Succeeded, None),
            finished(
                "divide",
                Kind::Task,
                Phase::Failed,
                Some("division by zero"),
            ),
            Event::Skipped {
                task: "small".into(),
                time,
            },
            finished("known", Kind::Task, Phase::Succeeded, None),
            finished("each-1", Kind::Loop, Phase::Succeeded, None),
        ];
        for event in &events {
            printer.observe(event);
        }
        let expected = "▸ add\n  add | text\n↻ add: busy; try 2\n✓ add 3ms\n✗ divide: division by zero\n- small skipped\n✓ known cached\n";
        assert_eq!(String::from_utf8(printer.out).unwrap(), expected);
    }

    #[test]
    fn times() {
        let table = [
            (0, "0ms"),
            (999, "999ms"),
            (1500, "1.5s"),
            (59_990, "59.9s"),
            (125_000, "2m 5s"),
            (3_720_000, "1h 2m"),
        ];
        for (milliseconds, text) in table {
            assert_eq!(time(Duration::from_millis(milliseconds)), text);
        }
    }
}
