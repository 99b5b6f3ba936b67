//! What Argo says of the nodes of a workflow.

use super::case::{Case, End};
use super::outcome::{Outcome, Task};
use serde::Deserialize;
use serde_yaml::Value;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Node {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) phase: String,
    #[serde(default)]
    pub(crate) message: String,
    #[serde(default)]
    pub(crate) outputs: Outputs,
    #[serde(default)]
    pub(crate) started_at: Option<String>,
    #[serde(default)]
    pub(crate) finished_at: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Outputs {
    pub(crate) parameters: Vec<Parameter>,
}

#[derive(Deserialize)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) value: Option<String>,
}

/// The path of a node's task: the names after that of the workflow.
fn path(node: &Node) -> Option<String> {
    let (_, path) = node.name.split_once('.')?;
    Some(path.replace('.', "/"))
}

/// All tasks and blocks by path.
pub(crate) fn tasks<'a>(nodes: impl Iterator<Item = &'a Node>) -> BTreeMap<String, Task> {
    let mut tasks = BTreeMap::new();
    let mut tries: BTreeMap<String, usize> = BTreeMap::new();
    for (node, path) in nodes.filter_map(|node| Some((node, path(node)?))) {
        if let Some((task, _)) = path.split_once('(') {
            *tries.entry(task.to_owned()).or_default() += 1;
            continue;
        }
        let end = match node.phase.as_str() {
            "Succeeded" => End::Succeeded,
            "Failed" => End::Failed,
            "Skipped" => End::Skipped,
            "Omitted" => End::Omitted,
            "Error" => End::Error,
            _ => End::Unknown,
        };
        let count = match node.ty.as_str() {
            "Pod" => Some(1),
            "DAG" => None,
            _ => Some(0),
        };
        let message = node.message.clone();
        tasks.insert(
            path,
            Task {
                end,
                tries: count,
                message,
            },
        );
    }
    for (path, count) in tries {
        if let Some(task) = tasks.get_mut(&path) {
            task.tries = Some(count);
        }
    }
    tasks
}

/// The pairs that Argo's times, which are in seconds, show in another order.
pub(crate) fn disorder(case: &Case, nodes: &BTreeMap<String, Node>) -> Vec<String> {
    let node = |wanted: &str| {
        nodes
            .values()
            .find(|node| path(node).as_deref() == Some(wanted))
    };
    let in_order = |first: &str, second: &str| match (node(first), node(second)) {
        (Some(first), Some(second)) => {
            first.finished_at.is_some() && first.finished_at <= second.started_at
        }
        _ => false,
    };
    let wrong = case
        .order
        .iter()
        .filter(|(first, second)| !in_order(first, second));
    wrong
        .map(|(first, second)| format!("{second} did not start after the end of {first}"))
        .collect()
}

/// Tasks of the DAGs that ran for which there is no node.
pub(crate) fn unseen(source: &Value, dag: &str, prefix: &str, outcome: &Outcome) -> Vec<String> {
    let templates = source["spec"]["templates"].as_sequence();
    let template = templates
        .into_iter()
        .flatten()
        .find(|template| template["name"].as_str() == Some(dag));
    let tasks = template.and_then(|template| template["dag"]["tasks"].as_sequence());
    let mut missing = vec![];
    for task in tasks.into_iter().flatten() {
        let name = |key: &str| task[key].as_str().unwrap_or_default();
        let path = format!("{prefix}{}", name("name"));
        match outcome.tasks.get(&path).map(|task| task.end) {
            Some(End::Skipped | End::Omitted) => {}
            Some(_) => missing.extend(unseen(
                source,
                name("template"),
                &format!("{path}/"),
                outcome,
            )),
            None => missing.push(format!("{path}: Argo knows nothing of it")),
        }
    }
    missing
}
