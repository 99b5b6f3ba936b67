//! Files through which a run asks, and other processes answer.

use super::bell::{self, Bell};
use super::message::Message;
use crate::cli::folders;
use pipewright_ir::graph::Output;
use pipewright_ir::json::Json;
use pipewright_runner::engine::Question;
use pipewright_runner::files;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// The file that a run holds locked as long as it lives.
const LOCK: &str = "lock";

/// The file that says where the bell of a run hangs.
const BELL: &str = "bell";

/// End of the name of a question's file.
const REQUEST: &str = ".request.json";

/// End of the name of the file that answers a question. Whoever makes it first has answered.
const ANSWER: &str = ".answer.json";

/// Question of a run, as a file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) task: String,
    pub(super) message: String,
    pub(super) outputs: Vec<Output>,
}

/// Answer of a person, as a file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Reply {
    Outputs(BTreeMap<String, Json>),
    Declined,
}

/// The folder of a run, which goes with it.
#[derive(Debug)]
pub(super) struct Board {
    folder: PathBuf,
    run: String,
    /// Number of questions so far, which are the names of their files: a task may ask again, and its path may be long.
    posted: Cell<u32>,
    /// Sign that the run lives.
    _lock: File,
    /// Rung by those who answer.
    _bell: Bell,
}

impl Board {
    /// Makes the folder of a run in the one of all runs. `send` takes a message for each answer.
    pub(super) fn new(runs: &Path, pipeline: &str, send: Sender<Message>) -> io::Result<Self> {
        fs::create_dir_all(runs)?;
        let run = folders::name_of_run(pipeline);
        let folder = runs.join(&run);
        fs::create_dir(&folder)?;
        let lock = File::create(folder.join(LOCK))?;
        lock.lock()?;
        let bell = Bell::new(send)?;
        fs::write(
            folder.join(BELL),
            bell.path().as_os_str().as_encoded_bytes(),
        )?;
        Ok(Self {
            folder,
            run,
            posted: Cell::new(0),
            _lock: lock,
            _bell: bell,
        })
    }

    pub(super) fn run(&self) -> &str {
        &self.run
    }

    /// Puts a question up, for as long as what is returned is kept.
    pub(super) fn post(&self, question: &Question) -> io::Result<Posted> {
        let number = self.posted.get();
        self.posted.set(number + 1);
        let file = |what| self.folder.join(format!("{number}{what}"));
        let posted = Posted {
            request: file(REQUEST),
            answer: file(ANSWER),
        };
        let request = Request {
            task: question.task.clone(),
            message: question.message.clone(),
            outputs: question.outputs.clone(),
        };
        write(&posted.request, &request)?;
        Ok(posted)
    }
}

impl Drop for Board {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A question that is up.
#[derive(Debug)]
pub(super) struct Posted {
    request: PathBuf,
    answer: PathBuf,
}

impl Posted {
    /// The answer that somebody has given elsewhere.
    pub(super) fn reply(&self) -> Option<Reply> {
        let text = fs::read_to_string(&self.answer).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Takes no more answers from elsewhere. Returns one that was given before.
    pub(super) fn close(&self) -> Option<Reply> {
        // What cannot be written is told by whoever tries to answer.
        match files::create_whole(&self.answer, b"null") {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => self.reply(),
            _ => None,
        }
    }
}

impl Drop for Posted {
    fn drop(&mut self) {
        // The answer stays until the run goes: who comes later is told.
        self.close();
        let _ = fs::remove_file(&self.request);
    }
}

/// A question of a run, with what answers it.
pub(super) struct Open {
    pub(super) run: String,
    pub(super) request: Request,
    answer: PathBuf,
    bell: PathBuf,
}

impl Open {
    /// All questions of all runs that live, in the order of their names.
    pub(super) fn all(runs: &Path) -> Vec<Self> {
        remove_dead(runs);
        let mut open = vec![];
        for folder in entries(runs) {
            let run = folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let bell = bell::path(fs::read(folder.join(BELL)).unwrap_or_default());
            let mut of_run = vec![];
            for file in entries(&folder) {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let Some(number) = name.strip_suffix(REQUEST) else {
                    continue;
                };
                let answer = folder.join(format!("{number}{ANSWER}"));
                let text = fs::read_to_string(&file).unwrap_or_default();
                let Ok(request) = serde_json::from_str::<Request>(&text) else {
                    continue;
                };
                if !answer.exists() {
                    of_run.push(Self {
                        run: run.clone(),
                        request,
                        answer,
                        bell: bell.clone(),
                    });
                }
            }
            of_run.sort_by(|one, other| one.request.task.cmp(&other.request.task));
            open.append(&mut of_run);
        }
        open
    }

    /// Answers it.
    ///
    /// # Errors
    /// [`ErrorKind::AlreadyExists`] if somebody has answered meanwhile, or nobody waits any more; [`ErrorKind::NotFound`] if
    /// the run has ended; files that cannot be written.
    pub(super) fn give(&self, reply: &Reply) -> io::Result<()> {
        files::create_whole(&self.answer, &serde_json::to_vec(reply)?)?;
        match bell::ring(&self.bell) {
            // It has taken the answer with that of another question, and has ended.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::NotFound | ErrorKind::ConnectionRefused
                ) =>
            {
                Ok(())
            }
            rung => rung,
        }
    }
}

/// Removes the folders of runs that were killed.
pub(super) fn remove_dead(runs: &Path) {
    for folder in entries(runs) {
        if is_over(&folder) {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// End of the run of a folder, which has not removed it.
fn is_over(folder: &Path) -> bool {
    match File::open(folder.join(LOCK)) {
        Ok(lock) => lock.try_lock().is_ok(),
        // It is just being made.
        Err(_) => false,
    }
}

/// Writes a file that is there in full, or not at all.
fn write(path: &Path, value: &impl Serialize) -> io::Result<()> {
    files::replace(path, &serde_json::to_vec(value)?, None)
}
