//! From a registered pipeline to what a target runs.

use pipewright_compiler::argo;
use pipewright_compiler::check;
use pipewright_compiler::plan::{self, Plan};
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_dsl::registry;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Body, Component, Graph};

/// The plan of a pipeline. It can be used only if none of the diagnostics is an error.
pub(crate) fn plan(pipeline: &PipelineDescriptor) -> (Plan, Vec<Diagnostic>) {
    let (graph, mut diagnostics) = pipeline.record();
    diagnostics.append(&mut unregistered(&graph));
    let (plan, mut found) = plan::lower(&graph);
    diagnostics.append(&mut found);
    diagnostics.append(&mut check::unused_outputs(&graph));
    (plan, diagnostics)
}

/// Components that the program would not find in a container: the linker has left them out.
fn unregistered(graph: &Graph) -> Vec<Diagnostic> {
    let is_missing = |component: &&Component| {
        component.body != Body::Approval && registry::component(&component.key).is_none()
    };
    let missing = graph.components.iter().filter(is_missing).map(|component| {
        let crate_name = component.key.split("::").next().unwrap_or_default();
        let message = format!(
            "the component `{}` is used, but this program does not hold it",
            component.key
        );
        let help = format!("name its crate in the code: `use {crate_name} as _;`");
        Diagnostic::error(&component.at, message).help(help)
    });
    missing.collect()
}

/// The YAML of a pipeline for Argo. It can be used only if none of the diagnostics is an error.
pub(crate) fn argo(
    pipeline: &PipelineDescriptor,
    options: &argo::Options,
) -> (String, Vec<Diagnostic>) {
    let (plan, mut diagnostics) = plan(pipeline);
    // A graph with mistakes has no plan that a target could check.
    if diagnostics.iter().any(Diagnostic::is_error) {
        return (String::new(), diagnostics);
    }
    let (yaml, mut found) = argo::compile(&plan, options);
    diagnostics.append(&mut found);
    (yaml, diagnostics)
}

/// Fails the test of a pipeline that cannot be compiled for every target.
///
/// The image may be missing: it can be given when the pipeline is compiled.
///
/// # Panics
/// With all mistakes.
#[doc(hidden)]
pub fn assert_compiles(pipeline: &PipelineDescriptor) {
    let options = argo::Options {
        image: Some("pipewright.invalid/image:any".into()),
        ..argo::Options::default()
    };
    let (_, diagnostics) = argo(pipeline, &options);
    let errors: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .map(ToString::to_string)
        .collect();
    assert!(
        errors.is_empty(),
        "the pipeline `{}` cannot be compiled\n\n{}\n",
        pipeline.name(),
        errors.join("\n\n")
    );
}
