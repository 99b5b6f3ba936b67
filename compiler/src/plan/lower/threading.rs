//! Values come into a DAG as its inputs.

use super::{Leaf, Lowering};
use crate::plan::{Expression, FormatPiece, Port};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{self, ExitValue, StepId, StepKind, ValueId};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

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
            graph::Expression::Output { step, output } => {
                self.check_optional(*step, value);
                self.leaf(&Leaf::Output(*step, output.clone()))
            }
            graph::Expression::Result { step, index } => match self.only_values(*step) {
                Some(values) => self.choose(values, *index),
                None => {
                    self.check_optional(*step, value);
                    self.leaf(&Leaf::Result(*step, *index))
                }
            },
            graph::Expression::Item { each, index } => self.leaf(&Leaf::Item(*each, *index)),
            graph::Expression::Exit(told) => self.leaf(&Leaf::Exit(*told)),
            graph::Expression::Choose {
                condition,
                then,
                otherwise,
            } => Expression::Choose {
                condition: Box::new(self.expression(*condition)),
                then: Box::new(self.expression(*then)),
                otherwise: Box::new(self.expression(*otherwise)),
            },
            graph::Expression::Apply {
                function,
                arguments,
            } => Expression::Apply {
                function: function.clone(),
                arguments: arguments
                    .iter()
                    .map(|argument| self.expression(*argument))
                    .collect(),
                ty: value.ty.clone(),
            },
            graph::Expression::Format(pieces) => {
                let piece = |piece: &graph::FormatPiece| match piece {
                    graph::FormatPiece::Text(text) => FormatPiece::Text(text.clone()),
                    graph::FormatPiece::Value { value, layout } => FormatPiece::Value {
                        value: self.expression(*value),
                        layout: layout.clone(),
                    },
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

    /// Reports the use of an output as if its task could not fail.
    fn check_optional(&mut self, step: StepId, value: &graph::Value) {
        if self.graph.step(step).may_fail && !value.ty.is_optional() {
            let message = "this value is used as if its task could not fail";
            let help = "use what `.allow_failure()` gives: it is optional";
            self.diagnostics
                .push(Diagnostic::error(&value.at, message).help(help));
        }
    }

    pub(super) fn leaf(&mut self, leaf: &Leaf) -> Expression {
        let depth = self.depth();
        self.leaf_at(leaf, depth)
    }

    /// A value in one of the DAGs that are being made.
    pub(super) fn leaf_at(&mut self, leaf: &Leaf, depth: usize) -> Expression {
        let step = match leaf {
            Leaf::Output(step, _) | Leaf::Result(step, _) => Some(*step),
            Leaf::Parameter(_) | Leaf::Item(..) | Leaf::Exit(_) => None,
        };
        let task = step.and_then(|step| self.open[depth].tasks.get(&step).copied());
        let ty = self.type_of(leaf);
        match task {
            Some(task) => Expression::Output {
                task,
                output: self.output_name(leaf),
                ty,
            },
            None => Expression::Input {
                name: self.thread(leaf, depth),
                ty,
            },
        }
    }

    /// The name of the output that a value of a step has.
    pub(super) fn output_name(&self, leaf: &Leaf) -> String {
        match leaf {
            Leaf::Output(_, output) => output.clone(),
            Leaf::Result(step, index) => self.result_name(*step, *index as usize),
            Leaf::Parameter(_) | Leaf::Item(..) | Leaf::Exit(_) => String::new(),
        }
    }

    /// The input by which a value comes into a DAG.
    pub(super) fn thread(&mut self, leaf: &Leaf, depth: usize) -> String {
        if let Some(name) = self.open[depth].threaded.get(leaf) {
            return name.clone();
        }
        let name = match leaf {
            Leaf::Parameter(index) => self.parameters[*index as usize].name.clone(),
            // The names of parameters have no `-`, so that these are never the same.
            Leaf::Output(step, _) | Leaf::Result(step, _) => {
                format!("{}-{}", self.step_name(*step), self.output_name(leaf))
            }
            Leaf::Item(each, index) => {
                let name = self.step_name(*each);
                match self.items_of(*each).get(*index as usize) {
                    Some(graph::Items::Index) => format!("{name}-index"),
                    _ if *index == 0 => format!("{name}-item"),
                    _ => format!("{name}-item-{}", index + 1),
                }
            }
            Leaf::Exit(ExitValue::Status) => "exit-status".into(),
            Leaf::Exit(ExitValue::Failures) => "exit-failures".into(),
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

    /// What a loop goes through.
    pub(super) fn items_of(&self, each: StepId) -> &[graph::Items] {
        match &self.graph.step(each).kind {
            StepKind::Each(each) => &each.items,
            _ => &[],
        }
    }

    pub(super) fn type_of(&self, leaf: &Leaf) -> Type {
        let ty = self.inner_type(leaf);
        match leaf {
            Leaf::Output(step, _) | Leaf::Result(step, _) if self.graph.step(*step).may_fail => {
                ty.into_optional()
            }
            _ => ty,
        }
    }

    /// The type of a value where its step cannot fail.
    pub(super) fn inner_type(&self, leaf: &Leaf) -> Type {
        let of = |value: Option<&ValueId>| {
            value.map_or(Type::Null, |value| self.graph.value(*value).ty.clone())
        };
        match leaf {
            Leaf::Parameter(index) => self.parameters[*index as usize].ty.clone(),
            Leaf::Output(step, output) => match &self.graph.step(*step).kind {
                StepKind::Task(task) => {
                    let component = &self.graph.components[task.component as usize];
                    component
                        .output(output)
                        .map_or(Type::Null, |output| output.ty.clone())
                }
                StepKind::Call(call) => self.call_output(call, output),
                StepKind::If(_) | StepKind::Each(_) | StepKind::Group(_) => Type::Null,
            },
            Leaf::Result(step, index) => match &self.graph.step(*step).kind {
                StepKind::If(branch) => {
                    let value = branch.values.get(*index as usize);
                    of(value.map(|value| &value.then))
                }
                StepKind::Each(each) => Type::List(Box::new(of(each.values.get(*index as usize)))),
                StepKind::Group(group) => of(group.values.get(*index as usize)),
                StepKind::Task(_) | StepKind::Call(_) => Type::Null,
            },
            Leaf::Item(each, index) => match self.items_of(*each).get(*index as usize) {
                Some(graph::Items::List(list)) => match &self.graph.value(*list).ty {
                    Type::List(item) => (**item).clone(),
                    _ => Type::Json,
                },
                _ => Type::Integer,
            },
            Leaf::Exit(ExitValue::Status) => Type::Enum(vec!["Succeeded".into(), "Failed".into()]),
            Leaf::Exit(ExitValue::Failures) => Type::List(Box::new(Type::Struct)),
        }
    }
}
