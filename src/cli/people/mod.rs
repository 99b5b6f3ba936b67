//! People who are asked while a pipeline runs: on the terminal, or by the command `approve`.

mod answer;
mod board;
mod terminal;

pub(super) use answer::approve;

use super::output::note;
use board::{Answer, Board};
use pipewright_ir::json::Json;
use pipewright_runner::engine::{People, Question};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;
use terminal::Terminal;

/// How often it is looked for an answer.
const LOOK: Duration = Duration::from_millis(100);

/// Asks on the terminal if there is one, and tells the command `approve` what is asked.
#[derive(Debug)]
pub(super) struct Asked {
    pipeline: String,
    /// The folder of all runs, if the user has one.
    folder: Option<PathBuf>,
    /// Made when somebody is asked first.
    board: std::sync::OnceLock<Option<Board>>,
    terminal: Option<Terminal>,
}

impl Asked {
    pub(super) fn new(pipeline: &str, folder: Option<PathBuf>) -> Self {
        Self {
            pipeline: pipeline.to_owned(),
            folder,
            board: std::sync::OnceLock::new(),
            terminal: Terminal::open(),
        }
    }

    fn board(&self) -> Option<&Board> {
        let make = || {
            let made = Board::new(self.folder.as_deref()?, &self.pipeline);
            let warn = |error| {
                note(&format!(
                    "warning: nobody can be told what is asked: {error}"
                ))
            };
            made.map_err(warn).ok()
        };
        self.board.get_or_init(make).as_ref()
    }
}

impl People for Asked {
    fn ask(
        &self,
        question: &Question,
        over: &dyn Fn() -> Option<String>,
    ) -> Result<BTreeMap<String, Json>, String> {
        let board = self.board();
        if board.is_none() && self.terminal.is_none() {
            return Err("it waits for a person, and nobody can be asked".into());
        }
        let asked = board.map(|board| board.ask(question));
        let asked = asked
            .transpose()
            .map_err(|error| format!("it cannot be asked: {error}"))?;
        let mut asking = self
            .terminal
            .as_ref()
            .map(|terminal| terminal.ask(question));
        if let (Some(board), None) = (board, &asking) {
            note(&format!("{} waits: {}", question.task, question.message));
            note(&format!(
                "  answer with `approve {} {}{}`",
                board.run(),
                question.task,
                words(question)
            ));
        }
        let answer = loop {
            if let Some(reason) = over() {
                return Err(reason);
            }
            if let Some(answer) = asked.as_ref().and_then(board::Asked::answer) {
                break answer;
            }
            match &mut asking {
                Some(asking) => {
                    if let Some(answer) = asking.answer(LOOK) {
                        break answer;
                    }
                }
                None => std::thread::sleep(LOOK),
            }
        };
        match answer {
            Answer::Outputs(outputs) => Ok(outputs),
            Answer::Declined => Err("a person declined".into()),
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
