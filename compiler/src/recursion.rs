//! Pipelines that call themselves.

use pipewright_ir::arena::{ArenaMap, Id};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Graph, Location, Pipeline, StepId, StepKind};

/// The calls of each pipeline, with their places.
type Calls<'g> = ArenaMap<Pipeline, Vec<(PipelineId, &'g Location)>>;

type PipelineId = Id<Pipeline>;

/// Pipelines that call themselves whatever happens: they never end.
pub(crate) fn endless(graph: &Graph) -> Vec<Diagnostic> {
    let found = circles(&calls(graph, true));
    let error = |(pipeline, at): (PipelineId, &Location)| {
        let name = &graph.pipelines[pipeline].name;
        let message = format!("the pipeline `{name}` always calls itself");
        Diagnostic::error(at, message).help("put the call in an `if` that ends it")
    };
    found.into_iter().map(error).collect()
}

/// Pipelines that call themselves at all, for a target that has no recursion.
pub(crate) fn refused(graph: &Graph, target: &str) -> Vec<Diagnostic> {
    let found = circles(&calls(graph, false));
    let error = |(pipeline, at): (PipelineId, &Location)| {
        let name = &graph.pipelines[pipeline].name;
        let message = format!("the pipeline `{name}` calls itself, and {target} has no recursion");
        Diagnostic::error(at, message)
            .help("loop over a list, or run it on Argo or on this machine")
    };
    found.into_iter().map(error).collect()
}

/// A pipeline of each circle of calls, with its first call that leads back to it.
fn circles<'g>(calls: &Calls<'g>) -> Vec<(PipelineId, &'g Location)> {
    let mut found: Vec<(PipelineId, &Location)> = vec![];
    for (pipeline, own) in calls.iter() {
        let is_known = |(other, _): &(PipelineId, &Location)| {
            reaches(calls, *other, pipeline) && reaches(calls, pipeline, *other)
        };
        if found.iter().any(is_known) {
            continue;
        }
        let mut own = own.iter();
        let back = own.find(|(called, _)| reaches(calls, *called, pipeline));
        found.extend(back.map(|(_, at)| (pipeline, *at)));
    }
    found
}

fn calls(graph: &Graph, always: bool) -> Calls<'_> {
    let mut calls = graph.pipelines.map(vec![]);
    for (id, pipeline) in graph.pipelines.iter() {
        collect(graph, &pipeline.body, always, &mut calls[id]);
    }
    calls
}

/// The pipelines that a block calls: whenever it runs, or at all.
fn collect<'g>(
    graph: &'g Graph,
    steps: &[StepId],
    always: bool,
    calls: &mut Vec<(PipelineId, &'g Location)>,
) {
    for step in steps {
        let step = &graph.steps[*step];
        match &step.kind {
            StepKind::Call(call) => calls.push((call.pipeline, &step.at)),
            StepKind::Group(group) if always => collect(graph, &group.body, always, calls),
            kind if !always => {
                for block in kind.blocks() {
                    collect(graph, block, always, calls);
                }
            }
            _ => {}
        }
    }
}

fn reaches(calls: &Calls<'_>, from: PipelineId, to: PipelineId) -> bool {
    let mut seen = vec![from];
    let mut next = 0;
    while let Some(pipeline) = seen.get(next).copied() {
        next += 1;
        if pipeline == to {
            return true;
        }
        for (called, _) in &calls[pipeline] {
            if !seen.contains(called) {
                seen.push(*called);
            }
        }
    }
    false
}
