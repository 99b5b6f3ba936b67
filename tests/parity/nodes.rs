//! What Argo says of the nodes of a workflow.

use super::laws::THEIRS;
use super::pair::Pair;
use super::side::{Leaf, Side};
use super::task::{Task, side};
use pipewright_ir::formula::Formula;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;
use test_support::{Node, Status, Values, Workflow};

/// What a workflow did, as the roles of a pair see it.
pub(crate) fn side_of(workflow: Workflow, pair: &Pair, ours: bool) -> Side {
    let name = workflow.metadata.name;
    let templates = workflow.spec["templates"].as_array();
    let templates = templates.cloned().unwrap_or_default();
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
                inputs: inputs(&templates, node),
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

/// The inputs of a node: what its program computes of them stands in the words of its template.
fn inputs(templates: &[Value], node: &Node) -> BTreeMap<String, String> {
    let mut inputs = all(&node.inputs);
    for value in inputs.values_mut() {
        *value = wire::shown(value).into_owned();
    }
    let template = templates
        .iter()
        .find(|template| template["name"] == node.template_name.as_str());
    let words = template.and_then(|template| template["container"]["args"].as_array());
    let words: Vec<&str> = words
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let computed = words.iter().filter_map(|word| {
        let (name, formula) = word.strip_prefix("--input=")?.split_once('=')?;
        let formula: Formula = formula.parse().expect("the formula is one");
        let operand = |name: &str| {
            let wire = node.inputs.get(name).ok_or("it has no such operand")?;
            // Texts of the pipelines never begin like JSON.
            let json = Json::parse(wire).or_else(|_| wire::decode(&Type::String, wire));
            Ok(Cow::Owned(json?))
        };
        let value = formula.evaluate(&operand).expect("the formula has a value");
        let ty = if value.as_str().starts_with('"') {
            Type::String
        } else {
            Type::Json
        };
        Some((name.to_owned(), wire::encode(&ty, &value)))
    });
    let computed: Vec<_> = computed.collect();
    inputs.extend(computed);
    inputs
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
