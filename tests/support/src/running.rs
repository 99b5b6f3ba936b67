//! Workflows that run on a testbed.

use crate::Workflow;
use pipewright_compiler::yaml;
use rustix::process::{Pid, Signal, kill_process};
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// Argo's own bucket.
pub const BUCKET: &str = "my-bucket";

/// A testbed that runs until it is dropped, so that its store can be filled and read.
#[derive(Debug)]
pub struct Running {
    program: PathBuf,
    folder: TempDir,
    address: String,
    child: Child,
}

impl Running {
    pub(crate) fn start(program: &Path, images: &[String]) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a testbed");
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.expect("there is a free port").to_string();
        let mut child = Command::new(program)
            .args(["up", "--dir"])
            .arg(folder.path())
            .args(images.iter().flat_map(|image| ["--image", image]))
            .env("ARGO_TESTBED_STORE", &address)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the testbed starts");
        let stdout = child.stdout.take().expect("it is a pipe");
        let ready = BufReader::new(stdout).lines().map_while(Result::ok);
        let running = Self {
            program: program.to_owned(),
            folder,
            address,
            child,
        };
        let is_ready = { ready }.any(|line| line.starts_with("ready"));
        assert!(is_ready, "the testbed does not start");
        running
    }

    /// Host and port of the store.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Puts an object into a bucket of the store, which is made if there is none of its name.
    ///
    /// # Panics
    /// If the store refuses it.
    pub fn put(&self, bucket: &str, key: &str, bytes: &[u8]) {
        // The bucket may be there, which the answer tells.
        self.request(&format!("/{bucket}"), &[]);
        let answer = self.request(&format!("/{bucket}/{key}"), bytes);
        assert!(
            answer.starts_with("HTTP/1.1 200 "),
            "{bucket}/{key}: {answer}"
        );
    }

    fn request(&self, path: &str, body: &[u8]) -> String {
        let (address, length) = (&self.address, body.len());
        let head = format!(
            "PUT {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        let mut stream = TcpStream::connect(address).expect("the store runs");
        let request = [head.as_bytes(), body].concat();
        stream.write_all(&request).expect("the store reads");
        let mut answer = String::new();
        stream
            .read_to_string(&mut answer)
            .expect("the store answers");
        answer
    }

    /// The folder of the objects of Argo's own bucket.
    pub fn store(&self) -> PathBuf {
        let buckets = self.folder.path().join("artifacts/buckets");
        buckets.join(BUCKET)
    }

    /// Runs workflows at the same time, each with the objects that it needs, and gives those that ended by their names.
    ///
    /// # Panics
    /// If the testbed cannot run them.
    pub fn run(&self, files: &[Vec<Value>]) -> BTreeMap<String, Workflow> {
        let folder = self.folder.path();
        run(
            Command::new(&self.program)
                .args(["run", "--dir"])
                .arg(folder),
            files,
        )
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It ends its programs, and removes its folder.
        let child = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        if let Some(child) = child
            && kill_process(child, Signal::INT).is_ok()
        {
            let _ = self.child.wait();
        }
    }
}

/// Runs workflows by a command of the testbed.
pub(crate) fn run(command: &mut Command, files: &[Vec<Value>]) -> BTreeMap<String, Workflow> {
    let folder = tempfile::tempdir().expect("there is room for files");
    for (index, documents) in files.iter().enumerate() {
        let text = |document| yaml::to_string(document).expect("workflows can be printed");
        let texts: Vec<String> = documents.iter().map(text).collect();
        let path = folder.path().join(format!("{index:05}.yaml"));
        std::fs::write(path, texts.join("---\n")).expect("files can be written");
    }
    let output = command
        .args(["--json", "--timeout", "20m"])
        .arg(folder.path())
        .stderr(Stdio::piped())
        .output()
        .expect("the testbed runs");
    let found = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<Workflow>();
    let found: BTreeMap<String, Workflow> = found
        .map(|workflow| workflow.expect("the testbed prints workflows"))
        .map(|workflow| (workflow.metadata.name.clone(), workflow))
        .collect();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!found.is_empty(), "no workflow ran\n{errors}");
    found
}
