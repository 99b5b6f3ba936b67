//! Tasks and conditions as a person would write them.

use crate::plan::{Dag, Expression, FormatPiece, Plan, Run, Task};
use pipewright_ir::graph::Function;
use std::collections::{HashMap, HashSet};

/// The titles of a plan's tasks.
pub(super) struct Titles<'p> {
    /// For each block by its name: the block around it, and the task that runs it. Blocks that several tasks run have none.
    callers: HashMap<&'p str, (&'p Dag, &'p Task)>,
    /// How many tasks run each block.
    calls: Vec<usize>,
}

impl<'p> Titles<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let mut calls = vec![0; plan.dags.len()];
        let mut callers = HashMap::new();
        for dag in &plan.dags {
            for task in &dag.tasks {
                if let Run::Dag(inner) = task.run {
                    calls[inner] += 1;
                    callers.insert(plan.dags[inner].name.as_str(), (dag, task));
                }
            }
        }
        let once = plan
            .dags
            .iter()
            .zip(&calls)
            .filter(|(_, count)| **count == 1);
        let once: HashSet<&str> = once.map(|(dag, _)| dag.name.as_str()).collect();
        callers.retain(|name, _| once.contains(name));
        Self { callers, calls }
    }

    /// Whether one task runs a block.
    pub(super) fn is_called_once(&self, dag: usize) -> bool {
        self.calls[dag] < 2
    }

    /// A task's name, and its condition if it has one.
    pub(super) fn title(&self, dag: &Dag, task: &Task) -> String {
        match &task.condition {
            Some(condition) => format!("{}: if {}", task.name, self.describe(dag, condition)),
            None => task.name.clone(),
        }
    }

    /// An expression in Rust.
    pub(super) fn describe(&self, dag: &Dag, expression: &Expression) -> String {
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
            Expression::Apply {
                function,
                arguments,
                ..
            } => self.function(dag, function, arguments),
            Expression::Not(value) => match **value {
                Expression::Input { .. } | Expression::Output { .. } => {
                    format!("!{}", nested(value))
                }
                _ => format!("!({})", nested(value)),
            },
        }
    }

    fn function(&self, dag: &Dag, function: &Function, arguments: &[Expression]) -> String {
        let given: Vec<String> = arguments
            .iter()
            .map(|part| self.operand(dag, part))
            .collect();
        let (first, rest) = match &given[..] {
            [first, rest @ ..] => (first.as_str(), rest.join(", ")),
            [] => ("", String::new()),
        };
        let method = match function {
            Function::Arithmetic(operator, _) => {
                return format!("{first} {} {rest}", operator.operator());
            }
            Function::Range => return format!("{first}..{rest}"),
            Function::List => return format!("[{}]", given.join(", ")),
            Function::Field(name) => return format!("{first}.{name}"),
            // A value is the same with and without.
            Function::Unwrap | Function::Some => return first.to_owned(),
            Function::IsSome => "is_some",
            Function::Length => "len",
            Function::Contains => "contains",
            Function::StartsWith => "starts_with",
            Function::EndsWith => "ends_with",
            Function::ToLowercase => "to_lowercase",
            Function::ToUppercase => "to_uppercase",
        };
        format!("{first}.{method}({rest})")
    }

    /// An expression as the operand of an operator or method.
    fn operand(&self, dag: &Dag, expression: &Expression) -> String {
        let text = self.describe(dag, expression);
        match expression {
            Expression::Literal { .. } | Expression::Input { .. } | Expression::Output { .. } => {
                text
            }
            _ if text.contains(' ') || text.contains("..") => format!("({text})"),
            _ => text,
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
