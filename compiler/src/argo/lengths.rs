//! Lengths of lists that are known before the pipeline runs.

use crate::plan::{DagId, Expression, Plan, Run, Source};
use pipewright_ir::expression::Operator;
use pipewright_ir::function::Function;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

/// Number of elements of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    /// Most elements that it may have.
    pub(super) most: usize,
    /// It has so many, and none of them is nothing.
    pub(super) all: bool,
}

impl Length {
    /// The length of what may be one list or another one.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            most: self.most.max(other.most),
            all: self.all && other.all && self.most == other.most,
        }
    }
}

/// The length of a list of a block, as far as the source tells it.
pub(super) fn length(plan: &Plan, dag: DagId, list: &Expression) -> Option<Length> {
    of_expression(plan, dag, list, &mut vec![])
}

/// The length of a default.
pub(super) fn of_literal(json: &Json) -> Option<Length> {
    if json.is_null() {
        let (most, all) = (0, false);
        return Some(Length { most, all });
    }
    let elements = json.elements().ok()?;
    Some(Length {
        most: elements.len(),
        all: elements.iter().all(|element| !element.is_null()),
    })
}

/// `seen` are the inputs and outputs that are being looked at: of a pipeline that calls itself nothing is known.
fn of_expression(
    plan: &Plan,
    dag: DagId,
    list: &Expression,
    seen: &mut Vec<(DagId, String)>,
) -> Option<Length> {
    match list {
        Expression::Literal { json, .. } => of_literal(json),
        Expression::Input { name, .. } => of_input(plan, dag, name, seen),
        Expression::Output { task, output, .. } => {
            let task = &plan.dags[dag].tasks[*task];
            match (task.run, &task.each) {
                (Run::Dag(block), None) => of_output(plan, block, output, seen),
                _ => None,
            }
        }
        Expression::Operator { operator, .. } => match &**operator {
            Operator::Choose {
                then, otherwise, ..
            } => {
                let then = of_expression(plan, dag, then, seen)?;
                Some(then.or(of_expression(plan, dag, otherwise, seen)?))
            }
            Operator::Apply {
                function: Function::List,
                arguments,
            } => Some(Length {
                most: arguments.len(),
                all: arguments
                    .iter()
                    .all(|element| matches!(element.ty(), Type::Artifact(_))),
            }),
            Operator::Apply {
                function: Function::Some,
                arguments,
            } => of_expression(plan, dag, arguments.first()?, seen),
            _ => None,
        },
    }
}

/// The length of an input of a block, of all that it is given.
fn of_input(
    plan: &Plan,
    block: DagId,
    name: &str,
    seen: &mut Vec<(DagId, String)>,
) -> Option<Length> {
    let key = (block, name.to_owned());
    if seen.contains(&key) || plan.root == block {
        return None;
    }
    seen.push(key);
    let exits = plan.exit.iter();
    let mut found = exits
        .filter(|exit| exit.dag == block)
        .map(|exit| (plan.root, &exit.arguments))
        .collect::<Vec<_>>();
    for (dag, caller) in plan.dags.iter() {
        for task in caller.tasks.values() {
            if matches!(task.run, Run::Dag(run) if run == block) {
                found.push((dag, &task.arguments));
            }
            let exit = task.exit.as_ref().filter(|exit| exit.dag == block);
            found.extend(exit.map(|exit| (dag, &exit.arguments)));
        }
    }
    let lengths = found.into_iter().map(|(dag, arguments)| {
        let mut arguments = arguments.iter();
        // What is no argument is an item of a loop, or what a handler is told.
        let argument = arguments.find(|argument| argument.input == name)?;
        of_expression(plan, dag, &argument.value, seen)
    });
    let lengths = lengths.collect::<Option<Vec<_>>>()?;
    seen.pop();
    lengths.into_iter().reduce(Length::or)
}

/// The length of an output of a block.
fn of_output(
    plan: &Plan,
    block: DagId,
    name: &str,
    seen: &mut Vec<(DagId, String)>,
) -> Option<Length> {
    let key = (block, name.to_owned());
    if seen.contains(&key) {
        return None;
    }
    seen.push(key);
    let mut outputs = plan.dags[block].outputs.iter();
    let output = outputs.find(|output| output.name == name)?;
    let mut of = |value: &Expression| of_expression(plan, block, value, seen);
    let length = match &output.value {
        Source::Expression(value) => of(value),
        Source::Branches(branches) => {
            let lengths = branches.iter().map(|branch| of(&branch.value));
            let lengths = lengths.collect::<Option<Vec<_>>>()?;
            lengths.into_iter().reduce(Length::or)
        }
        Source::Attempt { value, .. } => of(value).map(|length| Length {
            all: false,
            ..length
        }),
    };
    seen.pop();
    length
}
