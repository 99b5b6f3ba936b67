use crate::handle::Value;
use crate::json::Json;
use crate::payload::Payload;
use crate::record::Operand;
use serde::Serialize;

/// What may be written where a component takes a `T`: a `T`, a [`Value<T>`], `&str` for a `String`, and for an
/// `Option<T>` also a `T`.
#[diagnostic::on_unimplemented(
    message = "this input needs a `{T}`, but it is given a `{Self}`",
    label = "expected `{T}` or `Value<{T}>`",
    note = "an input takes a value of its own type, or an output or parameter of that type"
)]
pub trait IntoInput<T> {
    #[doc(hidden)]
    fn __into_input(self) -> Operand;
}

#[diagnostic::do_not_recommend]
impl<T> IntoInput<T> for Value<T> {
    fn __into_input(self) -> Operand {
        Operand::Value(self.reference)
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoInput<Option<T>> for Value<T> {
    fn __into_input(self) -> Operand {
        Operand::Value(self.reference)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Payload> IntoInput<T> for T {
    fn __into_input(self) -> Operand {
        literal::<T, T>(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Payload> IntoInput<Option<T>> for T {
    fn __into_input(self) -> Operand {
        literal::<Option<T>, T>(&self)
    }
}

macro_rules! text {
    ($($text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoInput<String> for $text {
            fn __into_input(self) -> Operand {
                literal::<String, str>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoInput<Option<String>> for $text {
            fn __into_input(self) -> Operand {
                literal::<Option<String>, str>(self)
            }
        }
    )*};
}

text!(&str, &String);

/// A value written in the source, for something of type `T`.
pub(crate) fn literal<T: Payload, V: Serialize + ?Sized>(value: &V) -> Operand {
    let ty = T::ty();
    match crate::payload::json_as(value, &ty) {
        Ok(json) => Operand::Literal(json, ty),
        Err(reason) => Operand::Unwritable(reason, ty),
    }
}

/// What may be the default of a `T`: a `T`, `&str` for a `String`, and for an `Option<T>` also a `T`.
#[diagnostic::on_unimplemented(
    message = "the default of this parameter is a `{Self}`, but the parameter is a `{T}`",
    label = "expected `{T}`"
)]
pub trait DefaultOf<T> {
    #[doc(hidden)]
    fn __default(self) -> Result<Json, String>;
}

#[diagnostic::do_not_recommend]
impl<T: Payload> DefaultOf<T> for T {
    fn __default(self) -> Result<Json, String> {
        crate::payload::to_json(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Payload> DefaultOf<Option<T>> for T {
    fn __default(self) -> Result<Json, String> {
        crate::payload::to_json(&self)
    }
}

#[diagnostic::do_not_recommend]
impl DefaultOf<String> for &str {
    fn __default(self) -> Result<Json, String> {
        Json::of(self)
    }
}

#[diagnostic::do_not_recommend]
impl DefaultOf<Option<String>> for &str {
    fn __default(self) -> Result<Json, String> {
        Json::of(self)
    }
}
