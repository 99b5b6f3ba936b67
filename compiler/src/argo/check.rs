//! What Argo and Kubernetes would refuse.

use super::limits::{
    GENERATED_SUFFIX, INPUT_PARAMETERS_MAX, OBJECT_BYTES_MAX, TASKS_MAX, TEMPLATES_MAX,
    WORKFLOW_NAME_MAX,
};
use super::repository::Repository;
use super::{Kind, Options, artifacts, container_text as text, imports, program_image, tags};
use crate::plan::{Expression, Plan, Run, Template, TemplateId};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::expression::Operator;
use pipewright_ir::graph::{self, Body, Location, RuntimeOption};
use pipewright_ir::kube;
use pipewright_ir::types::Type;

/// Checks all but the size of what is printed.
pub(super) fn plan(plan: &Plan, options: &Options) -> Vec<Diagnostic> {
    let mut diagnostics = vec![];
    name(plan, &mut diagnostics);
    image(plan, options, &mut diagnostics);
    if let Some(namespace) = options
        .namespace
        .as_deref()
        .filter(|namespace| !kube::is_namespace(namespace))
    {
        let message = format!("`{namespace}` cannot be a namespace");
        diagnostics.push(
            Diagnostic::error(&plan.at, message)
                .help(format!("expected {}", kube::NAMESPACE_EXPECTED)),
        );
    }
    if plan.root().tasks.is_empty() {
        let message = format!("the pipeline `{}` has no tasks", plan.name);
        diagnostics.push(Diagnostic::error(&plan.at, message).help("call a component in it"));
    }
    for (id, template) in plan.templates.iter() {
        if is_brace_taken(template) {
            let message = format!("the environment variable `{}` is taken", text::BRACE);
            let help = "pipewright carries braces to containers in it; use another name";
            diagnostics.push(Diagnostic::error(place(plan, id), message).help(help));
        }
    }
    approvals(plan, &mut diagnostics);
    diagnostics.extend(artifacts::check(plan));
    diagnostics.extend(imports::check(plan));
    diagnostics.extend(Repository::check(plan, options));
    display_names(plan, &mut diagnostics);
    limits(plan, &mut diagnostics);
    integers(plan, &mut diagnostics);
    diagnostics.extend(tags::check_defaults(plan, options.kind));
    diagnostics
}

/// A name that is too long for a workflow.
fn name(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    let most = WORKFLOW_NAME_MAX - GENERATED_SUFFIX;
    if !kube::is_dns_label(&plan.name) || plan.name.len() > most {
        let message = format!("`{}` cannot be the name of a workflow", plan.function);
        let help = format!("expected at most {most} ASCII letters, digits and `_`");
        diagnostics.push(Diagnostic::error(&plan.at, message).help(help));
    }
}

/// Options that do nothing where a person is waited for.
fn approvals(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    for (id, template) in plan.templates.iter() {
        let is_approval = matches!(template.component.body, Body::Approval);
        if is_approval && has_options(template) {
            let message = "an approval has no options on Argo";
            let help = "only `.after`, `.display_name` and `.allow_failure` change how it waits";
            diagnostics.push(Diagnostic::error(place(plan, id), message).help(help));
        }
    }
}

/// Names for people that a handler would be told instead of the tasks' own, which Argo keeps only one of.
fn display_names(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    let exits = plan.tasks().filter_map(|task| task.exit.as_deref());
    let mut exits = exits.chain(&plan.exit);
    if exits.all(|exit| exit.failures.is_none()) {
        return;
    }
    for (id, template) in plan.templates.iter() {
        if template.has_display_name {
            let message = format!(
                "a display name of `{}` is known only when the pipeline runs, and an exit handler is told the tasks that fail",
                template.component.name
            );
            let help = "Argo would tell it this name instead of the task's: give the task a text that is known now";
            diagnostics.push(Diagnostic::error(place(plan, id), message).help(help));
        }
    }
}

fn has_options(template: &Template) -> bool {
    template.options != graph::Options::default() || template.option_inputs().next().is_some()
}

/// Integers that Argo cannot compare: it counts with 64 bits and a sign.
fn integers(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    for task in plan.tasks() {
        for expression in task.expressions() {
            expression.visit(&mut |part| {
                let Some(Operator::Compare { left, right, .. }) = part.as_operator() else {
                    return;
                };
                for side in [left, right] {
                    if let Expression::Literal {
                        json,
                        ty: Type::Integer,
                    } = side
                        && json.to::<i64>().is_err()
                    {
                        let message = format!("Argo cannot compare with `{json}`");
                        let help = format!(
                            "it compares integers from {} to {}; compare in a component",
                            i64::MIN,
                            i64::MAX
                        );
                        diagnostics.push(Diagnostic::error(&task.at, message).help(help));
                    }
                }
            });
        }
    }
}

