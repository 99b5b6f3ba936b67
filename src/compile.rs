//! From a registered pipeline to what a target runs.

use pipewright_compiler::check;
use pipewright_compiler::plan::{self, Plan};
use pipewright_compiler::target::{self, Settings, Target};
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_dsl::registry;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Component, Graph};
use std::fmt;

/// The YAML of a pipeline.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compiled {
    /// Documents of the target.
    pub yaml: String,
    /// Findings that are worth a look.
    pub warnings: Vec<Diagnostic>,
}

/// A pipeline that cannot be compiled or run, with all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// All findings; at least one of them is an error.
    pub diagnostics: Vec<Diagnostic>,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self.diagnostics.iter().map(ToString::to_string).collect();
        f.write_str(&texts.join("\n\n"))
    }
}

impl std::error::Error for Invalid {}

/// Compiles a pipeline for a target.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn add(a: f64, b: f64) -> f64 {
///     a + b
/// }
///
/// #[pipeline]
/// fn sum(a: f64) -> f64 {
///     add(a, 1.0)
/// }
///
/// let target = pipewright::target::named("argo").unwrap();
/// let settings = pipewright::target::Settings {
///     image: Some("example.com/sum:1".into()),
///     ..Default::default()
/// };
/// let compiled = pipewright::compile(sum::pipeline(), target, &settings)?;
/// assert!(compiled.yaml.starts_with("apiVersion: argoproj.io/v1alpha1"));
/// # Ok::<(), pipewright::Invalid>(())
/// ```
///
/// # Errors
/// A pipeline that is wrong, or that the target cannot express.
pub fn compile(
    pipeline: &PipelineDescriptor,
    target: &dyn Target,
    settings: &Settings,
) -> Result<Compiled, Invalid> {
    let (graph, plan, mut diagnostics) = lower(pipeline);
    // The warnings of tasks are those of who compiles: a run and a diagram would tell them again.
    diagnostics.append(&mut check::unused_outputs(&graph));
    let (plan, mut diagnostics) = without_errors(plan, diagnostics)?;
    let (yaml, found) = target::compile(target, plan, settings);
    diagnostics.extend(found);
    match diagnostics.iter().any(Diagnostic::is_error) {
        true => Err(Invalid { diagnostics }),
        false => Ok(Compiled {
            yaml,
            warnings: diagnostics,
        }),
    }
}

/// The plan of a pipeline, with what is worth a look.
///
/// # Errors
/// A pipeline that is wrong: a graph with mistakes has no plan that a target could check.
#[cfg(any(feature = "cli", feature = "run"))]
pub(crate) fn plan(pipeline: &PipelineDescriptor) -> Result<(Plan, Vec<Diagnostic>), Invalid> {
    let (_, plan, diagnostics) = lower(pipeline);
    without_errors(plan, diagnostics)
}

/// The graph of a pipeline and its plan, which is of use only if none of the diagnostics is an error.
fn lower(pipeline: &PipelineDescriptor) -> (Graph, Plan, Vec<Diagnostic>) {
    let (graph, mut diagnostics) = pipeline.record();
    diagnostics.append(&mut unregistered(&graph));
    diagnostics.append(&mut check::artifacts(&graph));
    let (plan, mut found) = plan::lower(&graph);
    diagnostics.append(&mut found);
    (graph, plan, diagnostics)
}

fn without_errors(
    plan: Plan,
    diagnostics: Vec<Diagnostic>,
) -> Result<(Plan, Vec<Diagnostic>), Invalid> {
    match diagnostics.iter().any(Diagnostic::is_error) {
        true => Err(Invalid { diagnostics }),
        false => Ok((plan, diagnostics)),
    }
}

/// The targets of a pipeline; an error for each name that is none.
pub(crate) fn targets(
    pipeline: &PipelineDescriptor,
) -> impl Iterator<Item = Result<&'static dyn Target, Invalid>> {
    let known = target::TARGETS.iter();
    let known: Vec<String> = known.map(|target| format!("`{}`", target.name())).collect();
    pipeline.targets().iter().map(move |name| {
        target::named(name).ok_or_else(|| {
            let message = format!("there is no target `{name}`");
            let help = format!(
                "the targets of this program are {}; mend `targets` in `[package.metadata.pipewright]`, or turn the \
                 feature of the target on",
                known.join(", ")
            );
            Invalid {
                diagnostics: vec![Diagnostic::error(pipeline.at(), message).help(help)],
            }
        })
    })
}

/// Components that the program would not find in a container: the linker has left them out.
fn unregistered(graph: &Graph) -> Vec<Diagnostic> {
    let is_missing = |component: &&Component| {
        component.body.is_registered() && registry::component(&component.key).is_none()
    };
    let missing = graph.components.values().filter(is_missing);
    let error = |component: &Component| {
        let crate_name = component.key.split("::").next().unwrap_or_default();
        let message = format!(
            "the component `{}` is used, but this program does not hold it",
            component.key
        );
        let help = format!("name its crate in the code: `use {crate_name} as _;`");
        Diagnostic::error(&component.at, message).help(help)
    };
    missing.map(error).collect()
}

/// Fails the test of a pipeline that cannot be compiled for one of its targets.
///
/// The image may be missing: it can be given when the pipeline is compiled.
///
/// # Panics
/// With all mistakes.
#[doc(hidden)]
pub fn assert_compiles(pipeline: &PipelineDescriptor) {
    let settings = Settings {
        image: Some("pipewright.invalid/image:any".into()),
        ..Settings::default()
    };
    let mut errors: Vec<String> = vec![];
    for target in targets(pipeline) {
        let compiled = target.and_then(|target| compile(pipeline, target, &settings));
        if let Err(Invalid { diagnostics }) = compiled {
            let found = diagnostics.iter().filter(|found| found.is_error());
            errors.extend(found.map(ToString::to_string));
        }
    }
    // Mistakes of the graph are those of each target.
    errors.dedup();
    assert!(
        errors.is_empty(),
        "the pipeline `{}` cannot be compiled\n\n{}\n",
        pipeline.name(),
        errors.join("\n\n")
    );
}
