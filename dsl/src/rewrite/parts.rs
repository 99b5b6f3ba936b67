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

/// The bound of values that a `match` with any patterns is about.
#[diagnostic::on_unimplemented(
    message = "a run-time value cannot be matched with these patterns",
    label = "is known only when the pipeline runs, and one of them takes it apart or has a name beside it",
    note = "its patterns are literals, ranges, variants without fields, constants, `|` and `_`, or `Some(name)` beside `None`; write an `if` in the arm for what else is to be asked, and match one value at a time"
)]
pub trait AnyPatterns {}

impl<T> TakenApart<Value<T>> {
    /// The type of a plain value: all that is behind the error is checked as if it were one.
    ///
    /// # Panics
    /// Never: it cannot be called.
    pub fn matched(&self) -> T
    where
        Value<T>: AnyPatterns,
    {
        unreachable!("no run-time value is matched while the pipeline is put together")
    }

    /// A field of a struct that is made here.
    pub fn field<F: FieldOf<Value<T>>>(&self) -> F {
        F::made(self.0.take().expect("a value is taken apart once"))
    }

    /// # Panics
    /// Never: it cannot be called.
    pub fn whole(&self) -> Parts<Value<T>>
    where
        Value<T>: HasParts,
    {
        unreachable!("no handle has parts")
    }
}

/// A field of a plain struct, which is made while the pipeline is put together.
#[diagnostic::on_unimplemented(
    message = "a field of a struct is a `{Self}`, but it is given a `{V}`",
    label = "is known only when the pipeline runs",
    note = "a component makes the struct: one that takes the fields and returns it"
)]
pub trait FieldOf<V> {
    fn made(value: V) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T> FieldOf<Self> for Value<T> {
    fn made(value: Self) -> Self {
        value
    }
}

/// Anything else is what it is.
pub trait PlainParts {
    type Whole;

    fn whole(&self) -> (Self::Whole,);

    fn matched(&self) -> Self::Whole {
        self.whole().0
    }

    fn field(&self) -> Self::Whole {
        self.whole().0
    }
}

impl<T> PlainParts for TakenApart<T> {
    type Whole = T;

    /// # Panics
    /// Never: it is taken once.
    fn whole(&self) -> (T,) {
        (self.0.take().expect("a value is taken apart once"),)
    }
}
