//! Values and conditions in the language that Argo evaluates.
//!
//! Every parameter is a text in its wire form (`pipewright_dsl::wire`). A reference gives that text; it is never put
//! where Argo would read its content as code: expressions take it as data, and what comes out of one is wire text again.

use crate::plan::{Branch, Expression, FormatPiece, Source};
use pipewright_dsl::graph::{Comparison, Layout};
use pipewright_dsl::types::Type;
use pipewright_dsl::wire;

/// What the expressions of a DAG name.
pub(super) trait Scope {
    /// What the inputs of the DAG are parameters of.
    fn inputs(&self) -> &'static str;
    /// The parameter that an input is.
    fn input(&self, name: &str) -> String;
    /// The name of a task.
    fn name(&self, task: usize) -> &str;
    /// Whether the outputs of a task are what a ready image wrote.
    fn is_ready_image(&self, task: usize) -> bool;
}

/// Text that has to be written as JSON, as [`wire::is_plain`] says.
const UNSAFE: &str = r#""^json:|[{][{]|[$][$(\u0080-\uffff]|[^\t\n\r -~\u0080-\uffff]""#;

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
        expression => {
            bare_tag(expression, scope).unwrap_or_else(|| tag(&wire_text(expression, scope)))
        }
    }
}

/// A plain tag, for a value whose text cannot hold anything that Argo would bend.
pub(super) fn bare_tag(expression: &Expression, scope: &impl Scope) -> Option<String> {
    match expression {
        Expression::Input { name, ty } if is_bare(ty) => {
            let (inputs, input) = (scope.inputs(), scope.input(name));
            Some(format!("{{{{{inputs}.parameters.{input}}}}}"))
        }
        Expression::Output { task, output, ty } if is_bare(ty) && !scope.is_ready_image(*task) => {
            Some(format!(
                "{{{{tasks.{}.outputs.parameters.{output}}}}}",
                scope.name(*task)
            ))
        }
        _ => None,
    }
}

