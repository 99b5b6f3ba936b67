//! Values that travel between tasks.

use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that can be an input or output of a component: every type that serde writes and reads.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot travel between tasks",
    label = "expected a type with `serde::Serialize` and `serde::Deserialize`",
    note = "add `#[derive(serde::Serialize, serde::Deserialize)]` to its own types"
)]
pub trait Payload: Serialize + DeserializeOwned + 'static {
    /// Its type as the targets see it.
    fn ty() -> Type {
        Type::of::<Self>()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + 'static> Payload for T {}

/// A value as JSON, in the one form that is used everywhere.
///
/// # Errors
/// NaN, infinities and maps whose keys are no texts: JSON holds none of them.
pub fn to_json<T: Payload>(value: &T) -> Result<Json, String> {
    Json::of_type(value, &T::ty())
}
