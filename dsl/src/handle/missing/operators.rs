//! Operators of plain values that handles do not have.

use crate::handle::Value;
use std::ops::{Add, BitAnd, BitOr, BitXor};

/// A value behind a text and a `+`.
#[diagnostic::on_unimplemented(
    message = "a text cannot be joined with a `{Self}` by `+`",
    label = "`+` is for numbers",
    note = "texts are put together by `format!`: `format!(\"hello {{name}}\")`"
)]
pub trait RestOfText {}

/// No value is of it. Without any such type, rustc would not get as far as to ask for the bound.
enum Nobody {}

#[diagnostic::do_not_recommend]
impl RestOfText for Value<Nobody> {}

#[diagnostic::do_not_recommend]
impl RestOfText for Value<[Nobody; 1]> {}

impl<T> Add<Value<T>> for &str
where
    Value<T>: RestOfText,
{
    type Output = Value<String>;

    /// # Panics
    /// Never: nothing is joined so.
    fn add(self, _: Value<T>) -> Value<String> {
        unreachable!("no text is joined by `+`")
    }
}

/// The other side of a `|`, `&` or `^`.
#[diagnostic::on_unimplemented(
    message = "`|`, `&` and `^` are not calculated when the pipeline runs",
    label = "only `||`, `&&`, `!` and `!=` are, of booleans",
    note = "write `a || b` for `a | b`, `a && b` for `a & b`, and `a != b` for `a ^ b`; the bits of numbers are for a component"
)]
pub trait Bits<T> {}

impl<T, R: Bits<T>> BitOr<R> for Value<T> {
    type Output = Self;

    /// # Panics
    /// Never: nothing has bits.
    fn bitor(self, _: R) -> Self {
        unreachable!("no handle has bits")
    }
}

impl<T, R: Bits<T>> BitAnd<R> for Value<T> {
    type Output = Self;

    /// # Panics
    /// Never: nothing has bits.
    fn bitand(self, _: R) -> Self {
        unreachable!("no handle has bits")
    }
}

impl<T, R: Bits<T>> BitXor<R> for Value<T> {
    type Output = Self;

    /// # Panics
    /// Never: nothing has bits.
    fn bitxor(self, _: R) -> Self {
        unreachable!("no handle has bits")
    }
}

impl<T> BitOr<Value<T>> for bool
where
    Value<T>: Bits<Self>,
{
    type Output = Value<Self>;

    /// # Panics
    /// Never: nothing has bits.
    fn bitor(self, _: Value<T>) -> Value<Self> {
        unreachable!("no handle has bits")
    }
}

impl<T> BitAnd<Value<T>> for bool
where
    Value<T>: Bits<Self>,
{
    type Output = Value<Self>;

    /// # Panics
    /// Never: nothing has bits.
    fn bitand(self, _: Value<T>) -> Value<Self> {
        unreachable!("no handle has bits")
    }
}

impl<T> BitXor<Value<T>> for bool
where
    Value<T>: Bits<Self>,
{
    type Output = Value<Self>;

    /// # Panics
    /// Never: nothing has bits.
    fn bitxor(self, _: Value<T>) -> Value<Self> {
        unreachable!("no handle has bits")
    }
}
