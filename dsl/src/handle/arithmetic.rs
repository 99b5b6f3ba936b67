use super::value::Value;
use crate::payload::Payload;
use crate::record::{self, Operand, literal};
use pipewright_ir::function::{Arithmetic, Function, Numbers};
use pipewright_ir::graph::Location;
use std::ops::{Add, Div, Mul, Neg, Rem, Sub};

/// Numbers that are calculated with when the pipeline runs, with Rust's meaning: a result that the type cannot hold and
/// a division by zero fail what needs the value, as they panic in Rust.
///
/// `u64` and `usize` end at `i64::MAX` here: no target counts further. An `f64` that is not finite fails too. `f32` is
/// left out, as targets calculate with 64 bits only.
#[diagnostic::on_unimplemented(
    message = "`Value<{Self}>` cannot be calculated with when the pipeline runs",
    label = "expected an integer of at most 64 bits, or `f64`",
    note = "calculate in a component"
)]
pub trait Calculable: Payload {
    #[doc(hidden)]
    const __NUMBERS: Numbers;
}

/// Integers that are calculated with when the pipeline runs.
#[diagnostic::on_unimplemented(
    message = "there is no `%` of a `Value<{Self}>`",
    label = "expected an integer of at most 64 bits"
)]
pub trait CalculableInteger: Calculable {}

/// Numbers that may be negative.
#[diagnostic::on_unimplemented(
    message = "a `Value<{Self}>` cannot be negative",
    label = "expected a number with a sign"
)]
pub trait Negative: Calculable {
    #[doc(hidden)]
    fn __minus_one() -> Self;
}

/// An operand on the right of `+`, `-`, `*`, `/` and `%` with a `Value<T>` on the left.
#[diagnostic::on_unimplemented(
    message = "cannot calculate with a `Value<{T}>` and a `{Self}`",
    label = "both sides are numbers of one type: an integer of at most 64 bits, or `f64`",
    note = "texts are put together by `format!`; all else is calculated in a component"
)]
pub trait OperandOf<T> {
    /// What is calculated. What cannot be is reported once: its type is not known.
    #[doc(hidden)]
    type __Output;

    #[doc(hidden)]
    fn __operand(self) -> Operand;

    /// The numbers that are calculated with.
    #[doc(hidden)]
    fn __calculate(
        arithmetic: Arithmetic,
        left: Operand,
        right: Operand,
        at: &Location,
    ) -> Self::__Output;
}

#[diagnostic::do_not_recommend]
impl<T: Calculable> OperandOf<T> for T {
    type __Output = Value<T>;

    fn __operand(self) -> Operand {
        literal::<T, T>(&self)
    }

    fn __calculate(
        arithmetic: Arithmetic,
        left: Operand,
        right: Operand,
        at: &Location,
    ) -> Value<T> {
        calculate(arithmetic, left, right, at)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Calculable> OperandOf<T> for Value<T> {
    type __Output = Value<T>;

    fn __operand(self) -> Operand {
        Operand::Value(self.reference)
    }

    fn __calculate(
        arithmetic: Arithmetic,
        left: Operand,
        right: Operand,
        at: &Location,
    ) -> Value<T> {
        calculate(arithmetic, left, right, at)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Calculable> OperandOf<T> for &Value<T> {
    type __Output = Value<T>;

    fn __operand(self) -> Operand {
        Operand::Value(self.reference)
    }

    fn __calculate(
        arithmetic: Arithmetic,
        left: Operand,
        right: Operand,
        at: &Location,
    ) -> Value<T> {
        calculate(arithmetic, left, right, at)
    }
}

macro_rules! calculable {
    ($($ty:ty: $numbers:expr),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl Calculable for $ty {
            const __NUMBERS: Numbers = $numbers;
        }

        plain_left! { $ty: Add add Add, Sub sub Subtract, Mul mul Multiply, Div div Divide }
    )*};
}

// One for each type: Rust takes no blanket implementation of an operator whose left side is any type.
/// With a plain number on the left.
macro_rules! plain_left {
    ($ty:ty: $($operator:ident $method:ident $arithmetic:ident),*) => {$(
        #[diagnostic::do_not_recommend]
        impl $operator<Value<$ty>> for $ty {
            type Output = Value<$ty>;

            #[track_caller]
            fn $method(self, right: Value<$ty>) -> Value<$ty> {
                calculate(Arithmetic::$arithmetic, self.__operand(), right.__operand(), &Location::caller())
            }
        }
    )*};
}

macro_rules! integers {
    ($($ty:ty: $max:expr),* $(,)?) => {
        calculable! { $($ty: Numbers::Integers { min: <$ty>::MIN as i64, max: $max }),* }
        $(
            #[diagnostic::do_not_recommend]
            impl CalculableInteger for $ty {}

            plain_left! { $ty: Rem rem Remainder }
        )*
    };
}

macro_rules! negative {
    ($($ty:ty: $minus_one:expr),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Negative for $ty {
            fn __minus_one() -> Self {
                $minus_one
            }
        }
    )*};
}

integers! {
    i8: i8::MAX as i64, i16: i16::MAX as i64, i32: i32::MAX as i64, i64: i64::MAX, isize: i64::MAX,
    u8: u8::MAX as i64, u16: u16::MAX as i64, u32: u32::MAX as i64, u64: i64::MAX, usize: i64::MAX,
}
calculable! { f64: Numbers::Floats }
negative! { i8: -1, i16: -1, i32: -1, i64: -1, isize: -1, f64: -1.0 }

fn calculate<T: Calculable>(
    arithmetic: Arithmetic,
    left: Operand,
    right: Operand,
    at: &Location,
) -> Value<T> {
    let function = Function::Arithmetic(arithmetic, T::__NUMBERS);
    Value::new(record::apply(function, vec![left, right], T::ty(), at))
}

macro_rules! operator {
    ($($operator:ident $method:ident $arithmetic:ident [$($bound:tt)*]),*) => {$(
        impl<T $($bound)*, R: OperandOf<T>> $operator<R> for Value<T> {
            type Output = R::__Output;

            #[track_caller]
            fn $method(self, right: R) -> R::__Output {
                let left = Operand::Value(self.reference);
                R::__calculate(Arithmetic::$arithmetic, left, right.__operand(), &Location::caller())
            }
        }

        impl<T $($bound)*, R: OperandOf<T>> $operator<R> for &Value<T> {
            type Output = R::__Output;

            #[track_caller]
            fn $method(self, right: R) -> R::__Output {
                let left = Operand::Value(self.reference);
                R::__calculate(Arithmetic::$arithmetic, left, right.__operand(), &Location::caller())
            }
        }
    )*};
}

// No bound on `T` but where there must be: the operand on the right asks for it, in words of ours.
operator! {
    Add add Add [],
    Sub sub Subtract [],
    Mul mul Multiply [],
    Div div Divide [],
    Rem rem Remainder [: CalculableInteger]
}

impl<T: Negative> Neg for Value<T> {
    type Output = Self;

    #[track_caller]
    fn neg(self) -> Self {
        // Not `0 - x`, which has another zero for floats.
        let (value, minus_one) = (Operand::Value(self.reference), T::__minus_one().__operand());
        calculate(Arithmetic::Multiply, value, minus_one, &Location::caller())
    }
}
