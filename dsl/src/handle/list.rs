use super::text;
use crate::graph::Location;
use crate::handle::Value;

/// Functions of lists that are known when the pipeline runs.
impl<T> Value<Vec<T>> {
    /// How many elements it has.
    #[track_caller]
    pub fn len(self) -> Value<usize> {
        text::length(self, &Location::caller())
    }

    /// Whether it has no elements.
    #[track_caller]
    pub fn is_empty(self) -> Value<bool> {
        text::is_empty(self, &Location::caller())
    }
}
