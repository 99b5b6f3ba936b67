use super::branch::{Plain, RunTime};
use crate::handle::{Produced, Value, literal};
use crate::payload::Payload;
use crate::record;
use pipewright_ir::graph::Location;
use serde::Serialize;
use std::cell::Cell;
use std::marker::PhantomData;

/// What a block of an `if` or `match` gives, with the kind of its guard.
pub struct Give<'a, G, T>(Cell<Option<T>>, PhantomData<&'a G>);

impl<'a, G, T> Give<'a, G, T> {
    pub fn new(_: &'a G, given: T) -> Self {
        Self(Cell::new(Some(given)), PhantomData)
    }

    /// # Panics
    /// Never: it is taken once.
    fn take(&self) -> T {
        self.0.take().expect("a block gives one value")
    }
}

/// A plain `if` gives what its block gives.
impl<T> Give<'_, Plain, T> {
    pub fn give(&self) -> T {
        self.take()
    }
}

/// The block of a run-time `if` gives what is known when the pipeline runs.
pub trait GiveProduced {
    type Given;

    fn give(&self) -> Self::Given;
}

impl<T: Produced> GiveProduced for &&&Give<'_, RunTime, T> {
    type Given = T;

    fn give(&self) -> T {
        self.take()
    }
}

/// The block of a run-time `if` gives a text.
pub trait GiveText {
    #[track_caller]
    fn give(&self) -> Value<String>;
}

impl<T: AsRef<str> + Copy> GiveText for &&Give<'_, RunTime, T> {
    #[track_caller]
    fn give(&self) -> Value<String> {
        constant::<String, str>(self.take().as_ref())
    }
}

/// The block of a run-time `if` gives a plain value.
pub trait GivePlain {
    type Of;

    #[track_caller]
    fn give(&self) -> Value<Self::Of>;
}

impl<T: Payload> GivePlain for &Give<'_, RunTime, T> {
    type Of = T;

    #[track_caller]
    fn give(&self) -> Value<T> {
        constant::<T, T>(&self.take())
    }
}

/// The block of a run-time `if` gives what cannot travel between tasks, which is reported where the blocks meet.
pub trait GiveOther<T> {
    fn give(&self) -> T;
}

impl<T> GiveOther<T> for Give<'_, RunTime, T> {
    fn give(&self) -> T {
        self.take()
    }
}

#[track_caller]
fn constant<T: Payload, V: Serialize + ?Sized>(value: &V) -> Value<T> {
    let at = Location::caller();
    Value::new(record::constant(literal::<T, V>(value), &at))
}

impl Plain {
    /// Both blocks give one type: rustc checks the second against the first.
    pub fn second<T>(&self, _: &Option<T>, given: T) -> Option<T> {
        Some(given)
    }

    /// What a block gave, if it ran.
    pub fn given<T>(&self, given: Option<T>) -> Option<T> {
        given
    }
}

impl RunTime {
    /// One block may give a `Value`, and the other a plain one.
    pub fn second<T, U>(&self, _: &Option<T>, given: U) -> Option<U> {
        Some(given)
    }

    /// What a block gave.
    ///
    /// # Panics
    /// Never: both blocks have run.
    pub fn given<T>(&self, given: Option<T>) -> T {
        given.expect("both blocks of a run-time `if` run")
    }
}
