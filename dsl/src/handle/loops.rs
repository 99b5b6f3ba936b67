use super::block::BlockValue;
use super::handles::{Handles, Map, first};
use super::input::IntoInput;
use super::value::Value;
use crate::payload::Payload;
use crate::record::{self, OpenEach, Source, literal};
use crate::reference::Reference;
use pipewright_ir::function::Function;
use pipewright_ir::graph::{Location, Parallelism, StepId};
use pipewright_ir::types::Type;
use std::marker::PhantomData;

/// Items of a loop, known when the pipeline runs: lists side by side, and how the loop goes through them.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn load(index: u64, file: String) {
///     println!("{index}: {file}");
/// }
///
/// #[component]
/// fn score(model: f64, fold: u32) -> f64 {
///     model * f64::from(fold)
/// }
///
/// #[pipeline]
/// fn scoring(files: Vec<String>, models: Vec<f64>, folds: Vec<u32>) -> Vec<f64> {
///     for (index, file) in files.enumerate().parallelism(4) {
///         load(index, file);
///     }
///     models.zip(folds).map(|(model, fold)| score(model, fold))
/// }
///
/// let (_, diagnostics) = scoring::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
///
/// The loop ends with the shortest list. Items run at the same time, unless [`Items::parallelism`] says otherwise.
#[derive(Debug, Clone)]
pub struct Items<I> {
    sources: Vec<Source>,
    parallelism: Parallelism,
    after: Vec<StepId>,
    of: PhantomData<fn() -> I>,
}

/// An item of a loop: a [`Value`] for each list, in tuples as they were zipped.
#[doc(hidden)]
pub trait Item: Copy {
    fn __of(each: &OpenLoop, next: &mut u32) -> Self;
}

/// A loop whose block is being recorded; for generated code only.
#[doc(hidden)]
pub struct OpenLoop(OpenEach);

#[doc(hidden)]
impl<T> Item for Value<T> {
    fn __of(each: &OpenLoop, next: &mut u32) -> Self {
        *next += 1;
        Self::new(each.0.item(*next - 1))
    }
}

#[doc(hidden)]
impl<A: Item, B: Item> Item for (A, B) {
    fn __of(each: &OpenLoop, next: &mut u32) -> Self {
        let first = A::__of(each, next);
        (first, B::__of(each, next))
    }
}

impl<I: Item> Items<I> {
    fn new(sources: Vec<Source>) -> Self {
        Self {
            sources,
            parallelism: Parallelism::default(),
            after: vec![],
            of: PhantomData,
        }
    }

    /// At most so many items run at the same time; with 1 they run one after the other, in their order.
    #[must_use]
    #[track_caller]
    pub fn parallelism(self, limit: u32) -> Self {
        if limit == 0 {
            record::report(
                &Location::caller(),
                "a loop cannot run 0 items at the same time",
                "expected at least 1",
            );
        }
        // A limit of 0 is told; with 1 the rest of the pipeline can be looked at.
        self.with_parallelism(Parallelism::Limited(limit.max(1)), &Location::caller())
    }

    /// The items run one after the other, and none after one that fails. Without it all run, whatever fails.
    #[must_use]
    #[track_caller]
    pub fn fail_fast(self) -> Self {
        self.with_parallelism(Parallelism::FailFast, &Location::caller())
    }

    fn with_parallelism(mut self, parallelism: Parallelism, at: &Location) -> Self {
        self.parallelism = match (self.parallelism, parallelism) {
            (Parallelism::FailFast, other) | (other, Parallelism::FailFast) => {
                if other.limit().is_some_and(|limit| limit > 1) {
                    record::report(
                        at,
                        "a loop that fails fast runs one item at a time",
                        "leave out `parallelism`, or `fail_fast`",
                    );
                }
                Parallelism::FailFast
            }
            _ => parallelism,
        };
        self
    }

    /// Starts the loop only when a task or block has ended.
    #[must_use]
    #[track_caller]
    pub fn after(mut self, other: &impl Handles) -> Self {
        let other = record::awaited(first(other), &Location::caller());
        self.after.extend(other);
        self
    }

