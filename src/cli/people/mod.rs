//! People who are asked while a pipeline runs: on the terminal, or by the command `approve`.

mod answer;
mod bell;
mod board;
mod desk;
mod message;
mod terminal;

pub(super) use answer::approve;

use desk::Desk;
use message::Message;
use pipewright_runner::engine::{Answer, People, Question};
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// Asks on the terminal if there is one, and tells the command `approve` what is asked.
#[derive(Debug)]
pub(super) struct Asked {
    pipeline: String,
    /// The folder of all runs, if the user has one.
    folder: Option<PathBuf>,
    /// Started when somebody is asked first.
    desk: Mutex<Option<Running>>,
}

/// The thread at which all questions lie.
#[derive(Debug)]
struct Running {
    send: Sender<Message>,
    thread: JoinHandle<()>,
}

impl Asked {
    pub(super) fn new(pipeline: &str, folder: Option<PathBuf>) -> Self {
        // What was killed could not remove its questions.
        if let Some(runs) = &folder {
            board::remove_dead(runs);
        }
        Self {
            pipeline: pipeline.to_owned(),
            folder,
            desk: Mutex::new(None),
        }
    }

    fn send(&self, message: Message) {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let running = desk.get_or_insert_with(|| {
            let (send, inbox) = mpsc::channel();
            let desk = Desk::new(&self.pipeline, self.folder.clone(), send.clone());
            let thread = thread::spawn(move || desk.work(&inbox));
            Running { send, thread }
        });
        // An answer that cannot be sent says so itself when it is dropped.
        let _ = running.send.send(message);
    }
}

impl People for Asked {
    fn ask(&self, question: Question, answer: Answer) {
        self.send(Message::Ask(question, answer));
    }

    fn withdraw(&self, task: &str) {
        self.send(Message::Withdraw(task.to_owned()));
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        let desk = self.desk.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(Running { send, thread }) = desk.take() {
            // What it has written goes before the run does.
            let _ = send.send(Message::Close);
            let _ = thread.join();
        }
    }
}
