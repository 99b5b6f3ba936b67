//! What inputs and outputs of a container hold: a value, an artifact or a list of artifacts.
//!
//! Whether a type is an artifact rustc tells by the method that it finds: artifacts have one of their own.

use crate::artifact::Kind;
use std::marker::PhantomData;

/// A type of an input or output.
#[derive(Debug, Clone, Copy)]
pub struct Held<T>(PhantomData<fn() -> T>);

/// A value that is no artifact.
#[derive(Debug, Clone, Copy)]
pub struct NoFile;

/// An artifact.
#[derive(Debug, Clone, Copy)]
pub struct OneFile;

/// A list of artifacts.
#[derive(Debug, Clone, Copy)]
pub struct SeveralFiles;

impl<T> Held<T> {
    /// A type.
    pub const OF: Self = Self(PhantomData);
}

impl<K: Kind> Held<K> {
    /// An artifact.
    pub fn held(self) -> OneFile {
        OneFile
    }
}

/// Artifacts that stand in lists, or may be missing.
pub trait Artifacts {}

impl<K: Kind> Artifacts for K {}

impl<A: Artifacts> Artifacts for Vec<A> {}

impl<A: Artifacts> Artifacts for Option<A> {}

impl<A: Artifacts> Held<Vec<A>> {
    /// A list of artifacts.
    pub fn held(self) -> SeveralFiles {
        SeveralFiles
    }
}

/// The method of all other types.
pub trait Others {
    /// A value.
    fn held(self) -> NoFile;
}

impl<T> Others for Held<T> {
    fn held(self) -> NoFile {
        NoFile
    }
}

/// What an `Input` may hold.
#[diagnostic::on_unimplemented(
    message = "an artifact cannot be an `Input`",
    label = "its text would be that of a reference, not its content",
    note = "write `InputPath<..>`, which prints the path of its file"
)]
pub trait OfInput {}

impl OfInput for NoFile {}

/// What an `InputPath` may hold.
#[diagnostic::on_unimplemented(
    message = "only an artifact can be an `InputPath`",
    label = "a value has no file",
    note = "write `Input<..>`, which prints the value, or give a file to the component that makes it"
)]
pub trait OfInputPath {}

impl OfInputPath for OneFile {}
impl OfInputPath for SeveralFiles {}

/// What an `OutputPath` may hold.
#[diagnostic::on_unimplemented(
    message = "a list of artifacts cannot be an `OutputPath`",
    label = "the program of an image does not tell how many it has made",
    note = "write an `OutputPath<..>` for each of them, or one of a folder"
)]
pub trait OfOutputPath {}

impl OfOutputPath for NoFile {}
impl OfOutputPath for OneFile {}

/// Asks rustc for what an `Input` has to hold.
pub fn input(_: impl OfInput) {}

/// Asks rustc for what an `InputPath` has to hold.
pub fn input_path(_: impl OfInputPath) {}

/// Asks rustc for what an `OutputPath` has to hold.
pub fn output_path(_: impl OfOutputPath) {}
