use crate::graph::Location;
use crate::handle::{Value, literal};
use crate::record::{self, Operand};
use std::ops::Not;

/// The left side of `&&` and `||` when it is a plain `bool`.
pub trait BooleanOperators: Sized {
    #[track_caller]
    fn __and<R: Side>(self, right: impl FnOnce() -> R) -> R;
    #[track_caller]
    fn __or<R: Side>(self, right: impl FnOnce() -> R) -> R;
}

impl BooleanOperators for bool {
    #[track_caller]
    fn __and<R: Side>(self, right: impl FnOnce() -> R) -> R {
        if self { right() } else { R::known(false) }
    }

    #[track_caller]
    fn __or<R: Side>(self, right: impl FnOnce() -> R) -> R {
        if self { R::known(true) } else { right() }
    }
}

/// What can stand on the right side of `&&` and `||`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be a side of `&&` or `||`",
    label = "expected `bool` or `Value<bool>`"
)]
pub trait Side {
    #[track_caller]
    fn known(value: bool) -> Self;
    fn operand(self) -> Operand;
}

impl Side for bool {
    fn known(value: bool) -> bool {
        value
    }

    fn operand(self) -> Operand {
        literal::<bool, bool>(&self)
    }
}

impl Side for Value<bool> {
    #[track_caller]
    fn known(value: bool) -> Self {
        Self::__constant(value)
    }

    fn operand(self) -> Operand {
        Operand::Value(self.reference)
    }
}

#[doc(hidden)]
impl Value<bool> {
    #[track_caller]
    fn __constant(value: bool) -> Self {
        let at = Location::caller();
        let operand = literal::<bool, bool>(&value);
        Self::new(record::constant(operand, &at))
    }

    #[track_caller]
    pub fn __and<R: Side>(self, right: impl FnOnce() -> R) -> Self {
        let at = Location::caller();
        record::and(Operand::Value(self.reference), right().operand(), &at)
    }

    #[track_caller]
    pub fn __or<R: Side>(self, right: impl FnOnce() -> R) -> Self {
        let at = Location::caller();
        record::or(Operand::Value(self.reference), right().operand(), &at)
    }
}

impl Not for Value<bool> {
    type Output = Self;

    #[track_caller]
    fn not(self) -> Self {
        record::not(self.reference, &Location::caller())
    }
}

/// What can be the condition of a `while`.
#[diagnostic::on_unimplemented(
    message = "a `while` cannot depend on a value that is only known when the pipeline runs",
    label = "expected `bool`",
    note = "the loop runs while the pipeline is put together"
)]
pub trait Known {
    fn known(self) -> bool;
}

impl Known for bool {
    fn known(self) -> bool {
        self
    }
}
