use super::input::IntoInput;
use super::returned::Returned;
use super::value::Value;
use crate::record::{self, literal};
use pipewright_ir::graph::Location;
use std::any::type_name;

/// Waits until a person approves. Tasks that wait for it have an `.after`.
///
/// On Argo the workflow is suspended there, and goes on with `argo resume`. On one machine a terminal is asked, or the
/// command `approve` tells the run to go on.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn deploy(version: String) {
///     println!("{version}");
/// }
///
/// #[pipeline]
/// fn deploying(version: String) {
///     let go = approve(format!("deploy {version}?"));
///     deploy(version).after(&go);
/// }
///
/// let (_, diagnostics) = deploying::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
#[track_caller]
pub fn approve(message: impl IntoInput<String>) -> Value<()> {
    ask::<()>(message)
}

/// Waits until a person gives values: of a serde type, or of each field of a struct with `#[derive(Outputs)]`.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn deploy(version: String) {
///     println!("{version}");
/// }
///
/// #[derive(Outputs)]
/// struct Decision {
///     /// Permission to deploy.
///     approved: bool,
///     reason: Option<String>,
/// }
///
/// #[pipeline]
/// fn deploying(version: String) {
///     let decision = ask::<Decision>("deploy?");
///     if decision.approved {
///         deploy(version);
///     }
/// }
///
/// let (_, diagnostics) = deploying::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
#[track_caller]
pub fn ask<T: Returned>(message: impl IntoInput<String>) -> T::Handles {
    let at = Location::caller();
    let fields = T::__fields();
    // People see it in the workflow's tree.
    let name = match type_name::<T>().rsplit("::").next() {
        _ if fields.is_empty() => "approve".to_owned(),
        Some(name) => format!("ask {}", name.trim_end_matches('>')),
        None => "ask".to_owned(),
    };
    let message = message.__into_input(&|text| literal::<String, str>(text));
    T::__handles(&record::approval(&name, message, &fields, &at))
}
