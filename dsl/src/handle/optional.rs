use crate::graph::{Function, Location};
use crate::handle::{IntoInput, Reference, Value, literal};
use crate::payload::Payload;
use crate::record::{self, Operand};
use crate::types::Type;

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

    /// What there is, or another value if there is nothing.
    #[track_caller]
    pub fn unwrap_or(self, default: impl IntoInput<T>) -> Value<T> {
        let at = Location::caller();
        let condition = Operand::Value(is_some::<T>(self.reference, &at));
        let arguments = vec![Operand::Value(self.reference)];
        let there = record::apply(Function::Unwrap, arguments, T::ty(), &at);
        let default = default.__into_input(&|value| literal::<T, T>(value));
        Value::new(record::choose(
            condition,
            Operand::Value(there),
            default,
            &at,
        ))
    }
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
    record::apply(Function::IsSome, arguments, Type::Boolean, at)
}
