//! Forms in which Argo's expressions hold a value, and the ways between them.

use super::literal::literal as quoted;
use super::written::Written;
use super::{number, text};
use crate::code::{Code, call, word};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// Form of a value in an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Its wire text.
    Wire,
    /// Its wire text, or another one that says the same, for who reads both.
    Json,
    /// The text that it is, or that `format!` prints.
    Text,
    /// Text that is its own wire text, whatever it holds.
    Plain,
    /// `true` or `false` of `expr`.
    Boolean,
    /// An integer of `expr`, of 64 bits.
    Integer,
    /// A number of `expr` with a fraction, of 64 bits.
    Float,
}

/// Code with the form of what it gives.
pub(super) enum Formed {
    /// A form that the code was made in.
    Code(Form, Code),
    /// What a ready image or a person wrote.
    Written(Written),
}

impl Form {
    /// Code that gives this form.
    pub(super) fn of(self, code: Code) -> Formed {
        Formed::Code(self, code)
    }
}

impl Formed {
    /// Code that gives another form of the same value, which is of a type.
    pub(super) fn into_form(self, form: Form, ty: &Type) -> Code {
        let (from, code) = match self {
            Self::Code(from, code) => (from, code),
            Self::Written(written) => return read(written, form, ty),
        };
        match (from, form) {
            (from, to) if from == to => code,
            (from, Form::Json) => from.of(code).into_form(Form::Wire, ty),
            (Form::Plain, Form::Wire | Form::Text) => code,
            (Form::Wire, Form::Text) if ty.is_text() => text::decode(code),
            // What is no text has one text only.
            (Form::Wire, Form::Text) => code,
            (Form::Text, Form::Wire) => text::encode(code),
            (Form::Boolean | Form::Integer, Form::Wire | Form::Text) => call("string", [code]),
            (Form::Float, Form::Wire | Form::Text) => number::printed(call("toJson", [code])),
            (Form::Json, Form::Boolean | Form::Integer | Form::Float) => {
                unreachable!("nothing is computed from what is handed on")
            }
            (_, Form::Boolean) => call("fromJSON", [code]),
            (_, Form::Integer) => call("asInt", [code]),
            (_, Form::Float) => call("asFloat", [code]),
            (_, Form::Wire | Form::Text | Form::Plain) => {
                unreachable!("nothing asks for {form:?} of {from:?}")
            }
        }
    }
}

/// Code that gives a form of what a ready image or a person wrote.
fn read(written: Written, form: Form, ty: &Type) -> Code {
    match form {
        Form::Json => written.for_program(),
        Form::Wire => written.wire(ty),
        Form::Text => written.text(ty),
        Form::Float => call("asFloat", [written.float()]),
        Form::Boolean | Form::Integer => Form::Wire.of(written.wire(ty)).into_form(form, ty),
        Form::Plain => unreachable!("nothing asks for plain text of what somebody wrote"),
    }
}

/// A value that is written in the source.
pub(super) fn literal(json: &Json, ty: &Type, form: Form) -> Code {
    match form {
        Form::Wire | Form::Json | Form::Plain => quoted(&wire::encode(ty, json)),
        Form::Text => match json.to::<String>() {
            Ok(text) if ty.is_text() => quoted(&text),
            _ => quoted(json.as_str()),
        },
        Form::Boolean => word(json.as_str().to_owned()),
        // The least number has no literal: its digits alone are too large.
        Form::Integer if json.as_str() == i64::MIN.to_string() => {
            call("asInt", [quoted(json.as_str())])
        }
        Form::Integer => word(json.as_str().to_owned()),
        Form::Float if json.as_str().contains('.') => word(json.as_str().to_owned()),
        Form::Float => word(format!("{json}.0")),
    }
}
