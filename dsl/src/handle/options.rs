use super::handles::{Handles, first};
use super::value::Value;
use crate::record;
use pipewright_ir::graph::Location;
use pipewright_ir::options::{Configure, DisplayName, Invalid, RetryCount, Setting};

/// Order, tries and name of what a call or a block gives: a task, a group, a called pipeline.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn clean() {}
///
/// #[component]
/// fn train(rows: u32) -> f64 {
///     f64::from(rows)
/// }
///
/// #[pipeline]
/// fn training(rows: u32) -> f64 {
///     let cleaned = clean().display_name("cleaning");
///     train(rows).cpu("2").memory("4Gi").timeout(minutes(30)).retries(3).after(&cleaned)
/// }
///
/// let (_, diagnostics) = training::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
///
/// The options of tasks alone are those of [`TaskOptions`](pipewright_ir::options::TaskOptions).
pub trait StepOptions: Handles {
    /// Number of times that the task, or all of the group or called pipeline, is tried again when it fails.
    #[track_caller]
    fn retries(self, times: impl RetryCount) -> Self {
        record::retries(first(&self), times.__count(), &Location::caller());
        self
    }

    /// Name for people. That of a task may be known only when the pipeline runs: then Argo shows it where it shows the task,
    /// with `-` for what is no letter, digit or `.`, up to 63 characters. Other names, and those of a run on this machine, are
    /// those of tasks, too, as far as they are such characters.
    #[track_caller]
    fn display_name(self, name: impl DisplayName) -> Self {
        record::display_name(first(&self), name.__given(), &Location::caller());
        self
    }

    /// Lets the pipeline go on when the task fails. Its outputs are optional then: nothing, if it did.
    #[track_caller]
    fn allow_failure(self) -> Self::Options {
        let at = Location::caller();
        record::allow_failure(first(&self), &at);
        self.__options(&mut |value| record::optional_result(value, &at))
    }

    /// Starts the task only when another task, or the `if` that gives a value, has ended.
    #[track_caller]
    fn after(self, other: &impl Handles) -> Self {
        let at = Location::caller();
        record::after(first(&self), first(other), &at);
        self
    }
}

#[diagnostic::do_not_recommend]
impl<H: Handles> StepOptions for H {}

#[diagnostic::do_not_recommend]
impl<T: 'static> Configure for Value<T> {
    fn __configure(self, setting: Result<Setting, Invalid>, at: &Location) -> Self {
        configure(&self, setting, at);
        self
    }
}

/// Sets an option of the task that handles belong to; for generated code only.
#[doc(hidden)]
pub fn configure(handles: &impl Handles, setting: Result<Setting, Invalid>, at: &Location) {
    record::configure(first(handles), setting, at);
}
