//! Which values of a graph anybody needs.

use pipewright_dsl::graph::{Expression, Graph, StepKind, ValueId};

/// The values that steps are given or depend on, and those that the pipeline returns.
pub(crate) fn roots(graph: &Graph) -> Vec<ValueId> {
    let mut roots: Vec<ValueId> = graph.outputs.iter().map(|output| output.value).collect();
    for step in &graph.steps {
        match &step.kind {
            StepKind::Task(task) => {
                roots.extend(task.arguments.iter().map(|argument| argument.value))
            }
            StepKind::If(branch) => roots.push(branch.condition),
        }
    }
    roots
}

/// For each value whether it is one of these, or one of them is made of it.
pub(crate) fn needed(graph: &Graph, roots: Vec<ValueId>) -> Vec<bool> {
    let mut needed = vec![false; graph.values.len()];
    let mut pending = roots;
    while let Some(id) = pending.pop() {
        if std::mem::replace(&mut needed[id.0 as usize], true) {
            continue;
        }
        let expression = &graph.value(id).expression;
        pending.extend(expression.operands());
        if let Expression::Merged { branch, index } = expression
            && let StepKind::If(branch) = &graph.step(*branch).kind
        {
            let value = &branch.values[*index as usize];
            pending.extend([value.then, value.otherwise]);
        }
    }
    needed
}
