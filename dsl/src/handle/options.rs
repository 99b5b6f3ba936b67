use crate::handle::outputs::{__Reference, Handles};
use crate::record;
use pipewright_ir::graph::{Cache, EnvVar, Location, Options};
use pipewright_ir::kube;
use std::time::Duration;

/// How a task runs, as methods on what its call gives. They replace what the component says.
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
///     let cleaned = clean();
///     train(rows).cpu("2").memory("4Gi").retries(3).timeout(minutes(30)).after(&cleaned)
/// }
///
/// let (_, diagnostics) = training::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
///
/// A wrong value is reported with its place before any YAML is written.
pub trait TaskOptions: Handles {
    /// Processor time as a Kubernetes quantity: `"2"`, `"500m"`.
    #[track_caller]
    fn cpu(self, quantity: impl OptionText) -> Self {
        let quantity = quantity.text();
        let wrong = (!kube::is_positive_quantity(&quantity))
            .then(|| wrong("cpu", &quantity, kube::quantity_message(&quantity)));
        set(self, wrong, |options| options.cpu = Some(quantity))
    }

    /// Memory as a Kubernetes quantity, in bytes: `"512Mi"`, `"4Gi"`.
    #[track_caller]
    fn memory(self, quantity: impl OptionText) -> Self {
        let quantity = quantity.text();
        let wrong = (!kube::is_positive_quantity(&quantity))
            .then(|| wrong("memory", &quantity, kube::quantity_message(&quantity)));
        set(self, wrong, |options| options.memory = Some(quantity))
    }

    /// How often the task, or all of the called pipeline, is tried again when it fails.
    #[track_caller]
    fn retries(self, times: u32) -> Self {
        record::retries(first(&self), times, &Location::caller());
        self
    }

    /// Time limit of each try, in whole seconds.
    #[track_caller]
    fn timeout(self, limit: Duration) -> Self {
        let wrong = (limit.as_secs() == 0 || limit.subsec_nanos() != 0).then(|| {
            wrong(
                "timeout",
                &format!("{limit:?}"),
                "expected whole seconds, at least one",
            )
        });
        set(self, wrong, |options| options.timeout = Some(limit))
    }

    /// An environment variable of the task's container.
    #[track_caller]
    fn env(self, name: impl OptionText, value: impl OptionText) -> Self {
        let (name, value) = (name.text(), value.text());
        let wrong = (!kube::is_environment_variable(&name)).then(|| {
            wrong(
                "name of an environment variable",
                &name,
                kube::environment_variable_message(&name),
            )
        });
        set(self, wrong, |options| {
            options.env.retain(|variable| variable.name != name);
            options.env.push(EnvVar { name, value });
        })
    }

    /// Whether outputs of an earlier task with the same code and inputs may be used instead of running it: `true`,
    /// `false`, or for how long: `hours(24)`. The code is the text of the component's function, not of those it calls.
    #[track_caller]
    fn cache(self, cache: impl CacheOption) -> Self {
        let cache = cache.cache();
        let wrong = match cache {
            Cache::For(age) if age.as_secs() == 0 || age.subsec_nanos() != 0 => Some(wrong(
                "age of the cache",
                &format!("{age:?}"),
                "expected whole seconds, at least one",
            )),
            _ => None,
        };
        set(self, wrong, |options| options.cache = Some(cache))
    }

    /// What people call the task.
    #[track_caller]
    fn display_name(self, name: impl OptionText) -> Self {
        record::display_name(first(&self), name.text(), &Location::caller());
        self
    }

    /// Lets the pipeline go on when the task fails. Its outputs are optional then: nothing, if it did.
    #[track_caller]
    fn allow_failure(self) -> Self::Options {
        let at = Location::caller();
        record::allow_failure(first(&self), &at);
        self.__options(&mut |value| __Reference(record::attempted(value.0, &at)))
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
impl<H: Handles> TaskOptions for H {}

/// Whether earlier outputs are used: `bool`, or for how long.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not tell whether outputs are cached",
    label = "expected `true`, `false` or a time such as `hours(24)`"
)]
pub trait CacheOption {
    #[doc(hidden)]
    fn cache(self) -> Cache;
}

#[diagnostic::do_not_recommend]
impl CacheOption for bool {
    fn cache(self) -> Cache {
        if self { Cache::Always } else { Cache::Never }
    }
}

#[diagnostic::do_not_recommend]
impl CacheOption for Duration {
    fn cache(self) -> Cache {
        Cache::For(self)
    }
}

/// The text of an option: what a `String` can be made from.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be an option of a task",
    label = "expected text, such as `\"1Gi\"`",
    note = "options are known while the pipeline is put together, when a `Value` is not known yet"
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

fn first(handles: &impl Handles) -> Option<record::Reference> {
    handles.__values().first().map(|(_, reference)| reference.0)
}

fn wrong(what: &str, value: &str, expected: &str) -> (String, String) {
    (
        format!("`{value}` cannot be the {what} of a task"),
        expected.to_owned(),
    )
}

#[track_caller]
fn set<H: Handles>(
    handles: H,
    wrong: Option<(String, String)>,
    change: impl FnOnce(&mut Options),
) -> H {
    let at = Location::caller();
    record::options(first(&handles), &at, wrong, change);
    handles
}

/// A time limit in seconds.
pub const fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// A time limit in minutes.
pub const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count.saturating_mul(60))
}

/// A time limit in hours.
pub const fn hours(count: u64) -> Duration {
    Duration::from_secs(count.saturating_mul(3600))
}
