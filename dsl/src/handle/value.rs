use pipewright_ir::graph::ValueId;
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

/// Names a value of the pipeline that is being recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Number of the recording.
    pub(crate) recording: u32,
    pub(crate) id: ValueId,
}

impl<T> Value<T> {
    pub(crate) fn new(reference: Reference) -> Self {
        Self {
            reference,
            of: PhantomData,
        }
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
        write!(f, "Value<{}>", name.rsplit("::").next().unwrap_or(name))
    }
}