    /// Goes through another list side by side, to the end of the shorter one.
    #[must_use]
    pub fn zip<U: 'static>(mut self, other: Value<Vec<U>>) -> Items<(I, Value<U>)> {
        self.sources.push(Source::List(other.reference));
        Items {
            sources: self.sources,
            parallelism: self.parallelism,
            after: self.after,
            of: PhantomData,
        }
    }

    /// Goes through the numbers of the items too, from 0.
    #[must_use]
    pub fn enumerate(mut self) -> Items<(Value<u64>, I)> {
        // In front, as the numbers are in the tuple.
        self.sources.insert(0, Source::Index);
        Items {
            sources: self.sources,
            parallelism: self.parallelism,
            after: self.after,
            of: PhantomData,
        }
    }

    /// Runs a block for each item, and collects its values in the order of the items.
    ///
    /// The block is put in the graph once. An item that fails fails the loop, and the other items still run.
    #[track_caller]
    pub fn map<R: BlockValue>(self, block: impl Fn(I) -> R) -> R::Lists {
        let (open, item) = self.__open();
        let value = block(item);
        open.0.end();
        let each = &open.0;
        let mut collect = |value: Reference| each.collect(value);
        let collect: &mut Map<'_> = &mut collect;
        value.__collect(collect, &|| each.done())
    }

    /// Runs a block for each item. Others can wait for the end of all with `.after`.
    #[track_caller]
    pub fn for_each<R>(self, block: impl Fn(I) -> R) -> Value<()> {
        let (open, item) = self.__open();
        block(item);
        open.0.end();
        Value::new(open.0.done())
    }

    #[doc(hidden)]
    #[track_caller]
    pub fn __open(&self) -> (OpenLoop, I) {
        let at = Location::caller();
        let open = OpenLoop(record::enter_each(
            &self.sources,
            self.parallelism,
            &self.after,
            &at,
        ));
        let item = I::__of(&open, &mut 0);
        (open, item)
    }
}

#[doc(hidden)]
impl OpenLoop {
    pub fn __end(&self) {
        self.0.end();
    }

    pub fn __left_early(&self) {
        self.0.left_early();
    }
}

/// Loops over a list that is known when the pipeline runs.
impl<T: 'static> Value<Vec<T>> {
    #[doc(hidden)]
    pub fn __items(self) -> Items<Value<T>> {
        Items::new(vec![Source::List(self.reference)])
    }

    /// Runs a block for each element, and collects its values in the order of the elements.
    ///
    /// The block is put in the graph once. An element whose block fails fails the loop; the others still run.
    #[track_caller]
    pub fn map<R: BlockValue>(self, block: impl Fn(Value<T>) -> R) -> R::Lists {
        self.__items().map(block)
    }

    /// Runs a block for each element. Others can wait for the end of all with `.after`.
    #[track_caller]
    pub fn for_each<R>(self, block: impl Fn(Value<T>) -> R) -> Value<()> {
        self.__items().for_each(block)
    }

    /// Goes through another list side by side, to the end of the shorter one.
    pub fn zip<U: 'static>(self, other: Value<Vec<U>>) -> Items<(Value<T>, Value<U>)> {
        self.__items().zip(other)
    }

    /// Goes through the numbers of the elements too, from 0.
    pub fn enumerate(self) -> Items<(Value<u64>, Value<T>)> {
        self.__items().enumerate()
    }

    /// A loop that runs its elements one after the other, and none after one whose block fails.
    #[track_caller]
    pub fn fail_fast(self) -> Items<Value<T>> {
        self.__items().fail_fast()
    }

    /// A loop that runs at most so many elements at the same time; with 1, one after the other.
    #[track_caller]
    pub fn parallelism(self, limit: u32) -> Items<Value<T>> {
        self.__items().parallelism(limit)
    }
}

/// The integers from `start` up to `end`, without it, as a list that is known when the pipeline runs. In the body of a
/// pipeline `start..end` and `start..=end` mean the same in the head of a `for`, and in parentheses in front of a method:
/// `(0..count).map(|fold| train(data, fold))`.
///
/// # Errors
/// More than 10 000 numbers fail what needs them.
#[track_caller]
pub fn range<T: RangeInteger>(start: impl IntoInput<T>, end: impl IntoInput<T>) -> Value<Vec<T>> {
    counted(Function::Range, start, end, &Location::caller())
}

/// The integers from `start` up to `end`, and it.
#[track_caller]
pub(crate) fn through<T: RangeInteger>(
    start: impl IntoInput<T>,
    end: impl IntoInput<T>,
) -> Value<Vec<T>> {
    counted(Function::RangeInclusive, start, end, &Location::caller())
}

#[track_caller]
fn counted<T: RangeInteger>(
    function: Function,
    start: impl IntoInput<T>,
    end: impl IntoInput<T>,
    at: &Location,
) -> Value<Vec<T>> {
    let start = start.__into_input(&|value| literal::<T, T>(value));
    let end = end.__into_input(&|value| literal::<T, T>(value));
    let ty = Type::List(Box::new(Type::Integer));
    Value::new(record::apply(function, vec![start, end], ty, at))
}

/// Integers that can be counted through when the pipeline runs.
#[diagnostic::on_unimplemented(
    message = "there is no range of `{Self}` when the pipeline runs",
    label = "expected an integer of at most 64 bits"
)]
pub trait RangeInteger: Payload {}

macro_rules! range_integers {
    ($($ty:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl RangeInteger for $ty {}
    )*};
}

range_integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);
