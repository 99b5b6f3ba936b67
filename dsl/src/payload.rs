//! Values that travel between tasks.

use crate::json::Json;
use crate::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that can be an input or output of a component: every type that serde writes and reads.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot travel between tasks",
    label = "expected a type with `serde::Serialize` and `serde::Deserialize`",
    note = "add `#[derive(serde::Serialize, serde::Deserialize)]` to its own types"
)]
pub trait Payload: Serialize + DeserializeOwned + 'static {
    /// What it may hold, as the targets see it.
    fn ty() -> Type {
        Type::of::<Self>()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + 'static> Payload for T {}

/// A value as JSON, in the one form that is used everywhere.
///
/// # Errors
/// What JSON cannot hold: NaN, infinities, maps whose keys are no texts.
pub fn to_json<T: Payload>(value: &T) -> Result<Json, String> {
    json_as(value, &T::ty())
}

/// A value as JSON of a type: numbers with a fraction are written without exponent and without `.0`, as Rust prints
/// them, so that text made of them is the same wherever it is made.
pub(crate) fn json_as<T: Serialize + ?Sized>(value: &T, ty: &Type) -> Result<Json, String> {
    let json = Json::of(value)?;
    match ty {
        Type::Number if json.is_null() => {
            Err("it is not a finite number, and JSON holds no others".into())
        }
        Type::Number => Ok(Json::number(value).unwrap_or(json)),
        Type::Optional(inner) if **inner == Type::Number => {
            let number = json.to::<f64>().ok();
            Ok(number
                .and_then(|number| Json::number(&number))
                .unwrap_or(json))
        }
        _ => Ok(json),
    }
}
