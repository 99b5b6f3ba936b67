//! Formulas as text.

use super::Formula;
use crate::expression::{Align, FormatPiece, Layout, Operator};
use crate::function::{Arithmetic, Function, Numbers};
use crate::json::Json;
use crate::wire;
use std::fmt::{self, Formatter, Write};

/// Strength with which something binds; what binds less than its surroundings stands in parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Or,
    And,
    Compare,
    Range,
    Sum,
    Product,
    Unary,
    Primary,
}

impl Strength {
    /// The next one.
    pub(super) fn above(self) -> Self {
        match self {
            Self::Or => Self::And,
            Self::And => Self::Compare,
            Self::Compare => Self::Range,
            Self::Range => Self::Sum,
            Self::Sum => Self::Product,
            Self::Product => Self::Unary,
            Self::Unary | Self::Primary => Self::Primary,
        }
    }
}

impl Arithmetic {
    pub(super) fn strength(self) -> Strength {
        match self {
            Self::Add | Self::Subtract => Strength::Sum,
            Self::Multiply | Self::Divide | Self::Remainder => Strength::Product,
        }
    }
}

/// The formula as Rust would write it. The alternate form, `{:#}`, is for people only: it leaves out the types of
/// arithmetic.
impl fmt::Display for Formula {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write(f, Strength::Or, None)
    }
}

impl Formula {
    /// Writes what stands where only this strength and more needs no parentheses. `numbers` is the type in whose name it
    /// stands.
    fn write(
        &self,
        f: &mut Formatter<'_>,
        least: Strength,
        numbers: Option<Numbers>,
    ) -> fmt::Result {
        match self {
            Self::Literal(json) => literal(json, f),
            Self::Name(name) => f.write_str(name),
            Self::Operator { operator, ty } => {
                if let Operator::Apply {
                    function: Function::Arithmetic(_, own),
                    ..
                } = &**operator
                    && numbers != Some(*own)
                    && !f.alternate()
                {
                    write!(f, "{}(", own.name())?;
                    self.write(f, Strength::Or, Some(*own))?;
                    return f.write_str(")");
                }
                let inside = strength(operator) < least;
                if inside {
                    f.write_str("(")?;
                }
                operator_inside(operator, ty.is_optional(), f, numbers)?;
                if inside {
                    f.write_str(")")?;
                }
                Ok(())
            }
        }
    }
}

fn strength(operator: &Operator<Formula>) -> Strength {
    match operator {
        Operator::Or(..) => Strength::Or,
        Operator::And(..) => Strength::And,
        Operator::Compare { .. } => Strength::Compare,
        Operator::Not(_) => Strength::Unary,
        Operator::Format(_) | Operator::Choose { .. } => Strength::Primary,
        Operator::Apply {
            function,
            arguments,
        } => match function {
            Function::Arithmetic(operator, _) => operator.strength(),
            Function::Range | Function::RangeInclusive => Strength::Range,
            Function::Field(_) | Function::List | Function::Method(_) => Strength::Primary,
            // It is written as its operand, which brings its own parentheses.
            Function::Some => match arguments.first() {
                Some(Formula::Operator { operator, .. }) => strength(operator),
                _ => Strength::Primary,
            },
        },
    }
}

fn operator_inside(
    operator: &Operator<Formula>,
    is_optional: bool,
    f: &mut Formatter<'_>,
    numbers: Option<Numbers>,
) -> fmt::Result {
    match operator {
        Operator::Or(left, right) => {
            left.write(f, Strength::Or, numbers)?;
            f.write_str(" || ")?;
            right.write(f, Strength::And, numbers)
        }
        Operator::And(left, right) => {
            left.write(f, Strength::And, numbers)?;
            f.write_str(" && ")?;
            right.write(f, Strength::Compare, numbers)
        }
        Operator::Compare {
            comparison,
            left,
            right,
        } => {
            left.write(f, Strength::Range, numbers)?;
            write!(f, " {} ", comparison.operator())?;
            right.write(f, Strength::Range, numbers)
        }
        Operator::Not(value) => {
            f.write_str("!")?;
            value.write(f, Strength::Unary, numbers)
        }
        Operator::Choose {
            condition,
            then,
            otherwise,
        } => {
            f.write_str("if ")?;
            condition.write(f, Strength::Or, numbers)?;
            f.write_str(" { ")?;
            then.write(f, Strength::Or, numbers)?;
            f.write_str(" } else { ")?;
            otherwise.write(f, Strength::Or, numbers)?;
            f.write_str(" }")
        }
        Operator::Format(pieces) => format(pieces, f, numbers),
        Operator::Apply {
            function,
            arguments,
        } => apply(function, arguments, is_optional, f, numbers),
    }
}

