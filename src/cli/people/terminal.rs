//! Questions on the terminal, one at a time.

use super::board::Answer;
use crate::cli::output::note;
use pipewright_ir::graph::Output;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_runner::engine::Question;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

/// The lines that are typed. Who holds them asks.
#[derive(Debug)]
pub(super) struct Terminal(Mutex<Option<Receiver<String>>>);

impl Terminal {
    /// The terminal of this process, if somebody sits there.
    pub(super) fn open() -> Option<Self> {
        let is_there = io::stdin().is_terminal() && io::stderr().is_terminal();
        is_there.then(|| Self(Mutex::new(None)))
    }

    pub(super) fn ask<'t>(&'t self, question: &Question) -> Asking<'t> {
        Asking {
            terminal: self,
            lines: None,
            question: question.clone(),
            given: BTreeMap::new(),
        }
    }
}

/// A question, which waits for its turn.
pub(super) struct Asking<'t> {
    terminal: &'t Terminal,
    lines: Option<MutexGuard<'t, Option<Receiver<String>>>>,
    question: Question,
    given: BTreeMap<String, Json>,
}

impl Asking<'_> {
    /// The answer, if it is complete within a time.
    pub(super) fn answer(&mut self, within: Duration) -> Option<Answer> {
        if self.lines.is_none() {
            match self.terminal.0.try_lock() {
                Ok(lines) => self.lines = Some(lines),
                Err(TryLockError::Poisoned(lines)) => {
                    self.lines = Some(PoisonError::into_inner(lines))
                }
                Err(TryLockError::WouldBlock) => {
                    std::thread::sleep(within);
                    return None;
                }
            }
            let (task, message) = (&self.question.task, &self.question.message);
            note(&format!("{task}: {message} (Ctrl-D declines)"));
            self.prompt();
        }
        let lines = self.lines.as_mut()?.get_or_insert_with(lines);
        match lines.recv_timeout(within) {
            Ok(line) => self.take(line.trim()),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                // The next question starts anew.
                *self.lines.as_deref_mut()? = None;
                Some(Answer::Declined)
            }
        }
    }

    /// The output that is asked for next.
    fn next(&self) -> Option<&Output> {
        self.question.outputs.get(self.given.len())
    }

    fn prompt(&self) {
        note(&match self.next() {
            Some(output) => {
                let (name, ty) = (&output.name, &output.ty);
                match &output.description {
                    Some(description) => format!("  {name} ({ty}), {description}"),
                    None => format!("  {name} ({ty})"),
                }
            }
            None => "  go on? y or n".to_owned(),
        });
    }

    fn take(&mut self, line: &str) -> Option<Answer> {
        let Some(output) = self.next() else {
            return match line {
                "y" | "yes" => Some(Answer::Outputs(BTreeMap::new())),
                "n" | "no" => Some(Answer::Declined),
                _ => {
                    self.prompt();
                    None
                }
            };
        };
        match typed(&output.ty, line) {
            Ok(json) => {
                self.given.insert(output.name.clone(), json);
                if self.next().is_none() {
                    return Some(Answer::Outputs(std::mem::take(&mut self.given)));
                }
            }
            Err(reason) => note(&format!("  {reason}")),
        }
        self.prompt();
        None
    }
}

/// A value as it is typed: a string as it is, all else as JSON; an empty line is nothing where there may be nothing.
pub(super) fn typed(ty: &Type, text: &str) -> Result<Json, String> {
    let json = match ty.is_text() {
        _ if text.is_empty() && ty.is_optional() => Ok(Json::null()),
        true => Json::of(text),
        false => Json::parse(text).map_err(|_| format!("expected {ty}")),
    };
    ty.admit(&json?)
}

/// A thread reads them, so that a run that is stopped does not wait for a line.
fn lines() -> Receiver<String> {
    let (send, lines) = mpsc::channel();
    std::thread::spawn(move || {
        for line in io::stdin().lines() {
            let Ok(line) = line else { return };
            if send.send(line).is_err() {
                return;
            }
        }
    });
    lines
}
