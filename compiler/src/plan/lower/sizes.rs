//! Sizes of values: a loop can put together more than a target evaluates.

use pipewright_ir::arena::ArenaMap;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Expression, Graph, If, Step, StepKind, Value};

/// Operators within each other.
const DEPTH_MAX: usize = 500;

/// Operators and operands of one value.
const PARTS_MAX: usize = 10_000;

/// Values that are too large to be lowered, and not because of one that they are made of.
pub(super) fn check(graph: &Graph) -> Vec<Diagnostic> {
    let choices = choices(graph);
    let mut sizes: ArenaMap<Value, Option<(usize, usize)>> = graph.values.map(None);
    let mut diagnostics = vec![];
    for (id, value) in graph.values.iter() {
        let mut operands = value.expression.operands();
        if let Expression::Result { step, index } = &value.expression
            && let Some(branch) = choices[*step]
        {
            let merged = &branch.values[*index as usize];
            operands.extend([branch.condition, merged.then, merged.otherwise]);
        }
        // A value is made of earlier ones.
        let known = operands.iter().map(|operand| sizes[*operand]);
        let Some(known) = known.collect::<Option<Vec<_>>>() else {
            continue;
        };
        let depth = known.iter().map(|(depth, _)| depth + 1).max().unwrap_or(0);
        let parts = known.iter().map(|(_, parts)| parts).sum::<usize>() + 1;
        if depth > DEPTH_MAX || parts > PARTS_MAX {
            let message = format!(
                "this value is made of more than {DEPTH_MAX} operators within each other, or of {PARTS_MAX} in all"
            );
            let help = "give the parts to a component, for example as a list of texts, and put them together there";
            diagnostics.push(Diagnostic::error(&value.at, message).help(help));
        } else {
            sizes[id] = Some((depth, parts));
        }
    }
    diagnostics
}

/// For each step the `if` that it is, if it runs nothing.
fn choices(graph: &Graph) -> ArenaMap<Step, Option<&If>> {
    let mut choices = graph.steps.map(None);
    // Steps of a block come behind it.
    for (id, step) in graph.steps.iter().rev() {
        if let StepKind::If(branch) = &step.kind {
            let mut inner = branch.then.iter().chain(&branch.otherwise);
            if inner.all(|step| choices[*step].is_some()) {
                choices[id] = Some(branch);
            }
        }
    }
    choices
}
