use crate::handle::outputs::{__Reference, Handles, Make, Make2};
use crate::handle::{Value, literal};
use crate::record;
use pipewright_ir::graph::Location;

/// What a block can give: a [`Value`], the outputs of a call, a tuple of these, or nothing.
#[diagnostic::on_unimplemented(
    message = "a block of a pipeline cannot give a `{Self}`",
    label = "expected a `Value<T>`, the outputs of a call, or a tuple of them",
    note = "the block is put in the graph, and what it gives is not known yet"
)]
pub trait Produced: Copy {
    /// What a loop gives whose block gives this.
    #[doc(hidden)]
    type Lists;
    /// What a group gives whose block gives this.
    #[doc(hidden)]
    type Grouped;
    /// What there is if a block ran that gives this, or nothing.
    #[doc(hidden)]
    type Options;
    #[doc(hidden)]
    fn __merge(first: Self, second: Self, make: &mut Make2<'_>) -> Self;
    #[doc(hidden)]
    fn __collect(self, make: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Self::Lists;
    #[doc(hidden)]
    fn __group(self, make: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Self::Grouped;
    #[doc(hidden)]
    fn __optional(self, make: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Self::Options;
}

/// A block that gives nothing has an end, which others can wait for.
#[diagnostic::do_not_recommend]
impl Produced for () {
    type Lists = Value<()>;
    type Grouped = Value<()>;
    type Options = Value<()>;

    fn __merge((): Self, (): Self, _: &mut Make2<'_>) {}

    fn __collect(self, _: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Value<()> {
        Value::new(done().0)
    }

    fn __group(self, _: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Value<()> {
        Value::new(done().0)
    }

    fn __optional(self, _: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Value<()> {
        Value::new(done().0)
    }
}

#[diagnostic::do_not_recommend]
impl<H: Handles> Produced for H {
    type Lists = H::Lists;
    type Grouped = H;
    type Options = H::Options;

    fn __merge(first: Self, second: Self, make: &mut Make2<'_>) -> Self {
        H::__zip(first, second, make)
    }

    fn __collect(self, make: &mut Make<'_>, _: &dyn Fn() -> __Reference) -> H::Lists {
        self.__lists(make)
    }

    fn __group(self, make: &mut Make<'_>, _: &dyn Fn() -> __Reference) -> H {
        H::__zip(self, self, &mut |value, _| make(value))
    }

    fn __optional(self, make: &mut Make<'_>, _: &dyn Fn() -> __Reference) -> H::Options {
        self.__options(make)
    }
}

macro_rules! tuples {
    ($($name:ident $index:tt),*) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: Produced),*> Produced for ($($name,)*) {
            type Lists = ($($name::Lists,)*);
            type Grouped = ($($name::Grouped,)*);
            type Options = ($($name::Options,)*);

            fn __merge(first: Self, second: Self, make: &mut Make2<'_>) -> Self {
                ($($name::__merge(first.$index, second.$index, make),)*)
            }

            fn __collect(self, make: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Self::Lists {
                ($(self.$index.__collect(make, done),)*)
            }

            fn __group(self, make: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Self::Grouped {
                ($(self.$index.__group(make, done),)*)
            }

            fn __optional(self, make: &mut Make<'_>, done: &dyn Fn() -> __Reference) -> Self::Options {
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

/// A value that holds nothing.
pub(crate) fn nothing(at: &Location) -> Value<()> {
    Value::new(record::constant(literal::<(), ()>(&()), at))
}
