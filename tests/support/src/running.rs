//! Workflows that run on a testbed.

use crate::Workflow;
use pipewright_compiler::yaml;
use rustix::process::{Pid, Signal, kill_process};
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A workflow that makes an object of a text.
const UPLOAD: &str = "
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: upload-}
spec:
  entrypoint: upload
  volumes: [{name: out, emptyDir: {}}]
  templates:
  - name: upload
    inputs: {artifacts: [{name: text, path: /in/text, raw: {data: ''}}]}
    outputs: {artifacts: [{name: text, path: /out/text, archive: {none: {}}, s3: {key: ''}}]}
    container:
      image: busybox
      command: [cp, /in/text, /out/text]
      volumeMounts: [{name: out, mountPath: /out}]
";

/// A testbed that runs until it is dropped, so that its store can be filled and read.
#[derive(Debug)]
pub struct Running {
    program: PathBuf,
    folder: TempDir,
    child: Child,
}

impl Running {
    pub(crate) fn start(program: &Path, images: &[String]) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a testbed");
        let mut child = Command::new(program)
            .args(["up", "--dir"])
            .arg(folder.path())
            .args(images.iter().flat_map(|image| ["--image", image]))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the testbed starts");
        let stdout = child.stdout.take().expect("it is a pipe");
        let ready = BufReader::new(stdout).lines().map_while(Result::ok);
        let running = Self {
            program: program.to_owned(),
            folder,
            child,
        };
        let is_ready = { ready }.any(|line| line.starts_with("ready"));
        assert!(is_ready, "the testbed does not start");
        running
    }

    /// Puts a text into the store. Argo brings it there: the store takes no files that others have written.
    ///
    /// # Panics
    /// If Argo cannot.
    pub fn put(&self, key: &str, text: &str) {
        let mut upload: Value = serde_yaml::from_str(UPLOAD).expect("it is YAML");
        let template = &mut upload["spec"]["templates"][0];
        template["inputs"]["artifacts"][0]["raw"]["data"] = text.into();
        template["outputs"]["artifacts"][0]["s3"]["key"] = key.into();
        let found = self.run(&[vec![upload]]);
        let phases: Vec<_> = found.values().map(|found| &found.status.phase).collect();
        assert_eq!(phases, ["Succeeded"], "{key} cannot be put into the store");
    }

    /// The folder of the objects whose keys name no bucket.
    pub fn store(&self) -> PathBuf {
        self.folder.path().join("artifacts/buckets/my-bucket")
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
