use super::value::Value;
use crate::field::OUTPUT;
use crate::reference::Reference;

/// Handles of a call: one [`Value`], or a struct of them.
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
    fn __values(&self) -> Vec<(&'static str, Reference)>;
    #[doc(hidden)]
    fn __zip(first: Self, second: Self, make: &mut Merge<'_>) -> Self;
    #[doc(hidden)]
    fn __lists(self, make: &mut Map<'_>) -> Self::Lists;
    #[doc(hidden)]
    fn __options(self, make: &mut Map<'_>) -> Self::Options;
}

/// Makes a value of another one.
#[doc(hidden)]
pub type Map<'a> = dyn FnMut(Reference) -> Reference + 'a;

/// Makes a value of two others.
#[doc(hidden)]
pub type Merge<'a> = dyn FnMut(Reference, Reference) -> Reference + 'a;

#[diagnostic::do_not_recommend]
impl<T: 'static> Handles for Value<T> {
    type Lists = Value<Vec<T>>;
    type Options = Value<Option<T>>;

    fn __values(&self) -> Vec<(&'static str, Reference)> {
        vec![(OUTPUT, self.reference)]
    }

    fn __zip(first: Self, second: Self, make: &mut Merge<'_>) -> Self {
        let (first, second) = (first.__reference(), second.__reference());
        Self::new(make(first, second))
    }

    fn __lists(self, make: &mut Map<'_>) -> Value<Vec<T>> {
        Value::new(make(self.__reference()))
    }

    fn __options(self, make: &mut Map<'_>) -> Value<Option<T>> {
        Value::new(make(self.__reference()))
    }
}

/// The first value of handles: it stands for the step that gives them all.
pub(crate) fn first(handles: &impl Handles) -> Option<Reference> {
    handles.__values().first().map(|(_, reference)| *reference)
}
