//! Values of a graph that somebody uses.

use pipewright_ir::arena::ArenaMap;
use pipewright_ir::graph::{Expression, Graph, StepId, StepKind, Value, ValueId};

/// The values that steps are given or depend on, and those that pipelines return.
pub(crate) fn roots(graph: &Graph) -> Vec<ValueId> {
    let called = graph.pipelines.values().flat_map(|called| &called.outputs);
    let returned = graph.outputs.iter().chain(called);
    let mut roots: Vec<ValueId> = returned.map(|output| output.value).collect();
    roots.extend(graph.steps.values().flat_map(|step| step.kind.operands()));
    roots
}

/// For each value whether it is one of these, or one of them is made of it.
pub(crate) fn needed(graph: &Graph, roots: Vec<ValueId>) -> ArenaMap<Value, bool> {
    let mut needed = graph.values.map(false);
    let mut pending = roots;
    while let Some(id) = pending.pop() {
        if std::mem::replace(&mut needed[id], true) {
            continue;
        }
        let expression = &graph.values[id].expression;
        pending.extend(expression.operands());
        if let Expression::Result { step, index } = expression {
            pending.extend(behind(graph, *step, *index));
        }
    }
    needed
}

/// The values in the blocks of a step that one of its own is made of.
pub(crate) fn behind(graph: &Graph, step: StepId, index: u32) -> Vec<ValueId> {
    let index = index as usize;
    match &graph.steps[step].kind {
        StepKind::If(branch) => match branch.values.get(index) {
            Some(value) => vec![value.then, value.otherwise],
            None => vec![],
        },
        StepKind::Each(each) => each.values.get(index).copied().into_iter().collect(),
        StepKind::Group(group) => group.values.get(index).copied().into_iter().collect(),
        StepKind::Task(_) | StepKind::Call(_) => vec![],
    }
}

/// All values in the blocks of a step that its own are made of.
pub(crate) fn all_behind(graph: &Graph, step: StepId) -> Vec<ValueId> {
    match &graph.steps[step].kind {
        StepKind::If(branch) => {
            let values = branch.values.iter();
            values
                .flat_map(|value| [value.then, value.otherwise])
                .collect()
        }
        StepKind::Each(each) => each.values.clone(),
        StepKind::Group(group) => group.values.clone(),
        StepKind::Task(_) | StepKind::Call(_) => vec![],
    }
}