/// Whether a formatted text is its own wire text, whatever its values are, and can be written with tags in it.
fn is_harmless(pieces: &[FormatPiece], scope: &impl Scope) -> bool {
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

/// An expression as a tag in a text.
pub(super) fn tag(expression: &str) -> String {
    format!("{{{{={expression}}}}}")
}

/// The condition of a task.
pub(super) fn when(condition: &Expression, scope: &impl Scope) -> String {
    tag(&boolean(condition, scope, 0))
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

/// That a task has succeeded.
fn succeeded(task: usize, scope: &impl Scope) -> String {
    format!("tasks[{}].status == 'Succeeded'", literal(scope.name(task)))
}

/// A declaration cannot stand inside of an expression without parentheses.
fn nested(expression: &str) -> String {
    if expression.starts_with("let ") {
        format!("({expression})")
    } else {
        expression.to_owned()
    }
}

/// Whether texts of a type never hold characters that Argo would bend: those of JSON's numbers and words.
pub(super) fn is_bare(ty: &Type) -> bool {
    match ty {
        Type::Boolean | Type::Integer | Type::Number | Type::Null => true,
        Type::Optional(inner) => is_bare(inner),
        _ => false,
    }
}

/// The wire text of a value.
fn wire_text(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Literal { json, ty } => literal(&wire::encode(ty, json)),
        Expression::Output { task, ty, .. } if scope.is_ready_image(*task) => {
            let text = reference(expression, scope);
            if ty.is_text() {
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
        Expression::Apply { .. } => literal("not yet"),
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

/// The expression of a parameter's text.
fn reference(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Input { name, .. } => {
            let input = literal(&scope.input(name));
            format!("{}.parameters[{input}]", scope.inputs())
        }
        Expression::Output { task, output, .. } => {
            format!(
                "tasks[{}].outputs.parameters[{}]",
                literal(scope.name(*task)),
                literal(output)
            )
        }
        expression => wire_text(expression, scope),
    }
}

/// Wire text of any text.
fn encode(text: &str) -> String {
    let json = r"'json:' + replace(replace(toJSON(t), '\x7b', '\\u007b'), '$', '\\u0024')";
    format!("let t = {text}; t matches {UNSAFE} ? {json} : t")
}

/// Wire text of JSON that a ready image wrote.
fn encode_json(text: &str) -> String {
    let braces = r"'\x7b\x7b', '\\u007b\\u007b'";
    format!(
        r"replace(replace(replace({text}, {braces}), '$$', '\\u0024\\u0024'), '$(', '\\u0024(')"
    )
}

/// The text that a wire text stands for.
pub(super) fn decode(text: &str) -> String {
    format!("({text} startsWith 'json:' ? fromJSON({text}[5:]) : {text})")
}

/// A value as `format!` prints it.
fn raw(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Literal { json, ty } if ty.is_text() => {
            literal(&json.to::<String>().unwrap_or_default())
        }
        Expression::Literal { json, .. } => literal(json.as_str()),
        Expression::Format(pieces) if pieces.is_empty() => literal(""),
        Expression::Format(pieces) => {
            let piece = |piece: &FormatPiece| match piece {
                FormatPiece::Text(text) => literal(text),
                FormatPiece::Value { value, .. } => raw(value, scope),
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
        expression => wire_text(expression, scope),
    }
}

// How strong operators bind.
const OR: u8 = 1;
const AND: u8 = 2;
const COMPARE: u8 = 3;

/// A value that is true or false, in parentheses if it binds less than what stands around it.
fn boolean(expression: &Expression, scope: &impl Scope, around: u8) -> String {
    let (text, binds) = match expression {
        Expression::Literal { json, .. } => return json.as_str().to_owned(),
        Expression::Compare {
            comparison,
            left,
            right,
        } => (compare(*comparison, left, right, scope), COMPARE),
        Expression::And(left, right) => (logic(left, "&&", right, scope, AND), AND),
        Expression::Or(left, right) => (logic(left, "||", right, scope, OR), OR),
        Expression::Not(value) => return format!("!({})", boolean(value, scope, 0)),
        expression => return format!("fromJSON({})", reference(expression, scope)),
    };
    if binds < around {
        format!("({text})")
    } else {
        text
    }
}

fn logic(
    left: &Expression,
    operator: &str,
    right: &Expression,
    scope: &impl Scope,
    binds: u8,
) -> String {
    format!(
        "{} {operator} {}",
        boolean(left, scope, binds),
        boolean(right, scope, binds)
    )
}

fn compare(
    comparison: Comparison,
    left: &Expression,
    right: &Expression,
    scope: &impl Scope,
) -> String {
    let operand = |expression: &Expression| match expression.ty() {
        Type::Integer => integer(expression, scope),
        Type::Number => number(expression, scope),
        Type::Boolean => boolean(expression, scope, COMPARE + 1),
        _ => raw(expression, scope),
    };
    // Texts that need no escapes are their own wire texts. Of all others Argo and the program write different ones.
    let is_wire = |expression: &Expression| match expression {
        Expression::Literal { .. } | Expression::Input { .. } => true,
        Expression::Output { task, .. } => !scope.is_ready_image(*task),
        _ => false,
    };
    let is_plain = |expression: &Expression| match (expression, expression.ty()) {
        (Expression::Literal { json, .. }, _) => {
            json.to::<String>().is_ok_and(|text| wire::is_plain(&text))
        }
        (_, Type::Enum(variants)) => variants.iter().all(|variant| wire::is_plain(variant)),
        _ => false,
    };
    let by_wire = left.ty().is_text()
        && !comparison.is_order()
        && is_wire(left)
        && is_wire(right)
        && (is_plain(left) || is_plain(right));
    let (left, right) = if by_wire {
        (wire_text(left, scope), wire_text(right, scope))
    } else {
        (operand(left), operand(right))
    };
    format!("{left} {} {right}", comparison.operator())
}

fn integer(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        // The least number has no literal: its digits alone are too large.
        Expression::Literal { json, .. } if json.as_str() != i64::MIN.to_string() => {
            json.as_str().to_owned()
        }
        expression => format!("asInt({})", reference(expression, scope)),
    }
}

fn number(expression: &Expression, scope: &impl Scope) -> String {
    match expression {
        Expression::Literal { json, .. } if json.as_str().contains('.') => json.as_str().to_owned(),
        Expression::Literal { json, .. } => format!("{json}.0"),
        expression => format!("asFloat({})", reference(expression, scope)),
    }
}

/// A text as a literal. It holds no brace, for which Argo looks before it reads expressions, and nothing that Argo
/// writes otherwise on the way there.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    for c in text.chars() {
        let code = u32::from(c);
        match c {
            '\'' | '\\' | '{' | '}' | '<' | '>' | '&' | '\0'..='\u{1f}' | '\u{7f}' => {
                literal += &format!("\\x{code:02x}");
            }
            ' '..='~' => literal.push(c),
            '\u{80}'..='\u{ffff}' => literal += &format!("\\u{code:04x}"),
            _ => literal += &format!("\\U{code:08x}"),
        }
    }
    literal.push('\'');
    literal
}
