use crate::handle::Value;
use crate::payload::Payload;
use crate::record::Operand;
use serde::Serialize;

/// What may be written where a component takes a `T`: a `T`, a [`Value<T>`], `&str` for a `String`, an array for a
/// `Vec`, and for an `Option<T>` also a `T`.
///
/// The implementations ask nothing of `T`: a type that cannot be an input is reported where the component takes it, and
/// not at every call.
#[diagnostic::on_unimplemented(
    message = "this input needs a `{T}`, but it is given a `{Self}`",
    label = "expected `{T}` or `Value<{T}>`",
    note = "an input takes a value of its own type, or an output or parameter of that type"
)]
pub trait IntoInput<T> {
    #[doc(hidden)]
    fn __into_input(self, written: &dyn Fn(&T) -> Operand) -> Operand;
}

#[diagnostic::do_not_recommend]
impl<T> IntoInput<T> for Value<T> {
    fn __into_input(self, _: &dyn Fn(&T) -> Operand) -> Operand {
        Operand::Value(self.reference)
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoInput<Option<T>> for Value<T> {
    fn __into_input(self, _: &dyn Fn(&Option<T>) -> Operand) -> Operand {
        Operand::Value(self.reference)
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoInput<T> for T {
    fn __into_input(self, written: &dyn Fn(&T) -> Operand) -> Operand {
        written(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoInput<Option<T>> for T {
    fn __into_input(self, written: &dyn Fn(&Option<T>) -> Operand) -> Operand {
        written(&Some(self))
    }
}

macro_rules! text {
    ($($text:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoInput<String> for $text {
            fn __into_input(self, written: &dyn Fn(&String) -> Operand) -> Operand {
                written(&self.to_owned())
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoInput<Option<String>> for $text {
            fn __into_input(self, written: &dyn Fn(&Option<String>) -> Operand) -> Operand {
                written(&Some(self.to_owned()))
            }
        }
    )*};
}

text!(&str, &String);

#[diagnostic::do_not_recommend]
impl<T, E: DefaultOf<T>, const N: usize> IntoInput<Vec<T>> for [E; N] {
    fn __into_input(self, written: &dyn Fn(&Vec<T>) -> Operand) -> Operand {
        written(&self.__default())
    }
}

/// A value written in the source, for something of type `T`.
pub(crate) fn literal<T: Payload, V: Serialize + ?Sized>(value: &V) -> Operand {
    let ty = T::ty();
    match crate::payload::json_as(value, &ty) {
        Ok(json) => Operand::Literal(json, ty),
        Err(reason) => Operand::Unwritable(reason, ty),
    }
}

/// What may be the default of a `T`: a `T`, `&str` for a `String`, an array for a `Vec`, and for an `Option<T>` also a `T`.
#[diagnostic::on_unimplemented(
    message = "this parameter is a `{T}`, but its default is a `{Self}`",
    label = "expected `{T}`"
)]
pub trait DefaultOf<T> {
    #[doc(hidden)]
    fn __default(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T> DefaultOf<T> for T {
    fn __default(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T> DefaultOf<Option<T>> for T {
    fn __default(self) -> Option<T> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl DefaultOf<String> for &str {
    fn __default(self) -> String {
        self.into()
    }
}

#[diagnostic::do_not_recommend]
impl DefaultOf<Option<String>> for &str {
    fn __default(self) -> Option<String> {
        Some(self.into())
    }
}

#[diagnostic::do_not_recommend]
impl<T, E: DefaultOf<T>, const N: usize> DefaultOf<Vec<T>> for [E; N] {
    fn __default(self) -> Vec<T> {
        self.map(E::__default).into()
    }
}
