//! The program's contents: all components and pipelines of the crates that are linked into it.

use crate::component::ComponentDescriptor;
use crate::pipeline::PipelineDescriptor;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::Program;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// All components, in the order of their keys.
pub fn components() -> Vec<&'static ComponentDescriptor> {
    let mut components: Vec<_> = inventory::iter::<&'static ComponentDescriptor>()
        .copied()
        .collect();
    components.sort_by_key(|component| {
        let at = &component.at;
        (component.key, at.file.as_ref(), at.line, at.column)
    });
    components
}

/// The component of a key.
pub fn component(key: &str) -> Option<&'static ComponentDescriptor> {
    inventory::iter::<&'static ComponentDescriptor>()
        .copied()
        .find(|component| component.key == key)
}

/// All pipelines, in the order of their places in the source.
pub fn pipelines() -> Vec<&'static PipelineDescriptor> {
    let mut pipelines: Vec<_> = inventory::iter::<&'static PipelineDescriptor>()
        .copied()
        .collect();
    pipelines.sort_by_key(|pipeline| (pipeline.at.file.as_ref(), pipeline.at.line, pipeline.key));
    pipelines
}

/// The pipelines with the names by which the program knows them: that of the function, behind that of the crate where the
/// pipeline of another crate has the same name.
pub fn named_pipelines() -> Vec<(String, &'static PipelineDescriptor)> {
    let pipelines = pipelines();
    let mut crates: HashMap<&str, HashSet<&str>> = HashMap::new();
    for pipeline in &pipelines {
        crates
            .entry(pipeline.name)
            .or_default()
            .insert(pipeline.crate_name());
    }
    let name = |pipeline: &'static PipelineDescriptor| {
        let (name, krate) = (pipeline.name, pipeline.crate_name());
        let name = match pipeline.is_program || crates[name].len() == 1 {
            true => name.to_owned(),
            false => format!("{krate}::{name}"),
        };
        (name, pipeline)
    };
    pipelines.into_iter().map(name).collect()
}

/// Image and path of the program that runs a pipeline's components: those of the linked program, also for a pipeline of a
/// library that it uses.
pub(crate) fn program(pipeline: &PipelineDescriptor) -> Program {
    let pipelines = pipelines().into_iter();
    let program = pipelines
        .filter(|other| other.image.is_some() || pipeline.image.is_none())
        .find(|other| other.is_program);
    let known = program.unwrap_or(pipeline);
    let name = match program {
        Some(program) => program.program,
        // A program without pipelines of its own tells its name when it runs.
        None => PROGRAM.get().map_or(pipeline.program, String::as_str),
    };
    let command = known.command.map(Into::into);
    Program {
        image: known.image.map(Into::into),
        command: command.unwrap_or_else(|| format!("/usr/local/bin/{name}")),
    }
}

/// Name of the program that runs, once it is known.
static PROGRAM: OnceLock<String> = OnceLock::new();

/// Tells the name of the program that runs, for pipelines of libraries only.
pub fn set_program(name: &str) {
    // The first name is that of the program's start.
    PROGRAM.get_or_init(|| name.into());
}

/// Components and pipelines that cannot be told apart.
pub fn duplicates() -> Vec<Diagnostic> {
    let mut diagnostics = vec![];
    let mut components = HashMap::new();
    for component in self::components() {
        if let Some(first) = components.insert(component.key, component) {
            let message = format!("there are two components `{}`", component.key);
            let help = format!(
                "the other one is at {}; give one of them another name",
                first.at
            );
            diagnostics.push(Diagnostic::error(&component.at, message).help(help));
        }
    }
    let mut pipelines = HashMap::new();
    for pipeline in self::pipelines() {
        if let Some(first) = pipelines.insert((pipeline.crate_name(), pipeline.name), pipeline) {
            let message = format!("there are two pipelines `{}`", pipeline.name);
            let help = format!("the other one is at {}; rename one of them", first.at);
            diagnostics.push(Diagnostic::error(&pipeline.at, message).help(help));
        }
    }
    diagnostics
}
