//! Tags in what people give a workflow.
//!
//! A workflow's parameters are data to the expressions that read them. But Argo also evaluates tags in the arguments of the
//! workflow itself, after its first look at it, and keeps the result: what reads a parameter later would get another value.
//! So a parameter that is read later must not hold such a tag, which the first task makes sure of. Tags of other names stay
//! as they are, and so do the arguments of a workflow that is made from a template.

use super::Kind;
use super::expression::{Scope, check, literal, member_of};
use crate::code::{Code, word};
use crate::plan::{Expression, Plan, Run, Task, TaskId};
use pipewright_ir::types::Type;
use std::collections::BTreeSet;

/// What Argo evaluates in the arguments of a workflow: expressions, and names of the workflow. `[{]` keeps Argo from reading
/// a tag here.
const EVALUATED: &str = r#""[{][{](=|\\s*workflow[.])""#;

/// The condition that no parameter that is read later holds a tag, for the task that has to have it.
pub(super) fn guard(task: TaskId, scope: &Scope<'_>) -> Option<Code> {
    let plan = scope.context.plan;
    let is_kept = scope.context.kind == Kind::WorkflowTemplate;
    if is_kept || !scope.context.is_root(scope.id) || first(plan) != Some(task) {
        return None;
    }
    let conditions = read_later(plan).into_iter().map(|name| {
        let value = member_of(word("workflow").member("parameters"), name);
        let message = format!("the parameter `{name}` holds a tag that Argo evaluates");
        let holds_tag = value.compare("matches", word(EVALUATED));
        check(holds_tag.not(), literal(&message))
    });
    Code::join(conditions, Code::and)
}

/// The first task that Argo looks at, one without items if there is one: a loop checks in each of its lists.
fn first(plan: &Plan) -> Option<TaskId> {
    let tasks = plan.root().tasks.iter();
    let first = tasks.filter(|(_, task)| task.after.is_empty());
    let first = first.min_by_key(|(_, task)| task.each.is_some());
    first.map(|(id, _)| id)
}

/// The parameters that may hold a tag, and that are read after Argo's first look.
fn read_later(plan: &Plan) -> BTreeSet<&str> {
    let root = plan.root();
    let mut found = BTreeSet::new();
    let mut read = |value: &'_ Expression| {
        value.visit(&mut |part| {
            if let Expression::Input { name, ty } = part
                && may_hold_tags(ty)
            {
                let mut inputs = root.inputs.iter();
                found.extend(
                    inputs
                        .find(|input| input.name == *name)
                        .map(|input| &*input.name),
                );
            }
        });
    };
    for task in root.tasks.values() {
        if !is_read_at_once(plan, task) {
            task.expressions().for_each(&mut read);
        }
        let exit = task.exit.iter().flat_map(|exit| &exit.arguments);
        exit.for_each(|argument| read(&argument.value));
    }
    let outputs = root.outputs.iter();
    outputs
        .flat_map(|output| output.value.expressions())
        .for_each(&mut read);
    let exit = plan.exit.iter().flat_map(|exit| &exit.arguments);
    exit.for_each(|argument| read(&argument.value));
    found
}

/// A task whose arguments Argo reads once, at its first look.
fn is_read_at_once(plan: &Plan, task: &Task) -> bool {
    let is_tried_once = |run| match run {
        Run::Template(template) => plan.templates[template].options.retries.unwrap_or(0) == 0,
        Run::Dag(_) => false,
    };
    task.after.is_empty() && task.each.is_none() && is_tried_once(task.run)
}

fn may_hold_tags(ty: &Type) -> bool {
    match ty {
        Type::Null | Type::Boolean | Type::Integer | Type::Number | Type::Enum(_) => false,
        Type::Optional(inner) | Type::List(inner) => may_hold_tags(inner),
        Type::String | Type::Struct(_) | Type::Map(_) | Type::Json => true,
    }
}
