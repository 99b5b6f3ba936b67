use crate::handle::{Value, literal};
use crate::record::{self, Operand};
use pipewright_ir::graph::Location;
use std::ops::Not;

/// The left side of `&&` or `||`.
pub struct Logic<S>(S);

/// Asks whether the left side may be one.
pub fn side<S: Side>(side: S) -> Logic<S> {
    Logic(side)
}

/// A plain side on the left decides whether the right one is evaluated.
impl Logic<bool> {
    #[track_caller]
    pub fn and<R: Side>(self, right: impl FnOnce() -> R) -> R {
        if self.0 { right() } else { R::known(false) }
    }

    #[track_caller]
    pub fn or<R: Side>(self, right: impl FnOnce() -> R) -> R {
        if self.0 { R::known(true) } else { right() }
    }
}

/// With a run-time side on the left both are recorded.
impl Logic<Value<bool>> {
    #[track_caller]
    pub fn and<R: Side>(self, right: impl FnOnce() -> R) -> Value<bool> {
        let at = Location::caller();
        record::and(self.0.operand(), right().operand(), &at)
    }

    #[track_caller]
    pub fn or<R: Side>(self, right: impl FnOnce() -> R) -> Value<bool> {
        let at = Location::caller();
        record::or(self.0.operand(), right().operand(), &at)
    }
}

/// The methods of sides that are reported already.
pub trait NoLogic: Sized {
    fn and<R>(self, right: impl FnOnce() -> R) -> R {
        right()
    }

    fn or<R>(self, right: impl FnOnce() -> R) -> R {
        right()
    }
}

impl<S> NoLogic for Logic<S> {}

/// What can be a side of `&&` and `||`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be a side of `&&` or `||`",
    label = "expected `bool` or `Value<bool>`",
    note = "a comparison such as `value < 10` is a `Value<bool>`"
)]
pub trait Side {
    #[track_caller]
    fn known(value: bool) -> Self;
    fn operand(self) -> Operand;
}

#[diagnostic::do_not_recommend]
impl Side for bool {
    fn known(value: bool) -> bool {
        value
    }

    fn operand(self) -> Operand {
        literal::<bool, bool>(&self)
    }
}

#[diagnostic::do_not_recommend]
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
    pub(crate) fn __constant(value: bool) -> Self {
        let at = Location::caller();
        let operand = literal::<bool, bool>(&value);
        Self::new(record::constant(operand, &at))
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
    message = "a `{Self}` cannot be the condition of a `while`",
    label = "expected `bool`",
    note = "a `while` runs while the pipeline is put together, when a `Value` is not known yet"
)]
pub trait Known {
    fn known(self) -> bool;
}

#[diagnostic::do_not_recommend]
impl Known for bool {
    fn known(self) -> bool {
        self
    }
}
