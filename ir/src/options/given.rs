//! Arguments of the methods of options: constants, or values that are known when the pipeline runs.

use super::Invalid;
use std::time::Duration;

/// Identity of a value in the pipeline that is being recorded; for generated code only.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueRef {
    /// Number of the recording.
    pub recording: u32,
    /// Number of the value in the graph.
    pub index: usize,
}

/// An option as it is given; for generated code only.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given<T> {
    /// It is known while the pipeline is put together.
    Constant(T),
    /// It is known when the pipeline runs.
    Value(ValueRef),
}

impl<T> Given<T> {
    /// Reads a constant.
    pub(super) fn read<U>(
        self,
        read: impl FnOnce(T) -> Result<U, Invalid>,
    ) -> Result<Given<U>, Invalid> {
        match self {
            Self::Constant(constant) => read(constant).map(Given::Constant),
            Self::Value(value) => Ok(Given::Value(value)),
        }
    }
}

/// Grammar of an option, for who has to check its value without the code here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grammar {
    /// Regular expression of all texts that fit. What else it matches, Kubernetes takes as well, rounded.
    pub pattern: &'static str,
    /// Expectation, for messages.
    pub expected: &'static str,
}

/// CPU or memory of a task: a text such as `"512Mi"`, or what is known when the pipeline runs: a `Value` of such a text, or of
/// an integer, which counts CPUs or bytes.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the CPU or memory of a task",
    label = "expected a text such as `\"512Mi\"`, a `Value<String>`, or a `Value` of an integer"
)]
pub trait QuantityOption {
    #[doc(hidden)]
    fn __given(self) -> Given<String>;
}

#[diagnostic::do_not_recommend]
impl<T: Into<String>> QuantityOption for T {
    fn __given(self) -> Given<String> {
        Given::Constant(self.into())
    }
}

/// Image of a task: a text, or a `Value<String>`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the image of a task",
    label = "expected a text such as `\"python:3.13\"`, or a `Value<String>`"
)]
pub trait ImageOption {
    #[doc(hidden)]
    fn __given(self) -> Given<String>;
}

#[diagnostic::do_not_recommend]
impl<T: Into<String>> ImageOption for T {
    fn __given(self) -> Given<String> {
        Given::Constant(self.into())
    }
}

/// Name of a task for people: a text, or a `Value<String>`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be a display name",
    label = "expected a text such as `\"train on everything\"`, or a `Value<String>`"
)]
pub trait DisplayName {
    #[doc(hidden)]
    fn __given(self) -> Given<String>;
}

#[diagnostic::do_not_recommend]
impl<T: Into<String>> DisplayName for T {
    fn __given(self) -> Given<String> {
        Given::Constant(self.into())
    }
}

/// Time limit of a task: what `seconds(..)`, `minutes(..)` and `hours(..)` give, or a `Duration`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the timeout of a task",
    label = "expected a time such as `minutes(30)`",
    note = "`seconds(..)`, `minutes(..)` and `hours(..)` make a time of a number, or of a `Value` of an integer"
)]
pub trait TimeoutOption {
    #[doc(hidden)]
    fn __given(self) -> Given<Duration>;
}

#[diagnostic::do_not_recommend]
impl TimeoutOption for Duration {
    fn __given(self) -> Given<Duration> {
        Given::Constant(self)
    }
}

/// Number of tries: a `u32`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the number of retries",
    label = "expected a whole number such as `3`",
    note = "retries are known while the pipeline is put together, when a `Value` is not known yet; `cpu`, `memory`, \
            `timeout`, `image` and `display_name` take values"
)]
pub trait RetryCount {
    #[doc(hidden)]
    fn __count(self) -> u32;
}

#[diagnostic::do_not_recommend]
impl RetryCount for u32 {
    fn __count(self) -> u32 {
        self
    }
}
