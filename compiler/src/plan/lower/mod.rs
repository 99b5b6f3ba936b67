//! From a graph to a plan.

mod branches;
mod calls;
mod captures;
mod choices;
mod component_names;
mod groups;
mod loops;
mod lowering;
mod order;
mod sizes;
mod steps;
mod templates;
mod wrappers;

use super::Plan;
use crate::recursion;
use lowering::Lowering;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::Graph;

/// Puts the blocks of a graph into DAGs. The plan can be used only if none of the diagnostics is an error.
pub fn lower(graph: &Graph) -> (Plan, Vec<Diagnostic>) {
    let mut lowering = Lowering::new(graph);
    lowering.names_of_templates();
    let root = lowering.open(&lowering.name.clone(), &graph.at);
    lowering.parameters(&graph.parameters);
    let too_large = sizes::check(graph);
    if !too_large.is_empty() {
        lowering.diagnostics.extend(too_large);
        return lowering.finish(root, None);
    }
    lowering.diagnostics.extend(recursion::endless(graph));
    lowering.block(&graph.body);
    lowering.outputs(&graph.outputs);
    let exit = graph.exit.as_ref().map(|exit| lowering.exit(exit, "exit"));
    lowering.close();
    lowering.finish(root, exit)
}
