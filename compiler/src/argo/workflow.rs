//! The object of a pipeline.

use super::context::Context;
use super::model::{self, Arguments, EmptyDir, Metadata, Parameter, Spec, Volume, Workflow};
use super::repository::Repository;
use super::storage::Removal;
use super::{
    Kind, NO_IMAGE, Options, artifacts, cache, container, dag, exit, gathering, program_image,
};
use crate::plan::{Plan, Template};
use indexmap::IndexMap;
use pipewright_ir::graph::Body;
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// The object of a pipeline, with all templates in it.
pub(super) fn workflow(plan: &Plan, options: &Options) -> Workflow {
    let mut annotations = IndexMap::new();
    annotations.insert("workflows.argoproj.io/title", plan.name.clone());
    if let Some(description) = &plan.description {
        annotations.insert("workflows.argoproj.io/description", description.clone());
    }
    let (kind, name, generate_name) = match options.kind {
        Kind::Workflow => ("Workflow", None, Some(format!("{}-", plan.name))),
        Kind::WorkflowTemplate => ("WorkflowTemplate", Some(plan.name.clone()), None),
    };
    let repository = Repository::of(plan, options);
    let context = Context::new(plan, options.kind);
    let dags = plan.blocks().into_iter();
    let dags = dags.map(|id| dag::template(&context, id));
    let nothing = context.nothing.as_deref().map(dag::nothing);
    let components = plan.templates.values().map(|template| {
        let image = template
            .options
            .image
            .as_deref()
            .or(program_image(plan, options));
        let image = image.unwrap_or(NO_IMAGE);
        if gathering::is_copy(template) {
            return artifacts::copy(template, &plan.program, image, &repository);
        }
        model::Template {
            memoize: cache::memoize(plan, template, image, options.version),
            ..container::template(template, &plan.program, image, &repository, options.version)
        }
    });
    Workflow {
        api_version: "argoproj.io/v1alpha1",
        kind,
        metadata: Metadata {
            name,
            generate_name,
            namespace: options.namespace.clone(),
            annotations,
        },
        spec: Spec {
            entrypoint: Some(plan.root().name.clone()),
            arguments: arguments(plan),
            hooks: plan
                .exit
                .as_ref()
                .map(|exit| exit::of_workflow(&context, exit)),
            volumes: volumes(plan),
            template_defaults: None,
            templates: dags.chain(components).chain(nothing).collect(),
            artifact_repository_ref: repository.reference,
            artifact_gc: repository.removal.map(|strategy| Removal { strategy }),
        },
    }
}

/// The volume that outputs are written to, if there are any. A pod has it only if it mounts it.
fn volumes(plan: &Plan) -> Vec<Volume> {
    let writes = |template: &Template| {
        let component = &template.component;
        !component.outputs.is_empty() && component.body != Body::Approval
    };
    let volume = Volume {
        name: container::VOLUME,
        empty_dir: EmptyDir {},
    };
    let is_needed = plan.templates.values().any(writes);
    is_needed.then_some(volume).into_iter().collect()
}

fn arguments(plan: &Plan) -> Arguments {
    let parameters = plan.parameters.iter().map(|parameter| Parameter {
        name: parameter.name.clone(),
        value: parameter
            .default
            .as_ref()
            .map(|default| wire::write(&parameter.ty, default)),
        choices: match &parameter.ty {
            Type::Enum(variants) => variants.clone(),
            _ => vec![],
        },
        // Argo reads tags in the whole specification.
        description: parameter
            .description
            .as_ref()
            .map(|text| text.replace("{{", "{ {")),
        ..Parameter::default()
    });
    Arguments {
        parameters: parameters.collect(),
        ..Arguments::default()
    }
}
