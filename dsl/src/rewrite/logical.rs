use super::branch::{Guard, MayAssign, MayChange, MayLeave};
use super::changes::Changed;
use crate::handle::Value;
use crate::record::{self, OpenSide, Operand, literal};
use pipewright_ir::graph::Location;
use std::ops::Not;

/// The left side of `&&` or `||`.
pub struct Logical<S>(S);

/// The only place that asks what a left side may be.
pub fn logical<S: BooleanOperand>(side: S) -> Logical<S> {
    Logical(side)
}

/// A plain side on the left decides whether the right one is evaluated.
impl Logical<bool> {
    #[track_caller]
    pub fn and<R: BooleanOperand>(self, right: impl FnOnce() -> R) -> R {
        if self.0 { right() } else { R::constant(false) }
    }

    #[track_caller]
    pub fn or<R: BooleanOperand>(self, right: impl FnOnce() -> R) -> R {
        if self.0 { R::constant(true) } else { right() }
    }
}

/// With a run-time side on the left both are recorded.
impl Logical<Value<bool>> {
    #[track_caller]
    pub fn and<R: BooleanOperand>(self, right: impl FnOnce() -> R) -> Value<bool> {
        // Both sides: whether the left one holds is known only when the pipeline runs.
        let at = Location::caller();
        Value::new(record::and(self.0.operand(), right().operand(), &at))
    }

    #[track_caller]
    pub fn or<R: BooleanOperand>(self, right: impl FnOnce() -> R) -> Value<bool> {
        let at = Location::caller();
        Value::new(record::or(self.0.operand(), right().operand(), &at))
    }
}

/// A right side that may call something: it does so only where the left one does not decide.
impl Logical<bool> {
    pub fn start_and(self) -> PlainSide {
        PlainSide {
            left: self.0,
            decides: false,
        }
    }

    pub fn start_or(self) -> PlainSide {
        PlainSide {
            left: self.0,
            decides: true,
        }
    }
}

impl Logical<Value<bool>> {
    #[track_caller]
    pub fn start_and(self) -> RunTimeSide {
        RunTimeSide(record::enter_side(
            self.0.reference,
            false,
            &Location::caller(),
        ))
    }

    #[track_caller]
    pub fn start_or(self) -> RunTimeSide {
        RunTimeSide(record::enter_side(
            self.0.reference,
            true,
            &Location::caller(),
        ))
    }
}

/// A plain left side.
pub struct PlainSide {
    left: bool,
    /// The left side that needs no right one.
    decides: bool,
}

impl PlainSide {
    pub fn asks(&mut self) -> bool {
        self.left != self.decides
    }

    #[track_caller]
    pub fn join<R: BooleanOperand>(self, right: Option<R>) -> R {
        right.unwrap_or_else(|| R::constant(self.decides))
    }
}

/// A run-time left side, whose right one is recorded: as the block of an `if`, if it has tasks.
pub struct RunTimeSide(OpenSide);

impl RunTimeSide {
    pub fn asks(&mut self) -> bool {
        true
    }

    /// # Panics
    /// Never: the right side is recorded.
    pub fn join<R: BooleanOperand>(self, right: Option<R>) -> Value<bool> {
        let right = right.expect("the right side is recorded");
        Value::new(self.0.join(right.operand()))
    }
}

impl Guard for PlainSide {}
impl Guard for RunTimeSide {}

#[diagnostic::do_not_recommend]
impl MayAssign for PlainSide {}

#[diagnostic::do_not_recommend]
impl MayLeave for PlainSide {}

#[diagnostic::do_not_recommend]
impl MayChange<PlainSide> for Changed {}

impl PlainSide {
    /// What is behind a plain side is asked as if there were none.
    pub fn only<T>(&self, then: T) -> T {
        then
    }
}

impl RunTimeSide {
    /// # Panics
    /// Never: it is not called.
    pub fn only<T, R>(&self, _: T) -> R {
        unreachable!("the right side of a run-time value is recorded")
    }
}

/// The methods of sides that are reported already.
pub trait NotLogical: Sized {
    fn and<R>(self, right: impl FnOnce() -> R) -> R {
        right()
    }

    fn or<R>(self, right: impl FnOnce() -> R) -> R {
        right()
    }

    fn start_and(self) -> PlainSide {
        PlainSide {
            left: true,
            decides: false,
        }
    }

    fn start_or(self) -> PlainSide {
        PlainSide {
            left: false,
            decides: true,
        }
    }
}

impl<S> NotLogical for Logical<S> {}

/// A side of `&&` or `||`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be a side of `&&` or `||`",
    label = "expected `bool` or `Value<bool>`",
    note = "a comparison such as `value < 10` is a `Value<bool>`"
)]
pub trait BooleanOperand {
    #[track_caller]
    fn constant(value: bool) -> Self;
    fn operand(self) -> Operand;
}

#[diagnostic::do_not_recommend]
impl BooleanOperand for bool {
    fn constant(value: bool) -> bool {
        value
    }

    fn operand(self) -> Operand {
        literal::<bool, bool>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl BooleanOperand for Value<bool> {
    #[track_caller]
    fn constant(value: bool) -> Self {
        constant(value)
    }

    fn operand(self) -> Operand {
        Operand::Value(self.reference)
    }
}

/// A handle of `true` or `false`.
#[track_caller]
pub(super) fn constant(value: bool) -> Value<bool> {
    let at = Location::caller();
    Value::new(record::constant(literal::<bool, bool>(&value), &at))
}

impl Not for Value<bool> {
    type Output = Self;

    #[track_caller]
    fn not(self) -> Self {
        Value::new(record::not(self.reference, &Location::caller()))
    }
}

/// The condition of a `while`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the condition of a `while`",
    label = "expected `bool`",
    note = "a `while` runs while the pipeline is put together, when a `Value` is not known yet"
)]
pub trait WhileCondition {
    fn holds(self) -> bool;
}

#[diagnostic::do_not_recommend]
impl WhileCondition for bool {
    fn holds(self) -> bool {
        self
    }
}
