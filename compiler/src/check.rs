//! What is wrong with a pipeline on any target.

use crate::uses;
use pipewright_ir::arena::ArenaMap;
use pipewright_ir::artifact::{Located, places};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Expression, Graph, Location, Step, StepKind, Value};
use pipewright_ir::types::Type;

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

/// Artifacts where no target looks for them: within other values, and among those of the source.
pub fn artifacts(graph: &Graph) -> Vec<Diagnostic> {
    let mut diagnostics = vec![];
    for component in graph.components.values() {
        let inputs = component
            .inputs
            .iter()
            .map(|input| (&input.name, &input.ty));
        let outputs = component.outputs.iter();
        let outputs = outputs.map(|output| (&output.name, &output.ty));
        for (name, _) in inputs.chain(outputs).filter(|(_, ty)| is_hidden(ty)) {
            diagnostics.push(hidden(
                &format!("`{name}` of `{}`", component.name),
                &component.at,
            ));
        }
    }
    for parameter in &graph.parameters {
        if is_hidden(&parameter.ty) {
            diagnostics.push(hidden(&format!("`{}`", parameter.name), &parameter.at));
        }
    }
    let is_made = made(graph);
    let steps = graph.steps.values();
    let made = steps.filter(|step| {
        let operands = step.kind.operands();
        operands.iter().any(|value| is_made[*value])
    });
    diagnostics.extend(made.map(|step| recorded(&step.at)));
    let returned = graph.outputs.iter();
    if { returned }.any(|output| is_made[output.value]) {
        diagnostics.push(recorded(&graph.at));
    }
    diagnostics
}

fn hidden(what: &str, at: &Location) -> Diagnostic {
    let message = format!("{what} has an artifact within another value");
    let help = "an artifact stands alone, in an `Option` or in a `Vec`: give it an input or output of its own";
    Diagnostic::error(at, message).help(help)
}

fn recorded(at: &Location) -> Diagnostic {
    let message = "an artifact is made while the pipeline is put together";
    let help = "no task would find its file: make it in a component";
    Diagnostic::error(at, message).help(help)
}

/// Whether an artifact is part of a struct or map.
fn is_hidden(ty: &Type) -> bool {
    match ty {
        Type::Artifact(_) => false,
        Type::Optional(inner) | Type::List(inner) => is_hidden(inner),
        Type::Struct(fields) => fields.iter().any(|field| holds(&field.ty)),
        Type::Map(value) => holds(value),
        Type::Null
        | Type::Boolean
        | Type::Integer
        | Type::Number
        | Type::String
        | Type::Enum(_)
        | Type::Json => false,
    }
}

fn holds(ty: &Type) -> bool {
    ty.artifact().is_some() || is_hidden(ty)
}

/// The values that hold files of this process.
fn made(graph: &Graph) -> ArenaMap<Value, bool> {
    let mut is_made = ArenaMap::default();
    // Each is made of those before it, of which some may be parts of very many others.
    for value in graph.values.values() {
        let made = match &value.expression {
            Expression::Literal(json) if value.ty.artifact().is_some() => {
                places::<Located>(&value.ty, json).is_ok_and(|found| !found.is_empty())
            }
            expression => {
                let operands = expression.operands();
                operands.iter().any(|operand| is_made[*operand])
            }
        };
        is_made.push(made);
    }
    is_made
}
