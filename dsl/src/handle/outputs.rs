use crate::component::{Field, Results};
use crate::handle::Value;
use crate::handle::value::Reference;
use crate::payload::{self, Payload};
use crate::record::{self, CallDraft, Draft, TaskHandles};
use pipewright_ir::graph::Location;
use pipewright_ir::types::Type;

/// What a component or a pipeline may return: a serde type, or a struct with `#[derive(Outputs)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an output",
    label = "expected a type with `serde::Serialize` and `serde::Deserialize`",
    note = "derive both for `{Self}`, or derive `Outputs` for a struct to make each field an output of its own"
)]
pub trait Returned: HandlesOf + Sized {
    #[doc(hidden)]
    fn __fields() -> Vec<Field>;
    #[doc(hidden)]
    fn __handles(task: &TaskHandles) -> Self::Handles;
    #[doc(hidden)]
    fn __write(self, results: &mut Results);
}

/// The name of an output that has no other.
pub(crate) const OUTPUT: &str = "output";

#[diagnostic::do_not_recommend]
impl<T: Payload + Unpin> Returned for T {
    fn __fields() -> Vec<Field> {
        if T::ty() == Type::Null {
            return vec![];
        }
        vec![Field::new::<T>(OUTPUT, None)]
    }

    fn __handles(task: &TaskHandles) -> Value<T> {
        task.output(OUTPUT)
    }

    fn __write(self, results: &mut Results) {
        if T::ty() != Type::Null {
            results.add(OUTPUT, payload::to_json(&self));
        }
    }
}

/// What a call gives in a pipeline for a returned type.
///
/// It says nothing of what a type must be able to do, so that a type that cannot be returned is reported by
/// [`Returned`], in one place, and not at every call. `Unpin` stands for "is no struct with `#[derive(Outputs)]`": that
/// derive takes it away, and every value that travels between tasks has it.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an output",
    label = "expected a type that can be moved"
)]
pub trait HandlesOf {
    type Handles: Handles;
}

#[diagnostic::do_not_recommend]
impl<T: Unpin + 'static> HandlesOf for T {
    type Handles = Value<T>;
}

/// Has no implementations.
#[doc(hidden)]
pub trait Never {}

/// What is done with the outputs of a component or pipeline.
#[doc(hidden)]
pub struct Outcome<T: HandlesOf> {
    pub fields: fn() -> Vec<Field>,
    handles: fn(&TaskHandles) -> T::Handles,
    write: fn(T, &mut Results),
}

/// The only place of the expansion that asks for the bound on a returned type.
#[doc(hidden)]
pub const fn returned<T: Returned>() -> Outcome<T> {
    Outcome {
        fields: T::__fields,
        handles: T::__handles,
        write: T::__write,
    }
}

impl<T: HandlesOf> Outcome<T> {
    /// Records the task of a draft.
    pub fn task(&self, draft: Draft) -> T::Handles {
        (self.handles)(&draft.handles())
    }

    /// Records the call of a pipeline.
    pub fn call(&self, draft: CallDraft) -> T::Handles {
        (self.handles)(&draft.handles())
    }

    /// The outputs of a returned value.
    pub fn write(&self, returned: T) -> Results {
        let mut results = Results::default();
        (self.write)(returned, &mut results);
        results
    }
}

/// The handles that a call gives: one [`Value`], or a struct of them.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is not the output of a task",
    label = "expected what the call of a component gives"
)]
pub trait Handles: Copy {
    /// A list of each.
    #[doc(hidden)]
    type Lists: Handles;
    /// Each of them, or nothing.
    #[doc(hidden)]
    type Options: Copy;
    #[doc(hidden)]
    fn __values(&self) -> Vec<(&'static str, __Reference)>;
    #[doc(hidden)]
    fn __zip(first: Self, second: Self, make: &mut Make2<'_>) -> Self;
    #[doc(hidden)]
    fn __lists(self, make: &mut Make<'_>) -> Self::Lists;
    #[doc(hidden)]
    fn __options(self, make: &mut Make<'_>) -> Self::Options;
}

/// Makes a value of another.
#[doc(hidden)]
pub type Make<'a> = dyn FnMut(__Reference) -> __Reference + 'a;

/// Makes a value of two others.
#[doc(hidden)]
pub type Make2<'a> = dyn FnMut(__Reference, __Reference) -> __Reference + 'a;

/// Names a value; for generated code only.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct __Reference(pub(crate) Reference);

#[diagnostic::do_not_recommend]
impl<T: 'static> Handles for Value<T> {
    type Lists = Value<Vec<T>>;
    type Options = Value<Option<T>>;

    fn __values(&self) -> Vec<(&'static str, __Reference)> {
        vec![(OUTPUT, __Reference(self.reference))]
    }

    fn __zip(first: Self, second: Self, make: &mut Make2<'_>) -> Self {
        let (first, second) = (first.__reference(), second.__reference());
        Self::new(make(first, second).0)
    }

    fn __lists(self, make: &mut Make<'_>) -> Value<Vec<T>> {
        Value::new(make(self.__reference()).0)
    }

    fn __options(self, make: &mut Make<'_>) -> Value<Option<T>> {
        Value::new(make(self.__reference()).0)
    }
}

#[doc(hidden)]
impl<T> Value<T> {
    #[track_caller]
    pub fn __parameter(index: u32, ty: fn() -> Type) -> Self {
        Self::new(record::parameter(index, ty(), &Location::caller()))
    }

    pub fn __reference(&self) -> __Reference {
        __Reference(self.reference)
    }
}
