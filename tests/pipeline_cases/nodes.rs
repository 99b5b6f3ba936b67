//! What Argo says of the nodes of a workflow.

use super::case::{Case, End};
use super::outcome::{Outcome, Task};
use serde_yaml::Value;
use std::collections::BTreeMap;
use test_support::Node;

/// What the name of a node says: `name`, `name(3:value)` of a loop, and `(1)` behind it for a try.
struct Label<'a> {
    name: &'a str,
    item: Option<&'a str>,
    attempt: Option<usize>,
}

impl<'a> Label<'a> {
    /// Argo takes brackets out of the values of items.
    fn of(own_name: &'a str) -> Self {
        let (name, rest) = match own_name.split_once('(') {
            Some((name, rest)) => (name, Some(rest)),
            None => (own_name, None),
        };
        let mut label = Self {
            name,
            item: None,
            attempt: None,
        };
        for part in rest.into_iter().flat_map(|rest| rest.split('(')) {
            let part = part.strip_suffix(')').unwrap_or(part);
            match (part.split_once(':'), part.parse()) {
                (Some((item, _)), _) => label.item = Some(item),
                (None, Ok(attempt)) => label.attempt = Some(attempt),
                (None, Err(_)) => {}
            }
        }
        label
    }
}

/// The nodes of a workflow, and where they belong.
struct Nodes<'a> {
    nodes: &'a BTreeMap<String, Node>,
    /// How often each was tried that is tried again when it fails.
    tries: BTreeMap<String, usize>,
}

impl<'a> Nodes<'a> {
    fn of(nodes: &'a BTreeMap<String, Node>) -> Self {
        let mut found = Self {
            nodes,
            tries: BTreeMap::new(),
        };
        for node in nodes.values() {
            if Label::of(&node.own_name).attempt.is_some()
                && let Some(path) = found.path(node)
            {
                *found.tries.entry(path).or_default() += 1;
            }
        }
        found
    }

    /// The path of a node's task: the names of the blocks around it and its own. None of the workflow itself.
    ///
    /// What only Argo needs is left out: parts of a large block, and the block that a task alone is put into, which has the
    /// name of the task.
    fn path(&self, node: &Node) -> Option<String> {
        let label = Label::of(&node.own_name);
        if let Some(of) = node.name.strip_suffix(".onExit") {
            // The handler of the workflow has no block around it.
            return match of.contains('.') {
                true => Some(format!("{}/exit", self.named(of)?)),
                false => Some("exit".into()),
            };
        }
        let boundary = self.boundary(node)?;
        let outer = match self.path(boundary) {
            Some(outer) if is_part(boundary) => match outer.rfind('/') {
                Some(end) => outer[..=end].to_owned(),
                None => String::new(),
            },
            Some(outer) => outer + "/",
            None => String::new(),
        };
        let item = label
            .item
            .map(|item| format!("({item})"))
            .unwrap_or_default();
        match self.is_enclosed(node) {
            true => Some(format!("{}{item}", outer.trim_end_matches('/'))),
            false => Some(format!("{outer}{}{item}", label.name)),
        }
    }

    fn boundary(&self, node: &Node) -> Option<&'a Node> {
        self.nodes.get(node.boundary_id.as_deref()?)
    }

    /// A task that stands alone in a block of its name.
    fn is_enclosed(&self, node: &Node) -> bool {
        let boundary = self.boundary(node).map(|node| Label::of(&node.own_name));
        boundary.is_some_and(|boundary| {
            boundary.item.is_none() && boundary.name == Label::of(&node.own_name).name
        })
    }

    /// The path of the loop that a group of steps is, if it is one.
    fn loop_of(&self, group: &Node) -> Option<String> {
        let items = self.nodes.values().filter(|node| {
            node.boundary_id == group.boundary_id && Label::of(&node.own_name).item.is_some()
        });
        let path = items.filter_map(|item| self.path(item)).next()?;
        Some(path[..path.rfind('(')?].to_owned())
    }

    /// The path of the node of a name.
    fn named(&self, name: &str) -> Option<String> {
        let node = self.nodes.values().find(|node| node.name == name)?;
        self.path(node)
    }

    /// Whether a node lies in a try that was not the last one.
    fn is_in_earlier_try(&self, node: &Node) -> bool {
        let Some(boundary) = node.boundary_id.as_ref().and_then(|id| self.nodes.get(id)) else {
            return false;
        };
        let attempt = Label::of(&boundary.own_name).attempt;
        let tries = self.path(boundary).and_then(|path| self.tries.get(&path));
        matches!((attempt, tries), (Some(attempt), Some(tries)) if attempt + 1 < *tries)
            || self.is_in_earlier_try(boundary)
    }
}

/// A part of a block that is too large for Argo.
fn is_part(node: &Node) -> bool {
    let number = node.own_name.strip_prefix("part-");
    number.is_some_and(|number| number.parse::<usize>().is_ok())
}

