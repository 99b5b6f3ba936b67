use crate::component::{Field, Results};
use crate::graph::Location;
use crate::handle::Value;
use crate::handle::value::Reference;
use crate::payload::{self, Payload};
use crate::record::{self, TaskHandles};
use crate::types::Type;

/// What a component or a pipeline may return: a serde type, or a struct with `#[derive(Outputs)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be returned by a component or pipeline",
    label = "not an output type",
    note = "return a type with `serde::Serialize` and `serde::Deserialize`, or a struct with `#[derive(Outputs)]` to name several outputs"
)]
pub trait Returned: Sized {
    /// What a call gives in a pipeline.
    type Handles: Handles;

    #[doc(hidden)]
    fn __fields() -> Vec<Field>;
    #[doc(hidden)]
    fn __handles(task: &TaskHandles) -> Self::Handles;
    #[doc(hidden)]
    fn __write(self, results: &mut Results);
}

/// The name of an output that has no other.
pub(crate) const OUTPUT: &str = "output";

#[diagnostic::do_not_recommend]
impl<T: Payload> Returned for T {
    type Handles = Value<T>;

    fn __fields() -> Vec<Field> {
        if T::ty() == Type::Null {
            return vec![];
        }
        vec![Field::new::<T>(OUTPUT, None)]
    }

    fn __handles(task: &TaskHandles) -> Value<T> {
        task.output(OUTPUT)
    }

    fn __write(self, results: &mut Results) {
        if T::ty() != Type::Null {
            results.add(OUTPUT, payload::to_json(&self));
        }
    }
}

/// The handles that a call gives: one [`Value`], or a struct of them.
pub trait Handles: Copy {
    #[doc(hidden)]
    fn __values(&self) -> Vec<(&'static str, __Reference)>;
    #[doc(hidden)]
    fn __merge(then: Self, otherwise: Self, merge: &mut record::Merge) -> Self;
}

/// Names a value; for generated code only.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct __Reference(pub(crate) Reference);

impl<T: 'static> Handles for Value<T> {
    fn __values(&self) -> Vec<(&'static str, __Reference)> {
        vec![(OUTPUT, __Reference(self.reference))]
    }

    fn __merge(then: Self, otherwise: Self, merge: &mut record::Merge) -> Self {
        Self::new(merge.value(then.reference, otherwise.reference))
    }
}

#[doc(hidden)]
impl<T> Value<T> {
    #[track_caller]
    pub fn __parameter(index: u32, ty: fn() -> Type) -> Self {
        Self::new(record::parameter(index, ty(), &Location::caller()))
    }

    pub fn __reference(&self) -> __Reference {
        __Reference(self.reference)
    }
}
