use super::{Operand, Recorder, with};
use crate::component::{ComponentDescriptor, Field, Typed};
use crate::handle::{IntoInput, Value};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Argument, Expression, Location, Options, StepId, StepKind, Task};
use pipewright_ir::types::Type;

/// What a call is given.
pub(super) struct Given {
    operands: Vec<(&'static str, Operand)>,
    /// Inputs that are given more than once.
    twice: Vec<&'static str>,
    pub(super) at: Location,
}

impl Given {
    /// Nothing yet, at the place of the caller's caller.
    #[track_caller]
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            operands: Vec::with_capacity(capacity),
            twice: vec![],
            at: Location::caller(),
        }
    }

    pub(super) fn add<T>(&mut self, field: &Typed<T>, value: impl IntoInput<T>) {
        let name = field.field.name;
        if self.operands.iter().any(|(known, _)| *known == name) {
            self.twice.push(name);
        } else {
            let operand = value.__into_input(&|value| field.literal(value));
            self.operands.push((name, operand));
        }
    }

    /// The arguments of what has a name, in the order of its inputs.
    pub(super) fn arguments(
        self,
        called: &str,
        inputs: &[Field],
        recorder: &mut Recorder,
    ) -> Vec<Argument> {
        let Self {
            mut operands,
            twice,
            at,
        } = self;
        for name in twice {
            let message = format!("input `{name}` of `{called}` is given twice");
            recorder.report(Diagnostic::error(&at, message).help("remove one of the two"));
        }
        operands.sort_by_key(|(name, _)| inputs.iter().position(|input| input.name == *name));
        let argument = |(input, operand): (&str, Operand)| Argument {
            input: input.into(),
            value: recorder.operand(operand, &at),
        };
        operands.into_iter().map(argument).collect()
    }
}

/// A call of a component whose optional inputs may still be given; for generated code only.
#[doc(hidden)]
pub struct Draft {
    component: &'static ComponentDescriptor,
    given: Given,
}

impl Draft {
    /// A call at the place of the caller's caller.
    #[track_caller]
    pub fn new(component: &'static ComponentDescriptor) -> Self {
        Self {
            component,
            given: Given::new(component.inputs.len()),
        }
    }

    /// Gives an input its value.
    #[must_use]
    pub fn input<T>(mut self, field: &Typed<T>, value: impl IntoInput<T>) -> Self {
        self.given.add(field, value);
        self
    }

    /// Records the task.
    pub fn handles(self) -> TaskHandles {
        let Self {
            component,
            mut given,
        } = self;
        with(&given.at.clone(), |recorder| {
            given.at = recorder.place(given.at);
            let at = given.at.clone();
            let index = recorder.component(component);
            let task = Task {
                component: index,
                arguments: given.arguments(component.name, component.inputs, recorder),
                options: Options::default(),
            };
            let step = recorder.push(StepKind::Task(task), &at);
            TaskHandles {
                step,
                outputs: recorder.output_types(index),
                at,
            }
        })
    }
}

/// A recorded task or call, from which its handles are made.
#[doc(hidden)]
pub struct TaskHandles {
    pub(super) step: StepId,
    pub(super) outputs: Vec<(String, Type)>,
    pub(super) at: Location,
}

impl TaskHandles {
    /// The handle of an output.
    pub fn output<T>(&self, name: &'static str) -> Value<T> {
        let known = self.outputs.iter().find(|(known, _)| known == name);
        let ty = known.map_or(Type::Null, |(_, ty)| ty.clone());
        let expression = Expression::Output {
            step: self.step,
            output: name.into(),
        };
        with(&self.at, |recorder| {
            Value::new(recorder.value(expression, ty, &self.at))
        })
    }
}
