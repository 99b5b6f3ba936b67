use serde::Serialize;
use serde::de::DeserializeOwned;

/// A row or value that an artifact can hold: every type that serde writes and reads.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be stored in an artifact",
    label = "expected a type with `serde::Serialize` and `serde::Deserialize`",
    note = "add `#[derive(serde::Serialize, serde::Deserialize)]` to its own types"
)]
pub trait Stored: Serialize + DeserializeOwned + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + 'static> Stored for T {}
