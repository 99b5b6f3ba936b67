//! What is likely wrong with a pipeline on every target.

use pipewright_dsl::diagnostic::Diagnostic;
use pipewright_dsl::graph::{Expression, Graph, StepKind, ValueId};

/// Tasks whose outputs nobody uses.
pub fn unused_outputs(graph: &Graph) -> Vec<Diagnostic> {
    let mut is_used = vec![false; graph.steps.len()];
    let mut pending: Vec<ValueId> = graph.outputs.iter().map(|output| output.value).collect();
    for step in &graph.steps {
        for before in &step.after {
            is_used[before.0 as usize] = true;
            // Who waits for an `if` waits for what gives its values.
            if let StepKind::If(branch) = &graph.step(*before).kind {
                pending.extend(
                    branch
                        .values
                        .iter()
                        .flat_map(|value| [value.then, value.otherwise]),
                );
            }
        }
        match &step.kind {
            StepKind::Task(task) => {
                pending.extend(task.arguments.iter().map(|argument| argument.value))
            }
            StepKind::If(branch) => pending.push(branch.condition),
        }
    }
    let mut is_seen = vec![false; graph.values.len()];
    while let Some(id) = pending.pop() {
        if std::mem::replace(&mut is_seen[id.0 as usize], true) {
            continue;
        }
        let expression = &graph.value(id).expression;
        pending.extend(expression.operands());
        match expression {
            Expression::Output { task, .. } => is_used[task.0 as usize] = true,
            Expression::Merged { branch, index } => {
                if let StepKind::If(branch) = &graph.step(*branch).kind {
                    let value = &branch.values[*index as usize];
                    pending.extend([value.then, value.otherwise]);
                }
            }
            _ => {}
        }
    }
    let unused = |(index, step): (usize, &pipewright_dsl::graph::Step)| {
        let StepKind::Task(task) = &step.kind else {
            return None;
        };
        let component = &graph.components[task.component as usize];
        let has_outputs = !component.outputs.is_empty();
        (has_outputs && !is_used[index]).then(|| {
            let message = format!("no output of `{}` is used", component.name);
            let help = "pass it to another task, return it, or remove the task";
            Diagnostic::warning(&step.at, message).help(help)
        })
    };
    graph.steps.iter().enumerate().filter_map(unused).collect()
}
