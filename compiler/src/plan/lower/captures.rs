//! Variables of outer blocks are captured: they come into a DAG as its inputs.

use super::lowering::{Lowering, Variable};
use crate::plan::{Expression, Port};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::expression::Operator;
use pipewright_ir::graph::{self, ExitValue, StepId, StepKind, ValueId};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

impl Lowering<'_> {
    /// A value in the DAG that is being made.
    pub(super) fn expression(&mut self, id: ValueId) -> Expression {
        let graph = self.graph;
        let value = &graph.values[id];
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
            graph::Expression::Parameter(index) => self.variable(&Variable::Parameter(*index)),
            graph::Expression::Output { step, output } => {
                self.check_optional(*step, value);
                self.variable(&Variable::Output(*step, output.clone()))
            }
            graph::Expression::Result { step, index } => match self.only_values(*step) {
                Some(values) => self.choose(values, *index),
                None => {
                    self.check_optional(*step, value);
                    self.variable(&Variable::Result(*step, *index))
                }
            },
            graph::Expression::Item { each, index } => {
                self.variable(&Variable::Item(*each, *index))
            }
            graph::Expression::Exit(told) => self.variable(&Variable::Exit(*told)),
            graph::Expression::Operator(Operator::Not(value)) => self.expression(*value).negate(),
            graph::Expression::Operator(operator) => {
                let operator = operator.map(|operand| self.expression(*operand));
                Expression::operator(operator, value.ty.clone())
            }
        }
    }

    /// Reports the use of an output as if its task could not fail.
    fn check_optional(&mut self, step: StepId, value: &graph::Value) {
        if self.graph.steps[step].may_fail && !value.ty.is_optional() {
            let message = "this value is used as if its task could not fail";
            let help = "use what `.allow_failure()` gives: it is optional";
            self.diagnostics
                .push(Diagnostic::error(&value.at, message).help(help));
        }
    }

    pub(super) fn variable(&mut self, variable: &Variable) -> Expression {
        let depth = self.depth();
        self.variable_at(variable, depth)
    }

    /// A value in one of the DAGs that are being made.
    pub(super) fn variable_at(&mut self, variable: &Variable, depth: usize) -> Expression {
        let step = match variable {
            Variable::Output(step, _) | Variable::Result(step, _) => Some(*step),
            Variable::Parameter(_) | Variable::Item(..) | Variable::Exit(_) => None,
        };
        let task = step.and_then(|step| self.open[depth].tasks.get(&step).copied());
        let ty = self.type_of(variable);
        match task {
            Some(task) => Expression::Output {
                task,
                output: self.output_name(variable),
                ty,
            },
            None => Expression::Input {
                name: self.capture(variable, depth),
                ty,
            },
        }
    }

    /// The name of the output that a value of a step has.
    pub(super) fn output_name(&self, variable: &Variable) -> String {
        match variable {
            Variable::Output(_, output) => output.clone(),
            Variable::Result(step, index) => self.result_name(*step, *index as usize),
            Variable::Parameter(_) | Variable::Item(..) | Variable::Exit(_) => String::new(),
        }
    }

    /// The input by which a value comes into a DAG.
    pub(super) fn capture(&mut self, variable: &Variable, depth: usize) -> String {
        if let Some(name) = self.open[depth].captures.get(variable) {
            return name.clone();
        }
        let name = match variable {
            Variable::Parameter(index) => self.parameters[*index as usize].name.clone(),
            Variable::Output(step, _) | Variable::Result(step, _) => {
                format!("{}-{}", self.step_name(*step), self.output_name(variable))
            }
            Variable::Item(each, index) => {
                let name = self.item_name(*each);
                match self.items_of(*each).get(*index as usize) {
                    Some(graph::Items::Index) => format!("{name}-index"),
                    _ if *index == 0 => name,
                    _ => format!("{name}-{}", index + 1),
                }
            }
            Variable::Exit(ExitValue::Status) => "exit-status".into(),
            Variable::Exit(ExitValue::Failures) => "exit-failures".into(),
        };
        let ty = self.type_of(variable);
        let open = &mut self.open[depth];
        let name = open.names.unique(&name);
        open.captures.insert(variable.clone(), name.clone());
        open.order.push(variable.clone());
        self.dags[open.dag].inputs.push(Port {
            name: name.clone(),
            ty,
        });
        name
    }

    /// The name of the task of a step; a step that is named only later is called by its number.
    pub(super) fn step_name(&self, step: StepId) -> String {
        self.step_names[step]
            .clone()
            .unwrap_or_else(|| format!("step-{}", step.index()))
    }

    /// The name of the item of a loop: the author's own, if there is one.
    fn item_name(&self, each: StepId) -> String {
        let name = self.graph.steps[each].name.as_deref();
        match name.and_then(|name| name.strip_prefix("each-")) {
            Some(item) => item.into(),
            None => format!("{}-item", self.step_name(each)),
        }
    }

    /// What a loop goes through.
    pub(super) fn items_of(&self, each: StepId) -> &[graph::Items] {
        match &self.graph.steps[each].kind {
            StepKind::Each(each) => &each.items,
            _ => &[],
        }
    }

    pub(super) fn type_of(&self, variable: &Variable) -> Type {
        let ty = self.inner_type(variable);
        match variable {
            Variable::Output(step, _) | Variable::Result(step, _)
                if self.graph.steps[*step].may_fail =>
            {
                ty.into_optional()
            }
            _ => ty,
        }
    }

    /// The type of a value where its step cannot fail.
    pub(super) fn inner_type(&self, variable: &Variable) -> Type {
        let of = |value: Option<&ValueId>| {
            value.map_or(Type::Null, |value| self.graph.values[*value].ty.clone())
        };
        match variable {
            Variable::Parameter(index) => self.parameters[*index as usize].ty.clone(),
            Variable::Output(step, output) => match &self.graph.steps[*step].kind {
                StepKind::Task(task) => {
                    let component = &self.graph.components[task.component];
                    component
                        .output(output)
                        .map_or(Type::Null, |output| output.ty.clone())
                }
                StepKind::Call(call) => self.call_output(call, output),
                StepKind::If(_) | StepKind::Each(_) | StepKind::Group(_) => Type::Null,
            },
            Variable::Result(step, index) => match &self.graph.steps[*step].kind {
                StepKind::If(branch) => {
                    let value = branch.values.get(*index as usize);
                    of(value.map(|value| &value.then))
                }
                StepKind::Each(each) => Type::List(Box::new(of(each.values.get(*index as usize)))),
                StepKind::Group(group) => of(group.values.get(*index as usize)),
                StepKind::Task(_) | StepKind::Call(_) => Type::Null,
            },
            Variable::Item(each, index) => match self.items_of(*each).get(*index as usize) {
                Some(graph::Items::List(list)) => match &self.graph.values[*list].ty {
                    Type::List(item) => (**item).clone(),
                    _ => Type::Json,
                },
                _ => Type::Integer,
            },
            Variable::Exit(value) => value.ty(),
        }
    }
}