fn is_brace_taken(template: &Template) -> bool {
    let mut names = template
        .component
        .body
        .env()
        .iter()
        .map(|(name, _)| name.as_str());
    let mut options = template.options.env.iter();
    names.any(|name| name == text::BRACE) || options.any(|variable| variable.name == text::BRACE)
}

/// Where the options of a template come from: the component, or the first task that changes them.
fn place(plan: &Plan, id: TemplateId) -> &Location {
    let template = &plan.templates[id];
    let mut tasks = plan.tasks();
    let task = tasks.find(|task| matches!(task.run, Run::Template(run) if run == id));
    match task {
        Some(task)
            if template.options != template.component.options
                || template.option_inputs().next().is_some() =>
        {
            &task.at
        }
        _ => &template.component.at,
    }
}

fn image(plan: &Plan, options: &Options, diagnostics: &mut Vec<Diagnostic>) {
    match program_image(plan, options) {
        Some(image) if !kube::is_image_reference(image) => {
            let message = format!(
                "`{image}` cannot be the image of the pipeline `{}`",
                plan.name
            );
            diagnostics.push(Diagnostic::error(&plan.at, message).help(kube::image_message(image)));
        }
        Some(_) => {}
        None => {
            let is_missing = |template: &&Template| {
                matches!(template.component.body, Body::Program)
                    && template.options.image.is_none()
                    && !template.option_values.contains(&RuntimeOption::Image)
            };
            let names: Vec<_> = plan
                .templates
                .values()
                .filter(is_missing)
                .map(|template| format!("`{}`", template.name))
                .collect();
            if !names.is_empty() {
                let message = format!("the image of {} is not known", names.join(", "));
                let help = "give it with `--image`, in `PIPEWRIGHT_IMAGE`, as `image` of `[package.metadata.pipewright]` in \
                            Cargo.toml, or as `#[component(image = \"..\")]`";
                diagnostics.push(Diagnostic::error(&plan.at, message).help(help));
            }
        }
    }
    for template in plan.templates.values() {
        if let Some(image) = template
            .options
            .image
            .as_deref()
            .filter(|image| !kube::is_image_reference(image))
        {
            let message = format!(
                "`{image}` cannot be the image of `{}`",
                template.component.name
            );
            diagnostics.push(
                Diagnostic::error(&template.component.at, message).help(kube::image_message(image)),
            );
        }
    }
}

/// Lists that Argo's full custom resource definitions limit.
fn limits(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) {
    for dag in plan.dags.values().filter(|dag| dag.tasks.len() > TASKS_MAX) {
        let (tasks, limit) = (dag.tasks.len(), TASKS_MAX);
        let message =
            format!("a block has {tasks} tasks; Argo's full definitions allow {limit} in one DAG");
        diagnostics.push(Diagnostic::warning(&dag.at, message).help("divide the pipeline"));
    }
    for template in plan.templates.values() {
        let (inputs, limit) = (template.own_inputs(), INPUT_PARAMETERS_MAX);
        if inputs > limit {
            let message = format!(
                "`{}` has {inputs} inputs; Argo allows {limit}",
                template.component.name
            );
            diagnostics
                .push(Diagnostic::error(&template.component.at, message).help("take a struct"));
        }
    }
}

/// Checks how many objects are printed.
pub(super) fn objects(plan: &Plan, count: usize) -> Option<Diagnostic> {
    if count < 2 {
        return None;
    }
    let (limit, others) = (TEMPLATES_MAX, count - 1);
    let objects = if others == 1 {
        "a WorkflowTemplate"
    } else {
        "WorkflowTemplates"
    };
    let message = format!(
        "the pipeline has more than {limit} templates, as many as an object of Argo holds; the others stand in {objects} before it"
    );
    let help = "`kubectl apply` them before each run, or compile with `--kind template` and apply all of it once";
    Some(Diagnostic::warning(&plan.at, message).help(help))
}

/// Checks how much Argo stores of a run: the workflow, what it refers to, and once more the template that it is made from.
pub(super) fn size(plan: &Plan, kind: Kind, documents: &[String]) -> Option<Diagnostic> {
    let all: usize = documents.iter().map(String::len).sum();
    let own = documents.last().map_or(0, String::len);
    let stored = match kind {
        Kind::Workflow => all,
        Kind::WorkflowTemplate => all + own,
    };
    let nearly = OBJECT_BYTES_MAX / 10 * 9;
    if stored < nearly {
        return None;
    }
    let message = format!(
        "a run of the pipeline takes {} KiB, and Argo stores about {} KiB of one",
        stored / 1024,
        OBJECT_BYTES_MAX / 1024
    );
    let help = if all < nearly {
        "a run of a WorkflowTemplate holds it twice: compile a Workflow"
    } else {
        "loop over lists and call pipelines instead of repeating tasks, keep large texts in the image, or divide the pipeline"
    };
    Some(Diagnostic::warning(&plan.at, message).help(help))
}
