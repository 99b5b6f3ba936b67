//! Values and conditions in the language that Argo evaluates.
//!
//! Every parameter is a text in its wire form (`pipewright_ir::wire`). A reference gives that text; it is never put
//! where Argo would read its content as code: expressions take it as data, and what comes out of one is wire text again.

mod condition;
mod functions;
mod items;
mod layout;
mod literal;
mod reference;
mod text;

pub(super) use condition::when;
pub(super) use functions::may_fail;
pub(super) use items::{given, item, list};
pub(super) use literal::literal;
pub(super) use reference::{bare_tag, is_bare};
pub(super) use text::decode;

use crate::plan::{Branch, Expression, FormatPiece, Source};
use condition::{AND, OR, boolean, succeeded};
use functions::Applied;
use pipewright_ir::graph::Function;
use pipewright_ir::wire;
use reference::reference;
use text::{encode, encode_json, is_harmless, raw};

/// What the expressions of a DAG name.
pub(super) trait Scope {
    /// What the inputs of the DAG are parameters of.
    fn inputs(&self) -> &'static str;
    /// The parameter that an input is.
    fn input(&self, name: &str) -> String;
    /// The name of a task.
    fn name(&self, task: usize) -> &str;
    /// What the tasks are members of.
    fn tasks(&self) -> &'static str {
        "tasks"
    }
    /// Whether a task runs once for each item: its outputs are collected.
    fn is_loop(&self, task: usize) -> bool;
    /// Whether the outputs of a task are what a ready image wrote.
    fn is_ready_image(&self, task: usize) -> bool;
}

/// The text of an argument.
pub(super) fn argument(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Literal { json, ty } => wire::encode(ty, json),
        Expression::Format(pieces) if is_harmless(pieces, scope) => {
            let piece = |piece: &FormatPiece| match piece {
                FormatPiece::Text(text) => text.clone(),
                FormatPiece::Value { value, .. } => argument(value, scope),
            };
            pieces.iter().map(piece).collect()
        }
        Expression::Apply {
            function: Function::List,
            arguments,
            ..
        } if arguments
            .iter()
            .all(|element| bare_tag(element, scope).is_some()) =>
        {
            let elements = arguments.iter().map(|element| argument(element, scope));
            format!("[{}]", elements.collect::<Vec<_>>().join(","))
        }
        expression => {
            bare_tag(expression, scope).unwrap_or_else(|| tag(&wire_text(expression, scope)))
        }
    }
}

/// An expression as a tag in a text.
pub(super) fn tag(expression: &str) -> String {
    format!("{{{{={expression}}}}}")
}

/// Where an output of a DAG comes from: an expression.
pub(super) fn output(source: &Source, scope: &impl Scope) -> String {
    match source {
        Source::Expression(expression) => wire_text(expression, scope),
        Source::Branches(branches) => choose(branches, scope),
        Source::Attempt { task, value } => format!(
            "{} ? {} : {}",
            succeeded(*task, scope),
            nested(&wire_text(value, scope)),
            literal(if value.ty().is_text() {
                "json:null"
            } else {
                "null"
            })
        ),
    }
}

/// The value of the branch that runs.
fn choose(branches: &[Branch], scope: &impl Scope) -> String {
    let Some((last, others)) = branches.split_last() else {
        return literal("");
    };
    let mut chosen = String::new();
    for branch in others {
        let condition = match branch.task {
            Some(task) => succeeded(task, scope),
            None => boolean(&branch.condition, scope, AND),
        };
        chosen += &format!(
            "{condition} ? {} : ",
            nested(&wire_text(&branch.value, scope))
        );
    }
    chosen + &nested(&wire_text(&last.value, scope))
}

/// A declaration cannot stand inside of an expression without parentheses.
fn nested(expression: &str) -> String {
    if expression.starts_with("let ") {
        format!("({expression})")
    } else {
        expression.to_owned()
    }
}

/// The wire text of a value.
fn wire_text(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Literal { json, ty } => literal(&wire::encode(ty, json)),
        Expression::Output { task, ty, .. } if scope.is_ready_image(*task) => {
            let text = reference(expression, scope);
            if ty.is_text() && ty.is_optional() {
                format!("{text} == 'json:null' ? {text} : ({})", encode(&text))
            } else if ty.is_text() {
                encode(&text)
            } else {
                encode_json(&text)
            }
        }
        Expression::Input { .. } | Expression::Output { .. } => reference(expression, scope),
        Expression::Format(pieces) if is_harmless(pieces, scope) => raw(expression, scope),
        Expression::Format(_) => encode(&raw(expression, scope)),
        Expression::Compare { .. }
        | Expression::And(..)
        | Expression::Or(..)
        | Expression::Not(_) => {
            format!("string({})", boolean(expression, scope, 0))
        }
        Expression::Apply { .. } => {
            Applied::of(expression).map_or_else(String::new, |applied| applied.wire_text(scope))
        }
        Expression::Choose {
            condition,
            then,
            otherwise,
        } => either(
            condition,
            wire_text(then, scope),
            wire_text(otherwise, scope),
            scope,
        ),
    }
}

/// One of two expressions.
fn either(condition: &Expression, then: String, otherwise: String, scope: &impl Scope) -> String {
    let (condition, then, otherwise) = (
        boolean(condition, scope, OR),
        nested(&then),
        nested(&otherwise),
    );
    format!("({condition} ? {then} : {otherwise})")
}
