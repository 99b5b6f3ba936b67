use crate::handle::Handles;
use crate::record;
use pipewright_ir::graph::Location;

/// What `let _ = ..` drops.
pub struct Dropped<'a, T: ?Sized>(pub &'a T);

/// Handles that are dropped on purpose: nobody is to be told that they are not used.
pub trait DropHandles {
    #[track_caller]
    fn note(&self);
}

impl<T: Handles> DropHandles for &Dropped<'_, T> {
    fn note(&self) {
        let values = self.0.__values().into_iter();
        record::dropped(values.map(|(_, value)| value), &Location::caller());
    }
}

/// Anything else that is dropped.
pub trait DropOther {
    fn note(&self) {}
}

impl<T: ?Sized> DropOther for Dropped<'_, T> {}
