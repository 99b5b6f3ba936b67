//! Exit handlers of the workflow and of tasks.

use super::context::Context;
use super::expression::{self, Scope, literal, member_of, tag};
use super::model::{Arguments, Hook, Hooks, Parameter};
use crate::code::{Code, call, list, word};
use crate::plan::{Exit, Plan, Run, Task, Template, TemplateId};
use std::collections::HashSet;

/// The handler of the whole pipeline.
pub(super) fn of_workflow(context: &Context<'_>, exit: &Exit) -> Hooks {
    let scope = Scope::of_tasks(context, context.plan.root);
    hooks(exit, word("workflow.status"), &scope)
}

/// The handler of a task.
pub(super) fn of_task(task: &Task, exit: &Exit, scope: &Scope<'_>) -> Hooks {
    let status = member_of(word("tasks"), &task.name).member("status");
    hooks(exit, status, scope)
}

fn hooks(exit: &Exit, status: Code, scope: &Scope<'_>) -> Hooks {
    let plan = scope.context.plan;
    let arguments = exit.arguments.iter().map(|argument| Parameter {
        name: argument.input.clone(),
        value: Some(expression::argument(&argument.value, scope)),
        ..Parameter::default()
    });
    let status = exit.status.as_ref().map(|input| {
        let succeeded = || literal("Succeeded");
        let ended = status.equals(succeeded());
        parameter(input, &ended.choose(succeeded(), literal("Failed")))
    });
    let failures = exit.failures.as_ref();
    let failures = failures.map(|input| parameter(input, &failures_of(plan)));
    Hooks {
        exit: Hook {
            template: plan.dags[exit.dag].name.clone(),
            template_ref: None,
            arguments: Arguments {
                parameters: arguments.chain(status).chain(failures).collect(),
                ..Arguments::default()
            },
        },
    }
}

fn parameter(input: &str, value: &Code) -> Parameter {
    Parameter {
        name: input.to_owned(),
        value: Some(tag(value)),
        ..Parameter::default()
    }
}

/// The failed tasks as JSON, without those of the handler. Argo lists all nodes that failed, each time anew and in any
/// order: blocks, each try, and what fails in the handler, too.
fn failures_of(plan: &Plan) -> Code {
    let (outside, inside) = tasks(plan);
    let mut conditions = vec![];
    let mut once = vec![];
    for (_, template) in plan.templates.iter().filter(|(id, _)| outside.contains(id)) {
        match template.options.retries.filter(|retries| *retries > 0) {
            Some(retries) => conditions.push(last_try(template, retries)),
            None => once.push(literal(&template.name)),
        }
    }
    let has_tries = !conditions.is_empty();
    if !once.is_empty() {
        conditions.push(node("templateName").compare("in", list(once)));
    }
    let name = || match has_tries {
        // A task is told by its name without the number of the try.
        true => {
            let number = literal("[(][0-9]+[)]$");
            call(
                "sprig.regexReplaceAll",
                [number, node("displayName"), literal("")],
            )
        }
        false => node("displayName"),
    };
    let mut is_task = Code::join(conditions, Code::or).unwrap_or_else(|| word("false"));
    let inside = inside.into_iter().filter(|(id, _)| outside.contains(id));
    let names: Vec<Code> = inside.map(|(_, name)| literal(name)).collect();
    if !names.is_empty() {
        let is_inside = name().compare("in", list(names));
        is_task = is_task.and(is_inside.not());
    }
    let all = call("fromJSON", [call("fromJSON", [word("workflow.failures")])]);
    let failed = call("filter", [all.or_else(word("[]")), is_task]);
    let time = call("string", [node("finishedAt")]).plus(node("podName"));
    let failed = call("sortBy", [failed, time]);
    let one = word(r#"'\x7b"task":'"#)
        .plus(call("toJson", [name()]))
        .plus(literal(r#","message":"#))
        .plus(call("toJson", [node("message")]))
        .plus(word(r"'\x7d'"));
    let json = literal("[")
        .plus(call("join", [call("map", [failed, one]), literal(",")]))
        .plus(literal("]"));
    let json = call(
        "replace",
        [json, word(r"'\x7b\x7b'"), word(r"'\\u007b\\u007b'")],
    );
    call("replace", [json, literal("$"), word(r"'\\u0024'")])
}

/// A member of the node at hand.
fn node(member: &'static str) -> Code {
    word("#").member(member)
}

/// The templates of tasks outside of the exit handler, and those of tasks in it with the tasks' names.
fn tasks(plan: &Plan) -> (HashSet<TemplateId>, Vec<(TemplateId, &str)>) {
    let (mut outside, mut inside) = (HashSet::new(), vec![]);
    let handler = plan.exit.as_ref().map(|exit| plan.within(exit.dag));
    let handler = handler.unwrap_or_default();
    for (id, dag) in plan.dags.iter() {
        for task in dag.tasks.values() {
            match task.run {
                Run::Template(template) if handler.contains(&id) => {
                    inside.push((template, &*task.name));
                }
                Run::Template(template) => drop(outside.insert(template)),
                Run::Dag(_) => {}
            }
        }
    }
    (outside, inside)
}

/// The last try of a task, or the task itself if it was ended before.
fn last_try(template: &Template, retries: u32) -> Code {
    let ends_with = |end: &str| node("displayName").compare("endsWith", literal(end));
    let is_whole = ends_with(")").not();
    let was_tried = node("message").compare("!=", literal("No more retries left"));
    let is_last = ends_with(&format!("({retries})")).or(is_whole.and(was_tried));
    node("templateName")
        .equals(literal(&template.name))
        .and(is_last)
}
