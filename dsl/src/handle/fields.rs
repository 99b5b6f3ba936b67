use super::value::Value;
use crate::payload::Payload;
use crate::record;
use pipewright_ir::graph::Location;
use std::any::Any;
use std::ops::Deref;

/// A struct whose fields can be taken out of a [`Value`] when the pipeline runs: one with `#[derive(Fields)]`.
pub trait HasFields: Sized + 'static {
    /// The fields as values.
    type Fields: Any + Send + Sync;

    #[doc(hidden)]
    fn __fields(value: &OpenFields<Self>) -> Self::Fields;
}

/// A struct whose fields are being recorded; for generated code only.
#[doc(hidden)]
pub struct OpenFields<T> {
    value: Value<T>,
    at: Location,
}

/// The fields of a struct with `#[derive(Fields)]`, as values.
impl<T: HasFields> Deref for Value<T> {
    type Target = T::Fields;

    #[track_caller]
    fn deref(&self) -> &T::Fields {
        let (value, at) = (*self, Location::caller());
        let open = OpenFields {
            value,
            at: at.clone(),
        };
        record::fields(self.reference, || T::__fields(&open), &at)
    }
}

#[doc(hidden)]
impl<T> OpenFields<T> {
    /// The field with a name on the wire.
    pub fn field<F: Payload>(&self, name: &str) -> Value<F> {
        Value::new(record::field(self.value.reference, name, F::ty(), &self.at))
    }
}
