use super::{Operand, with};
use crate::component::{ComponentDescriptor, Typed};
use crate::diagnostic::Diagnostic;
use crate::graph::{Argument, Expression, Location, Options, StepId, StepKind, Task};
use crate::handle::{IntoInput, Reference, Value};
use crate::types::Type;

/// A call of a component whose optional inputs may still be given; for generated code only.
#[doc(hidden)]
pub struct Draft {
    component: &'static ComponentDescriptor,
    arguments: Vec<(&'static str, Operand)>,
    /// Inputs that are given more than once.
    twice: Vec<&'static str>,
    at: Location,
}

impl Draft {
    /// A call at the place of the caller's caller.
    #[track_caller]
    pub fn new(component: &'static ComponentDescriptor) -> Self {
        Self {
            component,
            arguments: Vec::with_capacity(component.inputs.len()),
            twice: vec![],
            at: Location::caller(),
        }
    }

    /// Gives an input its value.
    #[must_use]
    pub fn input<T>(mut self, field: &Typed<T>, value: impl IntoInput<T>) -> Self {
        let name = field.field.name;
        if self.arguments.iter().any(|(known, _)| *known == name) {
            self.twice.push(name);
        } else {
            let operand = value.__into_input(&|value| field.literal(value));
            self.arguments.push((name, operand));
        }
        self
    }

    /// Records the task.
    pub fn handles(self) -> TaskHandles {
        let Self {
            component,
            arguments,
            twice,
            at,
        } = self;
        with(&at, |recorder| {
            let index = recorder.component(component);
            for name in twice {
                let message = format!("input `{name}` of `{}` is given twice", component.name);
                recorder.report(Diagnostic::error(&at, message).help("remove one of the two"));
            }
            let arguments = arguments.into_iter().map(|(input, operand)| Argument {
                input: input.into(),
                value: recorder.operand(operand, &at),
            });
            let task = Task {
                component: index,
                arguments: arguments.collect(),
                options: Options::default(),
            };
            let task = recorder.push(StepKind::Task(task), &at);
            TaskHandles {
                task,
                component: index,
                at: at.clone(),
            }
        })
    }
}

/// A recorded task, from which its handles are made.
#[doc(hidden)]
pub struct TaskHandles {
    task: StepId,
    component: u32,
    at: Location,
}

impl TaskHandles {
    /// The handle of an output.
    pub fn output<T>(&self, name: &'static str) -> Value<T> {
        with(&self.at, |recorder| {
            let ty = recorder
                .output_type(self.component, name)
                .unwrap_or(Type::Null);
            let expression = Expression::Output {
                task: self.task,
                output: name.into(),
            };
            Value::new(recorder.value(expression, ty, &self.at))
        })
    }
}

/// Changes the options of the task that a handle belongs to, unless the new value is wrong.
pub(crate) fn options(
    handle: Option<Reference>,
    at: &Location,
    wrong: Option<(String, String)>,
    change: impl FnOnce(&mut Options),
) {
    with(at, |recorder| {
        if let Some((message, help)) = wrong {
            recorder.report(Diagnostic::error(at, message).help(help));
            return;
        }
        let step = handle.map(|handle| {
            let id = recorder.used(handle, at);
            step_of(&recorder.value_of(id).expression)
        });
        if let Some(Some(step)) = step
            && let StepKind::Task(task) = &mut recorder.step_mut(step).kind
        {
            change(&mut task.options);
            return;
        }
        let message = "only a task has options, and this value is not the output of one";
        let help = "call the method on what the call of the component gives";
        recorder.report(Diagnostic::error(at, message).help(help));
    });
}

/// Puts the step that a handle belongs to behind that of another.
pub(crate) fn after(handle: Option<Reference>, other: Option<Reference>, at: &Location) {
    with(at, |recorder| {
        let mut step = |reference: Option<Reference>| {
            let id = recorder.used(reference?, at);
            step_of(&recorder.value_of(id).expression)
        };
        match (step(handle), step(other)) {
            (Some(step), Some(other)) => {
                let after = &mut recorder.step_mut(step).after;
                if !after.contains(&other) {
                    after.push(other);
                }
            }
            _ => {
                let message = "`.after` puts a task behind another one, and one of these is not the output of a task";
                recorder.report(
                    Diagnostic::error(at, message)
                        .help("a parameter or constant is there from the start"),
                );
            }
        }
    });
}

/// The step that makes a value.
fn step_of(expression: &Expression) -> Option<StepId> {
    match expression {
        Expression::Output { task, .. } => Some(*task),
        Expression::Merged { branch, .. } => Some(*branch),
        _ => None,
    }
}
