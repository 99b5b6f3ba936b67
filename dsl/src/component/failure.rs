/// Failure of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    message: String,
}

impl Failure {
    /// A failure with its message.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }

    /// The error that a component's function returned.
    #[doc(hidden)]
    pub fn of(error: impl Fails) -> Self {
        Self::new(error.__message())
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// The `Err` of a component: an error that can be printed.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the error `{Self}` of a component cannot be printed",
    label = "expected a type with `std::fmt::Display`",
    note = "its text is the message of the task that failed"
)]
pub trait Fails {
    fn __message(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<E: std::fmt::Display> Fails for E {
    fn __message(&self) -> String {
        self.to_string()
    }
}
