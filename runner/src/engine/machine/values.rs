//! Values in a block that runs.

use crate::engine::phase::Phase;
use crate::engine::state::block::{Block, Status};
use pipewright_compiler::plan::{
    Argument, Dag, Expression, Output, Source, TaskId, option_of_input,
};
use pipewright_ir::expression::boolean;
use pipewright_ir::json::Json;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// Values that the expressions of a block may name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) dag: &'a Dag,
    pub(super) block: &'a Block,
}

impl<'a> Values<'a> {
    /// Value of an expression.
    pub(super) fn evaluate(self, expression: &'a Expression) -> Result<Cow<'a, Json>, String> {
        match expression {
            Expression::Literal { json, .. } => Ok(Cow::Borrowed(json)),
            Expression::Input { name, .. } => self.input(name).map(Cow::Borrowed),
            Expression::Output { task, output, .. } => {
                self.output(*task, output).map(Cow::Borrowed)
            }
            Expression::Operator { operator, ty } => {
                operator.evaluate(ty, |operand| self.evaluate(operand))
            }
        }
    }

    /// Truth of a condition.
    pub(super) fn holds(self, condition: &'a Expression) -> Result<bool, String> {
        boolean(self.evaluate(condition)?.as_ref())
    }

    /// Values of arguments.
    pub(super) fn arguments(
        self,
        arguments: &'a [Argument],
    ) -> Result<HashMap<String, Json>, String> {
        let values = arguments.iter().map(|argument| {
            let value = self.evaluate(&argument.value);
            let value = value.map_err(|reason| match option_of_input(&argument.input) {
                Some(option) => format!("option `{option}`: {reason}"),
                None => format!("input `{}`: {reason}", argument.input),
            })?;
            Ok((argument.input.clone(), value.into_owned()))
        });
        values.collect()
    }

    /// Outputs of the block, whose tasks have ended.
    pub(super) fn outputs(self) -> Result<BTreeMap<String, Json>, String> {
        let values = self.dag.outputs.iter().map(|output| {
            let value = self.block_output(output);
            let value = value.map_err(|reason| format!("output `{}`: {reason}", output.name))?;
            Ok((output.name.clone(), value))
        });
        values.collect()
    }

    fn block_output(self, output: &'a Output) -> Result<Json, String> {
        let value = match &output.value {
            Source::Expression(value) => value,
            // Conditions and not phases decide: the branch that runs may be empty, and has no task then.
            Source::Branches(branches) => {
                let mut chosen = None;
                for branch in branches {
                    if self.holds(&branch.condition)? {
                        chosen = Some(&branch.value);
                        break;
                    }
                }
                chosen.ok_or("no condition of its branches holds")?
            }
            Source::Attempt { task, value } => {
                let end = self.block.tasks[*task].ended();
                if end.is_none_or(|end| end.phase != Phase::Succeeded) {
                    return Ok(Json::null());
                }
                value
            }
        };
        self.evaluate(value).map(Cow::into_owned)
    }

    fn input(self, name: &str) -> Result<&'a Json, String> {
        let value = self.block.inputs.get(name);
        value.ok_or_else(|| format!("the input `{name}` of `{}` is missing", self.dag.name))
    }

    fn output(self, task: TaskId, output: &str) -> Result<&'a Json, String> {
        let name = &self.dag.tasks[task].name;
        let why = match &self.block.tasks[task].status {
            Status::Ended(end) => match (end.outputs.get(output), end.phase) {
                (Some(value), _) => return Ok(value),
                (None, Phase::Succeeded) => "was not written",
                (None, Phase::Skipped) => "has no value, because the task was skipped",
                (None, Phase::Failed | Phase::Omitted | Phase::NotStarted) => {
                    "has no value, because the task has not succeeded"
                }
            },
            Status::Waiting(_) | Status::Running | Status::Exiting(_) => {
                "has no value, because the task has not ended"
            }
        };
        Err(format!("the output `{output}` of `{name}` {why}"))
    }
}
