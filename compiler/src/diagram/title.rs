//! Tasks and conditions as a person would write them.

use crate::plan::{Dag, Expression, FormatPiece, Plan, Run, Task};
use std::collections::HashMap;

/// The titles of a plan's tasks.
pub(super) struct Titles<'p> {
    /// For each block by its name: the block around it, and the task that runs it.
    callers: HashMap<&'p str, (&'p Dag, &'p Task)>,
}

impl<'p> Titles<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let tasks = plan
            .dags
            .iter()
            .flat_map(|dag| dag.tasks.iter().map(move |task| (dag, task)));
        let callers = tasks.filter_map(|(dag, task)| match task.run {
            Run::Dag(inner) => Some((plan.dags[inner].name.as_str(), (dag, task))),
            Run::Template(_) => None,
        });
        Self {
            callers: callers.collect(),
        }
    }

    /// A task's name, and its condition if it has one.
    pub(super) fn title(&self, dag: &Dag, task: &Task) -> String {
        match &task.condition {
            Some(condition) => format!("{}: if {}", task.name, self.describe(dag, condition)),
            None => task.name.clone(),
        }
    }

    fn describe(&self, dag: &Dag, expression: &Expression) -> String {
        let nested = |expression: &Expression| self.describe(dag, expression);
        match expression {
            Expression::Literal { json, .. } => json.to_string(),
            Expression::Input { name, .. } => self.origin(dag, name),
            Expression::Output { task, output, .. } => {
                match (&dag.tasks[*task].name, output.as_str()) {
                    (task, "output") => task.clone(),
                    (task, output) => format!("{task}.{output}"),
                }
            }
            Expression::Format(pieces) => {
                let piece = |piece: &FormatPiece| match piece {
                    FormatPiece::Text(text) => text.clone(),
                    FormatPiece::Value { value, .. } => format!("{{{}}}", nested(value)),
                };
                format!("\"{}\"", pieces.iter().map(piece).collect::<String>())
            }
            Expression::Compare {
                comparison,
                left,
                right,
            } => {
                let side = |side: &Expression| match side {
                    Expression::Compare { .. }
                    | Expression::And(..)
                    | Expression::Or(..)
                    | Expression::Choose { .. } => format!("({})", nested(side)),
                    side => nested(side),
                };
                format!("{} {} {}", side(left), comparison.operator(), side(right))
            }
            Expression::And(left, right) => {
                let side = |side: &Expression| match side {
                    Expression::Or(..) => format!("({})", nested(side)),
                    side => nested(side),
                };
                format!("{} && {}", side(left), side(right))
            }
            Expression::Or(left, right) => format!("{} || {}", nested(left), nested(right)),
            Expression::Choose {
                condition,
                then,
                otherwise,
            } => {
                let (then, otherwise) = (nested(then), nested(otherwise));
                format!(
                    "if {} {{ {then} }} else {{ {otherwise} }}",
                    nested(condition)
                )
            }
            Expression::Apply { arguments, .. } => {
                let arguments: Vec<_> = arguments.iter().map(nested).collect();
                format!("..({})", arguments.join(", "))
            }
            Expression::Not(value) => match **value {
                Expression::Input { .. } | Expression::Output { .. } => {
                    format!("!{}", nested(value))
                }
                _ => format!("!({})", nested(value)),
            },
        }
    }

    /// What an input of a block was before it came in.
    fn origin(&self, dag: &Dag, input: &str) -> String {
        let caller = self
            .callers
            .get(dag.name.as_str())
            .and_then(|(outer, task)| {
                let argument = task
                    .arguments
                    .iter()
                    .find(|argument| argument.input == input)?;
                Some((*outer, &argument.value))
            });
        match caller {
            Some((outer, value)) => self.describe(outer, value),
            None => input.to_owned(),
        }
    }
}
