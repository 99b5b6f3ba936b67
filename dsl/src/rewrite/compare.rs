use crate::handle::Value;
use crate::payload::Payload;
use crate::record::{self, Operand, literal};
use pipewright_ir::expression::Comparison;
use pipewright_ir::graph::Location;
use std::panic::UnwindSafe;

/// Both sides of a comparison as they are written.
pub struct Compare<'a, L: ?Sized, R: ?Sized>(pub &'a L, pub &'a R);

/// The other side of a `Value<T>` in a comparison.
#[diagnostic::on_unimplemented(
    message = "cannot compare a `Value<{T}>` with a `{Self}`",
    label = "expected `{T}` or `Value<{T}>` on the other side",
    note = "both sides of a comparison in a pipeline have the same type"
)]
pub trait Comparable<T> {
    fn operand(&self) -> Operand;
}

#[diagnostic::do_not_recommend]
impl<T> Comparable<T> for Value<T> {
    fn operand(&self) -> Operand {
        Operand::Value(self.reference)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Payload> Comparable<T> for T {
    fn operand(&self) -> Operand {
        literal::<T, T>(self)
    }
}

macro_rules! text {
    ($($text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Comparable<String> for $text {
            fn operand(&self) -> Operand {
                literal::<String, str>(self)
            }
        }
    )*};
}

text!(str, &str, &String);

/// Types whose values are equal or not when the pipeline runs: all but artifacts.
///
/// `UnwindSafe` stands for "is no artifact": a marker in [`Data`](crate::artifact::Data) takes it away from all that hold one, also from lists.
#[diagnostic::on_unimplemented(
    message = "a `Value<{Self}>` is an artifact, which cannot be compared",
    label = "only values can be compared",
    note = "compare what is in the files in a component, and give out a `bool`"
)]
pub trait Equatable {}

#[diagnostic::do_not_recommend]
impl<T: UnwindSafe> Equatable for T {}

/// Types whose values have an order when the pipeline runs.
#[diagnostic::on_unimplemented(
    message = "a `Value<{Self}>` has no order, so it cannot be compared with `<`, `<=`, `>` or `>=`",
    label = "numbers and strings have an order"
)]
pub trait Ordered {}

macro_rules! ordered {
    ($($ty:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Ordered for $ty {}
    )*};
}

ordered!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 String char);

/// A run-time value stands on the left.
pub trait RunTimeLeft<T, R: ?Sized> {
    #[track_caller]
    fn equality(&self, comparison: Comparison) -> Value<bool>
    where
        R: Comparable<T>,
        T: Equatable;

    #[track_caller]
    fn order(&self, comparison: Comparison) -> Value<bool>
    where
        R: Comparable<T>,
        T: Ordered;
}

// Two references: it is found before `RunTimeRight`, so that two run-time values are one case only.
impl<T, R: ?Sized> RunTimeLeft<T, R> for &&Compare<'_, Value<T>, R> {
    #[track_caller]
    fn equality(&self, comparison: Comparison) -> Value<bool>
    where
        R: Comparable<T>,
        T: Equatable,
    {
        let left = Operand::Value(self.0.reference);
        compare(left, comparison, self.1.operand(), &Location::caller())
    }

    #[track_caller]
    fn order(&self, comparison: Comparison) -> Value<bool>
    where
        R: Comparable<T>,
        T: Ordered,
    {
        let left = Operand::Value(self.0.reference);
        compare(left, comparison, self.1.operand(), &Location::caller())
    }
}

/// A plain value stands on the left, a run-time value on the right.
pub trait RunTimeRight<T, L: ?Sized> {
    #[track_caller]
    fn equality(&self, comparison: Comparison) -> Value<bool>
    where
        L: Comparable<T>,
        T: Equatable;

    #[track_caller]
    fn order(&self, comparison: Comparison) -> Value<bool>
    where
        L: Comparable<T>,
        T: Ordered;
}

impl<T, L: ?Sized> RunTimeRight<T, L> for &Compare<'_, L, Value<T>> {
    #[track_caller]
    fn equality(&self, comparison: Comparison) -> Value<bool>
    where
        L: Comparable<T>,
        T: Equatable,
    {
        let right = Operand::Value(self.1.reference);
        compare(self.0.operand(), comparison, right, &Location::caller())
    }

    #[track_caller]
    fn order(&self, comparison: Comparison) -> Value<bool>
    where
        L: Comparable<T>,
        T: Ordered,
    {
        let right = Operand::Value(self.1.reference);
        compare(self.0.operand(), comparison, right, &Location::caller())
    }
}

fn compare(left: Operand, comparison: Comparison, right: Operand, at: &Location) -> Value<bool> {
    Value::new(record::compare(left, comparison, right, at))
}

/// Two plain values: the operators of Rust.
impl<L: ?Sized, R: ?Sized> Compare<'_, L, R> {
    pub fn equality(&self, comparison: Comparison) -> bool
    where
        L: PlainEqual<R>,
    {
        self.0.equal(self.1) == (comparison == Comparison::Equal)
    }

    pub fn order(&self, comparison: Comparison) -> bool
    where
        L: PlainOrdered<R>,
    {
        self.0.ordered(comparison, self.1)
    }
}

/// `==` of plain values.
#[diagnostic::on_unimplemented(
    message = "cannot compare a `{Self}` with a `{R}`",
    label = "these types have no `==`"
)]
pub trait PlainEqual<R: ?Sized> {
    fn equal(&self, right: &R) -> bool;
}

#[diagnostic::do_not_recommend]
impl<L: PartialEq<R> + ?Sized, R: ?Sized> PlainEqual<R> for L {
    fn equal(&self, right: &R) -> bool {
        self == right
    }
}

/// `<` of plain values.
#[diagnostic::on_unimplemented(
    message = "cannot compare a `{Self}` with a `{R}`",
    label = "these types have no order"
)]
pub trait PlainOrdered<R: ?Sized> {
    fn ordered(&self, comparison: Comparison, right: &R) -> bool;
}

#[diagnostic::do_not_recommend]
impl<L: PartialOrd<R> + ?Sized, R: ?Sized> PlainOrdered<R> for L {
    fn ordered(&self, comparison: Comparison, right: &R) -> bool {
        match comparison {
            Comparison::Less => self < right,
            Comparison::LessOrEqual => self <= right,
            Comparison::Greater => self > right,
            _ => self >= right,
        }
    }
}
