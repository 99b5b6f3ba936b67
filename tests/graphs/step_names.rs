//! Loops and branches have the names that the author gave.

use pipewright::graph::{Graph, StepKind};
use pipewright::prelude::*;
use pipewright_compiler::plan;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Serialize, Deserialize)]
enum Mode {
    Fast,
    Slow,
}

#[derive(Serialize, Deserialize, Fields)]
struct Model {
    is_good: bool,
    score: f64,
}

#[component]
fn count(text: String) -> i64 {
    text.len() as i64
}

#[component]
fn add(a: i64, b: i64) -> i64 {
    a + b
}

#[component]
fn is_large(n: i64) -> bool {
    n > 100
}

#[component]
fn numbered(n: i64, number: u64) {
    let _ = (n, number);
}

#[component]
fn note() {}

/// The names of the blocks, `-` for none.
fn names(graph: &Graph) -> Vec<&str> {
    let steps = graph.steps.values();
    let blocks = steps.filter(|step| matches!(step.kind, StepKind::If(_) | StepKind::Each(_)));
    blocks
        .map(|step| step.name.as_deref().unwrap_or("-"))
        .collect()
}

fn recorded(pipeline: &pipewright::PipelineDescriptor) -> Graph {
    let (graph, diagnostics) = pipeline.record();
    assert_eq!(diagnostics, []);
    graph
}

#[pipeline]
fn loops(parts: Vec<String>, weights: Vec<i64>, limit: u64) {
    for part in parts {
        count(part);
    }
    for (number, part) in parts.enumerate().parallelism(2) {
        numbered(count(part), number);
    }
    parts.map(|part| count(part));
    parts
        .zip(weights)
        .map(|(part, weight)| add(count(part), weight));
    parts.zip(weights).for_each(|(part, _weight)| {
        count(part);
    });
    parts.enumerate().map(|(_, my_part)| count(my_part));
    for index in 0..limit {
        numbered(1, index);
    }
    (0..limit).map(|fold| numbered(2, fold));
    for _ in parts {
        note();
    }
    for _part in parts {
        note();
    }
    parts.map(count);
    // Plain loops stay what they are.
    for part in [1, 2] {
        let sums: Vec<i64> = [part].iter().map(|part| part + 1).collect();
        add(sums[0], 1);
    }
    weights.map(|weight| {
        let doubled: Vec<_> = [weight]
            .into_iter()
            .map(|weight| add(weight, weight))
            .collect();
        doubled[0]
    });
}

#[test]
fn loops_are_named_by_their_items() {
    let graph = recorded(loops::pipeline());
    assert_eq!(
        names(&graph),
        [
            "each-part",
            "each-part",
            "each-part",
            "each-part-weight",
            "each-part",
            "each-my-part",
            "each-index",
            "each-fold",
            "-",
            "-",
            "-",
            "each-weight",
        ]
    );
    let (plan, _) = plan::lower(&graph);
    let tasks: Vec<&str> = plan.root().tasks.values().map(|task| &*task.name).collect();
    assert_eq!(
        tasks,
        [
            "each-part",
            "each-part-2",
            "each-part-3",
            "each-part-weight",
            "each-part-4",
            "each-my-part",
            "each-index",
            "each-fold",
            "each-1",
            "each-2",
            "each-3",
            "add-2",
            "add-3",
            "each-weight",
        ]
    );
}

#[pipeline]
fn branches(flag: bool, model: Model, mode: Mode, maybe: Option<i64>, n: i64) -> i64 {
    if flag {
        note();
    }
    if !flag {
        note();
    } else if model.is_good {
        note();
    }
    if is_large(n) {
        note();
    }
    if (flag) && n > 1 {
        note();
    }
    match mode {
        Mode::Fast => {
            note();
        }
        Mode::Slow => {}
    }
    match add(n, 1) {
        1 if flag => {
            note();
        }
        _ => {}
    }
    if let Some(number) = maybe {
        add(number, 1);
    }
    if let Some(_) = maybe {
        note();
    }
    match maybe {
        Some(some) => add(some, 1),
        None => 2,
    };
    maybe.map(|there| add(there, 1));
    maybe.unwrap_or_else(|| add(n, 2))
}

#[test]
fn branches_are_named_by_their_conditions() {
    let graph = recorded(branches::pipeline());
    assert_eq!(
        names(&graph),
        [
            "if-flag",
            "if-not-flag",
            "if-is-good",
            "if-is-large",
            "-",
            "match-mode",
            "match-add",
            "if-number",
            "if-maybe",
            "match-maybe",
            "if-there",
            "-",
        ]
    );
}

/// Stands in for a function of another file: it has no names.
fn helper(parts: Value<Vec<String>>) {
    parts.map(|part| count(part));
}

#[pipeline]
fn inner(lines: Vec<String>) {
    for line in lines {
        count(line);
    }
    helper(lines);
}

#[pipeline]
fn outer(texts: Vec<String>) {
    inner(texts);
    for text in texts {
        count(text);
    }
}

#[test]
fn called_pipelines_have_their_own_names() {
    let graph = recorded(outer::pipeline());
    assert_eq!(names(&graph), ["each-line", "-", "each-text"]);
}

#[pipeline]
fn long(
    the_longest_name_that_anybody_ever_gave_to_a_list_of_parts: Vec<String>,
    other: Vec<String>,
) {
    for the_longest_name_that_anybody_ever_gave_to_a_part_of_it_and_more in
        the_longest_name_that_anybody_ever_gave_to_a_list_of_parts
    {
        count(the_longest_name_that_anybody_ever_gave_to_a_part_of_it_and_more);
    }
    for the_longest_name_that_anybody_ever_gave_to_a_part_of_it_and_more in other {
        count(the_longest_name_that_anybody_ever_gave_to_a_part_of_it_and_more);
    }
}

#[test]
fn long_names_are_cut() {
    let graph = recorded(long::pipeline());
    let (plan, _) = plan::lower(&graph);
    let tasks = plan.root().tasks.values();
    let names: Vec<&str> = tasks.map(|task| &*task.name).collect();
    assert_eq!(
        names,
        [
            "each-the-longest-name-that-anybody-ever-gave-to",
            "each-the-longest-name-that-anybody-ever-gave-to-2"
        ]
    );
}
