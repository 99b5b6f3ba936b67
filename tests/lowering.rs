//! Blocks become closed DAGs: what they use comes in by name, what they give comes out by name.

use pipewright::prelude::*;
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
    let names: Vec<_> = plan.dags.iter().map(|dag| dag.name.as_str()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn nothing_is_no_output() {
    let plan = plan(waited_for::pipeline());
    assert!(plan.dags.iter().all(|dag| dag.outputs.is_empty()));
    let last = plan.root().tasks.last().unwrap();
    assert_eq!((last.name.as_str(), &last.after[..]), ("say-3", &[1][..]));
    assert!(matches!(plan.root().tasks[1].run, Run::Dag(_)));
}

#[test]
fn only_needed_values_come_out() {
    let plan = plan(unneeded::pipeline());
    let block = &plan.dags[1];
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