/// All tasks and blocks by path.
pub(crate) fn tasks(all: &BTreeMap<String, Node>) -> BTreeMap<String, Task> {
    let nodes = Nodes::of(all);
    let mut tasks = BTreeMap::new();
    for node in all.values() {
        // Groups of steps are no tasks, but loops may be such groups.
        let path = match node.ty.as_str() {
            "StepGroup" => nodes.loop_of(node),
            _ => nodes.path(node),
        };
        let Some(path) = path else {
            continue;
        };
        let label = Label::of(&node.own_name);
        // The block around a task that is alone tells less than the task, but for its tries.
        let has_tries = |task: &&Task| task.tries.is_some_and(|tries| tries > 1);
        if tasks.get(&path).filter(has_tries).is_some()
            || !nodes.is_enclosed(node) && tasks.contains_key(&path)
        {
            continue;
        }
        if is_part(node)
            || label.name == NOTHING
            || label.attempt.is_some()
            || nodes.is_in_earlier_try(node)
        {
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
            "DAG" | "Steps" | "StepGroup" | "TaskGroup" | "Suspend" => None,
            "Retry" => nodes.tries.get(&path).copied(),
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
    tasks
}

/// The pairs that Argo's times, which are in seconds, show in another order.
pub(crate) fn disorder(case: &Case, nodes: &BTreeMap<String, Node>) -> Vec<String> {
    let known = Nodes::of(nodes);
    let node = |wanted: &str| {
        nodes
            .values()
            .find(|node| known.path(node).as_deref() == Some(wanted))
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

/// The tasks that people see by other names than they should.
pub(crate) fn misnamed(case: &Case, nodes: &BTreeMap<String, Node>) -> Vec<String> {
    let known = Nodes::of(nodes);
    let shown = |wanted: &str| {
        let is_try = |node: &&Node| Label::of(&node.own_name).attempt.is_some();
        let node = nodes
            .values()
            .filter(|node| !is_try(node))
            .find(|node| known.path(node).as_deref() == Some(wanted));
        node.map(|node| node.display_name.as_str())
    };
    let wrong = case.shown.iter();
    let wrong = wrong.filter(|(task, name)| shown(task) != Some(name));
    wrong
        .map(|(task, name)| format!("{task} is shown as {:?}, not {name:?}", shown(task)))
        .collect()
}

/// The task of a DAG that holds nothing but values; Argo refuses DAGs without tasks.
const NOTHING: &str = "nothing";

/// Tasks of the DAGs that ran for which there is no node.
pub(crate) fn unseen(
    source: &[Value],
    template: &str,
    prefix: &str,
    outcome: &Outcome,
) -> Vec<String> {
    let objects = source.iter();
    let template = objects
        .filter_map(|object| object["spec"]["templates"].as_sequence())
        .flatten()
        .find(|known| known["name"].as_str() == Some(template));
    let mut missing = vec![];
    for task in template.into_iter().flat_map(tasks_of) {
        let name = |key: &str| task[key].as_str().unwrap_or_default();
        if name("name") == NOTHING {
            continue;
        }
        let path = match prefix.rsplit('/').nth(1).map(|outer| Label::of(outer).name) {
            Some(outer) if outer == name("name") => prefix.trim_end_matches('/').to_owned(),
            _ => format!("{prefix}{}", name("name")),
        };
        let run = match task["templateRef"]["template"].as_str() {
            Some(template) => template,
            None => name("template"),
        };
        let inner = |path: &str| unseen(source, run, &format!("{path}/"), outcome);
        // A part of a large block has no path of its own.
        if let Some(number) = name("name").strip_prefix("part-")
            && number.parse::<usize>().is_ok()
        {
            missing.extend(unseen(source, run, prefix, outcome));
            continue;
        }
        match outcome.tasks.get(&path).map(|task| task.end) {
            Some(End::Skipped | End::Omitted) => {}
            // What it is given could not be computed.
            Some(End::Error)
                if !outcome
                    .tasks
                    .keys()
                    .any(|known| known.starts_with(&format!("{path}/"))) => {}
            Some(_) if task["withParam"].is_null() => missing.extend(inner(&path)),
            Some(_) => {
                let items = (0..).map(|item| format!("{path}({item})"));
                let items = items.take_while(|item| outcome.tasks.contains_key(item));
                missing.extend(items.flat_map(|item| inner(&item)));
            }
            None => missing.push(format!("{path}: Argo knows nothing of it")),
        }
    }
    missing
}

/// The tasks of a DAG, or the steps of its groups.
fn tasks_of(template: &Value) -> Vec<&Value> {
    let tasks = template["dag"]["tasks"].as_sequence();
    let steps = template["steps"].as_sequence();
    let groups = steps.into_iter().flatten().filter_map(Value::as_sequence);
    tasks.into_iter().chain(groups).flatten().collect()
}
