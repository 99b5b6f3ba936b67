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
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use std::collections::BTreeSet;

/// What Argo evaluates in the arguments of a workflow: expressions, and names of the workflow. `[{]` keeps Argo from reading
/// a tag here.
const EVALUATED: &str = r#""[{][{](=|\\s*workflow[.])""#;

/// Reports the defaults that hold such a tag, of parameters that are read later: no run could take them.
pub(super) fn check_defaults(plan: &Plan, kind: Kind) -> Vec<Diagnostic> {
    if kind == Kind::WorkflowTemplate || first(plan).is_none() {
        return vec![];
    }
    let later = read_later(plan);
    let parameters = plan.parameters.iter().filter(|parameter| {
        let default = parameter.default.as_ref();
        later.contains(&*parameter.name)
            && default.is_some_and(|default| holds_tag(&wire::write(&parameter.ty, default)))
    });
    let diagnostics = parameters.map(|parameter| {
        let message = format!(
            "the default of `{}` holds a tag, which Argo evaluates in the arguments of a Workflow",
            parameter.name
        );
        let help = "compile a WorkflowTemplate with `--kind template`, whose defaults stay as they are, or give the text to the \
                    component in the pipeline itself";
        Diagnostic::error(&parameter.at, message).help(help)
    });
    diagnostics.collect()
}

/// Test for what [`EVALUATED`] matches.
fn holds_tag(text: &str) -> bool {
    // Of `{{{=`, too, the last two braces begin a tag.
    let behind = |at| text.get(at..)?.strip_prefix("{{");
    (0..text.len()).filter_map(behind).any(|rest| {
        // The spaces that the pattern's `\s` stands for.
        let name = rest.trim_start_matches([' ', '\t', '\n', '\r', '\x0c']);
        rest.starts_with('=') || name.starts_with("workflow.")
    })
}

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
        Type::String | Type::Struct(_) | Type::Map(_) | Type::Json | Type::Artifact(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::holds_tag;

    #[test]
    fn tags_are_found() {
        for text in [
            "{{=1}}",
            "a {{ workflow.name}}",
            "{{{=1",
            "{{\n\tworkflow.",
            "{{{{=1+1}}",
        ] {
            assert!(holds_tag(text), "{text}");
        }
        for text in [
            "",
            "{{",
            "{{ =1}}",
            "{ {=1}}",
            "{{inputs.parameters.a}}",
            "{{workflows.a}}",
            "=workflow.name",
        ] {
            assert!(!holds_tag(text), "{text}");
        }
    }
}
