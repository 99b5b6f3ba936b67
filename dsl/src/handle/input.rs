use super::value::Value;
use crate::record::Operand;
use pipewright_ir::types::Type;

/// An argument where a component takes a `T`: a `T`, a [`Value<T>`] or a reference to one, `&str` for a `String`, and for an `Option<T>`
/// also a `T`. For a `Vec` it may be an array, also of values, or a reference to a `Vec` of values: `best(&scores)`.
///
/// The implementations ask nothing of `T`: a type that cannot be an input is reported where the component takes it, and
/// not at every call.
#[diagnostic::on_unimplemented(
    message = "this input needs a `{T}`, but it is given a `{Self}`",
    label = "expected `{T}` or `Value<{T}>`",
    note = "an input takes a value of its own type, or an output or parameter of that type; an iterator becomes a list by `.collect::<Vec<_>>()`; a tuple or struct with values in it is made by a component that takes these"
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
impl<T> IntoInput<T> for &Value<T> {
    fn __into_input(self, _: &dyn Fn(&T) -> Operand) -> Operand {
        Operand::Value(self.reference)
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoInput<Option<T>> for &Value<T> {
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

/// An element of an array that stands for a `Vec<T>`: what its elements may be, and values.
#[doc(hidden)]
pub trait ElementOf<T>: Sized {
    fn __list(elements: Vec<Self>, written: &dyn Fn(Vec<T>) -> Operand) -> Operand;
}

macro_rules! plain_elements {
    ($([$($generics:tt)*] $element:ty => $of:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ElementOf<$of> for $element {
            fn __list(elements: Vec<Self>, written: &dyn Fn(Vec<$of>) -> Operand) -> Operand {
                written(elements.into_iter().map(DefaultOf::__default).collect())
            }
        }
    )*};
}

plain_elements! {
    [T] T => T,
    [T] T => Option<T>,
    [] &str => String,
    [] &str => Option<String>,
    [T, E: DefaultOf<T>, const N: usize] [E; N] => Vec<T>,
}

#[diagnostic::do_not_recommend]
impl<T> ElementOf<T> for Value<T> {
    fn __list(elements: Vec<Self>, written: &dyn Fn(Vec<T>) -> Operand) -> Operand {
        list(&elements, written(vec![]))
    }
}

#[diagnostic::do_not_recommend]
impl<T, E: ElementOf<T>, const N: usize> IntoInput<Vec<T>> for [E; N] {
    fn __into_input(self, written: &dyn Fn(&Vec<T>) -> Operand) -> Operand {
        E::__list(self.into(), &|elements| written(&elements))
    }
}

#[diagnostic::do_not_recommend]
impl<T, E: ElementOf<T>, const N: usize> IntoInput<Option<Vec<T>>> for [E; N] {
    fn __into_input(self, written: &dyn Fn(&Option<Vec<T>>) -> Operand) -> Operand {
        E::__list(self.into(), &|elements| written(&Some(elements)))
    }
}

macro_rules! values {
    ($($values:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T> IntoInput<Vec<T>> for $values {
            fn __into_input(self, written: &dyn Fn(&Vec<T>) -> Operand) -> Operand {
                list(&self, written(&vec![]))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T> IntoInput<Option<Vec<T>>> for $values {
            fn __into_input(self, written: &dyn Fn(&Option<Vec<T>>) -> Operand) -> Operand {
                list(&self, written(&Some(vec![])))
            }
        }
    )*};
}

values!(&[Value<T>], &Vec<Value<T>>);

/// The list of values, where `empty` is that of none.
fn list<T>(values: &[Value<T>], empty: Operand) -> Operand {
    // An empty list is a literal. It is also what knows the type of the list, which a handle does not.
    match empty {
        Operand::Literal(_, ty) if !values.is_empty() => {
            let references = values.iter().map(|value| value.reference);
            let ty = match ty {
                Type::Optional(ty) => *ty,
                ty => ty,
            };
            Operand::List(references.collect(), ty)
        }
        empty => empty,
    }
}

/// A default of a `T`: a `T`, `&str` for a `String`, an array for a `Vec`, and for an `Option<T>` also a `T`.
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

/// The value of a default.
#[doc(hidden)]
pub fn default_of<T>(value: impl DefaultOf<T>) -> T {
    value.__default()
}
