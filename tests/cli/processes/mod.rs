//! What tasks start ends with them, and tasks end with their run.
#![cfg(target_os = "linux")]

mod container;
mod ending;
mod failures;
mod files;
mod streams;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use test_support::{Ran, command, ran};

/// Long enough for what must happen at once on a busy machine, shorter than what the scripts sleep.
const PROMPT: Duration = Duration::from_secs(30);

/// Scripts that start something in the background and write its process down, by the way in which it tries to get away.
const STARTS: [(&str, &str); 7] = [
    ("child", "sleep 60 & echo $! > $pid"),
    ("group", "set -m; sleep 60 & echo $! > $pid"),
    ("orphan", "(sleep 60 & echo $! > $pid)"),
    (
        "no hangup",
        "(nohup sleep 60 >/dev/null 2>&1 & echo $! > $pid)",
    ),
    (
        "session",
        "setsid sh -c 'echo $$ > $pid; exec sleep 60' & while ! [ -s $pid ]; do :; done",
    ),
    (
        "stubborn",
        "(trap '' TERM HUP INT; echo > $pid.x; sleep 60 & echo $! > $pid); while ! [ -s $pid ]; do :; done",
    ),
    (
        "nameless",
        "env -i /usr/bin/setsid /bin/sh -c 'echo $$ > '$pid'; exec /bin/sleep 60' >/dev/null 2>&1 & while ! [ -s $pid ]; do :; done",
    ),
];

struct Case {
    folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for files");
        fs::create_dir(folder.path().join("tmp")).expect("there is room");
        Self { folder }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder for temporary files of the runs.
    fn tmp(&self) -> PathBuf {
        self.file("tmp")
    }

    fn command(&self, words: &[&str]) -> Command {
        let program = command("processes", words);
        // Whoever runs the tests may ignore signals, as `nohup` does, and then they would too.
        let mut command = Command::new("env");
        let variables = program.get_envs();
        for (name, value) in variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
            .arg("--default-signal=HUP,INT,QUIT,TERM")
            .arg(program.get_program())
            .args(program.get_args())
            .env("TMPDIR", self.tmp())
            .env("PIPEWRIGHT_RUNS", self.file("runs"))
            .env("pid", self.file("pid"));
        command
    }

    fn run(&self, words: &[&str]) -> Ran {
        ran(&mut self.command(words))
    }

    fn start(&self, words: &[&str]) -> Child {
        let mut command = self.command(words);
        let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().expect("the program can be started")
    }

    /// The process that a script has written down.
    fn process(&self) -> String {
        let started = Instant::now();
        loop {
            let text = fs::read_to_string(self.file("pid")).unwrap_or_default();
            if text.ends_with('\n') && text.trim().parse::<u32>().is_ok() {
                return text.trim().to_owned();
            }
            assert!(started.elapsed() < PROMPT, "nothing was started");
            pause();
        }
    }

    /// The entries of the folder for temporary files.
    fn left(&self) -> usize {
        fs::read_dir(self.tmp()).expect("it is there").count()
    }
}

fn pause() {
    std::thread::sleep(Duration::from_millis(5));
}

/// Whether a process is there, and no zombie.
fn is_alive(process: &str) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/status"));
    status.is_ok_and(|status| !status.contains("State:\tZ"))
}

#[track_caller]
fn dies(process: &str, why: &str) {
    let started = Instant::now();
    while is_alive(process) {
        assert!(
            started.elapsed() < PROMPT,
            "{why}: {process} is still there"
        );
        pause();
    }
}

fn signal(run: &Child, name: &str) {
    let id = run.id().to_string();
    let sent = Command::new("kill").args([name, &id]).status();
    assert!(sent.expect("kill runs").success());
}

/// The children of a process.
fn children(process: u32) -> Vec<String> {
    let mut children = vec![];
    for entry in fs::read_dir("/proc").expect("it is Linux").flatten() {
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(1));
        if parent == Some(&process.to_string()) {
            children.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    children
}
