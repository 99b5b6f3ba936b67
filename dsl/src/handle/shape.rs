//! Types of outputs in a list of calls, or of a call that may fail.

use std::fmt;
use std::marker::PhantomData;

/// Turns the type of an output into another.
pub trait Shape: 'static {
    type Of<T: 'static>: 'static;
}

/// The type itself.
#[derive(Debug, Clone, Copy)]
pub struct One;

impl Shape for One {
    type Of<T: 'static> = T;
}

/// A list of the type.
pub struct Listed<S>(PhantomData<S>);

impl<S: Shape> Shape for Listed<S> {
    type Of<T: 'static> = Vec<S::Of<T>>;
}

/// An option of the type.
pub struct Optional<S>(PhantomData<S>);

impl<S: Shape> Shape for Optional<S> {
    type Of<T: 'static> = Option<S::Of<T>>;
}

impl<S> fmt::Debug for Listed<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Listed")
    }
}

impl<S> fmt::Debug for Optional<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Optional")
    }
}
