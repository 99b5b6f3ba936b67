use crate::field::Typed;
use crate::payload::Payload;
use crate::reference::Reference;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde::Serialize;

/// An operand or argument: a handle, or a value that was written in the source.
#[doc(hidden)]
pub enum Operand {
    Value(Reference),
    Literal(Json, Type),
    /// Handles, as a list of a type.
    List(Vec<Reference>, Type),
    /// A value that JSON cannot hold, and why.
    Unwritable(String, Type),
}

/// A value written in the source, for something of type `T`.
pub(crate) fn literal<T: Payload, V: Serialize + ?Sized>(value: &V) -> Operand {
    let ty = T::ty();
    written(Json::of_type(value, &ty), ty)
}

fn written(json: Result<Json, String>, ty: Type) -> Operand {
    match json {
        Ok(json) => Operand::Literal(json, ty),
        Err(reason) => Operand::Unwritable(reason, ty),
    }
}

impl<T> Typed<T> {
    /// A value that is written in the source.
    pub(crate) fn literal(&self, value: &T) -> Operand {
        written((self.write)(value), (self.field.ty)())
    }
}
