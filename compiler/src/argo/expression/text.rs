//! Texts: their wire form, and values in `format!`.

use super::functions::Applied;
use super::layout::lay_out;
use super::literal::literal;
use super::reference::{bare_tag, reference};
use super::{Scope, either, nested, wire_text};
use crate::plan::{Expression, FormatPiece};
use pipewright_ir::graph::Layout;
use pipewright_ir::wire;

/// Text that has to be written as JSON, as [`wire::is_plain`] says.
pub(super) const UNSAFE: &str = r#""^json:|[{][{]|[$][$(\u0080-\uffff]|[^\t\n\r -~\u0080-\uffff]""#;

/// Wire text of any text.
pub(super) fn encode(text: &str) -> String {
    let json = r"'json:' + replace(replace(toJSON(t), '\x7b', '\\u007b'), '$', '\\u0024')";
    format!("let t = {text}; t matches {UNSAFE} ? {json} : t")
}

/// Wire text of JSON that a ready image wrote.
pub(super) fn encode_json(text: &str) -> String {
    let braces = r"'\x7b\x7b', '\\u007b\\u007b'";
    format!(
        r"replace(replace(replace({text}, {braces}), '$$', '\\u0024\\u0024'), '$(', '\\u0024(')"
    )
}

/// The text that a wire text stands for.
pub(in crate::argo) fn decode(text: &str) -> String {
    format!("({text} startsWith 'json:' ? fromJSON({text}[5:]) : {text})")
}

/// A value as `format!` prints it.
pub(super) fn raw(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Literal { json, ty } if ty.is_text() => {
            literal(&json.to::<String>().unwrap_or_default())
        }
        Expression::Literal { json, .. } => literal(json.as_str()),
        Expression::Format(pieces) if pieces.is_empty() => literal(""),
        Expression::Format(pieces) => {
            let piece = |piece: &FormatPiece| match piece {
                FormatPiece::Text(text) => literal(text),
                FormatPiece::Value { value, layout } => {
                    lay_out(nested(&raw(value, scope)), &value.ty(), layout)
                }
            };
            pieces.iter().map(piece).collect::<Vec<_>>().join(" + ")
        }
        Expression::Choose {
            condition,
            then,
            otherwise,
        } => either(condition, raw(then, scope), raw(otherwise, scope), scope),
        Expression::Output { task, .. } if scope.is_ready_image(*task) => {
            reference(expression, scope)
        }
        Expression::Input { ty, .. } | Expression::Output { ty, .. } if ty.is_text() => {
            decode(&reference(expression, scope))
        }
        expression => match Applied::of(expression) {
            Some(applied) => applied.text(scope),
            None => wire_text(expression, scope),
        },
    }
}

/// Whether a formatted text is its own wire text, whatever its values are, and can be written with tags in it.
pub(super) fn is_harmless(pieces: &[FormatPiece], scope: &impl Scope) -> bool {
    let mut sample = String::new();
    for piece in pieces {
        match piece {
            FormatPiece::Text(text) if text.ends_with('{') => return false,
            FormatPiece::Text(text) => sample.push_str(text),
            FormatPiece::Value { value, layout }
                if *layout == Layout::default() && bare_tag(value, scope).is_some() =>
            {
                sample.push('0');
            }
            FormatPiece::Value { .. } => return false,
        }
    }
    wire::is_plain(&sample)
}
