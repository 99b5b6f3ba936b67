//! Blocks become closed DAGs: what they use comes in by name, what they give comes out by name.

use pipewright::graph::Id;
use pipewright::prelude::*;
use pipewright_compiler::check;
use pipewright_compiler::plan::{Expression, Plan, Run, Source, lower};

#[component]
fn number(seed: i64) -> i64 {
    seed
}

#[component]
fn say(text: String) {
    println!("{text}");
}

/// The value of the `else` is made of that of the `if` in it, which so needs a block of its own.
#[pipeline]
fn made_of_an_inner_value(seed: i64) -> String {
    let found = number(seed);
    if found > 10 {
        format!("large {found}")
    } else {
        let inner = if found > 5 { number(1) } else { number(2) };
        format!("small {inner}")
    }
}

/// An `if` whose blocks give nothing can be waited for.
#[pipeline]
fn waited_for(seed: i64) {
    let found = number(seed);
    let said = if found > 10 {
        say("large")
    } else {
        say("small")
    };
    say("after").after(&said);
}

fn plan(pipeline: &pipewright::PipelineDescriptor) -> Plan {
    let (graph, diagnostics) = pipeline.record();
    assert_eq!(diagnostics, []);
    let (plan, diagnostics) = lower(&graph);
    assert_eq!(diagnostics, []);
    plan
}

#[test]
fn a_value_of_an_inner_if_stays_inside() {
    let plan = plan(made_of_an_inner_value::pipeline());
    let inputs: Vec<_> = plan
        .root()
        .inputs
        .iter()
        .map(|input| input.name.as_str())
        .collect();
    assert_eq!(inputs, ["seed"]);
    let names: Vec<_> = plan.dags.values().map(|dag| dag.name.as_str()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn nothing_is_no_output() {
    let plan = plan(waited_for::pipeline());
    assert!(plan.dags.values().all(|dag| dag.outputs.is_empty()));
    let last = plan.root().tasks.values().next_back().unwrap();
    assert_eq!(
        (last.name.as_str(), &last.after[..]),
        ("say-3", &[Id::new(1)][..])
    );
    assert!(matches!(plan.root().tasks[Id::new(1)].run, Run::Dag(_)));
}

/// Two pipelines that call each other, and one that calls itself in a loop.
#[pipeline]
fn up(seed: i64) -> i64 {
    if number(seed) > 3 {
        seed
    } else {
        down(seed + 1)
    }
}

#[pipeline]
fn down(seed: i64) -> i64 {
    let all = (0..seed).map(|step| if step > 1 { walk(step) } else { number(step) });
    if all.len() > 2 { up(seed - 2) } else { seed }
}

#[pipeline]
fn walk(seed: i64) -> i64 {
    let next = group().run(|| {
        if number(seed) > 0 {
            walk(seed - 1)
        } else {
            seed
        }
    });
    number(next)
}

/// A target that has no recursion names a pipeline of each circle, at its call.
#[test]
fn recursion_is_refused_where_there_is_none() {
    let target = "Kubeflow Pipelines";
    let (graph, _) = up::pipeline().record();
    let found = check::recursion(&graph, target);
    let lines: Vec<&str> = include_str!("lowering.rs").lines().collect();
    let called = |at: &pipewright::graph::Location| {
        let line = lines[at.line as usize - 1];
        let call = &line[at.column as usize - 1..];
        call[..=call.find(')').unwrap()].to_owned()
    };
    let found: Vec<(String, String)> = found
        .into_iter()
        .map(|error| (error.message, called(&error.at.unwrap())))
        .collect();
    let expected = [("down", "up(seed - 2)"), ("walk", "walk(seed - 1)")].map(|(name, call)| {
        let message = format!("the pipeline `{name}` calls itself, and {target} has no recursion");
        (message, call.to_owned())
    });
    assert_eq!(found, expected);
    let (graph, _) = unneeded::pipeline().record();
    assert_eq!(check::recursion(&graph, target), []);
}

#[test]
fn only_needed_values_come_out() {
    let plan = plan(unneeded::pipeline());
    let block = &plan.dags[Id::new(1)];
    let [output] = &block.outputs[..] else {
        panic!("{:?}", block.outputs);
    };
    let Source::Branches(branches) = &output.value else {
        panic!("{output:?}");
    };
    assert!(
        branches
            .iter()
            .all(|branch| matches!(branch.value, Expression::Output { .. }))
    );
}

#[pipeline]
fn unneeded(seed: i64) -> i64 {
    let found = number(seed);
    let (first, _second) = if found > 10 {
        (number(1), found)
    } else {
        (number(2), found)
    };
    first
}
