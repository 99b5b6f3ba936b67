//! Workflows as Argo tells of them when they have ended.

use serde::{Deserialize, Deserializer};
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// Gives a workflow a name that is known before it runs.
///
/// # Panics
/// If it has no metadata.
pub fn name(workflow: &mut Value, name: &str) {
    let metadata = workflow["metadata"]
        .as_mapping_mut()
        .expect("a workflow has metadata");
    metadata.remove("generateName");
    metadata.insert("name".into(), name.into());
}

/// A workflow that has ended.
#[derive(Debug, Deserialize)]
pub struct Workflow {
    /// What names it.
    pub metadata: Metadata,
    /// What was asked for; that of a WorkflowTemplate is not here.
    #[serde(default)]
    pub spec: serde_json::Value,
    /// How it went.
    pub status: Status,
}

/// What names an object.
#[derive(Debug, Deserialize)]
pub struct Metadata {
    /// Its name.
    pub name: String,
}

/// How a workflow went.
#[derive(Debug, Default)]
pub struct Status {
    /// How it ended.
    pub phase: String,
    /// What Argo says about it.
    pub message: String,
    /// Its nodes by their ids.
    pub nodes: BTreeMap<String, Node>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Written {
    phase: String,
    message: String,
    nodes: BTreeMap<String, Node>,
    compressed_nodes: String,
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        let mut nodes = match written.compressed_nodes.as_str() {
            "" => written.nodes,
            text => serde_json::from_slice(&decompress(text)).map_err(serde::de::Error::custom)?,
        };
        name_nodes(&mut nodes);
        Ok(Self {
            phase: written.phase,
            message: written.message,
            nodes,
        })
    }
}

/// Takes the names of the blocks around nodes from theirs, as Argo does for those that no template shows otherwise.
fn name_nodes(nodes: &mut BTreeMap<String, Node>) {
    let names: BTreeMap<String, String> = nodes
        .iter()
        .map(|(id, node)| (id.clone(), node.name.clone()))
        .collect();
    for node in nodes.values_mut() {
        let block = node.boundary_id.as_ref().and_then(|id| names.get(id));
        let own = block.and_then(|block| node.name.strip_prefix(block));
        let own = own.unwrap_or(&node.name);
        let group = own.strip_prefix('[').and_then(|own| own.split_once(']'));
        let own = match group {
            Some((number, rest)) if number.parse::<u32>().is_ok() && rest.starts_with('.') => rest,
            _ => own,
        };
        node.own_name = own.strip_prefix('.').unwrap_or(own).to_owned();
    }
}

/// A node: a task, a block, a try, or the workflow itself.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Node {
    /// The names of the blocks around it and its own, with numbers of items and tries.
    pub name: String,
    /// Its own name.
    #[serde(skip)]
    pub own_name: String,
    /// The name by which people see it: its own, or another one.
    pub display_name: String,
    /// The id of the block around it.
    #[serde(rename = "boundaryID")]
    pub boundary_id: Option<String>,
    /// What it is: `Pod`, `DAG` ..
    #[serde(rename = "type")]
    pub ty: String,
    /// Its template.
    pub template_name: String,
    /// How it ended.
    pub phase: String,
    /// What Argo says about it.
    pub message: String,
    /// What it was given.
    pub inputs: Values,
    /// What it gave.
    pub outputs: Values,
    /// When, in seconds.
    pub started_at: Option<String>,
    /// When, in seconds.
    pub finished_at: Option<String>,
}

/// Inputs or outputs of a node.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Values {
    /// Its parameters.
    pub parameters: Vec<Parameter>,
    /// What a script printed.
    pub result: Option<String>,
}

/// A parameter of a node.
#[derive(Debug, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What it is, if that is known.
    pub value: Option<String>,
}

impl Values {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        let parameter = self.parameters.iter().find(|known| known.name == name)?;
        parameter.value.as_deref()
    }
}

fn decompress(text: &str) -> Vec<u8> {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "base64 -d | gzip -dc"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = shell.spawn().expect("the shell runs");
    let mut input = child.stdin.take().expect("it has an input");
    let text = text.as_bytes().to_owned();
    // It prints while it reads.
    let writer = std::thread::spawn(move || input.write_all(&text).expect("it reads"));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("all was written");
    output.stdout
}
