//! What has to come of a graph, and what is otherwise in a workflow that has ended.

use pipewright_ir::graph::Graph;
use pipewright_ir::json::Json;
use pipewright_ir::wire;
use serde_yaml::Value;

/// A graph, and how it ends.
pub(crate) struct Case {
    pub(crate) graph: Graph,
    succeeds: bool,
    /// The outputs as JSON.
    outputs: Vec<String>,
    /// Ends of names of nodes, and their phases; `None` if there is no such node.
    pub(crate) nodes: Vec<(&'static str, Option<&'static str>)>,
    /// Ends of names of nodes, and text of the values of their first inputs.
    pub(crate) inputs: Vec<(&'static str, &'static str)>,
    /// Ends of names of nodes whose first inputs are lists of failed tasks, and these: the ends of the names of their nodes,
    /// and their JSON.
    pub(crate) failures: Vec<(&'static str, Vec<(&'static str, &'static str)>)>,
}

impl Case {
    pub(crate) fn name(&self) -> String {
        self.graph.name.replace('_', "-")
    }

    /// Looks for what is otherwise in a workflow that has ended.
    pub(crate) fn check(&self, workflow: &Value, problems: &mut Vec<String>) {
        let (status, id) = (&workflow["status"], workflow["metadata"]["name"].as_str());
        let id = id.unwrap_or_default();
        let name = self.name();
        let mut problem = |text: String| problems.push(format!("{name}: {text}"));
        let phase = status["phase"].as_str().unwrap_or_default();
        let expected = if self.succeeds { "Succeeded" } else { "Failed" };
        let nodes = &status["nodes"];
        if phase != expected {
            let messages = nodes.as_mapping().into_iter().flatten().map(|(_, node)| {
                format!(
                    "\n    {} {} {}",
                    node["name"].as_str().unwrap_or_default(),
                    node["phase"].as_str().unwrap_or_default(),
                    node["message"].as_str().unwrap_or_default()
                )
            });
            let messages: String = messages.collect();
            problem(format!("{phase} {:?}{messages}", status["message"]));
            return;
        }
        let root = &nodes[id];
        let given = root["outputs"]["parameters"].as_sequence();
        let ports = self.graph.outputs.iter();
        for (port, expected) in ports.zip(&self.outputs) {
            let ty = &self.graph.values[port.value].ty;
            let output = given
                .into_iter()
                .flatten()
                .find(|output| output["name"].as_str() == Some(&port.name));
            let text = output.and_then(|output| output["value"].as_str());
            let Some(text) = text else {
                problem(format!("{} is missing", port.name));
                continue;
            };
            if text.contains("{{") {
                problem(format!("{} is no wire text: {text}", port.name));
            }
            let found = match wire::decode(ty, text) {
                Ok(json) => json,
                Err(error) => {
                    problem(format!("{}: {error}: {text}", port.name));
                    continue;
                }
            };
            if normal(&found) != normal(&Json::parse(expected).expect("it is JSON")) {
                problem(format!("{} is {found}, not {expected}", port.name));
            }
        }
        for (end, expected) in &self.nodes {
            let node = find(nodes, id, end);
            let phase = node.and_then(|node| node["phase"].as_str());
            if phase != *expected {
                problem(format!("{end} is {phase:?}, not {expected:?}"));
            }
        }
        for (end, expected) in &self.inputs {
            let input = first_input(nodes, id, end);
            if input != Some(expected) {
                problem(format!("{end} was given {input:?}, not {expected:?}"));
            }
        }
        for (end, failed) in &self.failures {
            // Nothing but their ends gives independent tasks an order.
            let mut failed = failed.clone();
            failed.sort_by_key(|(end, _)| ended(nodes, id, end));
            let failed: Vec<&str> = failed.into_iter().map(|(_, json)| json).collect();
            let (input, expected) = (first_input(nodes, id, end), failed.join(","));
            if input != Some(&format!("[{expected}]")) {
                problem(format!("{end} was given {input:?}, not [{expected}]"));
            }
        }
    }
}

fn first_input<'v>(nodes: &'v Value, workflow: &str, name: &str) -> Option<&'v str> {
    let node = find(nodes, workflow, name)?;
    node["inputs"]["parameters"][0]["value"].as_str()
}

/// The time at which a node has ended, and the name of its pod, which counts within a second.
fn ended(nodes: &Value, workflow: &str, name: &str) -> Option<(String, String)> {
    let node = find(nodes, workflow, name)?;
    let (template, id) = (node["templateName"].as_str()?, node["id"].as_str()?);
    let pod = format!("{template}-{}", id.strip_prefix(workflow)?);
    Some((node["finishedAt"].as_str()?.to_owned(), pod))
}

/// The node of a name without that of the workflow.
fn find<'v>(nodes: &'v Value, workflow: &str, name: &str) -> Option<&'v Value> {
    let full = format!("{workflow}.{name}");
    let mut nodes = nodes.as_mapping()?.values();
    nodes.find(|node| node["name"].as_str() == Some(&full))
}

/// JSON in which every digit counts, but neither the escapes of texts nor the order of keys.
fn normal(json: &Json) -> String {
    fn write(json: &str, normal: &mut String) {
        use serde_json::value::RawValue;
        use std::collections::BTreeMap;
        if let Ok(text) = serde_json::from_str::<String>(json) {
            *normal += &format!("{text:?}");
        } else if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(json) {
            normal.push('[');
            for item in items {
                write(item.get(), normal);
                normal.push(',');
            }
            normal.push(']');
        } else if let Ok(fields) = serde_json::from_str::<BTreeMap<String, &RawValue>>(json) {
            normal.push('{');
            for (key, value) in fields {
                *normal += &format!("{key:?}:");
                write(value.get(), normal);
                normal.push(',');
            }
            normal.push('}');
        } else {
            normal.push_str(json);
        }
    }
    let mut normal = String::new();
    write(json.as_str(), &mut normal);
    normal
}

pub(crate) fn case(graph: Graph, outputs: &[&str]) -> Case {
    Case {
        graph,
        succeeds: true,
        outputs: outputs.iter().map(|json| (*json).to_owned()).collect(),
        nodes: vec![],
        inputs: vec![],
        failures: vec![],
    }
}

pub(crate) fn failing(graph: Graph, nodes: &[(&'static str, Option<&'static str>)]) -> Case {
    Case {
        succeeds: false,
        nodes: nodes.to_vec(),
        ..case(graph, &[])
    }
}
