use pipewright_ir::types::Type;
use serde::de::DeserializeOwned;
use std::fmt;

/// Type of the rows or of the value of an artifact, as far as serde knows it.
///
/// ```
/// use pipewright::artifact::Shape;
/// assert_eq!(Shape::of::<Vec<Option<u8>>>().to_string(), "list of optional integer");
/// ```
// The type itself is not handed on: it has a variant `String`, and rustc writes `std::string::String` into all messages
// where another name of this kind can be seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape(pub(super) Type);

impl Shape {
    /// The shape of a type.
    pub fn of<T: DeserializeOwned + 'static>() -> Self {
        Self(Type::of::<T>())
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
