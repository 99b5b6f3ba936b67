use super::branch::{Plain, RunTime};
use super::logical::{BooleanOperand, constant};
use crate::handle::Value;
use crate::payload::Payload;
use crate::record::{self, Operand, literal};
use pipewright_ir::expression::Comparison;
use pipewright_ir::graph::Location;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::ops::{Range, RangeFrom, RangeInclusive, RangeTo, RangeToInclusive};

/// The value that a `match` is about.
pub struct Scrutinee<'a, T: ?Sized>(pub &'a T);

/// A plain value: the patterns decide, as in any `match`.
impl<'a, T: ?Sized> Scrutinee<'a, T> {
    pub fn select(&self, patterns: impl FnOnce(&T) -> u32) -> PlainMatch {
        PlainMatch(patterns(self.0))
    }

    /// Arms have guards, which decide too. rustc looks at the patterns here, and each is asked in its turn.
    pub fn guarded(&self, _: impl FnOnce(&T) -> u32) -> PlainGuarded<'a, T> {
        PlainGuarded(self.0)
    }
}

/// Stands for a guard where only rustc looks at it.
pub fn perhaps() -> bool {
    true
}

/// A run-time text: the patterns are checked against a `&str`.
pub trait TextScrutinee {
    fn select(&self, patterns: impl FnOnce(&&'static str) -> u32) -> RunTimeMatch<String>;

    fn guarded(
        &self,
        patterns: impl FnOnce(&&'static str) -> u32,
    ) -> RunTimeGuarded<String, &'static str>;
}

impl TextScrutinee for &&Scrutinee<'_, Value<String>> {
    // The closure is for rustc: it finds missing arms and patterns of another type, and is never called.
    fn select(&self, _: impl FnOnce(&&'static str) -> u32) -> RunTimeMatch<String> {
        RunTimeMatch(*self.0)
    }

    fn guarded(
        &self,
        _: impl FnOnce(&&'static str) -> u32,
    ) -> RunTimeGuarded<String, &'static str> {
        RunTimeGuarded(RunTimeMatch(*self.0), PhantomData)
    }
}

/// Another run-time value: the patterns are checked against its type.
pub trait ValueScrutinee {
    type Of;

    fn select(&self, patterns: impl FnOnce(&Self::Of) -> u32) -> RunTimeMatch<Self::Of>;

    fn guarded(
        &self,
        patterns: impl FnOnce(&Self::Of) -> u32,
    ) -> RunTimeGuarded<Self::Of, Self::Of>;
}

impl<T> ValueScrutinee for &Scrutinee<'_, Value<T>> {
    type Of = T;

    fn select(&self, _: impl FnOnce(&T) -> u32) -> RunTimeMatch<T> {
        RunTimeMatch(*self.0)
    }

    fn guarded(&self, _: impl FnOnce(&T) -> u32) -> RunTimeGuarded<T, T> {
        RunTimeGuarded(RunTimeMatch(*self.0), PhantomData)
    }
}

/// A `match` on a plain value, by the index of its arm.
pub struct PlainMatch(u32);

impl PlainMatch {
    pub fn patterns(&self) -> PlainPatterns {
        PlainPatterns(())
    }

    /// The `if` that stands for an arm. What its patterns are was asked already.
    pub fn arm(&self, index: u32, _: PlainPatterns) -> Plain {
        Plain(self.0 == index)
    }
}

/// The guard of an arm.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the guard of an arm",
    label = "expected `bool` or `Value<bool>`",
    note = "a comparison such as `value < 10` is a `Value<bool>`"
)]
pub trait ArmGuard {
    type Operand: BooleanOperand;

    fn ask(self) -> Self::Operand;
}

#[diagnostic::do_not_recommend]
impl ArmGuard for bool {
    type Operand = Self;

    fn ask(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl ArmGuard for Value<bool> {
    type Operand = Self;

    fn ask(self) -> Self {
        self
    }
}

/// The only place that asks what a guard may be.
pub fn guarding<G: ArmGuard>(guard: G) -> G::Operand {
    guard.ask()
}

/// A `match` with guards on a plain value.
pub struct PlainGuarded<'a, T: ?Sized>(&'a T);

impl<T: ?Sized> PlainGuarded<'_, T> {
    pub fn subject(&self) -> Option<&T> {
        Some(self.0)
    }

    pub fn patterns(&self) -> PlainPatterns {
        PlainPatterns(())
    }

    /// Test of the pattern of an arm, with what the subject says.
    pub fn case(&self, holds: bool, _: PlainPatterns) -> bool {
        holds
    }
}

/// A `match` with guards on a run-time value, whose patterns are checked against another type.
pub struct RunTimeGuarded<T, S>(RunTimeMatch<T>, PhantomData<fn(S)>);

