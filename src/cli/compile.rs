use super::arguments::{
    ArgoVersion, Check, Compile, DiagramFormat, Graph, Kind, Target, TargetOptions,
};
use super::exit::Exit;
use super::{output, select};
use pipewright_compiler::plan::Plan;
use pipewright_compiler::{argo, diagram};
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_dsl::registry;

/// Prints the YAML of pipelines.
pub(super) fn compile(options: &Compile) -> Result<Exit, Exit> {
    let pipelines = select::all(options.pipeline.as_deref())?;
    let yaml = yaml(&pipelines, &options.target)?;
    match &options.output {
        Some(path) if path.as_os_str() != "-" => output::write(path, &yaml)?,
        _ => output::print(&yaml)?,
    }
    Ok(Exit::Ok)
}

/// Reports everything that is wrong with pipelines.
pub(super) fn check(options: &Check) -> Result<Exit, Exit> {
    let pipelines = select::all(options.pipeline.as_deref())?;
    yaml(&pipelines, &options.target)?;
    let count = match pipelines.len() {
        1 => "1 pipeline".to_owned(),
        count => format!("{count} pipelines"),
    };
    output::note(&format!("checked {count}: no errors"));
    Ok(Exit::Ok)
}

/// Prints a diagram of a pipeline.
pub(super) fn graph(options: &Graph) -> Result<Exit, Exit> {
    let plan = plan(select::one(options.pipeline.as_deref())?)?;
    output::print(&match options.format {
        DiagramFormat::Mermaid => diagram::mermaid(&plan),
        DiagramFormat::Dot => diagram::dot(&plan),
    })?;
    Ok(Exit::Ok)
}

/// The plan of a pipeline, for what needs no target.
pub(super) fn plan(pipeline: &PipelineDescriptor) -> Result<Plan, Exit> {
    let mut diagnostics = registry::duplicates();
    let (plan, mut found) = crate::compile::plan(pipeline);
    diagnostics.append(&mut found);
    output::report(&diagnostics)?;
    Ok(plan)
}

/// The documents of pipelines; mistakes of all of them are reported.
fn yaml(pipelines: &[&PipelineDescriptor], options: &TargetOptions) -> Result<String, Exit> {
    let mut diagnostics = registry::duplicates();
    let mut documents = vec![];
    for pipeline in pipelines {
        let (document, mut found) = match options.target {
            Target::Argo => crate::compile::argo(pipeline, &argo_options(options)),
        };
        documents.push(document);
        diagnostics.append(&mut found);
    }
    output::report(&diagnostics)?;
    Ok(documents.join("---\n"))
}

fn argo_options(options: &TargetOptions) -> argo::Options {
    argo::Options {
        version: match options.argo_version {
            ArgoVersion::V3 => argo::Version::V3,
            ArgoVersion::V4 => argo::Version::V4,
        },
        kind: match options.kind {
            Kind::Workflow => argo::Kind::Workflow,
            Kind::Template => argo::Kind::WorkflowTemplate,
        },
        namespace: options.namespace.clone(),
        image: options.image.clone().filter(|image| !image.is_empty()),
    }
}
