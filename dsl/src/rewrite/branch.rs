use super::changes::{Changed, Unknown};
use crate::handle::{BlockValue, Value, nothing};
use crate::record::{self, Merge, OpenIf};
use pipewright_ir::graph::Location;
use std::convert::Infallible;

/// A condition of an `if`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the condition of an `if`",
    label = "expected `bool` or `Value<bool>`",
    note = "a comparison such as `value < 10` is a `Value<bool>`"
)]
pub trait Condition {}

#[diagnostic::do_not_recommend]
impl Condition for bool {}

#[diagnostic::do_not_recommend]
impl Condition for Value<bool> {}

/// An `if` that has its condition.
pub struct Conditional<C>(C);

/// The only place that asks what a condition may be.
pub fn condition<C: Condition>(condition: C) -> Conditional<C> {
    Conditional(condition)
}

impl Conditional<bool> {
    pub fn branch(self) -> Plain {
        Plain(self.0)
    }
}

impl Conditional<Value<bool>> {
    #[track_caller]
    pub fn branch(self) -> RunTime {
        RunTime {
            open: record::enter_if(self.0.reference, &Location::caller()),
            merge: None,
        }
    }
}

/// The method of conditions that are reported already.
pub trait NoCondition: Sized {
    fn branch(self) -> Plain {
        Plain(false)
    }
}

impl<C> NoCondition for Conditional<C> {}

/// The blocks of an `if` that run while the pipeline is put together.
pub trait Branching {
    /// Starts the first block; `false` if it does not run.
    fn then(&mut self) -> bool;
    /// Starts the second block.
    fn otherwise(&mut self);
}

/// An `if` on a plain `bool`: one block runs.
pub struct Plain(pub(super) bool);

impl Branching for Plain {
    fn then(&mut self) -> bool {
        self.0
    }

    fn otherwise(&mut self) {}
}

impl Plain {
    /// The second block does not run behind the first.
    pub fn is_done(&self) -> bool {
        true
    }

    /// The value of the `if` when the first block has run.
    pub fn only<T>(&self, then: T) -> T {
        then
    }

    /// The same, where many blocks stand one behind the other.
    pub fn gives<T>(&self, then: T) -> T {
        then
    }

    /// Never returns: rustc sees no way from the first block to the code behind it.
    ///
    /// # Panics
    /// Never: it is not called when the first block has run, and not called otherwise.
    // The type does it: code behind a call that returns none is unreachable, and may use what the block has moved.
    pub fn go_on(&self) -> Infallible {
        unreachable!("one block of an `if` runs")
    }

    pub fn end(&mut self) {}

    /// # Panics
    /// Never: one block has run.
    pub fn merge<T>(self, then: Option<T>, otherwise: Option<T>) -> T {
        then.or(otherwise).expect("one block of an `if` runs")
    }

    pub fn merge_without_else<T: WithoutElse>(self, then: Option<T>) -> T {
        then.unwrap_or_else(T::none)
    }
}

/// An `if` on a run-time value: both blocks are recorded.
pub struct RunTime {
    open: OpenIf,
    /// There is one when both blocks have ended.
    merge: Option<Merge>,
}

impl Branching for RunTime {
    fn then(&mut self) -> bool {
        true
    }

    fn otherwise(&mut self) {
        self.open.otherwise();
    }
}

impl RunTime {
    /// The second block is recorded behind the first.
    pub fn is_done(&self) -> bool {
        false
    }

    /// # Panics
    /// Never: it is not called.
    pub fn only<T, R>(&self, _: T) -> R {
        unreachable!("both blocks of a run-time `if` run")
    }

    /// # Panics
    /// Never: it is not called.
    pub fn gives<T>(&self, _: T) -> ! {
        unreachable!("all blocks of a run-time `if` run")
    }

    pub fn go_on(&self) {}

    /// Ends both blocks. All that is recorded now is recorded behind them.
    pub fn end(&mut self) {
        self.merge = Some(self.open.end());
    }

