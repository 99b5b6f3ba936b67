//! What runs at the end of the workflow or of a task.

use super::dag::DagScope;
use super::expression::{self, literal, tag};
use super::model::{Arguments, Hook, Hooks, Parameter, Runs};
use crate::plan::{Exit, Plan, Run, Task, Template};
use std::collections::HashSet;

/// The handler of the whole pipeline.
pub(super) fn of_workflow(plan: &Plan, exit: &Exit, scope: &DagScope<'_>) -> Hooks {
    hooks(plan, exit, "workflow.status", scope)
}

/// The handler of a task.
pub(super) fn of_task(plan: &Plan, task: &Task, exit: &Exit, scope: &DagScope<'_>) -> Hooks {
    let status = format!("tasks[{}].status", literal(&task.name));
    hooks(plan, exit, &status, scope)
}

fn hooks(plan: &Plan, exit: &Exit, status: &str, scope: &DagScope<'_>) -> Hooks {
    let arguments = exit.arguments.iter().map(|argument| Parameter {
        name: argument.input.clone(),
        value: Some(expression::argument(&argument.value, scope)),
        ..Parameter::default()
    });
    let status = exit.status.as_ref().map(|input| {
        let ended = format!("{status} == 'Succeeded' ? 'Succeeded' : 'Failed'");
        told(input, tag(&ended))
    });
    let failures = exit.failures.as_ref();
    let failures = failures.map(|input| told(input, tag(&failures_of(plan))));
    Hooks {
        exit: Hook {
            runs: Runs::Template(plan.dags[exit.dag].name.clone()),
            arguments: Arguments {
                parameters: arguments.chain(status).chain(failures).collect(),
            },
        },
    }
}

fn told(input: &str, value: String) -> Parameter {
    Parameter {
        name: input.to_owned(),
        value: Some(value),
        ..Parameter::default()
    }
}

/// The failed tasks as JSON, without those of the handler. Argo lists all nodes that failed, each time anew and in any
/// order: blocks, each try, and what fails in the handler, too.
fn failures_of(plan: &Plan) -> String {
    let (mut outside, mut inside) = (HashSet::new(), vec![]);
    let handler = plan.exit.as_ref().map(|exit| plan.within(exit.dag));
    let handler = handler.unwrap_or_default();
    for (index, dag) in plan.dags.iter().enumerate() {
        for task in &dag.tasks {
            match task.run {
                Run::Template(template) if handler.contains(&index) => {
                    inside.push((template, literal(&task.name)));
                }
                Run::Template(template) => drop(outside.insert(template)),
                Run::Dag(_) => {}
            }
        }
    }
    let mut conditions = vec![];
    let mut once = vec![];
    let templates = plan.templates.iter().enumerate();
    for (_, template) in templates.filter(|(index, _)| outside.contains(index)) {
        match template.options.retries.filter(|retries| *retries > 0) {
            Some(retries) => conditions.push(last_try(template, retries)),
            None => once.push(literal(&template.name)),
        }
    }
    if !once.is_empty() {
        conditions.push(format!("#.templateName in [{}]", once.join(", ")));
    }
    let mut is_task = match conditions.is_empty() {
        true => "false".to_owned(),
        false => conditions.join(" || "),
    };
    // A task is told by its name without the number of the try.
    let name = r"sprig.regexReplaceAll('[(][0-9]+[)]$', #.displayName, '')";
    inside.retain(|(template, _)| outside.contains(template));
    if !inside.is_empty() {
        let names: Vec<_> = inside.into_iter().map(|(_, name)| name).collect();
        is_task = format!("({is_task}) && !({name} in [{}])", names.join(", "));
    }
    let one =
        format!(r#"'\x7b"task":' + toJson({name}) + ',"message":' + toJson(#.message) + '\x7d'"#);
    let failed = format!(
        "sortBy(filter(fromJSON(fromJSON(workflow.failures)) ?? [], {is_task}), string(#.finishedAt) + #.podName)"
    );
    format!(
        r"replace(replace('[' + join(map({failed}, {one}), ',') + ']', '\x7b\x7b', '\\u007b\\u007b'), '$', '\\u0024')"
    )
}

/// The last try of a task, or the task itself if it was ended before.
fn last_try(template: &Template, retries: u32) -> String {
    format!(
        "#.templateName == {} && (#.displayName endsWith '({retries})' || \
         !(#.displayName endsWith ')') && #.message != 'No more retries left')",
        literal(&template.name)
    )
}
