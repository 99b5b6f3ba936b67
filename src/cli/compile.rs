//! `compile`, `check` and `graph`.

use super::arguments::{Check, Compile, DiagramFormat, Graph, TargetOptions};
use super::exit::Exit;
use super::{output, select};
use crate::compile::Invalid;
use pipewright_compiler::diagram;
use pipewright_compiler::plan::Plan;
use pipewright_compiler::target::TARGETS;
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
    match crate::compile::plan(pipeline) {
        Ok((plan, found)) => {
            diagnostics.extend(found);
            output::report(&diagnostics)?;
            Ok(plan)
        }
        Err(Invalid { diagnostics: found }) => {
            diagnostics.extend(found);
            output::report(&diagnostics)?;
            Err(Exit::Invalid)
        }
    }
}

/// The documents of pipelines; mistakes of all of them are reported.
fn yaml(pipelines: &[&PipelineDescriptor], options: &TargetOptions) -> Result<String, Exit> {
    let Some(target) = options.target.or(TARGETS.first().copied()) else {
        let message = "this program has no target; its feature `argo` is off";
        return output::fail(message, Exit::Usage);
    };
    let mut diagnostics = registry::duplicates();
    let mut documents = vec![];
    for pipeline in pipelines {
        match crate::compile::compile(pipeline, target, &options.settings) {
            Ok(compiled) => {
                documents.push(compiled.yaml);
                diagnostics.extend(compiled.warnings);
            }
            Err(invalid) => diagnostics.extend(invalid.diagnostics),
        }
    }
    output::report(&diagnostics)?;
    Ok(documents.join("---\n"))
}
