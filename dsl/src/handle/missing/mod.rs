//! Methods that plain values have and handles do not: each call is one error, which says what to write.
//!
//! A method's own bound fails, not that of its `impl`: rustc finds the method, and reports the bound in our words. What
//! it gives is of a type that the rest of the user's line goes on with, so that one mistake is one error.

mod methods;
mod operators;

use super::value::Value;
use std::ops::Index;

/// The bound of methods that take an option apart.
#[diagnostic::on_unimplemented(
    message = "whether there is a value is known only when the pipeline runs",
    label = "takes the option apart while the pipeline is put together",
    note = "write `if let Some(x) = value {{ .. }}`, or give another one with `value.unwrap_or(..)`"
)]
pub trait KnownOption {}

/// The bound of methods that go through a list.
#[diagnostic::on_unimplemented(
    message = "the items of a list are known only when the pipeline runs",
    label = "goes through the list while the pipeline is put together",
    note = "loop over the list itself: `for item in list {{ .. }}` or `list.map(|item| ..)`"
)]
pub trait KnownItems {}

/// The bound of methods that look into a list, or change it.
#[diagnostic::on_unimplemented(
    message = "what a list holds is known only when the pipeline runs",
    label = "looks into the list while the pipeline is put together",
    note = "write a component that takes the list and does it; `for` and `map` run tasks for each item"
)]
pub trait KnownList {}

/// The bound of methods that calculate.
#[diagnostic::on_unimplemented(
    message = "this is not calculated when the pipeline runs",
    label = "only `+`, `-`, `*`, `/`, `%` and comparisons are, of numbers",
    note = "calculate in a component, or choose with an `if`: `if a > b {{ a }} else {{ b }}`"
)]
pub trait KnownNumber {}

/// The bound of methods that make a text of another one.
#[diagnostic::on_unimplemented(
    message = "a text is known only when the pipeline runs",
    label = "changes the text while the pipeline is put together",
    note = "write a component that takes the text and does it; texts are put together by `format!`"
)]
pub trait KnownText {}

/// The bound of options that tasks do not have.
#[diagnostic::on_unimplemented(
    message = "a task has no such option",
    label = "the options are `cpu`, `memory`, `retries`, `timeout`, `env`, `cache` and `image`",
    note = "what else Kubernetes is to know of a task is put into the YAML after it is compiled"
)]
pub trait TaskOption {}

/// An index of a list.
#[diagnostic::on_unimplemented(
    message = "an element of a list is known only when the pipeline runs",
    label = "takes the element while the pipeline is put together",
    note = "take it in a component, or loop over the list: `for item in list {{ .. }}`"
)]
pub trait ElementIndex<T> {
    /// What is taken. Where nothing can be, its type is not known: that is reported once.
    type Element;
}

impl<T, I: ElementIndex<T>> Index<I> for Value<T> {
    type Output = I::Element;

    /// # Panics
    /// Never: nothing is such an index.
    fn index(&self, _: I) -> &I::Element {
        unreachable!("no handle has elements")
    }
}
