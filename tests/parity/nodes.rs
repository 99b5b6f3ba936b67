//! What Argo says of the nodes of a workflow.

use super::laws::THEIRS;
use super::pair::Pair;
use super::side::{Leaf, Side};
use super::task::{Task, side};
use std::collections::BTreeMap;
use test_support::{Node, Status, Values, Workflow};

/// What a workflow did, as the roles of a pair see it.
pub(crate) fn side_of(workflow: Workflow, pair: &Pair, ours: bool) -> Side {
    let name = workflow.metadata.name;
    let Status {
        phase,
        message,
        nodes,
    } = workflow.status;
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
                inputs: all(&node.inputs),
                outputs: all(&node.outputs),
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
    let block = nodes.get(node.boundary_id.as_deref().unwrap_or_default());
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

/// All values by name; what a script printed is its output.
fn all(values: &Values) -> BTreeMap<String, String> {
    let parameters = values.parameters.iter();
    let named = parameters.filter_map(|parameter| {
        let value = parameter.value.clone()?;
        Some((parameter.name.replace('_', "-"), value))
    });
    let result = values.result.clone();
    named
        .chain(result.map(|result| ("output".to_owned(), result)))
        .collect()
}
