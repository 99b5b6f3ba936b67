//! A testbed that stays up, and workflows in it.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// A testbed, which ends with it.
pub(crate) struct Cluster {
    testbed: Child,
    kubeconfig: PathBuf,
    folder: tempfile::TempDir,
}

impl Cluster {
    pub(crate) fn start(testbed: &Path, images: &[String]) -> Self {
        let folder = tempfile::tempdir().expect("there is room for files");
        let mut testbed = Command::new(testbed)
            .arg("up")
            .args(images.iter().flat_map(|image| ["--image", image]))
            .arg("--dir")
            .arg(folder.path().join("testbed"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the testbed starts");
        let output = testbed.stdout.take().expect("its output is piped");
        let line = BufReader::new(output).lines().next();
        let line = line.expect("it says where it is").expect("in UTF-8");
        let words = line.split_whitespace();
        let mut paths =
            words.filter_map(|word| word.split_once("KUBECONFIG=").map(|(_, path)| path));
        let kubeconfig = paths.next_back();
        Self {
            kubeconfig: kubeconfig
                .unwrap_or_else(|| panic!("no kubeconfig in `{line}`"))
                .into(),
            testbed,
            folder,
        }
    }

    fn kubectl(&self, words: &[&str]) -> String {
        let mut command = Command::new("kubectl");
        command.arg("--kubeconfig").arg(&self.kubeconfig);
        let output = command
            .args(["-n", "argo"])
            .args(words)
            .output()
            .expect("kubectl runs");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "kubectl {}: {errors}",
            words.join(" ")
        );
        String::from_utf8(output.stdout).expect("kubectl writes UTF-8")
    }

    /// Creates a workflow with a name and arguments.
    pub(crate) fn create(&self, yaml: &str, name: &str, arguments: &[(&str, &str)]) -> Run<'_> {
        let mut workflow: Value = serde_yaml::from_str(yaml).expect("the program prints YAML");
        workflow["metadata"] = json!({ "name": name });
        let parameters = arguments.iter();
        let parameters = parameters.map(|(name, value)| json!({ "name": name, "value": value }));
        workflow["spec"]["arguments"]["parameters"] = parameters.collect();
        let path = self.folder.path().join(name);
        let mut file = std::fs::File::create(&path).expect("files can be written");
        file.write_all(workflow.to_string().as_bytes())
            .expect("there is room for it");
        self.kubectl(&["create", "-f", &path.display().to_string()]);
        Run {
            cluster: self,
            name: name.to_owned(),
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let id = self.testbed.id().to_string();
        // It cleans up when it is told to end, which killing it would not let it.
        let _ = Command::new("kill").args(["-TERM", &id]).status();
        let _ = self.testbed.wait();
    }
}

/// A workflow that runs.
pub(crate) struct Run<'c> {
    cluster: &'c Cluster,
    name: String,
}

impl Run<'_> {
    fn status(&self) -> Value {
        let text = self
            .cluster
            .kubectl(&["get", "workflow", &self.name, "-o", "json"]);
        let workflow: Value = serde_json::from_str(&text).expect("kubectl prints JSON");
        workflow["status"].clone()
    }

    fn until<T>(&self, what: &str, mut found: impl FnMut(&Value) -> Option<T>) -> T {
        let started = Instant::now();
        loop {
            let status = self.status();
            if let Some(found) = found(&status) {
                return found;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "{}: {what}: {status:#}",
                self.name
            );
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// Waits until a task waits for a person, and gives the number of its node.
    pub(crate) fn suspended(&self, task: &str) -> String {
        self.until("waits for a person", |status| {
            let nodes = status["nodes"].as_object()?;
            let node = nodes.values().find(|node| {
                node["displayName"] == task
                    && node["type"] == "Suspend"
                    && node["phase"] == "Running"
            });
            Some(node?["id"].as_str()?.to_owned())
        })
    }

    /// Waits until the container of a task runs.
    pub(crate) fn running(&self, task: &str) {
        self.until("runs a task", |status| {
            let mut nodes = status["nodes"].as_object()?.values();
            let is_running = |node: &Value| {
                node["displayName"] == task && node["type"] == "Pod" && node["phase"] == "Running"
            };
            nodes.any(is_running).then_some(())
        });
    }

    /// Gives a task its outputs, as a person does through Argo.
    pub(crate) fn answer(&self, task: &str, outputs: &[(&str, &str)]) {
        let id = self.suspended(task);
        let parameters = outputs.iter();
        let parameters: Vec<Value> = parameters
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        let node = json!({
            "phase": "Succeeded",
            "finishedAt": "2030-01-01T00:00:00Z",
            "outputs": { "parameters": parameters },
        });
        self.patch(&json!({ "status": { "nodes": { id: node } } }));
    }

    /// Stops the workflow; its handler still runs.
    pub(crate) fn stop(&self) {
        self.patch(&json!({ "spec": { "shutdown": "Stop" } }));
    }

    fn patch(&self, patch: &Value) {
        let patch = patch.to_string();
        self.cluster.kubectl(&[
            "patch",
            "workflow",
            &self.name,
            "--type=merge",
            "-p",
            &patch,
        ]);
    }

    /// Waits until it has ended.
    pub(crate) fn wait(&self) -> Ended {
        self.until("ends", |status| {
            status["finishedAt"].as_str()?;
            let nodes: Vec<Value> = status["nodes"].as_object()?.values().cloned().collect();
            let root = nodes
                .iter()
                .find(|node| node["name"] == self.name.as_str())?;
            let outputs = root["outputs"]["parameters"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            Some(Ended {
                phase: text(&status["phase"]),
                outputs: outputs
                    .iter()
                    .map(|output| (text(&output["name"]), text(&output["value"])))
                    .collect(),
                nodes,
            })
        })
    }
}

/// A workflow that has ended.
pub(crate) struct Ended {
    pub(crate) phase: String,
    pub(crate) outputs: BTreeMap<String, String>,
    nodes: Vec<Value>,
}

impl Ended {
    fn node(&self, task: &str) -> Option<&Value> {
        let is_named = |node: &&Value| {
            let name = node["displayName"].as_str().unwrap_or_default();
            name == task || task == "exit" && name.ends_with(".onExit")
        };
        self.nodes.iter().find(is_named)
    }

    /// How a task ended, if it was started.
    pub(crate) fn phase_of(&self, task: &str) -> Option<&str> {
        self.node(task)?["phase"].as_str()
    }

    /// Whether the outputs of a task came from an earlier one.
    pub(crate) fn cached(&self, task: &str) -> Option<bool> {
        self.node(task)?["memoizationStatus"]["hit"].as_bool()
    }
}
