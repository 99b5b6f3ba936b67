//! Calls while their arguments are given, which may be by name; for generated code only.

use super::input::IntoInput;
use super::value::Value;
use crate::component::ComponentDescriptor;
use crate::field::Typed;
use crate::pipeline::PipelineDescriptor;
use crate::record::{self, Arguments, Called};

/// A call of a component.
#[doc(hidden)]
pub struct TaskBuilder {
    component: &'static ComponentDescriptor,
    arguments: Arguments,
}

impl TaskBuilder {
    /// A call at the location of the caller's caller.
    #[track_caller]
    pub fn new(component: &'static ComponentDescriptor) -> Self {
        Self {
            component,
            arguments: Arguments::new(component.inputs.len()),
        }
    }

    /// Gives an input its value.
    #[must_use]
    pub fn input<T>(mut self, field: &Typed<T>, value: impl IntoInput<T>) -> Self {
        add(&mut self.arguments, field, value);
        self
    }

    /// Records the task.
    pub fn record(self) -> Called {
        record::task(self.component, self.arguments)
    }
}

/// A call of a pipeline.
#[doc(hidden)]
pub struct CallBuilder {
    pipeline: &'static PipelineDescriptor,
    arguments: Arguments,
}

impl CallBuilder {
    /// A call at the location of the caller's caller.
    #[track_caller]
    pub fn new(pipeline: &'static PipelineDescriptor) -> Self {
        Self {
            pipeline,
            arguments: Arguments::new(pipeline.parameters.len()),
        }
    }

    /// Gives a parameter its value.
    #[must_use]
    pub fn input<T>(mut self, field: &Typed<T>, value: impl IntoInput<T>) -> Self {
        add(&mut self.arguments, field, value);
        self
    }

    /// Records the call, and the pipeline if it was not yet.
    pub fn record(self) -> Called {
        record::call(self.pipeline, self.arguments)
    }
}

fn add<T>(arguments: &mut Arguments, field: &Typed<T>, value: impl IntoInput<T>) {
    arguments.add(field.field.name, || {
        value.__into_input(&|value| field.literal(value))
    });
}

impl Called {
    /// The handle of an output.
    pub fn output<T>(&self, name: &'static str) -> Value<T> {
        Value::new(self.reference(name))
    }
}
