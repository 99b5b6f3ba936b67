use super::changes::{Changed, Unknown};
use super::parts::{HasParts, Parts};
use crate::handle::{IntoInput, Item, Items, OpenLoop, RangeInteger, Value, range, through};
use std::cell::Cell;
use std::ops::{Range, RangeInclusive};

/// The head of a `for`.
pub struct LoopHead<L>(L);

/// Asks nothing: what cannot be looped over is reported by the methods, or by rustc at the `for`.
pub fn loop_head<L>(head: L) -> LoopHead<L> {
    LoopHead(head)
}

/// Lists, as the values of a loop.
#[diagnostic::on_unimplemented(
    message = "a `Value<{Self}>` cannot be looped over",
    label = "expected a `Value<Vec<T>>`",
    note = "a loop goes through a list, or through the numbers of a range: `for i in 0..count`"
)]
pub trait List {
    type Element;
}

#[diagnostic::do_not_recommend]
impl<T: 'static> List for Vec<T> {
    type Element = T;
}

impl<L> LoopHead<Value<L>> {
    #[track_caller]
    pub fn start<T: 'static>(self) -> (RunTimeLoop, Once<Value<T>>)
    where
        L: List<Element = T>,
    {
        items(Value::<Vec<T>>::new(self.0.reference).__items())
    }
}

impl<L> LoopHead<&Value<L>> {
    #[track_caller]
    pub fn start<T: 'static>(self) -> (RunTimeLoop, Once<Value<T>>)
    where
        L: List<Element = T>,
    {
        items(Value::<Vec<T>>::new(self.0.reference).__items())
    }
}

/// A list whose items a pattern takes apart: they have no parts yet.
impl<L> LoopHead<Value<L>> {
    /// # Panics
    /// Never: it cannot be called.
    pub fn start_of_parts(self) -> Parts<Value<L>>
    where
        Value<L>: HasParts,
    {
        unreachable!("no handle has parts")
    }
}

impl<I: Item> LoopHead<Items<I>> {
    #[track_caller]
    pub fn start_of_parts(self) -> ((RunTimeLoop, Once<I>),) {
        (self.start(),)
    }

    #[track_caller]
    pub fn start(self) -> (RunTimeLoop, Once<I>) {
        items(self.0)
    }
}

impl<T> LoopHead<Range<Value<T>>> {
    #[track_caller]
    pub fn start(self) -> (RunTimeLoop, Once<Value<T>>)
    where
        T: RangeInteger,
    {
        items(range::<T>(self.0.start, self.0.end).__items())
    }
}

impl<T> LoopHead<RangeInclusive<Value<T>>> {
    #[track_caller]
    pub fn start(self) -> (RunTimeLoop, Once<Value<T>>)
    where
        T: RangeInteger,
    {
        let (start, end) = self.0.into_inner();
        items(through::<T>(start, end).__items())
    }
}

#[track_caller]
fn items<I: Item>(items: Items<I>) -> (RunTimeLoop, Once<I>) {
    let (open, item) = items.__open();
    let item = Some(item);
    let has_ended = false;
    let once = Once {
        open,
        item,
        has_ended,
    };
    (RunTimeLoop, once)
}

/// All other heads: those of loops in plain Rust.
pub trait PlainLoopHead: Sized {
    type Head;

    fn start(self) -> (PlainLoop, Self::Head);

    /// The same, where a pattern takes the items apart.
    fn start_of_parts(self) -> ((PlainLoop, Self::Head),) {
        (self.start(),)
    }
}

impl<L> PlainLoopHead for LoopHead<L> {
    type Head = L;

    fn start(self) -> (PlainLoop, L) {
        (PlainLoop, self.0)
    }
}

/// The one item of a run-time loop. Its end is that of the loop's block.
pub struct Once<I> {
    open: OpenLoop,
    item: Option<I>,
    has_ended: bool,
}

impl<I> Iterator for Once<I> {
    type Item = I;

    fn next(&mut self) -> Option<I> {
        self.has_ended = self.item.is_none();
        self.item.take()
    }
}

impl<I> Drop for Once<I> {
    fn drop(&mut self) {
        // What is recorded by a function that panics is thrown away.
        if std::thread::panicking() {
            return;
        }
        self.open.__end();
        if !self.has_ended {
            self.open.__left_early();
        }
    }
}

/// A loop over plain data: it unrolls.
pub struct PlainLoop;

/// A loop over a run-time list: its block is recorded once.
pub struct RunTimeLoop;

/// Assignments to variables from outside: as always in a plain loop, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a variable from outside cannot be assigned in a run-time loop",
    label = "assigned in a block that runs once for each item",
    note = "collect what the block gives for each item: `let values = list.map(|item| ..);`"
)]
pub trait MayAssignInLoop {}

#[diagnostic::do_not_recommend]
impl MayAssignInLoop for PlainLoop {}

