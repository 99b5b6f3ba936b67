//! Variables from outside of a block: a run-time block keeps them as they are.

use super::branch::{Plain, RunTime};
use super::changes::Outside;
use super::logical::{PlainSide, RunTimeSide};
use super::loops::{PlainLoop, RunTimeLoop};
use std::marker::PhantomData;

/// What a guard keeps of a variable that its block uses.
pub trait Keeping {
    type Kept<'a>;

    fn kept<'a>(&self, _: PhantomData<&'a ()>) -> Self::Kept<'a>;
}

macro_rules! plain {
    ($($guard:ty),*) => {$(
        impl Keeping for $guard {
            type Kept<'a> = ();

            fn kept(&self, _: PhantomData<&()>) {}
        }
    )*};
}

macro_rules! run_time {
    ($($guard:ty),*) => {$(
        impl Keeping for $guard {
            type Kept<'a> = ReadOnly<'a>;

            fn kept<'a>(&self, borrow: PhantomData<&'a ()>) -> ReadOnly<'a> {
                ReadOnly(borrow)
            }
        }
    )*};
}

plain!(Plain, PlainLoop, PlainSide);
run_time!(RunTime, RunTimeLoop, RunTimeSide);

/// A borrow up to the end of a run-time block.
pub struct ReadOnly<'a>(PhantomData<&'a ()>);

impl Drop for ReadOnly<'_> {
    // The borrow lives up to here.
    fn drop(&mut self) {}
}

impl<'a, T: ?Sized> Outside<'a, T> {
    /// Keeps the borrow of a variable that code behind the block uses too.
    pub fn hold<G: Keeping>(self, guard: &G) -> G::Kept<'a> {
        guard.kept(PhantomData)
    }
}

/// A variable that nothing behind the block uses, and whose state is its own: others could be made of it. The block may
/// change it, or move it.
pub trait KeepOwned {
    fn keep<G>(&self, _: &G) {}
}

impl<T: Clone> KeepOwned for &Outside<'_, T> {}

/// A variable that may refer to the state of others, as a `&mut` does.
pub trait KeepReference<'a> {
    fn keep<G: Keeping>(&self, guard: &G) -> G::Kept<'a> {
        guard.kept(PhantomData)
    }
}

impl<'a, T: ?Sized> KeepReference<'a> for Outside<'a, T> {}
