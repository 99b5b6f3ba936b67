//! Values and conditions in the language that Argo evaluates.
//!
//! Every parameter is a text in its wire form (`pipewright_dsl::wire`). A reference gives that text; it is never put
//! where Argo would read its content as code: expressions take it as data, and what comes out of one is wire text again.

use crate::plan::{Branch, Expression, FormatPiece, Source};
use pipewright_dsl::graph::Comparison;
use pipewright_dsl::types::Type;
use pipewright_dsl::wire;

/// A DAG's view of its tasks: their names, and whether their outputs are what a ready image wrote.
pub(super) trait Tasks {
    fn name(&self, task: usize) -> &str;
    fn is_ready_image(&self, task: usize) -> bool;
}

/// Text that has to be written as JSON, as [`wire::is_plain`] says.
const UNSAFE: &str = r#""^json:|[{][{]|[$][$(\u0080-\uffff]|[^\t\n\r -~\u0080-\uffff]""#;

/// The text of an argument.
pub(super) fn argument(expression: &Expression, tasks: &impl Tasks) -> String {
    match expression {
        Expression::Literal { json, ty } => wire::encode(ty, json),
        Expression::Input { name, ty } if is_bare(ty) => format!("{{{{inputs.parameters.{name}}}}}"),
        Expression::Output { task, output, ty } if is_bare(ty) && !tasks.is_ready_image(*task) => {
            format!("{{{{tasks.{}.outputs.parameters.{output}}}}}", tasks.name(*task))
        }
        expression => tag(&wire_text(expression, tasks)),
    }
}

/// An expression as a tag in a text.
pub(super) fn tag(expression: &str) -> String {
    format!("{{{{={expression}}}}}")
}

/// The condition of a task.
pub(super) fn when(condition: &Expression, tasks: &impl Tasks) -> String {
    tag(&boolean(condition, tasks, 0))
}

/// Where an output of a DAG comes from: an expression.
pub(super) fn output(source: &Source, tasks: &impl Tasks) -> String {
    match source {
        Source::Expression(expression) => wire_text(expression, tasks),
        Source::Branches(branches) => choose(branches, tasks),
    }
}

