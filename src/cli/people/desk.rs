//! The desk of a run, at which all its questions lie.

use super::board::{Board, Posted, Reply};
use super::message::Message;
use super::terminal::{Dialogue, Terminal};
use crate::cli::output::note;
use pipewright_ir::shown;
use pipewright_runner::engine::{Answer, Question, Refusal};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender};

/// Questions that are open, and where they are asked.
pub(super) struct Desk {
    board: Option<Board>,
    terminal: Option<Terminal>,
    /// The first one is asked on the terminal.
    open: Vec<Open>,
}

/// A question that is open.
struct Open {
    dialogue: Dialogue,
    answer: Answer,
    posted: Option<Posted>,
}

impl Desk {
    pub(super) fn new(pipeline: &str, runs: Option<PathBuf>, send: Sender<Message>) -> Self {
        let board = runs.and_then(|runs| {
            let board = Board::new(&runs, pipeline, send.clone());
            let warn = |error| {
                note(&format!(
                    "warning: nobody can be told what is asked: {error}"
                ));
            };
            board.map_err(warn).ok()
        });
        Self {
            board,
            terminal: Terminal::open(send),
            open: vec![],
        }
    }

    /// Works until the run has ended. What is open then is not answered.
    pub(super) fn work(mut self, inbox: &Receiver<Message>) {
        for message in inbox {
            match message {
                Message::Ask(question, answer) => self.ask(question, answer),
                Message::Withdraw(task) => {
                    if let Some(index) = self.position(&task) {
                        self.open.remove(index);
                        self.gone(index);
                    }
                }
                Message::Line(line) => {
                    if let Some(terminal) = &mut self.terminal {
                        terminal.typed(line);
                    }
                    self.talk();
                }
                Message::EndOfLines => {
                    if let Some(terminal) = &mut self.terminal {
                        terminal.ended();
                    }
                    if !self.open.is_empty() {
                        self.typed(Reply::Declined);
                    }
                }
                Message::Ring => self.look(),
                Message::Close => return,
            }
        }
    }

    fn position(&self, task: &str) -> Option<usize> {
        let mut open = self.open.iter();
        open.position(|open| open.dialogue.question().task == task)
    }

    fn ask(&mut self, question: Question, answer: Answer) {
        if self.board.is_none() && self.terminal.is_none() {
            return answer.give(Err(Refusal::Nobody));
        }
        let posted = self.board.as_ref().map(|board| board.post(&question));
        let posted = match posted.transpose() {
            Ok(posted) => posted,
            Err(error) => return answer.give(Err(Refusal::Unasked(error))),
        };
        if let (Some(board), None) = (&self.board, &self.terminal) {
            let task = &question.task;
            let message = shown::behind("  | ", &question.message);
            note(&format!("{task} waits: {message}"));
            let words = words(&question);
            note(&format!(
                "  answer with `approve {} {task}{words}`",
                board.run()
            ));
        }
        self.open.push(Open {
            dialogue: Dialogue::new(question),
            answer,
            posted,
        });
        if self.open.len() == 1 {
            self.begin();
        }
    }

    /// Puts the first question on the terminal, where lines may be typed already.
    fn begin(&mut self) {
        if let (Some(terminal), Some(first)) = (&mut self.terminal, self.open.first()) {
            terminal.listen();
            first.dialogue.begin();
        }
        self.talk();
    }

    /// Gives the lines that were typed to the first question.
    fn talk(&mut self) {
        while let Some(open) = self.open.first_mut()
            && let Some(line) = self.terminal.as_mut().and_then(Terminal::next)
        {
            if let Some(reply) = open.dialogue.take(line.trim()) {
                self.typed(reply);
            }
        }
    }

    /// Takes the answer that was typed to the first question, unless the command `approve` has answered it meanwhile.
    fn typed(&mut self, reply: Reply) {
        match self.open[0].posted.as_ref().and_then(Posted::close) {
            Some(other) => {
                let task = &self.open[0].dialogue.question().task;
                note(&format!(
                    "{task} does not wait any more: somebody else has answered"
                ));
                self.reply(0, other);
            }
            None => self.reply(0, reply),
        }
    }

    /// Takes what the command `approve` has answered.
    fn look(&mut self) {
        let mut index = 0;
        while let Some(open) = self.open.get(index) {
            match open.posted.as_ref().and_then(Posted::reply) {
                Some(reply) => self.reply(index, reply),
                None => index += 1,
            }
        }
    }

    fn reply(&mut self, index: usize, reply: Reply) {
        let open = self.open.remove(index);
        drop(open.posted);
        open.answer.give(match reply {
            Reply::Outputs(outputs) => Ok(outputs),
            Reply::Declined => Err(Refusal::Declined),
        });
        self.gone(index);
    }

    /// The next question comes to the terminal when the first one has gone.
    fn gone(&mut self, index: usize) {
        if index == 0 && !self.open.is_empty() {
            self.begin();
        }
    }
}

/// The words of the command line that an answer needs.
fn words(question: &Question) -> String {
    let words = question.outputs.iter();
    words
        .filter(|output| !output.ty.is_optional())
        .map(|output| format!(" -p {}=…", output.name))
        .collect()
}
