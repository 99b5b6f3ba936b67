//! Arguments of tasks.

use super::form::Form;
use super::render::{render, wire_text};
use super::tag::{bare_tag, tag};
use super::{Scope, format, reference};
use crate::plan::Expression;
use pipewright_ir::expression::{FormatPiece, Operator};
use pipewright_ir::artifact::Reference;
use pipewright_ir::function::{Function, Method};
use pipewright_ir::json::Json;
use pipewright_ir::wire;

/// The text of an argument.
pub(in crate::argo) fn argument(expression: &Expression, scope: &Scope<'_>) -> String {
    written(expression, scope).unwrap_or_else(|| tag(&wire_text(expression, scope)))
}

/// The text of an argument that only our own program reads, which takes any text as JSON, and checks what somebody wrote.
pub(in crate::argo) fn program_argument(expression: &Expression, scope: &Scope<'_>) -> String {
    if let Some(written) = reference::written(expression, scope) {
        return format!("{}{}", wire::WRITTEN, tag(&written.base64()));
    }
    written(expression, scope).unwrap_or_else(|| tag(&render(expression, Form::Json, scope)))
}

/// An argument that needs nothing computed: text with plain tags in it.
pub(in crate::argo) fn written(expression: &Expression, scope: &Scope<'_>) -> Option<String> {
    match expression {
        Expression::Literal { json, ty } => Some(wire::encode(ty, json)),
        Expression::Input { .. } | Expression::Output { .. } => bare_tag(expression, scope),
        Expression::Operator { operator, .. } => match &**operator {
            Operator::Format(pieces) if format::is_plain(pieces, scope) => {
                let piece = |piece: &FormatPiece<Expression>| match piece {
                    FormatPiece::Text(text) => Some(text.clone()),
                    FormatPiece::Value { value, .. } => written(value, scope),
                };
                pieces.iter().map(piece).collect()
            }
            Operator::Apply {
                function: Function::List,
                arguments,
            } => {
                let elements = arguments.iter().map(|element| bare_tag(element, scope));
                let elements = elements.collect::<Option<Vec<_>>>()?;
                Some(format!("[{}]", elements.join(",")))
            }
            // What is imported from a constant is one.
            Operator::Apply {
                function: Function::Method(Method::Import),
                arguments,
            } => match &arguments[..] {
                [Expression::Literal { json, .. }] => {
                    let reference = Json::of(&Reference::to(json.to::<String>().ok()?));
                    Some(wire::encode(expression.ty(), &reference.ok()?))
                }
                _ => None,
            },
            _ => None,
        },
    }
}
