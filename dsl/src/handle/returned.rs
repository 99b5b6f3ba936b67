use super::call::{CallBuilder, TaskBuilder};
use super::handles::Handles;
use super::value::Value;
use crate::component::Results;
use crate::field::{Field, OUTPUT};
use crate::payload::{self, Payload};
use crate::record::Called;
use pipewright_ir::types::Type;

/// Type that a component or a pipeline returns: a serde type, or a struct with `#[derive(Outputs)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an output",
    label = "expected a type with `serde::Serialize` and `serde::Deserialize`",
    note = "derive both for `{Self}`, or derive `Outputs` for a struct to make each field an output of its own"
)]
pub trait Returned: HandlesOf + Sized {
    #[doc(hidden)]
    fn __fields() -> Vec<Field>;
    #[doc(hidden)]
    fn __handles(task: &Called) -> Self::Handles;
    #[doc(hidden)]
    fn __write(self, results: &mut Results);
}

#[diagnostic::do_not_recommend]
impl<T: Payload + Unpin> Returned for T {
    fn __fields() -> Vec<Field> {
        // `()`: a task that only does something has no outputs, and its handle stands for its end.
        if T::ty() == Type::Null {
            return vec![];
        }
        vec![Field::new::<T>(OUTPUT, None)]
    }

    fn __handles(task: &Called) -> Value<T> {
        task.output(OUTPUT)
    }

    fn __write(self, results: &mut Results) {
        if T::ty() != Type::Null {
            results.add(OUTPUT, payload::to_json(&self));
        }
    }
}

/// Handles that a call gives in a pipeline for a returned type.
///
/// It has no bound on what a type can do, so that a type that cannot be returned is reported by [`Returned`], in one
/// place, and not at every call. `Unpin` stands for "is no struct with `#[derive(Outputs)]`": that
/// derive takes it away, and every value that travels between tasks has it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an output",
    label = "expected a type that can be moved"
)]
pub trait HandlesOf {
    type Handles: Handles;
}

#[diagnostic::do_not_recommend]
impl<T: Unpin + 'static> HandlesOf for T {
    type Handles = Value<T>;
}

/// Has no implementations.
#[doc(hidden)]
pub trait Never {}

/// Outputs of a component or pipeline, by its returned type.
#[doc(hidden)]
pub struct OutputsOf<T: HandlesOf> {
    pub fields: fn() -> Vec<Field>,
    handles: fn(&Called) -> T::Handles,
    write: fn(T, &mut Results),
}

/// The only place of the expansion that asks for the bound on a returned type.
#[doc(hidden)]
pub const fn returned<T: Returned>() -> OutputsOf<T> {
    OutputsOf {
        fields: T::__fields,
        handles: T::__handles,
        write: T::__write,
    }
}

impl<T: HandlesOf> OutputsOf<T> {
    /// Records a task.
    pub fn task(&self, task: TaskBuilder) -> T::Handles {
        (self.handles)(&task.record())
    }

    /// Records the call of a pipeline.
    pub fn call(&self, call: CallBuilder) -> T::Handles {
        (self.handles)(&call.record())
    }

    /// The outputs of a returned value.
    pub fn write(&self, returned: T) -> Results {
        let mut results = Results::default();
        (self.write)(returned, &mut results);
        results
    }
}
