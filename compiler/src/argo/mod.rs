//! Argo Workflows: one Workflow or WorkflowTemplate for a pipeline.

mod approval;
mod cache;
mod check;
mod container;
mod dag;
mod exit;
mod expression;
mod facts;
mod model;
mod spread;
mod text;

use crate::plan::Plan;
use crate::yaml;
use facts::Facts;
use indexmap::IndexMap;
use model::{Arguments, Metadata, Parameter, Spec, Workflow};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// How a pipeline is written for Argo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What is written.
    pub kind: Kind,
    /// The namespace of the object; none leaves it to the one who creates it.
    pub namespace: Option<String>,
    /// The image that holds the program, for components and crates that name none.
    pub image: Option<String>,
    /// Which Argo runs it.
    pub version: Version,
}

/// A version of Argo. What is written differs only where outputs are cached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Version {
    /// 3.6 and 3.7.
    #[default]
    V3,
    /// 4.0 and later.
    V4,
}

/// What is written for a pipeline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// A Workflow with a generated name: each creation is a run.
    #[default]
    Workflow,
    /// A WorkflowTemplate with the pipeline's name: runs refer to it.
    WorkflowTemplate,
}

/// What stands for the image of a component that has none, so that all other checks can be made.
const NO_IMAGE: &str = "pipewright.invalid/no-image";

/// The YAML of a pipeline. It can be used only if none of the diagnostics is an error.
pub fn compile(plan: &Plan, options: &Options) -> (String, Vec<Diagnostic>) {
    let mut diagnostics = check::plan(plan, options);
    let objects = spread::spread(workflow(plan, options), &plan.name);
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
    (documents.join("---\n"), diagnostics)
}

/// The image that holds the program: that of the options before that of the manifest.
fn program_image<'a>(plan: &'a Plan, options: &'a Options) -> Option<&'a str> {
    options.image.as_deref().or(plan.program.image.as_deref())
}

fn workflow(plan: &Plan, options: &Options) -> Workflow {
    let mut annotations = IndexMap::new();
    annotations.insert("workflows.argoproj.io/title", plan.name.clone());
    if let Some(description) = &plan.description {
        annotations.insert("workflows.argoproj.io/description", description.clone());
    }
    let (kind, name, generate_name) = match options.kind {
        Kind::Workflow => ("Workflow", None, Some(format!("{}-", plan.name))),
        Kind::WorkflowTemplate => ("WorkflowTemplate", Some(plan.name.clone()), None),
    };
    let facts = Facts::of(plan);
    let dags = (0..plan.dags.len()).map(|index| dag::template(plan, &facts, index));
    let nothing = facts.nothing.as_deref().map(dag::nothing);
    let components = plan.templates.iter().map(|template| {
        let image = template
            .options
            .image
            .as_deref()
            .or(program_image(plan, options));
        let image = image.unwrap_or(NO_IMAGE);
        model::Template {
            memoize: cache::memoize(plan, template, image, options.version),
            ..container::template(template, &plan.program, image)
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
            hooks: plan.exit.as_ref().map(|exit| {
                let scope = dag::DagScope::of_tasks(plan, &facts, 0);
                exit::of_workflow(plan, exit, &scope)
            }),
            templates: dags.chain(components).chain(nothing).collect(),
        },
    }
}

fn arguments(plan: &Plan) -> Arguments {
    let parameters = plan.parameters.iter().map(|parameter| Parameter {
        name: parameter.name.clone(),
        value: parameter
            .default
            .as_ref()
            .map(|default| wire::encode(&parameter.ty, default)),
        choices: match &parameter.ty {
            Type::Enum(variants) => variants
                .iter()
                .map(|variant| wire::encode_text(variant))
                .collect(),
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
    }
}
