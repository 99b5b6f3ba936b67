use super::value::Value;
use crate::record::{self, Operand, literal};
use pipewright_ir::expression::Comparison;
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::Location;
use pipewright_ir::types::Type;

/// A text that a run-time text is searched for: `&str`, `String`, `char` or a `Value<String>`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be looked for in a `Value<String>`",
    label = "expected text, a `char` or `Value<String>`"
)]
pub trait TextPattern {
    #[doc(hidden)]
    fn __operand(self) -> Operand;
}

#[diagnostic::do_not_recommend]
impl TextPattern for Value<String> {
    fn __operand(self) -> Operand {
        Operand::Value(self.reference)
    }
}

#[diagnostic::do_not_recommend]
impl TextPattern for &Value<String> {
    fn __operand(self) -> Operand {
        Operand::Value(self.reference)
    }
}

macro_rules! text_patterns {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl TextPattern for $ty {
            fn __operand(self) -> Operand {
                literal::<String, str>(&self.to_string())
            }
        }
    )*};
}

text_patterns!(&str, String, &String, char);

/// Functions of text that is known when the pipeline runs: each gives what the method of [`str`] gives.
impl Value<String> {
    /// The text itself, as a method of `String` that gives what plain code borrows.
    #[must_use]
    pub fn as_str(self) -> Self {
        self
    }

    /// Number of bytes of UTF-8.
    #[track_caller]
    pub fn len(self) -> Value<usize> {
        length(self, &Location::caller())
    }

    /// Absence of characters.
    #[track_caller]
    pub fn is_empty(self) -> Value<bool> {
        is_empty(self, &Location::caller())
    }

    /// Presence of a text in it.
    #[track_caller]
    pub fn contains(self, text: impl TextPattern) -> Value<bool> {
        search(
            self,
            Function::Method(Method::Contains),
            text.__operand(),
            &Location::caller(),
        )
    }

    /// Presence of a text at its start.
    #[track_caller]
    pub fn starts_with(self, text: impl TextPattern) -> Value<bool> {
        search(
            self,
            Function::Method(Method::StartsWith),
            text.__operand(),
            &Location::caller(),
        )
    }

    /// Presence of a text at its end.
    #[track_caller]
    pub fn ends_with(self, text: impl TextPattern) -> Value<bool> {
        search(
            self,
            Function::Method(Method::EndsWith),
            text.__operand(),
            &Location::caller(),
        )
    }

    /// The text in lower case.
    ///
    /// # Errors
    /// A few characters, such as the Greek `Σ`, whose case depends on what stands around them or that are newer than
    /// what Argo knows, fail what needs the value on Argo.
    #[track_caller]
    pub fn to_lowercase(self) -> Self {
        convert(
            self,
            Function::Method(Method::ToLowercase),
            &Location::caller(),
        )
    }

    /// The text in upper case.
    ///
    /// # Errors
    /// A few characters, such as the ligature `ﬁ`, of which Argo makes something else than Rust does, fail what needs
    /// the value on Argo.
    #[track_caller]
    pub fn to_uppercase(self) -> Self {
        convert(
            self,
            Function::Method(Method::ToUppercase),
            &Location::caller(),
        )
    }
}

/// Number of elements or bytes.
pub(super) fn length<T>(value: Value<T>, at: &Location) -> Value<usize> {
    let arguments = vec![Operand::Value(value.reference)];
    Value::new(record::apply(
        Function::Method(Method::Len),
        arguments,
        Type::Integer,
        at,
    ))
}

pub(super) fn is_empty<T>(value: Value<T>, at: &Location) -> Value<bool> {
    let length = Operand::Value(length(value, at).reference);
    let zero = literal::<usize, usize>(&0);
    Value::new(record::compare(length, Comparison::Equal, zero, at))
}

fn search(value: Value<String>, function: Function, text: Operand, at: &Location) -> Value<bool> {
    let arguments = vec![Operand::Value(value.reference), text];
    Value::new(record::apply(function, arguments, Type::Boolean, at))
}

fn convert(value: Value<String>, function: Function, at: &Location) -> Value<String> {
    let arguments = vec![Operand::Value(value.reference)];
    Value::new(record::apply(function, arguments, Type::String, at))
}
