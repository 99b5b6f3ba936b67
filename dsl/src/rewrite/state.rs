//! Variables from outside of a block: a run-time block keeps them as they are.

use super::branch::{Plain, RunTime};
use super::logical::{PlainSide, RunTimeSide};
use super::loops::{PlainLoop, RunTimeLoop};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::marker::PhantomData;

/// A variable from outside, or a field of one.
pub struct Outside<'a, T: ?Sized>(PhantomData<&'a T>);

pub fn outside<T: ?Sized>(_: &T) -> Outside<'_, T> {
    Outside(PhantomData)
}

/// A field, which is not looked at: what `Deref` records must not be recorded for it.
pub fn outside_field<'a, T: ?Sized + 'a>(_: impl FnOnce() -> &'a T) -> Outside<'a, T> {
    Outside(PhantomData)
}

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

/// The variable is changed.
pub struct Changed;

/// Whether the variable is changed is known to rustc only.
pub struct Unknown;

macro_rules! collections {
    ($([$($generics:tt)*] $ty:ty),* $(,)?) => {$(
        impl<$($generics)*> OfCollection for &Outside<'_, $ty> {}
    )*};
}

/// The method is one of a collection.
pub trait OfCollection {
    fn collection(&self) -> Changed {
        Changed
    }
}

collections! {
    [T] Vec<T>,
    [T] VecDeque<T>,
    [T] LinkedList<T>,
    [T] BinaryHeap<T>,
    [T] BTreeSet<T>,
    [T, S] HashSet<T, S>,
    [K, V] BTreeMap<K, V>,
    [K, V, S] HashMap<K, V, S>,
    [T, const N: usize] [T; N],
    [T] Option<T>,
    [] String,
}

/// The method is one of an option.
pub trait OfOption {
    fn option(&self) -> Changed {
        Changed
    }
}

impl<T> OfOption for &Outside<'_, Option<T>> {}

/// The method is one of an iterator.
pub trait OfIterator {
    fn iterator(&self) -> Changed {
        Changed
    }
}

impl<T: Iterator> OfIterator for &Outside<'_, T> {}

/// The method is one of another type.
pub trait OfOther {
    fn collection(&self) -> Unknown {
        Unknown
    }

    fn option(&self) -> Unknown {
        Unknown
    }

    fn iterator(&self) -> Unknown {
        Unknown
    }
}

impl<T: ?Sized> OfOther for Outside<'_, T> {}
