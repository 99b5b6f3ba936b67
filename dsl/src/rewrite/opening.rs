use super::branch::{Plain, RunTime, condition};
use crate::handle::{Value, there};
use crate::payload::Payload;
use pipewright_ir::graph::Location;
use std::cell::Cell;

/// What the pattern `Some(..)` takes apart.
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

    /// The same, where only a plain value can stand.
    pub fn take_apart(&self) -> T {
        self.take()
    }
}

/// What can be taken apart where the rest of the pipeline depends on it. A run-time option cannot.
#[diagnostic::on_unimplemented(
    message = "a run-time option cannot be taken apart here",
    label = "whether there is a value is known when the pipeline runs",
    note = "write `if let Some(value) = option {{ .. }}` and a second `if` in its block, or `option.unwrap_or(..)`"
)]
pub trait TakenApart {}

/// A run-time option: both blocks are recorded, the first with what there is.
pub trait RunTimeOption<T> {
    #[track_caller]
    fn open(&self) -> (RunTime, Option<Value<T>>);

    /// Gives what a plain option would give: all that is behind the answer is checked as if it were one.
    ///
    /// # Panics
    /// Never: it is not called, since no run-time option is `TakenApart`.
    fn take_apart(&self) -> Option<T>
    where
        Self: TakenApart,
    {
        unreachable!("a run-time option is not taken apart while the pipeline is put together")
    }
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
