use crate::handle::{ExitStatus, Value};
use crate::record::{self, Piece};
use pipewright_ir::expression::{Align, Layout};
use pipewright_ir::graph::Location;
use std::fmt::Display;

/// An argument of `format!` as it is written.
pub struct Argument<'a, T: ?Sized>(pub &'a T);

/// Types whose run-time values `format!` can print.
#[diagnostic::on_unimplemented(
    message = "a `Value<{Self}>` cannot be printed by `format!`",
    label = "strings, numbers and booleans can be printed",
    note = "make the text in a component"
)]
pub trait Printable {}

impl<T> Value<T> {
    /// The text of a number, a boolean or a text, as `format!("{value}")` gives it.
    #[track_caller]
    pub fn to_string(self) -> Value<String>
    where
        T: Printable,
    {
        let whole = Piece::Value(self.reference, Layout::default());
        Value::new(record::format(vec![whole], &Location::caller()))
    }
}

macro_rules! printable {
    ($($ty:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Printable for $ty {}
    )*};
}

printable!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 bool char String ExitStatus);

/// Types whose run-time values can be printed with `{:?}`, `{:x}` and the like: none.
#[diagnostic::on_unimplemented(
    message = "a `Value<{Self}>` cannot be printed in another form, such as `{{:?}}` or `{{:x}}`",
    label = "only `{{}}` works on a `Value`, also with a width as in `{{:>8}}`",
    note = "make the text in a component"
)]
pub trait OtherFormat {}

/// Types whose run-time values can be printed with a precision.
#[diagnostic::on_unimplemented(
    message = "a `Value<{Self}>` cannot be printed with a precision",
    label = "only text can be cut when the pipeline runs",
    note = "round the number in a component"
)]
pub trait Precise: Printable {}

macro_rules! precise {
    ($($ty:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Precise for $ty {}
    )*};
}

precise!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize bool char String);

/// A width or a precision.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be the width or the precision of a text",
    label = "expected `usize`",
    note = "a width is known while the pipeline is put together, when a `Value` is not known yet"
)]
pub trait Width {
    fn width(&self) -> usize;
}

#[diagnostic::do_not_recommend]
impl Width for usize {
    fn width(&self) -> usize {
        *self
    }
}

#[diagnostic::do_not_recommend]
impl<W: Width + ?Sized> Width for &W {
    fn width(&self) -> usize {
        (**self).width()
    }
}

/// A width or a precision that is an argument.
pub fn width<W: Width>(width: W) -> usize {
    width.width()
}

/// A layout as generated code writes it.
pub const fn layout(align: char, fill: Option<char>, zeros: bool, plus: bool) -> Layout {
    Layout {
        width: 0,
        fill,
        align: match align {
            '<' => Some(Align::Left),
            '^' => Some(Align::Center),
            '>' => Some(Align::Right),
            _ => None,
        },
        zeros,
        plus,
        precision: None,
    }
}

/// Plain values that can be printed.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be printed by `format!`",
    label = "expected a `Value` or a type with `std::fmt::Display`",
    note = "print one output of a task that has several, a field of a struct, or use `{{:?}}`"
)]
pub trait PlainDisplay {
    fn text(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: Display + ?Sized> PlainDisplay for T {
    fn text(&self) -> String {
        self.to_string()
    }
}

/// The argument is a run-time value.
pub trait RunTimeArgument {
    type Of;

    fn print(&self) -> RunTimeText
    where
        Self::Of: Printable;

    /// With a width, an alignment or a sign.
    fn padded(&self, layout: Layout, print: impl FnOnce(&i64) -> String) -> RunTimeText
    where
        Self::Of: Printable;

    /// With a precision too.
    fn truncated(&self, layout: Layout, print: impl FnOnce(&i64) -> String) -> RunTimeText
    where
        Self::Of: Precise;

    /// The closure is checked with a type that can be printed in every way, so that only our bound can fail.
    fn other_format(&self, print: impl FnOnce(&i64) -> String) -> RunTimeText
    where
        Self::Of: OtherFormat;
}

impl<T> RunTimeArgument for &Argument<'_, Value<T>> {
    type Of = T;

    fn print(&self) -> RunTimeText
    where
        T: Printable,
    {
        RunTimeText(vec![Piece::Value(self.0.reference, Layout::default())])
    }

    fn padded(&self, layout: Layout, _: impl FnOnce(&i64) -> String) -> RunTimeText
    where
        T: Printable,
    {
        RunTimeText(vec![Piece::Value(self.0.reference, layout)])
    }

    fn truncated(&self, layout: Layout, _: impl FnOnce(&i64) -> String) -> RunTimeText
    where
        T: Precise,
    {
        RunTimeText(vec![Piece::Value(self.0.reference, layout)])
    }

    fn other_format(&self, print: impl FnOnce(&i64) -> String) -> RunTimeText
    where
        T: OtherFormat,
    {
        RunTimeText(vec![Piece::Text(print(&0))])
    }
}

/// The argument is a plain value.
impl<T: ?Sized> Argument<'_, T> {
    pub fn print(&self) -> PlainText
    where
        T: PlainDisplay,
    {
        PlainText(self.0.text())
    }

    /// Prints with a width, an alignment or a sign.
    pub fn padded(&self, _: Layout, print: impl FnOnce(&T) -> String) -> PlainText {
        PlainText(print(self.0))
    }

    /// Prints with a precision too.
    pub fn truncated(&self, _: Layout, print: impl FnOnce(&T) -> String) -> PlainText {
        PlainText(print(self.0))
    }

    /// Prints with `{:?}` and the like.
    pub fn other_format(&self, print: impl FnOnce(&T) -> String) -> PlainText {
        PlainText(print(self.0))
    }
}

/// Text that is known already.
pub struct PlainText(pub String);

/// Text with run-time values in it.
pub struct RunTimeText(Vec<Piece>);

/// Puts text behind text.
pub trait Join<After> {
    type Joined;

    fn join(self, after: After) -> Self::Joined;
}

impl Join<PlainText> for PlainText {
    type Joined = PlainText;

    fn join(mut self, after: PlainText) -> PlainText {
        self.0.push_str(&after.0);
        self
    }
}

impl Join<RunTimeText> for PlainText {
    type Joined = RunTimeText;

    fn join(self, mut after: RunTimeText) -> RunTimeText {
        after.0.insert(0, Piece::Text(self.0));
        after
    }
}

impl Join<PlainText> for RunTimeText {
    type Joined = RunTimeText;

    fn join(mut self, after: PlainText) -> RunTimeText {
        self.0.push(Piece::Text(after.0));
        self
    }
}

impl Join<RunTimeText> for RunTimeText {
    type Joined = RunTimeText;

    fn join(mut self, mut after: RunTimeText) -> RunTimeText {
        self.0.append(&mut after.0);
        self
    }
}

impl PlainText {
    pub fn finish(self) -> String {
        self.0
    }
}

impl RunTimeText {
    #[track_caller]
    pub fn finish(self) -> Value<String> {
        Value::new(record::format(self.0, &Location::caller()))
    }
}
