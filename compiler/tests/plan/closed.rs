//! What holds of every plan.

use pipewright_compiler::plan::{Dag, Expression, Plan, Run, Source, Task};
use pipewright_ir::kube::is_dns_label;
use pipewright_ir::types::Type;
use std::collections::HashSet;

/// Checks that a plan is what its documentation says.
pub(crate) fn check(plan: &Plan) {
    let templates = plan.templates.values().map(|template| &template.name);
    unique(
        "template",
        templates.chain(plan.dags.values().map(|dag| &dag.name)),
    );
    unique("task", plan.tasks().map(|task| &task.name));
    let mut calls = plan.dags.map(0);
    for dag in plan.dags.values() {
        self::dag(plan, dag);
        for task in dag.tasks.values() {
            if let Run::Dag(called) = task.run {
                calls[called] += 1;
            }
        }
    }
    let is_once = |dag| calls[dag] == usize::from(dag != plan.root);
    assert!(
        plan.dags.ids().all(is_once),
        "the pipeline's own block is called by nobody, every other one once"
    );
    let inputs: Vec<_> = plan.root().inputs.iter().map(|input| &input.name).collect();
    let parameters: Vec<_> = plan
        .parameters
        .iter()
        .map(|parameter| &parameter.name)
        .collect();
    assert_eq!(inputs, parameters);
}

fn unique<'a>(what: &str, names: impl Iterator<Item = &'a String>) {
    let mut seen = HashSet::new();
    for name in names {
        assert!(seen.insert(name), "two {what}s are called {name}");
        assert!(is_dns_label(name), "{name} is no label");
    }
}

fn dag(plan: &Plan, dag: &Dag) {
    let mut inputs = HashSet::new();
    assert!(
        dag.inputs.iter().all(|input| inputs.insert(&input.name)),
        "{dag:#?}"
    );
    let mut outputs = HashSet::new();
    assert!(
        dag.outputs
            .iter()
            .all(|output| outputs.insert(&output.name)),
        "{dag:#?}"
    );
    for task in dag.tasks.values() {
        self::task(plan, dag, task);
    }
    order(dag);
    for output in &dag.outputs {
        match &output.value {
            Source::Expression(value) | Source::Attempt { value, .. } => {
                expression(plan, dag, value)
            }
            Source::Branches(branches) => {
                assert!(!branches.is_empty());
                for branch in branches {
                    expression(plan, dag, &branch.condition);
                    expression(plan, dag, &branch.value);
                    let is_there = branch
                        .task
                        .is_none_or(|task| dag.tasks[task].condition.is_some());
                    assert!(is_there, "a branch is a task with a condition: {dag:#?}");
                }
            }
        }
    }
}

fn task(plan: &Plan, dag: &Dag, task: &Task) {
    // Name, and whether it has to be given.
    let inputs: Vec<(String, bool)> = match task.run {
        Run::Template(template) => {
            let template = &plan.templates[template];
            let inputs = template.component.inputs.iter();
            let inputs = inputs.map(|input| (input.name.clone(), input.default.is_none()));
            let options = template.option_inputs().map(|name| (name, true));
            inputs.chain(options).collect()
        }
        Run::Dag(called) => plan.dags[called]
            .inputs
            .iter()
            .map(|input| (input.name.clone(), true))
            .collect(),
    };
    let mut given = HashSet::new();
    for argument in &task.arguments {
        let name = argument.input.as_str();
        assert!(given.insert(name), "{name} is given twice: {task:#?}");
        assert!(
            inputs.iter().any(|(known, _)| *known == name),
            "{name} is no input: {task:#?}"
        );
    }
    for (name, is_required) in &inputs {
        assert!(
            !is_required || given.contains(name.as_str()),
            "{name} is not given: {task:#?}"
        );
    }
    let values = task.arguments.iter().map(|argument| &argument.value);
    for value in values.chain(&task.condition) {
        expression(plan, dag, value);
        for used in value.tasks() {
            assert!(
                task.after.contains(&used),
                "{} may not have ended: {task:#?}",
                dag.tasks[used].name
            );
        }
    }
    if let Some(condition) = &task.condition {
        assert_eq!(condition.ty(), &Type::Boolean);
    }
    assert!(task.after.is_sorted_by(|a, b| a < b), "{task:#?}");
    assert!(
        task.after
            .iter()
            .all(|before| dag.tasks.get(*before).is_some()),
        "{task:#?}"
    );
}

/// Checks that an expression names only what its block has.
fn expression(plan: &Plan, dag: &Dag, value: &Expression) {
    value.visit(&mut |value| match value {
        Expression::Input { name, ty } => {
            let input = dag.inputs.iter().find(|input| input.name == *name);
            assert_eq!(input.map(|input| &input.ty), Some(ty), "{name}: {dag:#?}");
        }
        Expression::Output { task, output, ty } => {
            let found = match dag.tasks[*task].run {
                Run::Template(template) => {
                    let component = &plan.templates[template].component;
                    component.output(output).map(|output| &output.ty)
                }
                Run::Dag(called) => {
                    let outputs = &plan.dags[called].outputs;
                    let output = outputs.iter().find(|known| known.name == *output);
                    output.map(|output| &output.ty)
                }
            };
            assert_eq!(found, Some(ty), "{output} of {task:?}: {dag:#?}");
        }
        _ => {}
    });
}

/// Checks that no tasks wait for each other.
fn order(dag: &Dag) {
    assert_eq!(dag.topological_order().len(), dag.tasks.len(), "{dag:#?}");
}