/// The value of the branch that runs.
fn choose(branches: &[Branch], tasks: &impl Tasks) -> String {
    let Some((last, others)) = branches.split_last() else {
        return literal("");
    };
    let mut chosen = String::new();
    for branch in others {
        let condition = match branch.task {
            Some(task) => format!("tasks[{}].status == 'Succeeded'", literal(tasks.name(task))),
            None => boolean(&branch.condition, tasks, AND),
        };
        chosen += &format!("{condition} ? {} : ", nested(&wire_text(&branch.value, tasks)));
    }
    chosen + &nested(&wire_text(&last.value, tasks))
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
fn wire_text(expression: &Expression, tasks: &impl Tasks) -> String {
    match expression {
        Expression::Literal { json, ty } => literal(&wire::encode(ty, json)),
        Expression::Output { task, ty, .. } if tasks.is_ready_image(*task) => {
            let text = reference(expression, tasks);
            if ty.is_text() { encode(&text) } else { encode_json(&text) }
        }
        Expression::Input { .. } | Expression::Output { .. } => reference(expression, tasks),
        Expression::Format(_) => encode(&raw(expression, tasks)),
        Expression::Compare { .. } | Expression::And(..) | Expression::Or(..) | Expression::Not(_) => {
            format!("string({})", boolean(expression, tasks, 0))
        }
    }
}

/// The expression of a parameter's text.
fn reference(expression: &Expression, tasks: &impl Tasks) -> String {
    match expression {
        Expression::Input { name, .. } => format!("inputs.parameters[{}]", literal(name)),
        Expression::Output { task, output, .. } => {
            format!("tasks[{}].outputs.parameters[{}]", literal(tasks.name(*task)), literal(output))
        }
        expression => wire_text(expression, tasks),
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
    format!(r"replace(replace(replace({text}, {braces}), '$$', '\\u0024\\u0024'), '$(', '\\u0024(')")
}

/// The text that a wire text stands for.
pub(super) fn decode(text: &str) -> String {
    format!("({text} startsWith 'json:' ? fromJSON({text}[5:]) : {text})")
}

/// A value as `format!` prints it.
fn raw(expression: &Expression, tasks: &impl Tasks) -> String {
    match expression {
        Expression::Literal { json, ty } if ty.is_text() => literal(&json.to::<String>().unwrap_or_default()),
        Expression::Literal { json, .. } => literal(json.as_str()),
        Expression::Format(pieces) if pieces.is_empty() => literal(""),
        Expression::Format(pieces) => {
            let piece = |piece: &FormatPiece| match piece {
                FormatPiece::Text(text) => literal(text),
                FormatPiece::Value(value) => raw(value, tasks),
            };
            pieces.iter().map(piece).collect::<Vec<_>>().join(" + ")
        }
        Expression::Output { task, .. } if tasks.is_ready_image(*task) => reference(expression, tasks),
        Expression::Input { ty, .. } | Expression::Output { ty, .. } if ty.is_text() => {
            decode(&reference(expression, tasks))
        }
        expression => wire_text(expression, tasks),
    }
}

// How strong operators bind.
const OR: u8 = 1;
const AND: u8 = 2;
const COMPARE: u8 = 3;

/// A value that is true or false, in parentheses if it binds less than what stands around it.
fn boolean(expression: &Expression, tasks: &impl Tasks, around: u8) -> String {
    let (text, binds) = match expression {
        Expression::Literal { json, .. } => return json.as_str().to_owned(),
        Expression::Compare {
            comparison,
            left,
            right,
        } => (compare(*comparison, left, right, tasks), COMPARE),
        Expression::And(left, right) => (logic(left, "&&", right, tasks, AND), AND),
        Expression::Or(left, right) => (logic(left, "||", right, tasks, OR), OR),
        Expression::Not(value) => return format!("!({})", boolean(value, tasks, 0)),
        expression => return format!("fromJSON({})", reference(expression, tasks)),
    };
    if binds < around { format!("({text})") } else { text }
}

fn logic(left: &Expression, operator: &str, right: &Expression, tasks: &impl Tasks, binds: u8) -> String {
    format!("{} {operator} {}", boolean(left, tasks, binds), boolean(right, tasks, binds))
}

fn compare(comparison: Comparison, left: &Expression, right: &Expression, tasks: &impl Tasks) -> String {
    let operand = |expression: &Expression| match expression.ty() {
        Type::Integer => integer(expression, tasks),
        Type::Number => number(expression, tasks),
        Type::Boolean => boolean(expression, tasks, COMPARE + 1),
        _ => raw(expression, tasks),
    };
    // Equal texts have equal wire texts, so those need no decoding.
    let is_wire = |expression: &Expression| match expression {
        Expression::Literal { .. } | Expression::Input { .. } => true,
        Expression::Output { task, .. } => !tasks.is_ready_image(*task),
        _ => false,
    };
    let by_wire = left.ty().is_text() && !comparison.is_order() && is_wire(left) && is_wire(right);
    let (left, right) = if by_wire {
        (wire_text(left, tasks), wire_text(right, tasks))
    } else {
        (operand(left), operand(right))
    };
    format!("{left} {} {right}", comparison.operator())
}

fn integer(expression: &Expression, tasks: &impl Tasks) -> String {
    match expression {
        // The least number has no literal: its digits alone are too large.
        Expression::Literal { json, .. } if json.as_str() != i64::MIN.to_string() => json.as_str().to_owned(),
        expression => format!("asInt({})", reference(expression, tasks)),
    }
}

fn number(expression: &Expression, tasks: &impl Tasks) -> String {
    match expression {
        Expression::Literal { json, .. } if json.as_str().contains('.') => json.as_str().to_owned(),
        Expression::Literal { json, .. } => format!("{json}.0"),
        expression => format!("asFloat({})", reference(expression, tasks)),
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
