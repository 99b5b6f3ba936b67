//! Pipelines that call themselves.

use pipewright_dsl::diagnostic::Diagnostic;
use pipewright_dsl::graph::{Graph, Location, StepId, StepKind};

/// Pipelines that call themselves whatever happens: they never end.
pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let calls: Vec<Vec<(u32, &Location)>> = graph
        .pipelines
        .iter()
        .map(|pipeline| {
            let mut calls = vec![];
            certain(graph, &pipeline.body, &mut calls);
            calls
        })
        .collect();
    let mut diagnostics = vec![];
    for (index, pipeline) in graph.pipelines.iter().enumerate() {
        let first = calls[index]
            .iter()
            .find(|(called, _)| reaches(&calls, *called, index as u32));
        if let Some((_, at)) = first {
            let message = format!("the pipeline `{}` always calls itself", pipeline.name);
            let help = "put the call in an `if` that ends it";
            diagnostics.push(Diagnostic::error(at, message).help(help));
        }
    }
    diagnostics
}

/// The pipelines that a block calls whenever it runs.
fn certain<'g>(graph: &'g Graph, steps: &[StepId], calls: &mut Vec<(u32, &'g Location)>) {
    for step in steps {
        let step = graph.step(*step);
        match &step.kind {
            StepKind::Call(call) => calls.push((call.pipeline, &step.at)),
            StepKind::Group(group) => certain(graph, &group.body, calls),
            StepKind::Task(_) | StepKind::If(_) | StepKind::Each(_) => {}
        }
    }
}

fn reaches(calls: &[Vec<(u32, &Location)>], from: u32, to: u32) -> bool {
    let mut seen = vec![from];
    let mut next = 0;
    while let Some(pipeline) = seen.get(next).copied() {
        next += 1;
        if pipeline == to {
            return true;
        }
        for (called, _) in &calls[pipeline as usize] {
            if !seen.contains(called) {
                seen.push(*called);
            }
        }
    }
    false
}
