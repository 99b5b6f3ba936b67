use super::branch::{Plain, RunTime, condition};
use crate::handle::{Value, unwrapped};
use crate::payload::Payload;
use pipewright_ir::graph::Location;
use std::cell::Cell;

/// An option that the pattern `Some(..)` is matched with.
pub struct IfLet<T>(Cell<Option<T>>);

impl<T> IfLet<T> {
    pub fn new(subject: T) -> Self {
        Self(Cell::new(Some(subject)))
    }

    /// # Panics
    /// Never: it is taken once.
    fn take(&self) -> T {
        self.0.take().expect("an option is taken apart once")
    }

    /// A plain value: the pattern decides.
    pub fn branch(&self) -> (Plain, T) {
        (Plain(true), self.take())
    }

    /// The same, where only a plain value can stand.
    pub fn destructure(&self) -> T {
        self.take()
    }
}

/// Options that can be taken apart where the rest of the pipeline depends on it. Those of the run time cannot.
#[diagnostic::on_unimplemented(
    message = "a run-time option cannot be taken apart here",
    label = "whether there is a value is known when the pipeline runs",
    note = "write `if let Some(value) = option {{ .. }}` and a second `if` in its block, or `option.unwrap_or(..)`"
)]
pub trait Destructurable {}

/// A run-time option: both blocks are recorded, the first with what there is.
pub trait RunTimeOption<T> {
    #[track_caller]
    fn branch(&self) -> (RunTime, Option<Value<T>>);

    /// The type of a plain option: all that is behind the error is checked as if it were one.
    ///
    /// # Panics
    /// Never: it is not called, since no run-time option is `Destructurable`.
    fn destructure(&self) -> Option<T>
    where
        Self: Destructurable,
    {
        unreachable!("a run-time option is not taken apart while the pipeline is put together")
    }
}

impl<T: Payload> RunTimeOption<T> for &IfLet<Value<Option<T>>> {
    #[track_caller]
    fn branch(&self) -> (RunTime, Option<Value<T>>) {
        let subject = self.take();
        let guard = condition(subject.is_some()).branch();
        (guard, Some(unwrapped(subject, &Location::caller())))
    }
}

impl<T: Payload> RunTimeOption<T> for &IfLet<&Value<Option<T>>> {
    #[track_caller]
    fn branch(&self) -> (RunTime, Option<Value<T>>) {
        (&&IfLet::new(*self.take())).branch()
    }
}
