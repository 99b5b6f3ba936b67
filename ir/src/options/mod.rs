//! Options of tasks: one row each, from which all that an option needs is made.
//!
//! A row of `options!` gives [`Options`] its field, the attribute `#[component]` its key, and [`TaskOptions`] its method:
//!
//! ```text
//! /// Meaning, for people.
//! name: Option<Value>,                    // its field: `Option` for one value, `Vec` for one of each name
//!     attribute: Form = "\"example\"",    // what a literal becomes, by `Form::literal`; an example of one
//!     method(argument: impl OptionText),  // if there is one: what it takes; a value is made of it by `Form::given`
//!     value: Name;                        // if a value may be known only when the pipeline runs: its variant of
//!                                         // `RuntimeOption`; such a value is read by `Form::known`
//! ```
//!
//! The macros depend on none of this and keep a list of their own, which a test of theirs writes from
//! [`Options::DECLARED`].

mod cache;
mod env;
mod field;
mod given;
mod literal;
mod method;
mod row;
mod texts;

pub use cache::{Cache, CacheOption};
pub use env::EnvVar;
pub use field::{Field, Named};
pub use given::{
    DisplayName, Given, Grammar, ImageOption, QuantityOption, RetryCount, TimeoutOption, ValueRef,
};
pub use literal::{Declaration, Kind, Literal, Syntax};
pub use method::{Configure, Invalid, OptionText};
pub use texts::Count;

use crate::graph::Location;
use crate::json::Json;
use crate::kube::{ImageRef, Memory, Quantity, Seconds};
use row::options;
use serde::{Deserialize, Serialize};

options! {
    /// Image that holds the program, instead of that of the pipeline's crate.
    image: Option<ImageRef>,
        attribute: ImageRef = "\"python:3.12\"",
        method(reference: impl ImageOption),
        value: Image;

    /// Processor time as a Kubernetes quantity: `"2"`, `"500m"`.
    cpu: Option<Quantity>,
        attribute: Quantity = "\"500m\"",
        method(quantity: impl QuantityOption),
        value: Cpu;

    /// Memory as a Kubernetes quantity: `"512Mi"`, `"4Gi"`. Without a unit it is a number of bytes.
    memory: Option<Memory>,
        attribute: Memory = "\"1.5Gi\"",
        method(quantity: impl QuantityOption),
        value: Memory;

    /// Number of times that a failed task is tried again.
    retries: Option<u32>,
        attribute: Count = "3";

    /// Time limit of each try, in whole seconds.
    timeout: Option<Seconds>,
        attribute: Seconds = "\"10m\"",
        method(limit: impl TimeoutOption),
        value: Timeout;

    /// Environment variable of the task's container.
    env: Vec<EnvVar>,
        attribute: EnvVar = "NAME = \"text\"",
        method(name: impl OptionText, value: impl OptionText);

    /// Use of the outputs of an earlier task with the same code and inputs, instead of running it: `true`, `false`, or for
    /// how long: `hours(24)`. The code is the text of the component's function, not of those it calls.
    cache: Option<Cache>,
        attribute: Cache = "true",
        method(cache: impl CacheOption);
}

#[cfg(test)]
mod tests;
