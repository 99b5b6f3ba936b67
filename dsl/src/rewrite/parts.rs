use crate::handle::Value;
use std::cell::Cell;

/// What a pattern of several parts takes apart.
pub struct TakenApart<T>(Cell<Option<T>>);

impl<T> TakenApart<T> {
    pub fn new(whole: T) -> Self {
        Self(Cell::new(Some(whole)))
    }
}

/// The bound of values whose parts are known.
#[diagnostic::on_unimplemented(
    message = "the parts of a value are known only when the pipeline runs",
    label = "is taken apart while the pipeline is put together",
    note = "take it apart in a component, one with `#[derive(Outputs)]` gives each part as a value; `list.enumerate()` and `list.zip(other)` give pairs"
)]
pub trait HasParts {
    type Parts;
}

/// The parts of what has them. What has none is reported once: their type stands in a field.
pub struct Parts<T: HasParts>(pub T::Parts);

impl<T> TakenApart<Value<T>> {
    /// # Panics
    /// Never: it cannot be called.
    pub fn whole(&self) -> Parts<Value<T>>
    where
        Value<T>: HasParts,
    {
        unreachable!("no handle has parts")
    }
}

/// Anything else is what it is.
pub trait PlainParts {
    type Whole;

    fn whole(&self) -> (Self::Whole,);
}

impl<T> PlainParts for TakenApart<T> {
    type Whole = T;

    /// # Panics
    /// Never: it is taken once.
    fn whole(&self) -> (T,) {
        (self.0.take().expect("a value is taken apart once"),)
    }
}
