//! Inputs, outputs and parameters as generated code names them.

use crate::payload::{self, Payload};
use pipewright_ir::artifact;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

/// Name of an output that has no other.
pub(crate) const OUTPUT: &str = "output";

/// An input, output or parameter; for generated code only.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub description: Option<&'static str>,
    pub ty: fn() -> Type,
    /// Text in the one form of its type, or why it cannot be of the type.
    pub normalize: fn(&Json) -> Result<Json, String>,
    pub default: Option<fn() -> Result<Json, String>>,
    pub at: (u32, u32),
}

impl Field {
    pub const fn new<T: Payload>(name: &'static str, description: Option<&'static str>) -> Self {
        Self {
            name,
            description,
            ty: T::ty,
            normalize: normalize::<T>,
            default: None,
            at: (0, 0),
        }
    }

    /// The value where none is given; `None` if one has to be.
    ///
    /// # Errors
    /// A default that JSON cannot hold, with the reason.
    pub(crate) fn default_value(&self) -> Result<Option<Json>, String> {
        match self.default {
            Some(default) => default().map(Some).map_err(|reason| {
                format!("the default of `{}` cannot be written: {reason}", self.name)
            }),
            None => Ok((self.ty)().is_optional().then(Json::null)),
        }
    }
}

fn normalize<T: Payload>(json: &Json) -> Result<Json, String> {
    // An artifact that has not come in has no path.
    if T::ty().artifact().is_some() {
        return artifact::read(&T::ty(), json);
    }
    payload::to_json(&json.to::<T>()?)
}

/// A field whose values are `T`s.
#[doc(hidden)]
pub struct Typed<T> {
    pub field: Field,
    // Functions in place of a bound on `T`: whoever holds a `Typed` need not ask for it again.
    pub(crate) read: fn(&Json) -> Result<T, String>,
    pub(crate) write: fn(&T) -> Result<Json, String>,
}

/// The only place of the expansion that asks for the bound on the type of an input or parameter.
#[doc(hidden)]
pub const fn typed<T: Payload>(name: &'static str, description: Option<&'static str>) -> Typed<T> {
    Typed {
        field: Field::new::<T>(name, description),
        read: Json::to::<T>,
        write: payload::to_json::<T>,
    }
}

impl<T> Typed<T> {
    #[must_use]
    pub const fn default(mut self, default: fn() -> Result<Json, String>) -> Self {
        self.field.default = Some(default);
        self
    }

    #[must_use]
    pub const fn at(mut self, line: u32, column: u32) -> Self {
        self.field.at = (line, column);
        self
    }

    /// A default as JSON.
    ///
    /// # Errors
    /// The reason, if JSON cannot hold it.
    pub fn json(&self, default: &T) -> Result<Json, String> {
        (self.write)(default)
    }
}
