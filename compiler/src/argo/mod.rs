//! Argo Workflows: one Workflow or WorkflowTemplate for a pipeline.

mod approval;
mod artifacts;
mod cache;
mod check;
mod container;
mod container_text;
mod context;
mod dag;
mod defaults;
mod exit;
mod expression;
mod gather;
mod gathering;
mod image;
mod imports;
mod lengths;
mod limits;
mod loops;
mod model;
mod objects;
mod option_values;
mod options;
mod paths;
mod prepare;
mod repository;
mod steps;
mod storage;
mod tags;
mod workflow;

pub use options::{Kind, Options, Version};

use crate::plan::Plan;
use crate::target::{Settings, Target, TargetOption};
use crate::yaml;
use image::{NO_IMAGE, program_image};
use pipewright_ir::diagnostic::Diagnostic;

/// Argo Workflows, of the versions 3.6 and later.
pub struct Argo;

impl Target for Argo {
    fn name(&self) -> &'static str {
        "argo"
    }

    fn title(&self) -> &'static str {
        "Argo Workflows"
    }

    fn options(&self) -> &'static [TargetOption] {
        options::OPTIONS
    }

    fn prepare(&self, plan: &mut Plan, _: &Settings) -> Vec<Diagnostic> {
        prepare::prepare(plan)
    }

    fn emit(&self, plan: &Plan, settings: &Settings) -> (Vec<String>, Vec<Diagnostic>) {
        emit(plan, &Options::of(settings))
    }
}

/// The YAML of a pipeline. It can be used only if none of the diagnostics is an error.
pub fn compile(mut plan: Plan, options: &Options) -> (String, Vec<Diagnostic>) {
    let mut diagnostics = prepare::prepare(&mut plan);
    let (documents, found) = emit(&plan, options);
    diagnostics.extend(found);
    (yaml::join(documents), diagnostics)
}

/// The documents of a plan that is prepared.
fn emit(plan: &Plan, options: &Options) -> (Vec<String>, Vec<Diagnostic>) {
    let mut diagnostics = check::plan(plan, options);
    let mut objects = objects::divide(workflow::workflow(plan, options), &plan.name);
    if let ([object], Kind::Workflow) = (&mut objects[..], options.kind) {
        let image = program_image(plan, options).unwrap_or(NO_IMAGE);
        defaults::share(object, plan, image, options.version);
    }
    let mut documents = vec![];
    for object in &objects {
        let document = yaml::to_string(object).unwrap_or_else(|error| {
            let message = format!("the workflow cannot be written: {error}");
            diagnostics.push(Diagnostic::error(&plan.at, message));
            String::new()
        });
        documents.push(document);
    }
    diagnostics.extend(check::size(plan, options.kind, &documents));
    diagnostics.extend(check::objects(plan, documents.len()));
    (documents, diagnostics)
}