/// Changes of variables from outside: as always in a plain loop, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a variable from outside cannot be changed in a run-time loop",
    label = "changed in a block that runs once for each item",
    note = "collect what the block gives for each item: `let values = list.map(|item| ..);`"
)]
pub trait MayChangeInLoop<G> {}

#[diagnostic::do_not_recommend]
impl MayChangeInLoop<PlainLoop> for Changed {}

// A second one, which nothing asks for: rustc would quote a single one as what to do.
#[diagnostic::do_not_recommend]
impl MayChangeInLoop<()> for Changed {}

#[diagnostic::do_not_recommend]
impl<G> MayChangeInLoop<G> for Unknown {}

/// `return`, `break`, `continue` and `?`: as always in a plain loop, a mistake in a run-time one.
#[diagnostic::on_unimplemented(
    message = "a run-time loop cannot be left early",
    label = "leaves a block of the graph",
    note = "the block is put in the graph once, for all items; put what runs for some of them only in an `if`"
)]
pub trait MayLeaveLoop {}

#[diagnostic::do_not_recommend]
impl MayLeaveLoop for PlainLoop {}

/// Questions to a guard about the block of its loop.
pub trait LoopGuard {
    fn may_assign_in_loop(&self)
    where
        Self: MayAssignInLoop,
    {
    }

    fn may_change_in_loop<C: MayChangeInLoop<Self>>(&self, _: C)
    where
        Self: Sized,
    {
    }

    fn may_leave_loop(&self)
    where
        Self: MayLeaveLoop,
    {
    }
}

impl LoopGuard for PlainLoop {}
impl LoopGuard for RunTimeLoop {}

/// Both ends of a range in the head of a `for`, or of one that a method is called on.
pub struct RangeEnds<S, E>(Cell<Option<(S, E)>>);

impl<S, E> RangeEnds<S, E> {
    pub fn new(start: S, end: E) -> Self {
        Self(Cell::new(Some((start, end))))
    }

    /// # Panics
    /// Never: the ends are taken once.
    fn take(&self) -> (S, E) {
        self.0.take().expect("the ends of a range are taken once")
    }
}

/// The range starts with a run-time value.
pub trait RunTimeStart<T, E> {
    #[track_caller]
    fn half_open(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        E: IntoInput<T>;

    #[track_caller]
    fn inclusive(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        E: IntoInput<T>;
}

// Two references, one, none: a run-time start is found first, then a run-time end, then the ranges of plain Rust.
impl<T, E> RunTimeStart<T, E> for &&RangeEnds<Value<T>, E> {
    #[track_caller]
    fn half_open(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        E: IntoInput<T>,
    {
        let (start, end) = self.take();
        range(start, end)
    }

    #[track_caller]
    fn inclusive(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        E: IntoInput<T>,
    {
        let (start, end) = self.take();
        through(start, end)
    }
}

/// The range ends with a run-time value.
pub trait RunTimeEnd<T, S> {
    #[track_caller]
    fn half_open(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        S: IntoInput<T>;

    #[track_caller]
    fn inclusive(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        S: IntoInput<T>;
}

impl<T, S> RunTimeEnd<T, S> for &RangeEnds<S, Value<T>> {
    #[track_caller]
    fn half_open(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        S: IntoInput<T>,
    {
        let (start, end) = self.take();
        range(start, end)
    }

    #[track_caller]
    fn inclusive(&self) -> Value<Vec<T>>
    where
        T: RangeInteger,
        S: IntoInput<T>,
    {
        let (start, end) = self.take();
        through(start, end)
    }
}

/// Two plain ends: a range of Rust.
impl<T> RangeEnds<T, T> {
    pub fn half_open(&self) -> Range<T> {
        let (start, end) = self.take();
        start..end
    }

    pub fn inclusive(&self) -> RangeInclusive<T> {
        let (start, end) = self.take();
        start..=end
    }
}

/// The type of the start of a range whose end has another one.
#[diagnostic::on_unimplemented(
    message = "this range starts with a `{S}` and ends with a `{Self}`",
    label = "expected `{S}`"
)]
pub trait RangeEndOf<S> {}

/// Two ends of two types, which is always a mistake.
pub trait MixedEnds<S, E> {
    fn half_open(&self) -> Range<S>
    where
        E: RangeEndOf<S>;

    fn inclusive(&self) -> RangeInclusive<S>
    where
        E: RangeEndOf<S>;
}

impl<S, E> MixedEnds<S, E> for RangeEnds<S, E> {
    fn half_open(&self) -> Range<S>
    where
        E: RangeEndOf<S>,
    {
        unreachable!("no type is the end of another one")
    }

    fn inclusive(&self) -> RangeInclusive<S>
    where
        E: RangeEndOf<S>,
    {
        unreachable!("no type is the end of another one")
    }
}
