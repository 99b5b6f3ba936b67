use super::handles::{Handles, Map, Merge};
use super::value::Value;
use crate::record::{self, literal};
use crate::reference::Reference;
use pipewright_ir::graph::Location;

/// Value of a block: a [`Value`], the outputs of a call, a tuple of these, or nothing.
#[diagnostic::on_unimplemented(
    message = "a block of a pipeline cannot give a `{Self}`",
    label = "expected a `Value<T>`, the outputs of a call, or a tuple of them",
    note = "the block is put in the graph, and what it gives is not known yet"
)]
pub trait BlockValue: Copy {
    /// The same of all items of a loop, as lists.
    #[doc(hidden)]
    type Lists;
    /// The same behind a group.
    #[doc(hidden)]
    type Grouped;
    /// The same of a block that may not run, as options.
    #[doc(hidden)]
    type Options;
    #[doc(hidden)]
    fn __merge(first: Self, second: Self, make: &mut Merge<'_>) -> Self;
    #[doc(hidden)]
    fn __collect(self, make: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Self::Lists;
    #[doc(hidden)]
    fn __group(self, make: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Self::Grouped;
    #[doc(hidden)]
    fn __optional(self, make: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Self::Options;
}

/// A block that gives nothing has an end, which others can wait for.
#[diagnostic::do_not_recommend]
impl BlockValue for () {
    type Lists = Value<()>;
    type Grouped = Value<()>;
    type Options = Value<()>;

    fn __merge((): Self, (): Self, _: &mut Merge<'_>) {}

    fn __collect(self, _: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Value<()> {
        Value::new(done())
    }

    fn __group(self, _: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Value<()> {
        Value::new(done())
    }

    fn __optional(self, _: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Value<()> {
        Value::new(done())
    }
}

#[diagnostic::do_not_recommend]
impl<H: Handles> BlockValue for H {
    type Lists = H::Lists;
    type Grouped = H;
    type Options = H::Options;

    fn __merge(first: Self, second: Self, make: &mut Merge<'_>) -> Self {
        H::__zip(first, second, make)
    }

    fn __collect(self, make: &mut Map<'_>, _: &dyn Fn() -> Reference) -> H::Lists {
        self.__lists(make)
    }

    fn __group(self, make: &mut Map<'_>, _: &dyn Fn() -> Reference) -> H {
        // There is no map of handles of one kind to the same kind: a zip with itself is one.
        H::__zip(self, self, &mut |value, _| make(value))
    }

    fn __optional(self, make: &mut Map<'_>, _: &dyn Fn() -> Reference) -> H::Options {
        self.__options(make)
    }
}

macro_rules! tuples {
    ($($name:ident $index:tt),*) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: BlockValue),*> BlockValue for ($($name,)*) {
            type Lists = ($($name::Lists,)*);
            type Grouped = ($($name::Grouped,)*);
            type Options = ($($name::Options,)*);

            fn __merge(first: Self, second: Self, make: &mut Merge<'_>) -> Self {
                ($($name::__merge(first.$index, second.$index, make),)*)
            }

            fn __collect(self, make: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Self::Lists {
                ($(self.$index.__collect(make, done),)*)
            }

            fn __group(self, make: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Self::Grouped {
                ($(self.$index.__group(make, done),)*)
            }

            fn __optional(self, make: &mut Map<'_>, done: &dyn Fn() -> Reference) -> Self::Options {
                ($(self.$index.__optional(make, done),)*)
            }
        }
    };
}

tuples!(A 0, B 1);
tuples!(A 0, B 1, C 2);
tuples!(A 0, B 1, C 2, D 3);
tuples!(A 0, B 1, C 2, D 3, E 4);
tuples!(A 0, B 1, C 2, D 3, E 4, F 5);

/// A value of nothing.
pub(crate) fn nothing(at: &Location) -> Value<()> {
    Value::new(record::constant(literal::<(), ()>(&()), at))
}
