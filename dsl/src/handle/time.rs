//! Times: constants, and those that are known when the pipeline runs.

use super::arithmetic::CalculableInteger;
use super::value::Value;
use crate::record::{self, Operand, literal};
use crate::reference::Reference;
use pipewright_ir::function::{Arithmetic, Function, Numbers};
use pipewright_ir::graph::Location;
use pipewright_ir::options::{Given, TimeoutOption};
use pipewright_ir::types::Type;
use std::time::Duration;

/// A number of seconds, minutes or hours, of which a time is made: of a `u64` a `Duration`, of a `Value` of an integer a
/// [`ValueTime`].
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be a number of seconds, minutes or hours",
    label = "expected a whole number such as `30`, or a `Value` of an integer"
)]
// The time is a parameter, not an associated type: rustc would report at the call, too, that there is none.
pub trait TimeCount<Time> {
    #[doc(hidden)]
    fn __times(self, seconds: u32, at: &Location) -> Time;
}

#[diagnostic::do_not_recommend]
impl TimeCount<Duration> for u64 {
    fn __times(self, seconds: u32, _: &Location) -> Duration {
        Duration::from_secs(self.saturating_mul(seconds.into()))
    }
}

#[diagnostic::do_not_recommend]
impl<T: CalculableInteger> TimeCount<ValueTime> for Value<T> {
    fn __times(self, seconds: u32, at: &Location) -> ValueTime {
        if seconds == 1 {
            return ValueTime(self.reference);
        }
        // All integers are one type to the targets: 60 minutes have more seconds than a `u8` counts.
        let numbers = Numbers::Integers {
            min: i64::MIN,
            max: i64::MAX,
        };
        let function = Function::Arithmetic(Arithmetic::Multiply, numbers);
        let operands = vec![
            Operand::Value(self.reference),
            literal::<u32, u32>(&seconds),
        ];
        ValueTime(record::apply(function, operands, Type::Integer, at))
    }
}

/// A time that is known when the pipeline runs: what [`seconds`], [`minutes`] and [`hours`] make of a `Value`.
#[derive(Debug, Clone, Copy)]
pub struct ValueTime(Reference);

#[diagnostic::do_not_recommend]
impl TimeoutOption for ValueTime {
    fn __given(self) -> Given<Duration> {
        Given::Value(self.0.into())
    }
}

/// A time in seconds.
#[track_caller]
pub fn seconds<Time>(count: impl TimeCount<Time>) -> Time {
    count.__times(1, &Location::caller())
}

/// A time in minutes.
#[track_caller]
pub fn minutes<Time>(count: impl TimeCount<Time>) -> Time {
    count.__times(60, &Location::caller())
}

/// A time in hours.
#[track_caller]
pub fn hours<Time>(count: impl TimeCount<Time>) -> Time {
    count.__times(3600, &Location::caller())
}
