//! Changes of variables from outside of a block.

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
