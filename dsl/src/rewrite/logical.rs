use crate::handle::Value;
use crate::record::{self, Operand, literal};
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

/// The methods of sides that are reported already.
pub trait NotLogical: Sized {
    fn and<R>(self, right: impl FnOnce() -> R) -> R {
        right()
    }

    fn or<R>(self, right: impl FnOnce() -> R) -> R {
        right()
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
