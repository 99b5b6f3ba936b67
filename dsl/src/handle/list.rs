use super::input::IntoInput;
use super::text;
use super::value::Value;
use crate::payload::Payload;
use crate::record::{self, literal};
use pipewright_ir::graph::Location;

/// Functions of lists that are known when the pipeline runs.
impl<T> Value<Vec<T>> {
    /// Number of elements.
    #[track_caller]
    pub fn len(self) -> Value<usize> {
        text::length(self, &Location::caller())
    }

    /// Absence of elements.
    #[track_caller]
    pub fn is_empty(self) -> Value<bool> {
        text::is_empty(self, &Location::caller())
    }
}

/// A list of values, for what takes no array of them itself: the inputs of components and pipelines do.
///
/// ```
/// use pipewright::prelude::*;
///
/// #[component]
/// fn train(data: String) -> f64 {
///     data.len() as f64
/// }
///
/// #[component]
/// fn score(model: f64) -> f64 {
///     model / 2.0
/// }
///
/// #[pipeline]
/// fn scores(left: String, right: String) -> Vec<f64> {
///     let both = Value::from([train(left), train(right)]);
///     both.map(score)
/// }
///
/// let (_, diagnostics) = scores::pipeline().record();
/// assert_eq!(diagnostics, []);
/// ```
impl<T: Payload> From<Vec<Value<T>>> for Value<Vec<T>> {
    #[track_caller]
    fn from(values: Vec<Value<T>>) -> Self {
        of(values, &Location::caller())
    }
}

impl<T: Payload, const N: usize> From<[Value<T>; N]> for Value<Vec<T>> {
    #[track_caller]
    fn from(values: [Value<T>; N]) -> Self {
        of(values.into(), &Location::caller())
    }
}

/// `(0..5).map(|fold| train(data, fold)).collect()` is a list of the outputs of five tasks.
impl<T: Payload> FromIterator<Value<T>> for Value<Vec<T>> {
    #[track_caller]
    fn from_iter<I: IntoIterator<Item = Value<T>>>(values: I) -> Self {
        of(values.into_iter().collect(), &Location::caller())
    }
}

fn of<T: Payload>(values: Vec<Value<T>>, at: &Location) -> Value<Vec<T>> {
    let list = (&values).__into_input(&|empty: &Vec<T>| literal::<Vec<T>, Vec<T>>(empty));
    Value::new(record::constant(list, at))
}
