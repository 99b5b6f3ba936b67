//! Division of templates among objects: one object holds a limited number.

use super::limits::{TEMPLATES_MAX, WORKFLOW_NAME_MAX};
use super::model::{Arguments, Hook, Metadata, Spec, Template, TemplateRef, Workflow};
use indexmap::IndexMap;
use std::collections::HashMap;

/// The object, and WorkflowTemplates before it for the templates that it has no room for.
pub(super) fn divide(mut object: Workflow, pipeline: &str) -> Vec<Workflow> {
    if object.spec.templates.len() <= TEMPLATES_MAX {
        return vec![object];
    }
    // Only the first one can be left: others could not name those that stay.
    let mut templates = std::mem::take(&mut object.spec.templates).into_iter();
    object.spec.templates.extend(templates.next());
    let mut rest: Vec<Template> = templates.collect();
    let mut objects = vec![];
    let mut homes = HashMap::new();
    while !rest.is_empty() {
        let more = rest.split_off(rest.len().min(TEMPLATES_MAX));
        let name = name(pipeline, objects.len() + 1);
        let names = rest
            .iter()
            .map(|template| (template.name.clone(), name.clone()));
        homes.extend(names);
        objects.push(part(&object, name, rest));
        rest = more;
    }
    objects.push(object);
    for object in &mut objects {
        let home = object
            .metadata
            .name
            .clone()
            .filter(|_| object.spec.entrypoint.is_none());
        let hooks = object.spec.hooks.iter_mut();
        let runs = hooks.map(|hooks| run_by_hook(&mut hooks.exit));
        for runs in runs.chain(object.spec.templates.iter_mut().flat_map(runs_of)) {
            refer(runs, home.as_deref(), &homes);
        }
    }
    objects
}

/// The template that a task or handler runs, by its name here or by the object where it stands.
type Runs<'t> = (&'t mut String, &'t mut Option<Box<TemplateRef>>);

fn run_by_hook(hook: &mut Hook) -> Runs<'_> {
    (&mut hook.template, &mut hook.template_ref)
}

/// Templates that a template runs.
fn runs_of(template: &mut Template) -> Vec<Runs<'_>> {
    let tasks = template.dag.iter_mut().flat_map(|dag| &mut dag.tasks);
    let steps = template.steps.iter_mut().flatten();
    let mut runs = vec![];
    for task in tasks.chain(steps) {
        runs.push((&mut task.template, &mut task.template_ref));
        let hooks = task.hooks.iter_mut();
        runs.extend(hooks.map(|hooks| run_by_hook(&mut hooks.exit)));
    }
    runs
}

/// Names the object of a template that stands in another one.
fn refer((template, reference): Runs<'_>, home: Option<&str>, homes: &HashMap<String, String>) {
    if let Some(name) = homes.get(template).filter(|name| home != Some(name)) {
        *reference = Some(Box::new(TemplateRef {
            name: name.clone(),
            template: std::mem::take(template),
        }));
    }
}

fn part(whole: &Workflow, name: String, templates: Vec<Template>) -> Workflow {
    Workflow {
        api_version: whole.api_version,
        kind: "WorkflowTemplate",
        metadata: Metadata {
            name: Some(name),
            generate_name: None,
            namespace: whole.metadata.namespace.clone(),
            annotations: IndexMap::new(),
        },
        spec: Spec {
            entrypoint: None,
            arguments: Arguments::default(),
            hooks: None,
            // Its pods are those of the workflow that refers to it.
            volumes: vec![],
            artifact_repository_ref: None,
            artifact_gc: None,
            template_defaults: None,
            templates,
        },
    }
}

fn name(pipeline: &str, number: usize) -> String {
    let suffix = format!("-templates-{number}");
    let most = WORKFLOW_NAME_MAX - suffix.len();
    let start: String = pipeline.chars().take(most).collect();
    format!("{}{suffix}", start.trim_end_matches('-'))
}
