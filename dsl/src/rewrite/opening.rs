use super::branch::{Plain, RunTime, condition};
use crate::graph::Location;
use crate::handle::{Value, there};
use crate::payload::Payload;
use std::cell::Cell;

/// What the pattern `Some(..)` of an `if let` or `match` takes apart.
pub struct Opening<T>(Cell<Option<T>>);

impl<T> Opening<T> {
    pub fn new(subject: T) -> Self {
        Self(Cell::new(Some(subject)))
    }

    /// # Panics
    /// Never: it is taken once.
    fn take(&self) -> T {
        self.0.take().expect("an option is taken apart once")
    }

    /// A plain value: the pattern decides.
    pub fn open(&self) -> (Plain, T) {
        (Plain(true), self.take())
    }
}

/// A run-time option: both blocks are recorded, the first with what there is.
pub trait RunTimeOption<T> {
    #[track_caller]
    fn open(&self) -> (RunTime, Option<Value<T>>);
}

impl<T: Payload> RunTimeOption<T> for &Opening<Value<Option<T>>> {
    #[track_caller]
    fn open(&self) -> (RunTime, Option<Value<T>>) {
        let subject = self.take();
        let guard = condition(subject.is_some()).branch();
        (guard, Some(there(subject, &Location::caller())))
    }
}

impl<T: Payload> RunTimeOption<T> for &Opening<&Value<Option<T>>> {
    #[track_caller]
    fn open(&self) -> (RunTime, Option<Value<T>>) {
        (&&Opening::new(*self.take())).open()
    }
}
