//! The value of an expression, as Rust would give it.

use super::functions::apply;
use super::integer::Integer;
use super::layout::lay_out;
use pipewright_compiler::plan::{Expression, FormatPiece};
use pipewright_ir::graph::Comparison;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::borrow::Cow;
use std::cmp::Ordering;

/// The values that an expression may name.
pub(super) trait Scope {
    /// The value of an input of the DAG.
    fn input(&self, name: &str) -> Result<&Json, String>;
    /// The value of an output of a task.
    fn output(&self, task: usize, output: &str) -> Result<&Json, String>;
}

/// The value of an expression.
pub(super) fn evaluate<'a>(
    expression: &'a Expression,
    scope: &'a impl Scope,
) -> Result<Cow<'a, Json>, String> {
    match expression {
        Expression::Literal { json, .. } => Ok(Cow::Borrowed(json)),
        Expression::Input { name, .. } => scope.input(name).map(Cow::Borrowed),
        Expression::Output { task, output, .. } => scope.output(*task, output).map(Cow::Borrowed),
        Expression::Format(pieces) => format(pieces, scope)
            .and_then(|text| Json::of(&text))
            .map(Cow::Owned),
        Expression::Apply {
            function,
            arguments,
            ty,
        } => {
            let arguments = arguments.iter();
            let arguments = arguments.map(|argument| evaluate(argument, scope));
            let arguments = arguments.collect::<Result<Vec<_>, _>>()?;
            apply(function, &arguments, ty).map(Cow::Owned)
        }
        Expression::Choose {
            condition,
            then,
            otherwise,
        } => {
            let chosen = if holds(condition, scope)? {
                then
            } else {
                otherwise
            };
            evaluate(chosen, scope)
        }
        Expression::Compare { .. }
        | Expression::And(..)
        | Expression::Or(..)
        | Expression::Not(_) => Json::of(&holds(expression, scope)?).map(Cow::Owned),
    }
}

/// Whether a condition holds.
pub(super) fn holds(condition: &Expression, scope: &impl Scope) -> Result<bool, String> {
    match condition {
        Expression::And(left, right) => Ok(holds(left, scope)? && holds(right, scope)?),
        Expression::Or(left, right) => Ok(holds(left, scope)? || holds(right, scope)?),
        Expression::Not(value) => Ok(!holds(value, scope)?),
        Expression::Compare {
            comparison,
            left,
            right,
        } => {
            let (left_value, right_value) = (evaluate(left, scope)?, evaluate(right, scope)?);
            compare(&left.ty(), *comparison, &left_value, &right_value)
        }
        value => boolean(evaluate(value, scope)?.as_ref()),
    }
}

fn format(pieces: &[FormatPiece], scope: &impl Scope) -> Result<String, String> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            FormatPiece::Text(piece) => text.push_str(piece),
            FormatPiece::Value { value, layout } => {
                let (json, ty) = (evaluate(value, scope)?, value.ty());
                match json.to::<String>() {
                    Ok(string) if ty.is_text() => text += &lay_out(&string, &ty, layout),
                    _ => text += &lay_out(json.as_str(), &ty, layout),
                }
            }
        }
    }
    Ok(text)
}

fn compare(ty: &Type, comparison: Comparison, left: &Json, right: &Json) -> Result<bool, String> {
    let order = match ty {
        Type::Optional(_) if left.is_null() || right.is_null() => {
            equality(left.is_null() == right.is_null())
        }
        Type::Optional(inner) => return compare(inner, comparison, left, right),
        Type::Integer => Some(Integer::parse(left.as_str())?.cmp(&Integer::parse(right.as_str())?)),
        Type::Number => left.to::<f64>()?.partial_cmp(&right.to()?),
        Type::String | Type::Enum(_) => Some(left.to::<String>()?.cmp(&right.to()?)),
        Type::Boolean => Some(boolean(left)?.cmp(&boolean(right)?)),
        Type::Null | Type::List(_) | Type::Struct | Type::Json => {
            equality(left.to::<serde_json::Value>()? == right.to::<serde_json::Value>()?)
        }
    };
    if order.is_none() && comparison.is_order() {
        return Err(format!("`{left}` and `{right}` have no order"));
    }
    Ok(match comparison {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        Comparison::Less => order.is_some_and(Ordering::is_lt),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Greater => order.is_some_and(Ordering::is_gt),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
    })
}

/// The order of values that are equal or not.
fn equality(equal: bool) -> Option<Ordering> {
    equal.then_some(Ordering::Equal)
}

fn boolean(json: &Json) -> Result<bool, String> {
    match json.as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        other => Err(format!("`{other}` is neither true nor false")),
    }
}
