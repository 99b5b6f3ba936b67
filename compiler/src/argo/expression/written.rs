//! What people and ready images write: text as it is, all else as JSON of any style, if it is that.
//!
//! Its wire text comes about where it is read first. Our own program reads it in base64, which nothing on the way
//! evaluates, and checks it itself; Argo's expressions check it where Argo has to know it.

use super::failure::{check, fail, shown};
use super::functions;
use super::json;
use super::literal::{literal, nothing};
use super::number;
use super::text;
use crate::code::{Code, call, list, word};
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// What somebody wrote, and what it is called.
pub(super) struct Written {
    code: Code,
    name: String,
    /// A condition of the task has checked it.
    is_checked: bool,
}

impl Written {
    pub(super) fn new(code: Code, name: String, is_checked: bool) -> Self {
        Self {
            code,
            name,
            is_checked,
        }
    }

    /// The text that our own program decodes and checks.
    pub(super) fn for_program(self) -> Code {
        literal(wire::WRITTEN).plus(self.base64())
    }

    /// The part of [`Self::for_program`] that Argo computes.
    pub(super) fn base64(self) -> Code {
        call("toBase64", [self.code])
    }

    /// Its wire text.
    pub(super) fn wire(self, ty: &Type) -> Code {
        if ty.artifact().is_some() {
            return self.references(ty);
        }
        match ty {
            Type::String => text::encode(self.code),
            Type::Enum(variants) if variants.iter().all(|variant| wire::is_plain(variant)) => {
                self.checked(ty)
            }
            Type::Enum(_) => text::encode(self.checked(ty)),
            Type::Optional(inner) if inner.is_text() => {
                let missing = literal(nothing(ty));
                let is_missing = self.code.clone().equals(missing.clone());
                is_missing.choose(missing, self.wire(inner))
            }
            _ => self.checked(ty),
        }
    }

    /// References to the artifacts that were written by their URIs, or as references.
    fn references(self, ty: &Type) -> Code {
        let given = || word("given");
        let references = match ty {
            Type::Optional(inner) => {
                let is_missing = given().equals(literal("null"));
                is_missing.choose(literal("null"), references(inner))
            }
            ty => references(ty),
        };
        call("trim", [self.code]).named("given", references)
    }

    /// The text that it is, or that `format!` prints of it.
    pub(super) fn text(self, ty: &Type) -> Code {
        match ty {
            Type::String => self.code,
            Type::Optional(inner) if inner.is_text() => {
                let missing = literal(nothing(ty));
                let is_missing = self.code.clone().equals(missing.clone());
                is_missing.choose(missing, self.text(inner))
            }
            _ => self.checked(ty),
        }
    }

    /// The JSON of a number with a fraction, in any style.
    pub(super) fn float(self) -> Code {
        self.in_form(&Type::Number, |text| text)
    }

    /// A condition that holds if the text is a value of a type, and has no value otherwise.
    pub(super) fn check(self, ty: &Type) -> Code {
        let message = self.message(ty, self.code.clone());
        check(is_value(call("trim", [self.code]), ty), message)
    }

    /// The text of a value that is no free text, in the one form of its type.
    fn checked(self, ty: &Type) -> Code {
        match ty {
            Type::Null | Type::String => self.code,
            Type::Boolean | Type::Enum(_) | Type::Integer => self.in_form(ty, |text| text),
            Type::Number => self.in_form(ty, number::printed),
            Type::Optional(inner) => {
                let is_missing = call("trim", [self.code.clone()]).equals(literal("null"));
                is_missing.choose(literal("null"), self.checked(inner))
            }
            Type::List(_) | Type::Struct(_) | Type::Map(_) | Type::Json | Type::Artifact(_) => {
                self.in_form(ty, json::encode)
            }
        }
    }

    /// The text without spaces around it, in another form.
    fn in_form(self, ty: &Type, form: impl FnOnce(Code) -> Code) -> Code {
        if self.is_checked {
            return form(call("trim", [self.code]));
        }
        let given = || word("given");
        let failure = fail(self.message(ty, given()));
        let checked = is_value(given(), ty).choose(form(given()), failure);
        call("trim", [self.code]).named("given", checked)
    }

    fn message(&self, ty: &Type, given: Code) -> Code {
        let message = format!("{} is of the type {ty}, but is given ", self.name);
        literal(&message).plus(shown(call("toJson", [given])))
    }
}

/// The references that the text `given` holds, which is a URI, a reference, or a list of these.
fn references(ty: &Type) -> Code {
    let is_object = word("given").compare("startsWith", word(r"'\x7b'"));
    match ty {
        Type::List(_) => {
            let element = word("#");
            let is_uri = call("type", [element.clone()]).equals(literal("string"));
            let uri = functions::reference(element.clone());
            let reference = is_uri.choose(uri, json::encode(call("toJson", [element])));
            let all = call("map", [call("fromJSON", [word("given")]), reference]);
            let all = call("join", [all, literal(",")]);
            literal("[").plus(all).plus(literal("]"))
        }
        _ => is_object.choose(json::encode(word("given")), functions::reference(word("given"))),
    }
}

/// Whether a text without spaces around it is a value of a type.
fn is_value(text: Code, ty: &Type) -> Code {
    match ty {
        Type::Null | Type::String => word("true"),
        Type::Boolean => is_one_of(text, ["true", "false"]),
        Type::Enum(variants) => is_one_of(text, variants),
        Type::Integer => text.compare("matches", literal(INTEGER)),
        Type::Number => text.compare("matches", literal(NUMBER)),
        Type::Optional(inner) => text
            .clone()
            .equals(literal("null"))
            .or(is_value(text, inner)),
        Type::List(_) => json_type(text).equals(literal("array")),
        Type::Struct(_) | Type::Map(_) => json_type(text).equals(literal("map")),
        // A URI may be any text.
        Type::Artifact(_) => word("true"),
        Type::Json => json_type(text).compare("!=", literal("")),
    }
}

fn is_one_of(text: Code, words: impl IntoIterator<Item = impl AsRef<str>>) -> Code {
    let words = words.into_iter().map(|word| literal(word.as_ref()));
    text.compare("in", list(words))
}

/// What is no JSON has no type: then the expression has no value.
fn json_type(text: Code) -> Code {
    call("type", [call("fromJSON", [text])])
}

/// Integers as JSON writes them.
const INTEGER: &str = "^(0|-?[1-9][0-9]*)$";

/// Numbers as JSON writes them.
const NUMBER: &str = "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$";
