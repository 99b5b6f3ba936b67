//! Files through which a run asks, and other processes answer.

use super::bell::{self, Bell};
use super::message::Message;
use pipewright_ir::graph::Output;
use pipewright_ir::json::Json;
use pipewright_runner::engine::Question;
use pipewright_runner::files;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::{SystemTime, UNIX_EPOCH};

/// The file that a run holds locked as long as it lives.
const LOCK: &str = "lock";

/// The file that says where the bell of a run hangs.
const BELL: &str = "bell";

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
    /// Sign that the run lives.
    _lock: File,
    /// Rung by those who answer.
    _bell: Bell,
}

impl Board {
    /// Makes the folder of a run in the one of all runs. `send` takes a message for each answer.
    pub(super) fn new(runs: &Path, pipeline: &str, send: Sender<Message>) -> io::Result<Self> {
        fs::create_dir_all(runs)?;
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let number = since.as_millis() as u64 ^ u64::from(std::process::id()) << 20;
        let run = format!("{}-{:06x}", pipeline.replace('_', "-"), number & 0xff_ffff);
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
            _lock: lock,
            _bell: bell,
        })
    }

    pub(super) fn run(&self) -> &str {
        &self.run
    }

    /// Puts a question up, for as long as what is returned is kept.
    pub(super) fn post(&self, question: &Question) -> io::Result<Posted> {
        let posted = Posted {
            request: path(&self.folder, &question.task, "request"),
            answer: path(&self.folder, &question.task, "answer"),
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
    pub(super) fn reply(&self) -> Option<Reply> {
        let text = fs::read_to_string(&self.answer).ok()?;
        serde_json::from_str(&text).ok()
    }
}

impl Drop for Posted {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.request);
        // The task may ask again: its block is tried again.
        let _ = fs::remove_file(&self.answer);
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
        let mut open = vec![];
        for folder in entries(runs) {
            if is_over(&folder) {
                let _ = fs::remove_dir_all(folder);
                continue;
            }
            let run = folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let bell = fs::read_to_string(folder.join(BELL)).unwrap_or_default();
            for file in entries(&folder) {
                let text = fs::read_to_string(&file).unwrap_or_default();
                let Ok(request) = serde_json::from_str::<Request>(&text) else {
                    continue;
                };
                let answer = path(&folder, &request.task, "answer");
                if file == path(&folder, &request.task, "request") && !answer.exists() {
                    open.push(Self {
                        run: run.clone(),
                        request,
                        answer,
                        bell: bell.clone().into(),
                    });
                }
            }
        }
        open
    }

    /// Answers it.
    pub(super) fn give(&self, reply: &Reply) -> io::Result<()> {
        write(&self.answer, reply)?;
        bell::ring(&self.bell)
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

fn path(folder: &Path, task: &str, what: &str) -> PathBuf {
    folder.join(format!("{}.{what}.json", task.replace('/', "+")))
}

/// Writes a file that is there in full, or not at all.
fn write(path: &Path, value: &impl Serialize) -> io::Result<()> {
    files::replace(path, &serde_json::to_vec(value)?, None)
}
