//! What is wrong with a pipeline on any target.

use crate::uses;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Expression, Graph, Step, StepKind};

/// Pipelines that call themselves: an error on a target that has no recursion, which is named as people know it.
///
/// Argo and the local engine have it, up to a depth.
pub fn recursion(graph: &Graph, target: &str) -> Vec<Diagnostic> {
    crate::recursion::refused(graph, target)
}

/// Tasks whose outputs nobody uses.
pub fn unused_outputs(graph: &Graph) -> Vec<Diagnostic> {
    let mut is_used = graph.steps.map(false);
    let mut roots = uses::roots(graph);
    roots.extend(&graph.dropped);
    for before in graph.steps.values().flat_map(|step| &step.after) {
        is_used[*before] = true;
        // Who waits for a block waits for what gives its values.
        roots.extend(uses::all_behind(graph, *before));
    }
    let needed = uses::needed(graph, roots);
    for (id, _) in needed.iter().filter(|(_, needed)| **needed) {
        let value = &graph.values[id];
        if let Expression::Output { step, .. } = &value.expression {
            is_used[*step] = true;
        }
    }
    let unused = |(step, is_used): (&Step, bool)| {
        let StepKind::Task(task) = &step.kind else {
            return None;
        };
        let component = &graph.components[task.component];
        (!component.outputs.is_empty() && !is_used).then(|| {
            let message = format!("no output of `{}` is used", component.name);
            let help = "pass it to another task or return it; if the task is there for what it does, write `let _ = ..`";
            Diagnostic::warning(&step.at, message).help(help)
        })
    };
    let steps = graph.steps.iter();
    steps
        .filter_map(|(id, step)| unused((step, is_used[id])))
        .collect()
}
