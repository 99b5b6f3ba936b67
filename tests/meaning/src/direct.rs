//! The components as plain functions: each calls the function of the component, and notes what it gave.

pub use crate::components::{Item, Level, Parts};

/// What a body writes for the outputs of a task.
pub type PartsHandles = Parts;

/// What is known when the pipeline runs.
pub type Value<T> = T;
use crate::{case, components};
use std::cell::RefCell;
use std::fmt::Display;
use std::iter::Map;

thread_local! {
    static TASKS: RefCell<case::Tasks> = const { RefCell::new(vec![]) };
}

/// Forgets what ran.
pub fn start() {
    TASKS.take();
}

/// The components that ran since the start.
pub fn tasks() -> case::Tasks {
    TASKS.take()
}

fn ran<T: serde::Serialize>(name: &str, output: T) -> T {
    // What cannot travel makes its task fail.
    let data = case::data(&output).unwrap_or_else(|error| panic!("{error}"));
    TASKS.with_borrow_mut(|tasks| tasks.push((name.replace('_', "-"), data.to_string())));
    output
}

/// What a component takes as an input of the type `T`.
pub trait Given<T> {
    fn given(self) -> T;
}

impl<T> Given<T> for T {
    fn given(self) -> T {
        self
    }
}

impl<T: Clone> Given<T> for &T {
    fn given(self) -> T {
        self.clone()
    }
}

impl Given<String> for &str {
    fn given(self) -> String {
        self.to_owned()
    }
}

impl<T, const N: usize> Given<Vec<T>> for [T; N] {
    fn given(self) -> Vec<T> {
        self.into()
    }
}

impl<I: Iterator, T, F: FnMut(I::Item) -> T> Given<Vec<T>> for Map<I, F> {
    fn given(self) -> Vec<T> {
        self.collect()
    }
}

/// What the component gives, or the failure of the task.
trait Success {
    type Output;
    fn success(self) -> Self::Output;
}

impl<T, E: Display> Success for Result<T, E> {
    type Output = T;
    fn success(self) -> T {
        self.unwrap_or_else(|error| panic!("{error}"))
    }
}

macro_rules! direct {
    ($(fn $name:ident($($input:ident: $type:ty),*) -> $output:ty;)*) => {
        $(
            pub fn $name($($input: impl Given<$type>),*) -> $output {
                ran(stringify!($name), components::$name::call($($input.given()),*))
            }
        )*
    };
}

direct! {
    fn same(n: i64) -> i64;
    fn double(n: i64) -> i64;
    fn add(a: i64, b: i64) -> i64;
    fn sum(ints: Vec<i64>) -> i64;
    fn count(n: i64) -> Vec<i64>;
    fn maybe(n: i64) -> Option<i64>;
    fn nonempty(text: String) -> Option<String>;
    fn echo(text: String) -> String;
    fn note(text: String) -> ();
    fn words(text: String) -> Vec<String>;
    fn join(texts: Vec<String>) -> String;
    fn real(x: f64) -> f64;
    fn half(x: f64) -> f64;
    fn reals(xs: Vec<f64>) -> f64;
    fn truth(flag: bool) -> bool;
    fn truths(flags: Vec<bool>) -> String;
    fn letter(sign: char) -> char;
    fn tiny(n: u8) -> u8;
    fn short(n: i32) -> i32;
    fn long(n: u64) -> u64;
    fn size(n: usize) -> usize;
    fn level(level: Level) -> Level;
    fn made(count: i64, label: String) -> Item;
    fn split(text: String) -> Parts;
    fn first(maybe: Vec<Option<i64>>) -> String;
}

pub fn check(n: impl Given<i64>) -> i64 {
    ran("check", components::check::call(n.given()).success())
}

/// The component whose inputs have defaults, with all of them.
pub fn scaled(n: impl Given<i64>, factor: impl Given<i64>, unit: impl Given<String>) -> String {
    ran(
        "scale",
        components::scale::call(n.given(), factor.given(), unit.given()),
    )
}

/// What loops have and lists of Rust do not.
pub trait Items<T>: Sized {
    fn items(self) -> Vec<T>;

    fn map<U>(self, block: impl FnMut(T) -> U) -> Vec<U> {
        self.items().into_iter().map(block).collect()
    }

    fn for_each(self, block: impl FnMut(T)) {
        self.items().into_iter().for_each(block);
    }

    fn zip<U>(self, other: impl IntoIterator<Item = U>) -> Vec<(T, U)> {
        self.items().into_iter().zip(other).collect()
    }

    fn enumerate(self) -> Vec<(u64, T)> {
        (0..).zip(self.items()).collect()
    }

    fn parallelism(self, _: u32) -> Vec<T> {
        self.items()
    }

    fn fail_fast(self) -> Vec<T> {
        self.items()
    }
}

impl<T> Items<T> for Vec<T> {
    fn items(self) -> Vec<T> {
        self
    }
}
