//! Text that has to reach a container exactly.
//!
//! Argo evaluates `{{..}}` and Kubernetes expands `$(..)` and `$$` in commands, arguments and environment variables. An
//! environment variable that holds a brace, and that Kubernetes puts in place after Argo is done, makes every text
//! possible.

use super::expression::{self, literal};
use crate::code::{call, word};
use pipewright_ir::graph::{Component, Piece, Text};
use pipewright_ir::types::Type;

/// The environment variable that holds a brace.
pub(super) const BRACE: &str = "PIPEWRIGHT_BRACE";

/// A text that Argo and Kubernetes turn into this one.
pub(super) fn exact(text: &str) -> String {
    escape(text, false)
}

/// Whether a text that was made here needs [`BRACE`].
pub(super) fn needs_brace(text: &str) -> bool {
    text.contains("$(PIPEWRIGHT_BRACE)")
}

/// A text with inputs and paths of outputs in it.
pub(super) fn with_values(
    text: &Text,
    component: &Component,
    input_path: &dyn Fn(&str) -> Option<String>,
    output_path: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut exact = String::new();
    let mut pieces = text.0.iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Literal(literal) => exact += &escape(literal, pieces.peek().is_some()),
            Piece::InputPath(input) => exact += &input_path(input).unwrap_or_default(),
            Piece::OutputPath(output) => exact += &output_path(output).unwrap_or_default(),
            Piece::Input(input) => exact += &value(input, component),
        }
    }
    exact
}

/// The value of an input as the container sees it.
fn value(input: &str, component: &Component) -> String {
    let ty = component.input(input).map(|input| &input.ty);
    if ty.is_some_and(expression::is_bare) {
        return format!("{{{{inputs.parameters.{input}}}}}");
    }
    let parameter = expression::member_of(word("inputs").member("parameters"), input);
    let text = match ty.is_some_and(Type::is_text) {
        true => expression::decode(parameter),
        false => parameter,
    };
    let text = call("replace", [text, literal("$"), literal("$$")]);
    let brace = literal(&format!("$({BRACE})"));
    expression::tag(&call("replace", [text, word(r"'\x7b'"), brace]))
}

/// Braces that Argo would take for the start of a tag, and `$` that Kubernetes would expand, are written otherwise.
fn escape(literal: &str, more_follows: bool) -> String {
    let mut escaped = String::with_capacity(literal.len());
    let mut rest = literal.chars().peekable();
    let mut last = ' ';
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let at_end = next.is_none() && more_follows;
        match c {
            '{' if at_end || next == Some('{') || last == '{' => escaped += &format!("$({BRACE})"),
            '$' if at_end
                || next.is_some_and(|next| matches!(next, '(' | '$') || !next.is_ascii())
                || last == '$' =>
            {
                escaped.push_str("$$");
            }
            c => escaped.push(c),
        }
        last = c;
    }
    escaped
}
