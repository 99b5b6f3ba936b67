//! An `if` becomes a DAG whose tasks have conditions. `else if` adds to it.

use super::lowering::{Lowering, Variable, ordered};
use crate::plan::{Branch, Expression, Output, Source, Task, TaskId};
use pipewright_ir::expression::Operator;
use pipewright_ir::graph::{self, If, Location, StepId, StepKind, ValueId};
use pipewright_ir::types::Type;

/// A block of an `if` or of its `else if`s.
struct Arm<'g> {
    /// The conditions on the way to it, and whether each holds.
    path: Vec<(ValueId, bool)>,
    /// Those that run something.
    steps: Vec<StepId>,
    /// Its values, in the order of those of the `if`.
    values: Vec<ValueId>,
    at: &'g Location,
}

impl<'g> Lowering<'g> {
    /// The task that runs an `if`.
    pub(super) fn branch(&mut self, id: StepId, branch: &'g If) -> Task {
        let at = &self.graph.steps[id].at;
        let task_name = self.name_block(id, "if");
        let name = task_name.clone();
        let arms = self.arms(id, branch);

        let dag = self.open(&name, at);
        let mut branches: Vec<(Expression, Option<TaskId>)> = vec![];
        for (index, arm) in arms.iter().enumerate() {
            let condition = self.condition(&arm.path);
            let suffix = match index {
                0 => "then".to_owned(),
                index if index + 1 == arms.len() => "else".to_owned(),
                index => format!("else-if-{index}"),
            };
            let task = self.arm(
                id,
                arm,
                &name,
                &format!("{task_name}-{suffix}"),
                &suffix,
                condition.clone(),
            );
            branches.push((condition, task));
        }
        for index in self.result_indices(id) {
            self.merged(id, index, &arms, &branches);
        }
        self.report_cycle();
        let closed = self.close();
        self.run_dag(id, task_name, dag, closed)
    }

