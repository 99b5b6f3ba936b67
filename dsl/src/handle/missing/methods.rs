//! The methods. No macro writes them: rustc would tell of it.

use super::{KnownItems, KnownList, KnownNumber, KnownOption, KnownText, TaskOption};
use crate::handle::Value;

fn never() -> ! {
    unreachable!("no handle has this method")
}

#[doc(hidden)]
#[allow(
    clippy::should_implement_trait,
    clippy::wrong_self_convention,
    missing_docs,
    reason = "nobody can call them"
)]
impl<T> Value<Option<T>> {
    #[doc(hidden)]
    pub fn unwrap(self) -> Value<T>
    where
        for<'a> Self: KnownOption,
    {
        never()
    }

    #[doc(hidden)]
    pub fn expect(self, _: &str) -> Value<T>
    where
        for<'a> Self: KnownOption,
    {
        never()
    }

    #[doc(hidden)]
    pub fn and_then(self, _: impl Fn(Value<T>) -> Value<Option<T>>) -> Self
    where
        for<'a> Self: KnownOption,
    {
        never()
    }

    #[doc(hidden)]
    pub fn is_some_and(self, _: impl Fn(Value<T>) -> Value<bool>) -> Value<bool>
    where
        for<'a> Self: KnownOption,
    {
        never()
    }
}

#[doc(hidden)]
#[allow(
    clippy::should_implement_trait,
    clippy::wrong_self_convention,
    missing_docs,
    reason = "nobody can call them"
)]
impl<T> Value<Vec<T>> {
    #[doc(hidden)]
    pub fn iter(self) -> Self
    where
        for<'a> Self: KnownItems,
    {
        never()
    }

    #[doc(hidden)]
    pub fn iter_mut(self) -> Self
    where
        for<'a> Self: KnownItems,
    {
        never()
    }

    #[doc(hidden)]
    pub fn into_iter(self) -> Self
    where
        for<'a> Self: KnownItems,
    {
        never()
    }
}

#[doc(hidden)]
#[allow(
    clippy::should_implement_trait,
    clippy::wrong_self_convention,
    missing_docs,
    reason = "nobody can call them"
)]
impl<T> Value<Vec<T>> {
    #[doc(hidden)]
    pub fn filter(self, _: impl Fn(Value<T>) -> Value<bool>) -> Self
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn fold(self, _: Value<T>, _: impl Fn(Value<T>, Value<T>) -> Value<T>) -> Value<T>
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn sum(self) -> Value<T>
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn first(self) -> Value<Option<T>>
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn last(self) -> Value<Option<T>>
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn get(self, _: usize) -> Value<Option<T>>
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn push(self, _: impl Sized)
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn pop(self) -> Value<Option<T>>
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn sort(self)
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn join(self, _: &str) -> Value<String>
    where
        for<'a> Self: KnownList,
    {
        never()
    }

    #[doc(hidden)]
    pub fn contains(self, _: impl Sized) -> Value<bool>
    where
        for<'a> Self: KnownList,
    {
        never()
    }
}

#[doc(hidden)]
#[allow(
    clippy::should_implement_trait,
    clippy::wrong_self_convention,
    missing_docs,
    reason = "nobody can call them"
)]
impl<T> Value<T> {
    #[doc(hidden)]
    pub fn max(self, _: impl Sized) -> Self
    where
        for<'a> Self: KnownNumber,
    {
        never()
    }

    #[doc(hidden)]
    pub fn min(self, _: impl Sized) -> Self
    where
        for<'a> Self: KnownNumber,
    {
        never()
    }

    #[doc(hidden)]
    pub fn clamp(self, _: impl Sized, _: impl Sized) -> Self
    where
        for<'a> Self: KnownNumber,
    {
        never()
    }

    #[doc(hidden)]
    pub fn abs(self) -> Self
    where
        for<'a> Self: KnownNumber,
    {
        never()
    }

    #[doc(hidden)]
    pub fn pow(self, _: u32) -> Self
    where
        for<'a> Self: KnownNumber,
    {
        never()
    }

    #[doc(hidden)]
    pub fn sqrt(self) -> Self
    where
        for<'a> Self: KnownNumber,
    {
        never()
    }

    #[doc(hidden)]
    pub fn round(self) -> Self
    where
        for<'a> Self: KnownNumber,
    {
        never()
    }
}

#[doc(hidden)]
#[allow(
    clippy::should_implement_trait,
    clippy::wrong_self_convention,
    missing_docs,
    reason = "nobody can call them"
)]
impl Value<String> {
    #[doc(hidden)]
    pub fn trim(self) -> Self
    where
        for<'a> Self: KnownText,
    {
        never()
    }

    #[doc(hidden)]
    pub fn replace(self, _: &str, _: &str) -> Self
    where
        for<'a> Self: KnownText,
    {
        never()
    }

    #[doc(hidden)]
    pub fn split(self, _: impl Sized) -> Value<Vec<String>>
    where
        for<'a> Self: KnownText,
    {
        never()
    }

    #[doc(hidden)]
    pub fn lines(self) -> Value<Vec<String>>
    where
        for<'a> Self: KnownText,
    {
        never()
    }

    #[doc(hidden)]
    pub fn repeat(self, _: usize) -> Self
    where
        for<'a> Self: KnownText,
    {
        never()
    }
}

#[doc(hidden)]
#[allow(
    clippy::should_implement_trait,
    clippy::wrong_self_convention,
    missing_docs,
    reason = "nobody can call them"
)]
impl<T> Value<T> {
    #[doc(hidden)]
    pub fn gpu(self, _: impl Sized) -> Self
    where
        for<'a> Self: TaskOption,
    {
        never()
    }

    #[doc(hidden)]
    pub fn node_selector(self, _: impl Sized) -> Self
    where
        for<'a> Self: TaskOption,
    {
        never()
    }

    #[doc(hidden)]
    pub fn priority(self, _: impl Sized) -> Self
    where
        for<'a> Self: TaskOption,
    {
        never()
    }
}