impl<T, S> RunTimeGuarded<T, S> {
    /// Nothing that is known yet: the type is for rustc.
    pub fn subject(&self) -> Option<&S> {
        None
    }

    pub fn patterns(&self) -> RunTimePatterns<T> {
        self.0.patterns()
    }

    /// Test of the patterns of an arm.
    #[track_caller]
    pub fn case(&self, _: bool, patterns: RunTimePatterns<T>) -> Value<bool> {
        self.0.case(patterns, &Location::caller())
    }
}

/// A `match` on a run-time value.
pub struct RunTimeMatch<T>(Value<T>);

impl<T> RunTimeMatch<T> {
    pub fn patterns(&self) -> RunTimePatterns<T> {
        RunTimePatterns {
            comparisons: RefCell::default(),
            of: PhantomData,
        }
    }

    /// The `if` that stands for an arm: the value is one of its patterns.
    #[track_caller]
    pub fn arm(&self, _: u32, patterns: RunTimePatterns<T>) -> RunTime {
        let case = self.case(patterns, &Location::caller());
        super::branch::condition(case).branch()
    }

    /// Test of the patterns of an arm.
    fn case(&self, patterns: RunTimePatterns<T>, at: &Location) -> Value<bool> {
        let compare = |(comparison, operand)| {
            let subject = Operand::Value(self.0.reference);
            Value::new(record::compare(subject, comparison, operand, at))
        };
        let all = |comparisons: Comparisons| {
            let all = comparisons.into_iter().map(compare);
            all.reduce(|left, right| {
                Value::new(record::and(operand_of(left), operand_of(right), at))
            })
        };
        let cases = patterns
            .comparisons
            .into_inner()
            .into_iter()
            .filter_map(all);
        let any = cases
            .reduce(|left, right| Value::new(record::or(operand_of(left), operand_of(right), at)));
        any.unwrap_or_else(|| constant(true))
    }
}

fn operand_of(value: Value<bool>) -> Operand {
    Operand::Value(value.reference)
}

/// The patterns of an arm, as values that are not used.
pub struct PlainPatterns(());

/// Comparisons of a value, all of which have to hold.
type Comparisons = Vec<(Comparison, Operand)>;

/// The patterns of an arm, as comparisons that are made when the pipeline runs.
pub struct RunTimePatterns<T> {
    comparisons: RefCell<Vec<Comparisons>>,
    of: PhantomData<T>,
}

/// A pattern as a value.
pub struct PatternValue<'a, A, P>(&'a A, P);

impl<'a, A, P> PatternValue<'a, A, P> {
    pub fn new(arm: &'a A, pattern: P) -> Self {
        Self(arm, pattern)
    }

    /// Does nothing: the value is a plain one, or rustc has found that the pattern is of another type.
    pub fn add(&self) {}
}

/// The pattern is compared when the pipeline runs.
pub trait RunTimePattern {
    fn add(&self);
}

impl<T, P: PatternOf<T>> RunTimePattern for &PatternValue<'_, RunTimePatterns<T>, P> {
    fn add(&self) {
        let comparisons = self.1.comparisons();
        self.0.comparisons.borrow_mut().push(comparisons);
    }
}

/// Values and ranges that the patterns of a run-time `match` stand for.
pub trait PatternOf<T> {
    fn comparisons(&self) -> Comparisons;
}

impl PatternOf<String> for &str {
    fn comparisons(&self) -> Comparisons {
        vec![(Comparison::Equal, literal::<String, str>(self))]
    }
}

impl<T: Payload> PatternOf<T> for T {
    fn comparisons(&self) -> Comparisons {
        vec![with(Comparison::Equal, self)]
    }
}

impl<T: Payload> PatternOf<T> for Range<T> {
    fn comparisons(&self) -> Comparisons {
        vec![
            with(Comparison::GreaterOrEqual, &self.start),
            with(Comparison::Less, &self.end),
        ]
    }
}

impl<T: Payload> PatternOf<T> for RangeInclusive<T> {
    fn comparisons(&self) -> Comparisons {
        vec![
            with(Comparison::GreaterOrEqual, self.start()),
            with(Comparison::LessOrEqual, self.end()),
        ]
    }
}

impl<T: Payload> PatternOf<T> for RangeFrom<T> {
    fn comparisons(&self) -> Comparisons {
        vec![with(Comparison::GreaterOrEqual, &self.start)]
    }
}

impl<T: Payload> PatternOf<T> for RangeTo<T> {
    fn comparisons(&self) -> Comparisons {
        vec![with(Comparison::Less, &self.end)]
    }
}

impl<T: Payload> PatternOf<T> for RangeToInclusive<T> {
    fn comparisons(&self) -> Comparisons {
        vec![with(Comparison::LessOrEqual, &self.end)]
    }
}

fn with<T: Payload>(comparison: Comparison, value: &T) -> (Comparison, Operand) {
    (comparison, literal::<T, T>(value))
}
