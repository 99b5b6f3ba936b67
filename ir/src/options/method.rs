use super::{Setting, TaskOptions};
use crate::graph::Location;
use std::fmt;

/// Handles of a task, whose options can be set.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is not the output of a task",
    label = "expected what the call of a component gives"
)]
pub trait Configure: Sized {
    /// Sets an option, or reports at a place why it cannot be.
    #[doc(hidden)]
    #[must_use]
    fn __configure(self, setting: Result<Setting, Invalid>, at: &Location) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Configure> TaskOptions for T {}

/// A value that an option cannot have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    value: String,
    /// Name of the option, or of the part of it that the value is.
    name: &'static str,
    expected: &'static str,
}

impl Invalid {
    /// A value, and what is expected instead.
    pub(super) fn new(value: String, expected: &'static str) -> Self {
        let name = "";
        Self {
            value,
            name,
            expected,
        }
    }

    /// Names the option, or a part of it. The first name stays: it is that of the smaller part.
    pub(super) fn named(mut self, name: &'static str) -> Self {
        if self.name.is_empty() {
            self.name = name;
        }
        self
    }

    /// Message: the value, and the option that it cannot be.
    pub fn message(&self) -> String {
        format!("`{}` cannot be the {} of a task", self.value, self.name)
    }

    /// Expectation, as a help.
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.message(), self.expected)
    }
}

impl std::error::Error for Invalid {}

/// The text of an environment variable: what a `String` can be made from.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the name or value of an environment variable",
    label = "expected text, such as `\"debug\"`",
    note = "variables are known while the pipeline is put together, when a `Value` is not known yet: make it an input of the \
            component; of the options, `cpu`, `memory`, `timeout`, `image` and `display_name` take values"
)]
pub trait OptionText {
    #[doc(hidden)]
    fn text(self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: Into<String>> OptionText for T {
    fn text(self) -> String {
        self.into()
    }
}
