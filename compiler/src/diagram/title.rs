//! Tasks and conditions as a person would write them.

use crate::plan::{Dag, DagId, Expression, ItemSource, Plan, Run, Task, TaskId};
use pipewright_ir::arena::ArenaMap;
use pipewright_ir::expression::Operator;
use pipewright_ir::formula::Formula;
use pipewright_ir::function::{Function, Method};

/// The titles of a plan's tasks.
pub(super) struct Titles<'p> {
    plan: &'p Plan,
    /// For each block the one task that runs it. Blocks that several tasks run have none.
    callers: ArenaMap<Dag, Option<(DagId, TaskId)>>,
    /// Number of tasks that run each block.
    calls: ArenaMap<Dag, usize>,
}

impl<'p> Titles<'p> {
    pub(super) fn of(plan: &'p Plan) -> Self {
        let mut calls = plan.dags.map(0);
        let mut callers = plan.dags.map(None);
        for (outer, dag) in plan.dags.iter() {
            for (id, task) in dag.tasks.iter() {
                if let Run::Dag(inner) = task.run {
                    calls[inner] += 1;
                    callers[inner] = (calls[inner] == 1).then_some((outer, id));
                }
            }
        }
        Self {
            plan,
            callers,
            calls,
        }
    }

    /// One task at most that runs a block.
    pub(super) fn is_called_once(&self, dag: DagId) -> bool {
        self.calls[dag] < 2
    }

    /// A task's name, with its lists if it is a loop and its condition if it has one.
    pub(super) fn title(&self, dag: DagId, task: &Task) -> String {
        let mut title = task.name.clone();
        if let Some(each) = &task.each {
            let lists = each.items.iter().filter_map(|items| match &items.source {
                ItemSource::List(list) => Some(self.describe(dag, list)),
                ItemSource::Index => None,
            });
            let lists: Vec<String> = lists.collect();
            title = format!("{title}: for each of {}", lists.join(" and "));
        }
        match &task.condition {
            Some(condition) => format!("{title}: if {}", self.describe(dag, condition)),
            None => title,
        }
    }

    /// An expression in Rust.
    pub(super) fn describe(&self, dag: DagId, expression: &Expression) -> String {
        format!("{:#}", self.formula(dag, expression))
    }

    fn formula(&self, dag: DagId, expression: &Expression) -> Formula {
        match expression {
            Expression::Literal { json, .. } => Formula::Literal(json.clone()),
            Expression::Input { name, .. } => self.origin(dag, name),
            Expression::Output { task, output, .. } => {
                let task = &self.plan.dags[dag].tasks[*task].name;
                Formula::Name(match output.as_str() {
                    "output" => task.clone(),
                    output => format!("{task}.{output}"),
                })
            }
            Expression::Operator { operator, .. } => match &**operator {
                // A value is the same with and without.
                Operator::Apply {
                    function: Function::Some | Function::Method(Method::Unwrap),
                    arguments,
                } if arguments.len() == 1 => self.formula(dag, &arguments[0]),
                operator => Formula::operator(operator.map(|operand| self.formula(dag, operand))),
            },
        }
    }

    /// The value that comes in as an input of a block.
    fn origin(&self, dag: DagId, input: &str) -> Formula {
        let argument = self.callers[dag].as_ref().and_then(|(outer, task)| {
            let task = &self.plan.dags[*outer].tasks[*task];
            let mut arguments = task.arguments.iter();
            let argument = arguments.find(|argument| argument.input == input)?;
            Some((*outer, &argument.value))
        });
        match argument {
            Some((outer, value)) => self.formula(outer, value),
            None => Formula::Name(input.to_owned()),
        }
    }
}
