//! Lists whose elements refer to each other by typed ids, as rust-analyzer's `la-arena` has them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// Place of a `T` in its [`Arena`]. An id of one kind of element cannot be taken for that of another.
pub struct Id<T> {
    index: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the element at an index, counted from 0.
    pub const fn new(index: u32) -> Self {
        let of = PhantomData;
        Self { index, of }
    }

    /// Index of the element, counted from 0.
    pub const fn index(self) -> usize {
        self.index as usize
    }
}

// Derived implementations would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = std::any::type_name::<T>();
        let name = path.rsplit("::").next().unwrap_or(path);
        write!(f, "{name}#{}", self.index)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.index.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::new)
    }
}

/// Elements that are known by their [`Id`]s. None is ever removed, so that an id stays what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Arena<T> {
    elements: Vec<T>,
}

impl<T> Arena<T> {
    /// An arena without elements.
    pub const fn new() -> Self {
        Self { elements: vec![] }
    }

    /// Adds an element. Returns its id.
    ///
    /// # Panics
    /// Past 2³² elements.
    pub fn alloc(&mut self, element: T) -> Id<T> {
        let id = self.next_id();
        self.elements.push(element);
        id
    }

    /// Room for further elements, so that adding them moves none.
    pub fn reserve(&mut self, additional: usize) {
        self.elements.reserve_exact(additional);
    }

    /// The id of the element that is added next.
    ///
    /// # Panics
    /// Past 2³² elements.
    pub fn next_id(&self) -> Id<T> {
        let index = u32::try_from(self.elements.len());
        Id::new(index.expect("an arena holds fewer than 2³² elements"))
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Absence of elements.
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// All ids, in the order of the elements.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.next_id().index).map(Id::new)
    }

    /// All elements with their ids, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator {
        self.ids().zip(&self.elements)
    }

    /// All elements, in order.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.elements.iter()
    }

    /// All elements, in order, to be changed.
    pub fn values_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.elements.iter_mut()
    }

    /// The element of an id, if the id is of this arena.
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.elements.get(id.index())
    }

    /// A value for each element, each the same at first.
    pub fn map<V: Clone>(&self, value: V) -> ArenaMap<T, V> {
        ArenaMap {
            values: vec![value; self.len()],
            of: PhantomData,
        }
    }
}

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Index<Id<T>> for Arena<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.elements[id.index()]
    }
}

impl<T> IndexMut<Id<T>> for Arena<T> {
    fn index_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.elements[id.index()]
    }
}

impl<T> FromIterator<T> for Arena<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let elements = elements.into_iter().collect();
        Self { elements }
    }
}

impl<T> IntoIterator for Arena<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.elements.into_iter()
    }
}

/// A value for each element of an [`Arena`].
#[derive(Debug, Clone)]
pub struct ArenaMap<T, V> {
    values: Vec<V>,
    of: PhantomData<fn() -> T>,
}

impl<T, V> ArenaMap<T, V> {
    /// Adds the value of the element that the arena gets next.
    pub fn push(&mut self, value: V) {
        self.values.push(value);
    }

    /// All values with the ids of their elements, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &V)> + ExactSizeIterator {
        (0..self.values.len() as u32).map(Id::new).zip(&self.values)
    }
}

impl<T, V> Default for ArenaMap<T, V> {
    fn default() -> Self {
        Self {
            values: vec![],
            of: PhantomData,
        }
    }
}

impl<T, V> Index<Id<T>> for ArenaMap<T, V> {
    type Output = V;

    fn index(&self, id: Id<T>) -> &V {
        &self.values[id.index()]
    }
}

impl<T, V> IndexMut<Id<T>> for ArenaMap<T, V> {
    fn index_mut(&mut self, id: Id<T>) -> &mut V {
        &mut self.values[id.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_by_their_ids() {
        let mut names = Arena::new();
        let (first, second) = (names.alloc("a"), names.alloc("b"));
        assert_eq!((names[first], names[second]), ("a", "b"));
        assert_eq!(names.ids().rev().collect::<Vec<_>>(), [second, first]);
        assert_eq!(names.iter().next_back(), Some((second, &"b")));
        assert_eq!(names.get(Id::new(2)), None);
        let mut lengths = names.map(0);
        lengths[second] = 1;
        assert_eq!(lengths.iter().map(|(_, n)| *n).sum::<i32>(), 1);
    }

    #[test]
    fn ids_are_written_as_numbers() {
        let id: Id<String> = Id::new(7);
        assert_eq!(serde_json::to_string(&Some(id)).unwrap(), "7");
        assert_eq!(format!("{id:?}"), "String#7");
    }
}
