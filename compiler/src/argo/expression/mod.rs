//! Values and conditions in the language that Argo evaluates.
//!
//! Every parameter is a text in its wire form (`pipewright_ir::wire`). A reference gives that text; it is never put
//! where Argo would read its content as code: expressions take it as data, and what comes out of one is wire text again.

mod arithmetic;
mod compare;
mod field;
mod form;
mod format;
mod functions;
mod json;
mod literal;
mod loops;
mod number;
mod outputs;
mod reference;
mod scope;
mod text;

pub(super) use functions::may_fail;
pub(super) use literal::literal;
pub(super) use loops::{collectable, item, items};
pub(super) use outputs::output;
pub(super) use reference::{bare_tag, is_bare, member_of};
pub(super) use scope::Scope;
pub(super) use text::decode;

use crate::code::{Code, call, word};
use crate::plan::Expression;
use form::{Form, Formed};
use pipewright_ir::expression::{FormatPiece, Operator};
use pipewright_ir::function::Function;
use pipewright_ir::wire;

/// The text of an argument.
pub(super) fn argument(expression: &Expression, scope: &Scope<'_>) -> String {
    written(expression, scope).unwrap_or_else(|| tag(&wire_text(expression, scope)))
}

/// The text of an argument that only our own program reads, which takes any text as JSON.
pub(super) fn program_argument(expression: &Expression, scope: &Scope<'_>) -> String {
    written(expression, scope).unwrap_or_else(|| tag(&render(expression, Form::Json, scope)))
}

/// An argument that needs nothing computed: text with plain tags in it.
pub(super) fn written(expression: &Expression, scope: &Scope<'_>) -> Option<String> {
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
            _ => None,
        },
    }
}

/// Code as a tag in a text.
pub(super) fn tag(code: &Code) -> String {
    format!("{{{{={code}}}}}")
}

/// Condition of a task. Where something cannot be computed that is `needed`, the task ends with an error.
pub(super) fn when(
    condition: Option<&Expression>,
    needed: &[&Expression],
    scope: &Scope<'_>,
) -> Option<String> {
    let condition = condition.map(|condition| render(condition, Form::Boolean, scope));
    let needed = needed.iter().map(|value| {
        let length = call("len", [wire_text(value, scope)]);
        length.compare(">=", word("0"))
    });
    Code::join(condition.into_iter().chain(needed), Code::and).map(|code| tag(&code))
}

/// The wire text of a value.
fn wire_text(expression: &Expression, scope: &Scope<'_>) -> Code {
    render(expression, Form::Wire, scope)
}

/// A value in a form.
fn render(expression: &Expression, form: Form, scope: &Scope<'_>) -> Code {
    match expression {
        Expression::Literal { json, ty } => form::literal(json, ty, form),
        Expression::Input { ty, .. } | Expression::Output { ty, .. } => {
            reference::reference(expression, scope).into_form(form, ty)
        }
        Expression::Operator { operator, ty } => match &**operator {
            Operator::Choose {
                condition,
                then,
                otherwise,
            } => render(condition, Form::Boolean, scope)
                .choose(render(then, form, scope), render(otherwise, form, scope)),
            operator => computed(operator, ty, scope).into_form(form, ty),
        },
    }
}

/// The result of an operator, in the form in which it comes about.
fn computed(
    operator: &Operator<Expression>,
    ty: &pipewright_ir::types::Type,
    scope: &Scope<'_>,
) -> Formed {
    let boolean = |value: &Expression| render(value, Form::Boolean, scope);
    match operator {
        Operator::Format(pieces) => format::format(pieces, scope),
        Operator::Compare {
            comparison,
            left,
            right,
        } => Form::Boolean.of(compare::compare(*comparison, left, right, scope)),
        Operator::And(left, right) => Form::Boolean.of(boolean(left).and(boolean(right))),
        Operator::Or(left, right) => Form::Boolean.of(boolean(left).or(boolean(right))),
        Operator::Not(value) => Form::Boolean.of(boolean(value).not()),
        Operator::Apply {
            function,
            arguments,
        } => functions::apply(function, arguments, ty, scope),
        Operator::Choose { .. } => unreachable!("a choice has the form that is asked for"),
    }
}
