//! `compile`, `check` and `graph`.

use super::arguments::{Check, Compile, DiagramFormat, Graph};
use super::exit::Exit;
use super::targets::TargetOptions;
use super::{output, select};
use crate::compile::Invalid;
use pipewright_compiler::diagram;
use pipewright_compiler::plan::Plan;
use pipewright_compiler::target::Target;
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_dsl::registry;
use pipewright_ir::diagnostic::Diagnostic;

/// Prints the YAML of pipelines.
pub(super) fn compile(options: &Compile) -> Result<Exit, Exit> {
    let pipelines = select::all(options.pipeline.as_deref())?;
    let yaml = yaml(&pipelines, &options.target, Choice::First)?;
    match &options.output {
        Some(path) if path.as_os_str() != "-" => output::write(path, &yaml)?,
        _ => output::print(&yaml)?,
    }
    Ok(Exit::Ok)
}

/// Reports everything that is wrong with pipelines.
pub(super) fn check(options: &Check) -> Result<Exit, Exit> {
    let pipelines = select::all(options.pipeline.as_deref())?;
    yaml(&pipelines, &options.target, Choice::All)?;
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
pub(super) fn plan(pipeline: &'static PipelineDescriptor) -> Result<Plan, Exit> {
    let mut diagnostics = registry::duplicates(&[pipeline]);
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
fn yaml(
    pipelines: &[&'static PipelineDescriptor],
    options: &TargetOptions,
    choice: Choice,
) -> Result<String, Exit> {
    let mut diagnostics = registry::duplicates(pipelines);
    let mut documents = vec![];
    for pipeline in pipelines {
        let targets = targets(pipeline, options, choice);
        if targets.is_empty() {
            let message = format!("the pipeline `{}` is for no target", pipeline.name());
            let help = "name one with `--target`, or in its `targets`";
            diagnostics.push(Diagnostic::warning(pipeline.at(), message).help(help));
        }
        for target in targets {
            let compiled =
                target.and_then(|target| crate::compile(pipeline, target, &options.settings));
            match compiled {
                Ok(compiled) => {
                    documents.push(compiled.yaml);
                    diagnostics.extend(compiled.warnings);
                }
                Err(invalid) => diagnostics.extend(invalid.diagnostics),
            }
        }
    }
    output::report(&diagnostics)?;
    Ok(pipewright_compiler::yaml::join(documents))
}

/// Targets that a command works on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// The first one of the pipeline.
    First,
    /// All of the pipeline.
    All,
}

/// The target of the command line, or those of a pipeline.
fn targets(
    pipeline: &PipelineDescriptor,
    options: &TargetOptions,
    choice: Choice,
) -> Vec<Result<&'static dyn Target, Invalid>> {
    let mut own = crate::compile::targets(pipeline);
    match (options.target, choice) {
        (Some(target), _) => vec![Ok(target)],
        (None, Choice::First) => own.next().into_iter().collect(),
        (None, Choice::All) => own.collect(),
    }
}