    /// # Panics
    /// Never: both blocks have ended.
    pub fn merge<T: BlockValue>(self, then: T, otherwise: T) -> T {
        let mut merge = self.merge.expect("both blocks of a run-time `if` end");
        T::__merge(then, otherwise, &mut |then, otherwise| {
            merge.value(then, otherwise)
        })
    }

    pub fn merge_without_else<T: WithoutElse>(self, then: Option<T>) -> T {
        then.unwrap_or_else(T::none)
    }
}

/// A value of the same type.
pub fn like<T>(_: &T, otherwise: T) -> T {
    otherwise
}

/// The value of a block whose value nobody uses.
#[diagnostic::on_unimplemented(
    message = "this block gives a `{Self}`, which is not used",
    label = "expected nothing",
    note = "write a `;` behind it, within the block, or use the value: write an `else` and `let x = if ..`, or `-> ..` in the signature"
)]
pub trait Unused {}

#[diagnostic::do_not_recommend]
impl Unused for () {}

#[diagnostic::do_not_recommend]
impl Unused for Value<()> {}

/// Drops the value of a block whose value nobody uses.
pub fn unused<T: Unused>(_: T) {}

/// The value of an `if` that has no `else`.
#[diagnostic::on_unimplemented(
    message = "this `if` gives a `{Self}`, but it has no `else`",
    label = "expected an `else`",
    note = "write an `else` that gives a `{Self}` too"
)]
pub trait WithoutElse {
    fn none() -> Self;
}

#[diagnostic::do_not_recommend]
impl WithoutElse for () {
    fn none() {}
}

#[diagnostic::do_not_recommend]
impl WithoutElse for Value<()> {
    fn none() -> Self {
        nothing(&Location::caller())
    }
}

/// Assignments to variables from outside: as always in a plain `if`, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a variable from outside cannot be assigned in a run-time `if` or `match`",
    label = "assigned in a block that may not run",
    note = "make the `if` produce the value: `let x = if condition {{ a }} else {{ b }};`"
)]
pub trait MayAssign {}

#[diagnostic::do_not_recommend]
impl MayAssign for Plain {}

/// Changes of variables from outside: as always in a plain `if`, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a variable from outside cannot be changed in a run-time `if` or `match`",
    label = "changed in a block that may not run",
    note = "make the `if` produce the value: `let x = if condition {{ a }} else {{ b }};`"
)]
pub trait MayChange<G> {}

#[diagnostic::do_not_recommend]
impl MayChange<Plain> for Changed {}

#[diagnostic::do_not_recommend]
impl<G> MayChange<G> for Unknown {}

/// `return`, `break`, `continue` and `?`: as always in a plain `if`, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a run-time `if` or `match` cannot be left early",
    label = "leaves a block of the graph",
    note = "which block runs is not known while the pipeline is put together; put the rest of the pipeline in the `else`"
)]
pub trait MayLeave {}

#[diagnostic::do_not_recommend]
impl MayLeave for Plain {}

/// Questions to a guard about its block.
pub trait Guard {
    fn may_assign(&self)
    where
        Self: MayAssign,
    {
    }

    fn may_change<C: MayChange<Self>>(&self, _: C)
    where
        Self: Sized,
    {
    }

    fn may_leave(&self)
    where
        Self: MayLeave,
    {
    }

    /// Does nothing: blocks that stand one behind the other are of one kind.
    fn same<G: KindOf<Self>>(&self, _: &G)
    where
        Self: Sized,
    {
    }
}

impl Guard for Plain {}
impl Guard for RunTime {}

/// The kind of the other guards of an `if` or `match` with many blocks.
#[diagnostic::on_unimplemented(
    message = "an `if` or `match` with so many blocks has conditions of one kind",
    label = "plain here and known when the pipeline runs elsewhere, or the other way round",
    note = "put the conditions of one kind into an `if` of their own, in the `else` of the others"
)]
pub trait KindOf<G> {}

#[diagnostic::do_not_recommend]
impl KindOf<Self> for Plain {}

#[diagnostic::do_not_recommend]
impl KindOf<Self> for RunTime {}
