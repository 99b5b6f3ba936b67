//! Values come into a DAG as its inputs.

use super::{Leaf, Lowering};
use crate::plan::{Expression, FormatPiece, Port};
use pipewright_dsl::graph::{self, StepId, StepKind, ValueId};
use pipewright_dsl::json::Json;
use pipewright_dsl::types::Type;

impl Lowering<'_> {
    /// A value in the DAG that is being made.
    pub(super) fn expression(&mut self, id: ValueId) -> Expression {
        let graph = self.graph;
        let value = graph.value(id);
        if value.ty == Type::Null {
            // Nothing is written where there is nothing to write.
            return Expression::Literal {
                json: Json::null(),
                ty: Type::Null,
            };
        }
        match &value.expression {
            graph::Expression::Literal(json) => Expression::Literal {
                json: json.clone(),
                ty: value.ty.clone(),
            },
            graph::Expression::Parameter(index) => self.leaf(&Leaf::Parameter(*index)),
            graph::Expression::Output { task, output } => {
                self.leaf(&Leaf::Output(*task, output.clone()))
            }
            graph::Expression::Merged { branch, index } => match self.only_values(*branch) {
                Some(values) => self.choose(values, *index),
                None => self.leaf(&Leaf::Merged(*branch, *index)),
            },
            graph::Expression::Format(pieces) => {
                let piece = |piece: &graph::FormatPiece| match piece {
                    graph::FormatPiece::Text(text) => FormatPiece::Text(text.clone()),
                    graph::FormatPiece::Value(value) => FormatPiece::Value(self.expression(*value)),
                };
                Expression::Format(pieces.iter().map(piece).collect())
            }
            graph::Expression::Compare {
                comparison,
                left,
                right,
            } => Expression::Compare {
                comparison: *comparison,
                left: Box::new(self.expression(*left)),
                right: Box::new(self.expression(*right)),
            },
            graph::Expression::And(left, right) => {
                let left = Box::new(self.expression(*left));
                Expression::And(left, Box::new(self.expression(*right)))
            }
            graph::Expression::Or(left, right) => {
                let left = Box::new(self.expression(*left));
                Expression::Or(left, Box::new(self.expression(*right)))
            }
            graph::Expression::Not(value) => self.expression(*value).negate(),
        }
    }

    pub(super) fn leaf(&mut self, leaf: &Leaf) -> Expression {
        let depth = self.open.len().saturating_sub(1);
        self.leaf_at(leaf, depth)
    }

    /// A value in one of the DAGs that are being made.
    pub(super) fn leaf_at(&mut self, leaf: &Leaf, depth: usize) -> Expression {
        let ty = self.type_of(leaf);
        let step = match leaf {
            Leaf::Parameter(_) => None,
            Leaf::Output(step, _) | Leaf::Merged(step, _) => Some(*step),
        };
        let task = step.and_then(|step| self.open[depth].tasks.get(&step).copied());
        match task {
            Some(task) => Expression::Output {
                task,
                output: match leaf {
                    Leaf::Output(_, output) => output.clone(),
                    Leaf::Merged(step, index) => self.merged_name(*step, *index as usize),
                    Leaf::Parameter(_) => String::new(),
                },
                ty,
            },
            None => Expression::Input {
                name: self.thread(leaf, depth),
                ty,
            },
        }
    }

    /// The input by which a value comes into a DAG.
    pub(super) fn thread(&mut self, leaf: &Leaf, depth: usize) -> String {
        if let Some(name) = self.open[depth].threaded.get(leaf) {
            return name.clone();
        }
        let name = match leaf {
            Leaf::Parameter(index) => self.graph.parameters[*index as usize].name.clone(),
            // The names of parameters have no `-`, so that these are never the same.
            Leaf::Output(step, output) => format!("{}-{output}", self.step_name(*step)),
            Leaf::Merged(step, index) => format!(
                "{}-{}",
                self.step_name(*step),
                self.merged_name(*step, *index as usize)
            ),
        };
        let ty = self.type_of(leaf);
        let open = &mut self.open[depth];
        let name = open.names.unique(&name);
        open.threaded.insert(leaf.clone(), name.clone());
        open.order.push(leaf.clone());
        self.dags[open.dag].inputs.push(Port {
            name: name.clone(),
            ty,
        });
        name
    }

    /// The name of the task of a step; a step that is named only later is given by its number.
    pub(super) fn step_name(&self, step: StepId) -> String {
        self.step_names
            .get(&step)
            .cloned()
            .unwrap_or_else(|| format!("step-{}", step.0))
    }

    pub(super) fn type_of(&self, leaf: &Leaf) -> Type {
        match leaf {
            Leaf::Parameter(index) => self.graph.parameters[*index as usize].ty.clone(),
            Leaf::Output(step, output) => match &self.graph.step(*step).kind {
                StepKind::Task(task) => {
                    let component = &self.graph.components[task.component as usize];
                    component
                        .output(output)
                        .map_or(Type::Null, |output| output.ty.clone())
                }
                StepKind::If(_) => Type::Null,
            },
            Leaf::Merged(step, index) => match &self.graph.step(*step).kind {
                StepKind::If(branch) => self
                    .graph
                    .value(branch.values[*index as usize].then)
                    .ty
                    .clone(),
                StepKind::Task(_) => Type::Null,
            },
        }
    }
}
