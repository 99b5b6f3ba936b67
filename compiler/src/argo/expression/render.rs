//! Values as code, from the outermost to the literals and references that they are made of.

use super::form::{self, Form, Formed};
use super::format::{is_plain, lay_out};
use super::literal::{literal, nothing};
use super::{Scope, arithmetic, compare, field, functions, number, reference};
use crate::code::{Code, call, word};
use crate::plan::Expression;
use pipewright_ir::expression::{Comparison, FormatPiece, Operator};
use pipewright_ir::function::{Function, Method, Numbers};
use pipewright_ir::types::Type;

/// The wire text of a value.
pub(in crate::argo) fn wire_text(expression: &Expression, scope: &Scope<'_>) -> Code {
    render(expression, Form::Wire, scope)
}

/// The text that a value is, or that `format!` prints of it.
pub(in crate::argo) fn text(expression: &Expression, scope: &Scope<'_>) -> Code {
    render(expression, Form::Text, scope)
}

/// A value in a form.
pub(super) fn render(expression: &Expression, form: Form, scope: &Scope<'_>) -> Code {
    match expression {
        Expression::Literal { json, ty } => form::literal(json, ty, form),
        Expression::Input { name, ty } => reference::input(name, scope).into_form(form, ty),
        Expression::Output { task, output, ty } => {
            reference::output(*task, output, ty, scope).into_form(form, ty)
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
fn computed(operator: &Operator<Expression>, ty: &Type, scope: &Scope<'_>) -> Formed {
    let boolean = |value: &Expression| render(value, Form::Boolean, scope);
    match operator {
        Operator::Format(pieces) => format(pieces, scope),
        Operator::Compare {
            comparison,
            left,
            right,
        } => Form::Boolean.of(compare(*comparison, [left, right], scope)),
        Operator::And(left, right) => Form::Boolean.of(boolean(left).and(boolean(right))),
        Operator::Or(left, right) => Form::Boolean.of(boolean(left).or(boolean(right))),
        Operator::Not(value) => Form::Boolean.of(boolean(value).not()),
        Operator::Apply {
            function,
            arguments,
        } => apply(function, arguments, ty, scope),
        Operator::Choose { .. } => unreachable!("a choice has the form that is asked for"),
    }
}

/// `format!`: text made of pieces.
fn format(pieces: &[FormatPiece<Expression>], scope: &Scope<'_>) -> Formed {
    let piece = |piece: &FormatPiece<Expression>| match piece {
        FormatPiece::Text(text) => literal(text),
        FormatPiece::Value { value, layout } => {
            lay_out(render(value, Form::Text, scope), value.ty(), layout)
        }
    };
    let text = Code::join(pieces.iter().map(piece), Code::plus);
    let form = match is_plain(pieces, scope) {
        true => Form::Plain,
        false => Form::Text,
    };
    form.of(text.unwrap_or_else(|| literal("")))
}

fn compare(comparison: Comparison, sides: [&Expression; 2], scope: &Scope<'_>) -> Code {
    let form = compare::form(comparison, sides, scope);
    let side = |side: &Expression, other: &Expression| {
        let field = match form == Form::Integer && compare::is_exact(other) {
            true => member(side, scope),
            false => None,
        };
        field.unwrap_or_else(|| render(side, form, scope))
    };
    let [left, right] = sides;
    side(left, right).compare(comparison.operator(), side(right, left))
}

/// The result of a function, in the form in which it comes about. `ty` is its type.
fn apply(function: &Function, operands: &[Expression], ty: &Type, scope: &Scope<'_>) -> Formed {
    let operand = |index: usize, form: Form| render(&operands[index], form, scope);
    match function {
        Function::Arithmetic(operator, Numbers::Integers { min, max }) => {
            let (left, right) = (operand(0, Form::Integer), operand(1, Form::Integer));
            Form::Integer.of(arithmetic::integers(*operator, left, right, *min, *max))
        }
        Function::Arithmetic(operator, Numbers::Floats) => {
            let (left, right) = (operand(0, Form::Float), operand(1, Form::Float));
            Form::Float.of(arithmetic::floats(*operator, left, right))
        }
        Function::Field(name) => field::field(operand(0, Form::Wire), name, ty),
        Function::Range | Function::RangeInclusive => {
            let (start, end) = (operand(0, Form::Integer), operand(1, Form::Integer));
            let is_inclusive = *function == Function::RangeInclusive;
            Form::Wire.of(functions::range(start, end, is_inclusive))
        }
        Function::List => Form::Wire.of(elements(operands, scope)),
        // The wire text of an optional value is that of what is there.
        Function::Some => Form::Wire.of(operand(0, Form::Wire)),
        Function::Method(method) => match method {
            Method::Unwrap => Form::Wire.of(operand(0, Form::Wire)),
            Method::IsSome => Form::Boolean.of(is_some(&operands[0], scope)),
            Method::Len => Form::Integer.of(length(&operands[0], scope)),
            Method::Contains => Form::Boolean.of(search(operands, "contains", scope)),
            Method::StartsWith => Form::Boolean.of(search(operands, "startsWith", scope)),
            Method::EndsWith => Form::Boolean.of(search(operands, "endsWith", scope)),
            Method::ToLowercase => Form::Text.of(functions::lowercase(operand(0, Form::Text))),
            Method::ToUppercase => Form::Text.of(functions::uppercase(operand(0, Form::Text))),
            Method::AsF64 => Form::Float.of(call("float", [operand(0, Form::Integer)])),
            Method::Import => Form::Wire.of(functions::reference(operand(0, Form::Text))),
            Method::AsI64 => Form::Integer.of(number::truncated(operand(0, Form::Float))),
        },
    }
}

/// A value as Argo reads it from the JSON of a struct, where it is a field of one.
fn member(value: &Expression, scope: &Scope<'_>) -> Option<Code> {
    let (object, name) = field::parts(value)?;
    Some(field::member(wire_text(object, scope), name))
}

fn is_some(value: &Expression, scope: &Scope<'_>) -> Code {
    match member(value, scope) {
        Some(member) => member.compare("!=", word("nil")),
        None => wire_text(value, scope).compare("!=", literal(nothing(value.ty()))),
    }
}

fn length(value: &Expression, scope: &Scope<'_>) -> Code {
    match value.ty().is_text() {
        true => functions::length_of_text(render(value, Form::Text, scope)),
        false => functions::length_of_list(wire_text(value, scope)),
    }
}

fn search(operands: &[Expression], operator: &'static str, scope: &Scope<'_>) -> Code {
    let operand = |index: usize| render(&operands[index], Form::Text, scope);
    operand(0).compare(operator, operand(1))
}

/// The JSON of a list.
fn elements(operands: &[Expression], scope: &Scope<'_>) -> Code {
    functions::elements(operands.iter().map(|element| {
        let wire = wire_text(element, scope);
        match element.ty().is_text() {
            true => functions::json_of_text(wire),
            false => wire,
        }
    }))
}
