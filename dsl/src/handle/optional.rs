use super::block::BlockValue;
use super::input::IntoInput;
use super::value::Value;
use crate::payload::Payload;
use crate::record::{self, Operand, literal};
use crate::reference::Reference;
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::Location;
use pipewright_ir::types::Type;

/// Functions of optional values that are known when the pipeline runs.
impl<T: Payload> Value<Option<T>> {
    /// Presence of a value.
    #[track_caller]
    pub fn is_some(self) -> Value<bool> {
        let at = Location::caller();
        Value::new(is_some::<T>(self.reference, &at))
    }

    /// Absence of a value.
    #[track_caller]
    pub fn is_none(self) -> Value<bool> {
        let at = Location::caller();
        Value::new(record::not(is_some::<T>(self.reference, &at), &at))
    }

    /// Runs a block with the value, if there is one. The value of the block is optional then.
    ///
    /// The block is put in the graph once, as that of an `if`.
    ///
    /// ```
    /// use pipewright::prelude::*;
    ///
    /// #[component]
    /// fn train(rows: u32) -> Result<f64, String> {
    ///     if rows == 0 { Err("no rows".into()) } else { Ok(f64::from(rows)) }
    /// }
    ///
    /// #[component]
    /// fn evaluate(model: f64) -> String {
    ///     format!("{model} is good")
    /// }
    ///
    /// #[pipeline]
    /// fn training(rows: u32) -> Option<String> {
    ///     train(rows).allow_failure().map(|model| evaluate(model))
    /// }
    ///
    /// let (_, diagnostics) = training::pipeline().record();
    /// assert_eq!(diagnostics, []);
    /// ```
    #[track_caller]
    pub fn map<R: BlockValue>(self, block: impl Fn(Value<T>) -> R) -> R::Options {
        let at = Location::caller();
        let mut open = record::enter_if(is_some::<T>(self.reference, &at), &at);
        let value = block(unwrapped(self, &at));
        let mut somes = vec![];
        let mut note = |value: Reference| {
            somes.push(record::optional(value, &at));
            value
        };
        // A block without a value has an end, which is that of the `if`.
        value.__optional(&mut note, &|| self.reference);
        open.otherwise();
        let nothings: Vec<Reference> = somes.iter().map(|some| record::none(*some, &at)).collect();
        let mut merge = open.end();
        let done = merge.done();
        let mut values = somes.into_iter().zip(nothings);
        let mut make = |value: Reference| match values.next() {
            Some((some, nothing)) => merge.value(some, nothing),
            None => value,
        };
        value.__optional(&mut make, &|| done)
    }

    /// The value, or another one if there is none.
    #[track_caller]
    pub fn unwrap_or(self, default: impl IntoInput<T>) -> Value<T> {
        let at = Location::caller();
        let condition = Operand::Value(is_some::<T>(self.reference, &at));
        let value = Operand::Value(unwrapped(self, &at).reference);
        let default = default.__into_input(&|value| literal::<T, T>(value));
        Value::new(record::choose(condition, value, default, &at))
    }

    /// The value, or that of a block, which runs only if there is none.
    ///
    /// ```
    /// use pipewright::prelude::*;
    ///
    /// #[component]
    /// fn train(rows: u32) -> f64 {
    ///     f64::from(rows)
    /// }
    ///
    /// #[pipeline]
    /// fn training(pretrained: Option<f64>, rows: u32) -> f64 {
    ///     pretrained.unwrap_or_else(|| train(rows))
    /// }
    ///
    /// let (_, diagnostics) = training::pipeline().record();
    /// assert_eq!(diagnostics, []);
    /// ```
    #[track_caller]
    pub fn unwrap_or_else<R: IntoInput<T>>(self, block: impl Fn() -> R) -> Value<T> {
        let at = Location::caller();
        let mut open = record::enter_if(is_some::<T>(self.reference, &at), &at);
        let value = unwrapped(self, &at).reference;
        open.otherwise();
        let default = block().__into_input(&|value| literal::<T, T>(value));
        let default = record::constant(default, &at);
        Value::new(open.end().value(value, default))
    }

    /// The value, or the default of its type if there is none.
    #[track_caller]
    pub fn unwrap_or_default(self) -> Value<T>
    where
        T: Default,
    {
        self.unwrap_or(T::default())
    }
}

/// The value of an option that has one.
pub(crate) fn unwrapped<T: Payload>(value: Value<Option<T>>, at: &Location) -> Value<T> {
    let arguments = vec![Operand::Value(value.reference)];
    Value::new(record::apply(
        Function::Method(Method::Unwrap),
        arguments,
        T::ty(),
        at,
    ))
}

fn is_some<T: Payload>(value: Reference, at: &Location) -> Reference {
    if matches!(T::ty(), Type::Optional(_) | Type::Null) {
        record::report(
            at,
            "nothing and an optional nothing cannot be told apart when the pipeline runs",
            "both are `null` between tasks; ask in a component, or use an enum",
        );
    }
    let arguments = vec![Operand::Value(value)];
    record::apply(
        Function::Method(Method::IsSome),
        arguments,
        Type::Boolean,
        at,
    )
}
