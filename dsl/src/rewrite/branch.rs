use crate::graph::Location;
use crate::handle::{Handles, Value};
use crate::record::{self, Merge, OpenIf};

/// What can be the condition of an `if` in a pipeline.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the condition of an `if`",
    label = "expected `bool` or `Value<bool>`",
    note = "a comparison such as `value < 10` is a `Value<bool>`"
)]
pub trait Condition {
    type Branch: Branching;

    #[track_caller]
    fn branch(self) -> Self::Branch;
}

impl Condition for bool {
    type Branch = Plain;

    fn branch(self) -> Plain {
        Plain(self)
    }
}

impl Condition for Value<bool> {
    type Branch = RunTime;

    #[track_caller]
    fn branch(self) -> RunTime {
        RunTime(record::enter_if(self.reference, &Location::caller()))
    }
}

/// Which blocks of an `if` are run while the pipeline is put together.
pub trait Branching {
    fn then(&mut self) -> bool;
    fn otherwise(&mut self) -> bool;
}

/// An `if` on a plain `bool`: one block runs.
pub struct Plain(bool);

impl Branching for Plain {
    fn then(&mut self) -> bool {
        self.0
    }

    fn otherwise(&mut self) -> bool {
        !self.0
    }
}

impl Plain {
    pub fn end(self) {}

    /// # Panics
    /// Never: one block has run.
    pub fn merge<T>(self, then: Option<T>, otherwise: Option<T>) -> T {
        then.or(otherwise).expect("one block of an `if` runs")
    }
}

/// An `if` on a run-time value: both blocks are recorded.
pub struct RunTime(OpenIf);

impl Branching for RunTime {
    fn then(&mut self) -> bool {
        true
    }

    fn otherwise(&mut self) -> bool {
        self.0.otherwise();
        true
    }
}

impl RunTime {
    pub fn end(self) {
        self.0.end();
    }

    /// # Panics
    /// Never: both blocks have run.
    pub fn merge<T: Mergeable>(self, then: Option<T>, otherwise: Option<T>) -> T {
        let mut merge = self.0.end();
        let (then, otherwise) = then.zip(otherwise).expect("both blocks of a run-time `if` run");
        T::merge(then, otherwise, &mut merge)
    }
}

/// What a run-time `if` can produce.
#[diagnostic::on_unimplemented(
    message = "a run-time `if` cannot produce a `{Self}`",
    label = "expected a `Value<T>` or a tuple of them",
    note = "both blocks are put in the graph, and which of them runs is not known yet"
)]
pub trait Mergeable: Sized {
    fn merge(then: Self, otherwise: Self, merge: &mut Merge) -> Self;
}

impl Mergeable for () {
    fn merge((): (), (): (), _: &mut Merge) {}
}

#[diagnostic::do_not_recommend]
impl<H: Handles> Mergeable for H {
    fn merge(then: Self, otherwise: Self, merge: &mut Merge) -> Self {
        H::__merge(then, otherwise, merge)
    }
}

macro_rules! tuples {
    ($($name:ident $index:tt),*) => {
        impl<$($name: Mergeable),*> Mergeable for ($($name,)*) {
            fn merge(then: Self, otherwise: Self, merge: &mut Merge) -> Self {
                ($($name::merge(then.$index, otherwise.$index, merge),)*)
            }
        }
    };
}

tuples!(A 0, B 1);
tuples!(A 0, B 1, C 2);
tuples!(A 0, B 1, C 2, D 3);

/// Both blocks give one type.
pub fn like<T>(_: &Option<T>, otherwise: T) -> Option<T> {
    Some(otherwise)
}

/// The value of a block whose value nobody uses.
#[diagnostic::on_unimplemented(
    message = "this block gives a `{Self}`, which is not used",
    label = "expected nothing",
    note = "end the line with `;`, or use the value of the `if`: `let x = if condition {{ a }} else {{ b }};`"
)]
pub trait Unused {}

impl Unused for () {}
impl Unused for Value<()> {}

/// Drops the value of a block whose value nobody uses.
pub fn unused<T: Unused>(_: T) {}

/// Assignments to variables from outside: as always in a plain `if`, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a variable from outside cannot be assigned in a run-time `if`",
    label = "assigned in a block that may not run",
    note = "make the `if` produce the value: `let x = if condition {{ a }} else {{ b }};`"
)]
pub trait MayAssign {}

impl MayAssign for Plain {}

/// `return`, `break`, `continue` and `?`: as always in a plain `if`, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a run-time `if` cannot be left early",
    label = "leaves a block of the graph",
    note = "which block runs is not known while the pipeline is put together; put the rest of the pipeline in the `else`"
)]
pub trait MayLeave {}

impl MayLeave for Plain {}

/// Asks a guard what its block may do.
pub trait Guard {
    fn may_assign(&self)
    where
        Self: MayAssign,
    {
    }

    fn may_leave(&self)
    where
        Self: MayLeave,
    {
    }
}

impl Guard for Plain {}
impl Guard for RunTime {}