    /// The blocks of an `if`. An `else` that is nothing but another `if` is taken apart.
    fn arms(&self, id: StepId, branch: &'g If) -> Vec<Arm<'g>> {
        let at = &self.graph.steps[id].at;
        let arm = |holds, steps: &[StepId], values| Arm {
            path: vec![(branch.condition, holds)],
            steps: self.running(steps),
            values,
            at,
        };
        let then_values = branch.values.iter().map(|value| value.then).collect();
        let otherwise_values: Vec<_> = branch.values.iter().map(|value| value.otherwise).collect();
        let mut arms = vec![arm(true, &branch.then[..], then_values)];
        let inner = self.only_if(&branch.otherwise).filter(|(inner, _)| {
            // What is made of its values needs a block to be made in.
            let is_through = |value: &ValueId| {
                self.is_merged(*value, *inner) || !self.depends_on(*value, *inner)
            };
            otherwise_values.iter().all(is_through)
        });
        match inner {
            Some((inner_id, inner)) => {
                for mut nested in self.arms(inner_id, inner) {
                    nested.values = self.through(inner_id, &otherwise_values, &nested);
                    nested.path.insert(0, (branch.condition, false));
                    arms.push(nested);
                }
            }
            None => arms.push(arm(false, &branch.otherwise[..], otherwise_values)),
        }
        arms
    }

    /// The `if` that a block is, if it is nothing else.
    fn only_if(&self, steps: &[StepId]) -> Option<(StepId, &'g If)> {
        match steps {
            [only] => match &self.graph.steps[*only].kind {
                StepKind::If(inner) if self.graph.steps[*only].after.is_empty() => {
                    Some((*only, inner))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a value is one of an `if`.
    fn is_merged(&self, value: ValueId, step: StepId) -> bool {
        matches!(&self.graph.values[value].expression, graph::Expression::Result { step: of, .. } if *of == step)
    }

    /// Whether a value is made of those of an `if`.
    fn depends_on(&self, value: ValueId, step: StepId) -> bool {
        let operands = self.graph.values[value].expression.operands();
        self.is_merged(value, step)
            || operands
                .iter()
                .any(|operand| self.depends_on(*operand, step))
    }

    /// What the values of an outer `if` are in a block of an inner one.
    fn through(&self, inner: StepId, outer: &[ValueId], arm: &Arm<'_>) -> Vec<ValueId> {
        let value = |id: &ValueId| match &self.graph.values[*id].expression {
            graph::Expression::Result { step, index } if *step == inner => {
                arm.values[*index as usize]
            }
            _ => *id,
        };
        outer.iter().map(value).collect()
    }

    /// That all conditions on the way to a block are as they must be.
    fn condition(&mut self, path: &[(ValueId, bool)]) -> Expression {
        let mut conditions = path.iter().map(|(condition, holds)| (*condition, *holds));
        let mut one = |(condition, holds): (ValueId, bool)| {
            let condition = self.expression(condition);
            if holds { condition } else { condition.negate() }
        };
        let first = conditions.next().map(&mut one);
        conditions
            .fold(first, |all, next| {
                let next = one(next);
                Some(match all {
                    Some(all) => Expression::operator(Operator::And(all, next), Type::Boolean),
                    None => next,
                })
            })
            .unwrap_or_else(|| unreachable!("a block of an `if` has a condition"))
    }

    /// Adds the task of a block: its only task, or a DAG of all.
    fn arm(
        &mut self,
        id: StepId,
        arm: &Arm<'g>,
        dag: &str,
        task: &str,
        suffix: &str,
        condition: Expression,
    ) -> Option<TaskId> {
        let task = match arm.steps[..] {
            [] => return None,
            [only] => {
                // The conditions of later blocks do not name it, but its own step may be waited for.
                let id = self.dag().tasks.next_id();
                self.opened().tasks.insert(only, id);
                self.step(only)
            }
            ref steps => {
                let name = self.task_names.unique(task);
                let block = self.open(&format!("{dag}-{suffix}"), arm.at);
                self.block(steps);
                self.block_outputs(id, &arm.values);
                let closed = self.close();
                Task {
                    display_name: None,
                    ..self.run_dag(id, name, block, closed)
                }
            }
        };
        let task = ordered(Task {
            condition: Some(condition),
            ..task
        });
        Some(self.dag().tasks.alloc(task))
    }

    /// Gives the DAG of an `if` an output for one of its values.
    fn merged(
        &mut self,
        id: StepId,
        index: usize,
        arms: &[Arm<'_>],
        branches: &[(Expression, Option<TaskId>)],
    ) {
        let name = self.result_name(id, index);
        let ty = self.type_of(&Variable::Result(id, index as u32));
        let values: Vec<Branch> = arms
            .iter()
            .zip(branches)
            .map(|(arm, (condition, task))| {
                let value = match task {
                    Some(task) if arm.steps.len() > 1 => Expression::Output {
                        task: *task,
                        output: name.clone(),
                        ty: ty.clone(),
                    },
                    _ => self.expression(arm.values[index]),
                };
                Branch {
                    condition: condition.clone(),
                    task: *task,
                    value,
                }
            })
            .collect();
        self.dag().outputs.push(Output {
            name,
            ty,
            description: None,
            value: Source::Branches(values),
        });
    }

    /// The values of a block that anybody needs.
    pub(super) fn result_indices(&self, id: StepId) -> Vec<usize> {
        let indices = self.needed.results[id].iter();
        indices.map(|index| *index as usize).collect()
    }

    /// The name of the output that a value of a block has.
    pub(super) fn result_name(&self, id: StepId, index: usize) -> String {
        let indices = self.result_indices(id);
        match indices.iter().position(|known| *known == index) {
            Some(position) if indices.len() > 1 => format!("output-{}", position + 1),
            _ => "output".into(),
        }
    }
}
