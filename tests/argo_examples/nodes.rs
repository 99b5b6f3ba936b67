//! What Argo says of the nodes of a workflow.

use super::laws::THEIRS;
use super::pair::Pair;
use super::side::{Leaf, Side};
use super::task::{Task, side};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// A workflow that has ended.
#[derive(Deserialize)]
pub(crate) struct Workflow {
    pub(crate) metadata: Metadata,
    status: Status,
}

#[derive(Deserialize)]
pub(crate) struct Metadata {
    pub(crate) name: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Status {
    phase: String,
    message: String,
    nodes: BTreeMap<String, Node>,
    compressed_nodes: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Node {
    name: String,
    #[serde(rename = "boundaryID")]
    boundary_id: String,
    #[serde(rename = "type")]
    ty: String,
    phase: String,
    message: String,
    inputs: Values,
    outputs: Values,
    started_at: Option<String>,
    finished_at: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Values {
    parameters: Vec<Parameter>,
    result: Option<String>,
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    value: Option<String>,
}

impl Values {
    fn all(&self) -> BTreeMap<String, String> {
        let parameters = self.parameters.iter();
        let named = parameters.filter_map(|parameter| {
            let value = parameter.value.clone()?;
            Some((parameter.name.replace('_', "-"), value))
        });
        let result = self.result.clone();
        named
            .chain(result.map(|result| ("output".to_owned(), result)))
            .collect()
    }
}

impl Workflow {
    /// What it did, as the roles of a pair see it.
    pub(crate) fn side(self, pair: &Pair, ours: bool) -> Side {
        let name = self.metadata.name;
        let Status {
            phase,
            message,
            nodes,
            compressed_nodes,
        } = self.status;
        let nodes: BTreeMap<String, Node> = match compressed_nodes.as_str() {
            "" => nodes,
            text => serde_json::from_slice(&decompress(text)).expect("nodes are JSON"),
        };
        let tasks = nodes.values().filter_map(|node| {
            let is_block = match node.ty.as_str() {
                "StepGroup" | "TaskGroup" => return None,
                "Pod" | "Skipped" | "Suspend" | "HTTP" => false,
                _ => true,
            };
            Some(Task {
                path: path(&nodes, &name, node),
                is_block,
                message: node.message.clone(),
                leaf: Leaf {
                    phase: node.phase.clone(),
                    inputs: node.inputs.all(),
                    outputs: node.outputs.all(),
                },
                time: node.started_at.clone().zip(node.finished_at.clone()),
            })
        });
        let tasks: Vec<Task> = tasks.collect();
        let mut side = side(pair, ours, &tasks);
        if phase == "Error" {
            side.problems.push(format!("Argo has an error: {message}"));
        }
        let root = tasks.iter().find(|task| task.path == ".");
        let output = pair
            .output
            .map(|(theirs, our)| if ours { our } else { theirs });
        side.output = output
            .zip(root)
            .map(|(name, root)| root.leaf.outputs.get(name).cloned().unwrap_or_default());
        side.phase = phase;
        side.name = if ours { "ours on Argo" } else { THEIRS };
        side.knows_inputs = true;
        side
    }
}

/// The names of the blocks around a node and its own, without the numbers of items; `.` is the workflow itself.
fn path(nodes: &BTreeMap<String, Node>, workflow: &str, node: &Node) -> String {
    if let Some(ended) = node.name.strip_suffix(".onExit") {
        let ended = nodes.values().find(|other| other.name == ended);
        let ended = ended.map(|ended| path(nodes, workflow, ended));
        return match ended.as_deref() {
            None | Some(".") => "exit".to_owned(),
            Some(ended) => format!("{ended}/exit"),
        };
    }
    if node.name == workflow {
        return ".".to_owned();
    }
    let block = nodes.get(&node.boundary_id);
    let prefix = block.map_or(workflow, |block| block.name.as_str());
    let name = node.name.strip_prefix(prefix).unwrap_or(&node.name);
    // The number of a step.
    let name = match name.strip_prefix('[').and_then(|name| name.split_once(']')) {
        Some((_, name)) => name,
        None => name,
    };
    let name = name.strip_prefix('.').unwrap_or(name);
    let name = name.split('(').next().unwrap_or(name);
    match block.map(|block| path(nodes, workflow, block)).as_deref() {
        None | Some(".") => name.to_owned(),
        Some(block) => format!("{block}/{name}"),
    }
}

fn decompress(text: &str) -> Vec<u8> {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "base64 -d | gzip -dc"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = shell.spawn().expect("the shell runs");
    child
        .stdin
        .take()
        .map(|mut stdin| stdin.write_all(text.as_bytes()))
        .expect("it has an input")
        .expect("it reads");
    child.wait_with_output().expect("it ends").stdout
}
