use crate::handle::outputs::__Reference;
use crate::handle::{IntoInput, Produced, Reference, Value, literal};
use crate::payload::Payload;
use crate::record::{self, Operand};
use pipewright_ir::function::{Function, Method};
use pipewright_ir::graph::Location;
use pipewright_ir::types::Type;

/// Functions of optional values that are known when the pipeline runs.
impl<T: Payload> Value<Option<T>> {
    /// Whether there is something.
    #[track_caller]
    pub fn is_some(self) -> Value<bool> {
        let at = Location::caller();
        Value::new(is_some::<T>(self.reference, &at))
    }

    /// Whether there is nothing.
    #[track_caller]
    pub fn is_none(self) -> Value<bool> {
        let at = Location::caller();
        record::not(is_some::<T>(self.reference, &at), &at)
    }

    /// Runs a block with what there is, if there is something. What the block gives is optional then.
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
    pub fn map<R: Produced>(self, block: impl Fn(Value<T>) -> R) -> R::Options {
        let at = Location::caller();
        let open = record::enter_if(is_some::<T>(self.reference, &at), &at);
        let produced = block(there(self, &at));
        let mut somes = vec![];
        let mut note = |value: __Reference| {
            somes.push(record::optional(value.0, &at));
            value
        };
        // What holds nothing has an end, which is that of the `if`.
        produced.__optional(&mut note, &|| __Reference(self.reference));
        open.otherwise();
        let nothings: Vec<Reference> = somes.iter().map(|some| record::none(*some, &at)).collect();
        let mut merge = open.end();
        let done = __Reference(merge.done());
        let mut values = somes.into_iter().zip(nothings);
        let mut make = |value: __Reference| match values.next() {
            Some((some, nothing)) => __Reference(merge.value(some, nothing)),
            None => value,
        };
        produced.__optional(&mut make, &|| done)
    }

    /// What there is, or another value if there is nothing.
    #[track_caller]
    pub fn unwrap_or(self, default: impl IntoInput<T>) -> Value<T> {
        let at = Location::caller();
        let condition = Operand::Value(is_some::<T>(self.reference, &at));
        let there = Operand::Value(there(self, &at).reference);
        let default = default.__into_input(&|value| literal::<T, T>(value));
        Value::new(record::choose(condition, there, default, &at))
    }

    /// What there is, or what a block gives, which runs only if there is nothing.
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
        let open = record::enter_if(is_some::<T>(self.reference, &at), &at);
        let there = there(self, &at).reference;
        open.otherwise();
        let default = block().__into_input(&|value| literal::<T, T>(value));
        let default = record::constant(default, &at);
        Value::new(open.end().value(there, default))
    }

    /// What there is, or the default of the type if there is nothing.
    #[track_caller]
    pub fn unwrap_or_default(self) -> Value<T>
    where
        T: Default,
    {
        self.unwrap_or(T::default())
    }
}

/// What there is, of what is not nothing.
pub(crate) fn there<T: Payload>(value: Value<Option<T>>, at: &Location) -> Value<T> {
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
        record::wrong(
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