fn apply(
    function: &Function,
    arguments: &[Formula],
    is_optional: bool,
    f: &mut Formatter<'_>,
    numbers: Option<Numbers>,
) -> fmt::Result {
    match (function, arguments) {
        (Function::Arithmetic(operator, _), [left, right]) => {
            left.write(f, operator.strength(), numbers)?;
            write!(f, " {} ", operator.operator())?;
            right.write(f, operator.strength().above(), numbers)
        }
        (Function::Range | Function::RangeInclusive, [start, end]) => {
            start.write(f, Strength::Sum, numbers)?;
            f.write_str(match function {
                Function::RangeInclusive => "..=",
                _ => "..",
            })?;
            end.write(f, Strength::Sum, numbers)
        }
        (Function::Some, [value]) => value.write(f, Strength::Or, numbers),
        (Function::Field(name), [value]) => {
            value.write(f, Strength::Primary, numbers)?;
            match super::lex::is_word(name) {
                true => write!(f, ".{name}")?,
                false => {
                    f.write_str("[")?;
                    text(name, f)?;
                    f.write_str("]")?;
                }
            }
            match is_optional {
                true => f.write_str("?"),
                false => Ok(()),
            }
        }
        (Function::Method(method), [value, others @ ..]) => {
            value.write(f, Strength::Primary, numbers)?;
            write!(f, ".{}(", method.name())?;
            all(others, f, numbers)?;
            f.write_str(")")
        }
        (Function::List, elements) => {
            f.write_str("[")?;
            all(elements, f, numbers)?;
            f.write_str("]")
        }
        (function, _) => unreachable!("{function:?} has other operands"),
    }
}

fn all(values: &[Formula], f: &mut Formatter<'_>, numbers: Option<Numbers>) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        value.write(f, Strength::Or, numbers)?;
    }
    Ok(())
}

fn format(
    pieces: &[FormatPiece<Formula>],
    f: &mut Formatter<'_>,
    numbers: Option<Numbers>,
) -> fmt::Result {
    let mut pattern = String::new();
    let mut values = vec![];
    for piece in pieces {
        match piece {
            FormatPiece::Text(text) => {
                pattern += &text.replace('{', "{{").replace('}', "}}");
            }
            FormatPiece::Value { value, layout } => {
                values.push(value);
                placeholder(layout, &mut pattern)?;
            }
        }
    }
    f.write_str("format(")?;
    text(&pattern, f)?;
    for value in values {
        f.write_str(", ")?;
        value.write(f, Strength::Or, numbers)?;
    }
    f.write_str(")")
}

fn placeholder(layout: &Layout, pattern: &mut String) -> fmt::Result {
    if *layout == Layout::default() {
        pattern.push_str("{}");
        return Ok(());
    }
    pattern.push_str("{:");
    let align = match layout.align {
        None => "",
        Some(Align::Left) => "<",
        Some(Align::Center) => "^",
        Some(Align::Right) => ">",
    };
    // A fill without an alignment changes nothing.
    if let Some(fill) = layout.fill.filter(|_| layout.align.is_some()) {
        pattern.push(fill);
    }
    pattern.push_str(align);
    if layout.plus {
        pattern.push('+');
    }
    if layout.zeros {
        pattern.push('0');
    }
    if layout.width > 0 {
        write!(pattern, "{}", layout.width)?;
    }
    if let Some(precision) = layout.precision {
        write!(pattern, ".{precision}")?;
    }
    pattern.push('}');
    Ok(())
}

fn literal(json: &Json, f: &mut Formatter<'_>) -> fmt::Result {
    let json = json.as_str();
    match json.starts_with(['[', '{']) {
        true => write!(f, "json({})", wire::escape(json)),
        false => f.write_str(&wire::escape(json)),
    }
}

/// A text as a literal, in which Argo and Kubernetes find nothing to evaluate.
fn text(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    let json = Json::of(text).map_err(|_| fmt::Error)?;
    literal(&json, f)
}
