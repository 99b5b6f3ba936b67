//! Tasks that only Argo has: those that gather lists of artifacts.

use super::outcome::Outcome;
use serde_yaml::Value;
use std::collections::BTreeSet;

/// The component that hands an artifact on.
const COPY: &str = "pipewright::copy";

/// Takes the tasks out that gather lists, which no other engine has.
pub(crate) fn leave_out(source: &[Value], outcome: &mut Outcome) {
    let templates = source
        .iter()
        .filter_map(|object| object["spec"]["templates"].as_sequence());
    let templates: Vec<&Value> = templates.flatten().collect();
    let mut gathering = BTreeSet::new();
    // A list of lists is gathered by a block for each of its lists.
    loop {
        let more = templates
            .iter()
            .filter(|template| gathers(template, &gathering));
        let more: BTreeSet<&str> = more
            .filter_map(|template| template["name"].as_str())
            .collect();
        if more.len() == gathering.len() {
            break;
        }
        gathering = more;
    }
    let tasks = templates
        .iter()
        .filter_map(|template| template["dag"]["tasks"].as_sequence());
    let tasks = tasks.flatten().filter(|task| {
        let template = task["template"].as_str();
        template.is_some_and(|template| gathering.contains(template))
    });
    let names: BTreeSet<&str> = tasks.filter_map(|task| task["name"].as_str()).collect();
    outcome.tasks.retain(|path, _| {
        let mut names_of = path
            .split('/')
            .map(|part| part.split('(').next().unwrap_or(part));
        !names_of.any(|name| names.contains(name))
    });
}

fn gathers(template: &Value, known: &BTreeSet<&str>) -> bool {
    let words = ["command", "args"].map(|key| template["container"][key].as_sequence());
    let mut words = words.into_iter().flatten().flatten();
    if words.any(|word| word.as_str() == Some(COPY)) {
        return true;
    }
    let tasks = template["dag"]["tasks"].as_sequence();
    tasks.is_some_and(|tasks| {
        let runs = tasks
            .iter()
            .map(|task| task["template"].as_str().unwrap_or_default());
        !tasks.is_empty() && runs.into_iter().all(|template| known.contains(template))
    })
}
