use super::branch::{Plain, RunTime};
use crate::handle::{BlockValue, Value};
use crate::payload::Payload;
use crate::record::{self, literal};
use pipewright_ir::graph::Location;
use serde::Serialize;
use std::cell::Cell;
use std::marker::PhantomData;

/// The value at the end of a block of an `if` or `match`, with the kind of its guard.
///
/// A method that is found through references cannot take its value: the cell gives it up.
pub struct Tail<'a, G, T>(Cell<Option<T>>, PhantomData<&'a G>);

impl<'a, G, T> Tail<'a, G, T> {
    pub fn new(_: &'a G, value: T) -> Self {
        Self(Cell::new(Some(value)), PhantomData)
    }

    /// # Panics
    /// Never: it is taken once.
    fn take(&self) -> T {
        self.0.take().expect("a block gives one value")
    }
}

/// A plain `if` has the value of its block.
impl<T> Tail<'_, Plain, T> {
    pub fn value(&self) -> T {
        self.take()
    }
}

/// The block of a run-time `if` ends with handles.
pub trait TailBlockValue {
    type Value;

    fn value(&self) -> Self::Value;
}

// The number of references is the order in which rustc looks for a method: handles before texts before other values, and
// last what none of them is.
impl<T: BlockValue> TailBlockValue for &&&Tail<'_, RunTime, T> {
    type Value = T;

    fn value(&self) -> T {
        self.take()
    }
}

/// The block of a run-time `if` ends with a text.
pub trait TailText {
    #[track_caller]
    fn value(&self) -> Value<String>;
}

impl<T: AsRef<str> + Copy> TailText for &&Tail<'_, RunTime, T> {
    #[track_caller]
    fn value(&self) -> Value<String> {
        constant::<String, str>(self.take().as_ref())
    }
}

/// The block of a run-time `if` ends with a plain value.
pub trait TailPlain {
    type Of;

    #[track_caller]
    fn value(&self) -> Value<Self::Of>;
}

impl<T: Payload> TailPlain for &Tail<'_, RunTime, T> {
    type Of = T;

    #[track_caller]
    fn value(&self) -> Value<T> {
        constant::<T, T>(&self.take())
    }
}

/// The block of a run-time `if` ends with what cannot travel between tasks, which is reported where the blocks meet.
pub trait TailOther<T> {
    fn value(&self) -> T;
}

impl<T> TailOther<T> for Tail<'_, RunTime, T> {
    fn value(&self) -> T {
        self.take()
    }
}

#[track_caller]
fn constant<T: Payload, V: Serialize + ?Sized>(value: &V) -> Value<T> {
    let at = Location::caller();
    Value::new(record::constant(literal::<T, V>(value), &at))
}

impl Plain {
    /// Both blocks have values of one type: rustc checks the second against the first.
    pub fn second<T>(&self, _: &Option<T>, value: T) -> Option<T> {
        Some(value)
    }

    /// The value of a block, if it ran.
    pub fn block_value<T>(&self, value: Option<T>) -> Option<T> {
        value
    }
}

impl RunTime {
    /// One block may end with a `Value`, and the other with a plain one.
    pub fn second<T, U>(&self, _: &Option<T>, value: U) -> Option<U> {
        Some(value)
    }

    /// The value of a block.
    ///
    /// # Panics
    /// Never: both blocks have run.
    pub fn block_value<T>(&self, value: Option<T>) -> T {
        value.expect("both blocks of a run-time `if` run")
    }
}
