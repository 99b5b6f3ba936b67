//! The program's contents: all components and pipelines of the crates that are linked into it.

use crate::component::ComponentDescriptor;
use crate::pipeline::PipelineDescriptor;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Location, Program};
use pipewright_ir::path::distinct;
use std::collections::hash_map::Entry;
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

/// The pipelines with the names by which the program knows them: that of the function, which a pipeline of the program
/// itself has before those of libraries; behind that of the crate or modules where others have it, too.
pub fn named_pipelines() -> Vec<(String, &'static PipelineDescriptor)> {
    let pipelines = pipelines();
    let mut groups: HashMap<&str, Vec<&PipelineDescriptor>> = HashMap::new();
    for pipeline in &pipelines {
        groups.entry(pipeline.name).or_default().push(pipeline);
    }
    let names: HashMap<&str, Vec<String>> = groups
        .iter()
        .map(|(name, group)| (*name, names_of(group)))
        .collect();
    let name = |pipeline: &'static PipelineDescriptor| {
        let mut group = groups[pipeline.name].iter();
        let index = group.position(|other| std::ptr::eq(*other, pipeline));
        let name = index.and_then(|index| names[pipeline.name].get(index));
        (
            name.map_or(pipeline.name, String::as_str).to_owned(),
            pipeline,
        )
    };
    pipelines.into_iter().map(name).collect()
}

/// The names of pipelines whose functions have one name.
fn names_of(group: &[&PipelineDescriptor]) -> Vec<String> {
    let are = |is_it: &dyn Fn(&PipelineDescriptor) -> bool| {
        group.iter().filter(|other| is_it(other)).count()
    };
    let paths: Vec<&str> = group.iter().map(|pipeline| pipeline.key).collect();
    let paths = group.iter().zip(distinct(&paths));
    let name = |(pipeline, path): (&&PipelineDescriptor, &str)| {
        let krate = pipeline.crate_name();
        if group.len() == 1 || pipeline.is_program && are(&|other| other.is_program) == 1 {
            pipeline.name.to_owned()
        } else if are(&|other| other.crate_name() == krate) == 1 {
            format!("{krate}::{}", pipeline.name)
        } else {
            path.to_owned()
        }
    };
    paths.map(name).collect()
}

/// The name by which the program knows a pipeline.
pub(crate) fn name_of(pipeline: &PipelineDescriptor) -> String {
    let mut named = named_pipelines().into_iter();
    let name = named.find(|(_, known)| std::ptr::eq(*known, pipeline));
    name.map_or_else(|| pipeline.name.to_owned(), |(name, _)| name)
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
        artifacts: {
            let settings = known.artifacts.iter();
            settings.map(|(key, value)| ((*key).into(), (*value).into())).collect()
        },
    }
}

/// Name of the program that runs, once it is known.
static PROGRAM: OnceLock<String> = OnceLock::new();

/// Tells the name of the program that runs, for pipelines of libraries only.
pub fn set_program(name: &str) {
    // The first name is that of the program's start.
    PROGRAM.get_or_init(|| name.into());
}

/// Components and pipelines that cannot be told apart, of those that are called or asked for: they stand in the bodies of
/// functions of one module.
pub fn duplicates(pipelines: &[&'static PipelineDescriptor]) -> Vec<Diagnostic> {
    let mut diagnostics = vec![];
    let components = twins(self::components(), |component| component.key);
    if !components.is_empty() {
        let graphs = pipelines.iter().map(|pipeline| pipeline.record().0);
        let called = graphs.flat_map(|graph| graph.components.into_iter());
        let called: HashSet<String> = called.map(|component| component.key).collect();
        let called = components
            .iter()
            .filter(|(one, _)| called.contains(one.key));
        diagnostics.extend(called.map(|(one, first)| {
            let message = format!("there are two components `{}`", one.key);
            twin(&one.at, message, &first.at)
        }));
    }
    let twins = twins(self::pipelines(), |pipeline| pipeline.key);
    let asked = twins.iter().filter(|(one, _)| {
        let mut asked = pipelines.iter();
        asked.any(|pipeline| pipeline.key == one.key)
    });
    diagnostics.extend(asked.map(|(one, first)| {
        let message = format!("there are two pipelines `{}`", one.key);
        twin(&one.at, message, &first.at)
    }));
    diagnostics
}

/// What has the key of another one, with the first of that key.
fn twins<T: Copy>(all: Vec<T>, key: impl Fn(T) -> &'static str) -> Vec<(T, T)> {
    let mut known = HashMap::new();
    let twin = |one| match known.entry(key(one)) {
        Entry::Occupied(first) => Some((one, *first.get())),
        Entry::Vacant(entry) => {
            entry.insert(one);
            None
        }
    };
    all.into_iter().filter_map(twin).collect()
}

fn twin(at: &Location, message: String, first: &Location) -> Diagnostic {
    let help = format!(
        "the other one is at {first}; rename one of them, or write it in a module of its own"
    );
    Diagnostic::error(at, message).help(help)
}
