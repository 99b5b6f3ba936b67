//! Questions on the terminal, one at a time.

use super::board::Reply;
use super::message::Message;
use crate::cli::output::note;
use pipewright_ir::graph::Output;
use pipewright_ir::json::Json;
use pipewright_ir::shown;
use pipewright_ir::types::Type;
use pipewright_runner::engine::Question;
use std::collections::{BTreeMap, VecDeque};
use std::io::{self, IsTerminal};
use std::sync::mpsc::Sender;

/// The terminal of this process, with the lines that were typed and that nobody has asked for yet.
pub(super) struct Terminal {
    send: Sender<Message>,
    /// A thread waits for lines.
    listens: bool,
    lines: VecDeque<String>,
}

impl Terminal {
    /// The terminal of this process, if somebody sits there. `send` takes the lines.
    pub(super) fn open(send: Sender<Message>) -> Option<Self> {
        let is_there = io::stdin().is_terminal() && io::stderr().is_terminal();
        is_there.then(|| Self {
            send,
            listens: false,
            lines: VecDeque::new(),
        })
    }

    /// Waits for lines from now on: on a thread, so that a run that is stopped does not wait for one.
    pub(super) fn listen(&mut self) {
        if std::mem::replace(&mut self.listens, true) {
            return;
        }
        let send = self.send.clone();
        std::thread::spawn(move || {
            for line in io::stdin().lines() {
                let Ok(line) = line else { break };
                if send.send(Message::Line(line)).is_err() {
                    return;
                }
            }
            let _ = send.send(Message::EndOfLines);
        });
    }

    /// Keeps a line that was typed.
    pub(super) fn typed(&mut self, line: String) {
        self.lines.push_back(line);
    }

    /// Notes that nothing more is typed: the next question starts anew.
    pub(super) fn ended(&mut self) {
        self.listens = false;
    }

    /// The next line.
    pub(super) fn next(&mut self) -> Option<String> {
        self.lines.pop_front()
    }
}

/// A question with what was answered so far.
pub(super) struct Dialogue {
    question: Question,
    given: BTreeMap<String, Json>,
}

impl Dialogue {
    pub(super) fn new(question: Question) -> Self {
        let given = BTreeMap::new();
        Self { question, given }
    }

    pub(super) fn question(&self) -> &Question {
        &self.question
    }

    /// Says what it is about.
    pub(super) fn begin(&self) {
        let (task, message) = (&self.question.task, &self.question.message);
        let message = shown::behind("  | ", message);
        note(&format!("{task}: {message} (Ctrl-D declines)"));
        self.prompt();
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
                    Some(description) => {
                        format!("  {name} ({ty}), {}", shown::line(description))
                    }
                    None => format!("  {name} ({ty})"),
                }
            }
            None => "  go on? y or n".to_owned(),
        });
    }

    /// Takes a line. Returns the answer if it is complete.
    pub(super) fn take(&mut self, line: &str) -> Option<Reply> {
        let Some(output) = self.next() else {
            return match line {
                "y" | "yes" => Some(Reply::Outputs(BTreeMap::new())),
                "n" | "no" => Some(Reply::Declined),
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
                    return Some(Reply::Outputs(std::mem::take(&mut self.given)));
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
