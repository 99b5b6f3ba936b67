use crate::field::Typed;
use crate::record;
use crate::reference::Reference;
use pipewright_ir::graph::Location;
use std::fmt;
use std::marker::PhantomData;

/// A value of type `T` that is known when the pipeline runs: an output of a task, or a parameter of the pipeline.
///
/// In a `#[pipeline]` it can be an input of components, be compared, stand in the condition of an `if` and in
/// `format!`. It is a handle: copying it copies no data.
pub struct Value<T> {
    pub(crate) reference: Reference,
    of: PhantomData<fn() -> T>,
}

impl<T> Value<T> {
    pub(crate) fn new(reference: Reference) -> Self {
        Self {
            reference,
            of: PhantomData,
        }
    }

    #[doc(hidden)]
    pub fn __reference(&self) -> Reference {
        self.reference
    }
}

impl<T> Clone for Value<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Value<T> {}

impl<T> fmt::Debug for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = std::any::type_name::<T>();
        f.write_str(&record::printed(name.rsplit("::").next().unwrap_or(name)))
    }
}

impl<T> Typed<T> {
    /// The handle of the pipeline's parameter of an index.
    #[track_caller]
    pub fn parameter(&self, index: u32) -> Value<T> {
        let ty = (self.field.ty)();
        Value::new(record::parameter(index, ty, &Location::caller()))
    }
}
