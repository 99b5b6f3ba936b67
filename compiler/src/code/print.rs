//! Code as text, with the parentheses that it needs.

use super::{Binary, Code};
use std::fmt;

/// Strength with which something binds; what binds less than its surroundings stands in parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// A declaration, which reaches as far as it can.
    Declaration,
    Conditional,
    Or,
    And,
    Compare,
    Range,
    Sum,
    Product,
    Unary,
    Coalesce,
    Primary,
}

impl Binary {
    fn operator(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Range => "..",
            Self::Coalesce => "??",
            Self::Compare(operator) | Self::Sum(operator) | Self::Product(operator) => operator,
        }
    }

    fn strength(self) -> Strength {
        match self {
            Self::Or => Strength::Or,
            Self::And => Strength::And,
            Self::Compare(_) => Strength::Compare,
            Self::Range => Strength::Range,
            Self::Sum(_) => Strength::Sum,
            Self::Product(_) => Strength::Product,
            Self::Coalesce => Strength::Coalesce,
        }
    }

    /// Strengths that the left and the right side need to stand without parentheses.
    fn sides(self) -> (Strength, Strength) {
        match self {
            // Both group as one likes.
            Self::Or => (Strength::Or, Strength::Or),
            Self::And => (Strength::And, Strength::And),
            Self::Compare(_) => (Strength::Range, Strength::Range),
            Self::Sum("+") => (Strength::Sum, Strength::Product),
            Self::Sum(_) => (Strength::Sum, Strength::Product),
            Self::Product(_) => (Strength::Product, Strength::Unary),
            // A person reads these better with parentheses around all but names and calls.
            Self::Range | Self::Coalesce => (Strength::Primary, Strength::Primary),
        }
    }
}

impl Code {
    fn strength(&self) -> Strength {
        match self {
            Self::Let(..) => Strength::Declaration,
            Self::Conditional(..) => Strength::Conditional,
            Self::Binary(operator, ..) => operator.strength(),
            Self::Unary(..) => Strength::Unary,
            Self::Word(_)
            | Self::Member(..)
            | Self::MemberIfThere(..)
            | Self::Index(..)
            | Self::Slice(..)
            | Self::Call(..)
            | Self::List(_) => Strength::Primary,
        }
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, least: Strength) -> fmt::Result {
        if self.strength() < least {
            f.write_str("(")?;
            self.write_inside(f)?;
            f.write_str(")")
        } else {
            self.write_inside(f)
        }
    }

    fn write_inside(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Member(of, name) => {
                of.write(f, Strength::Primary)?;
                write!(f, ".{name}")
            }
            Self::MemberIfThere(of, name) => {
                of.write(f, Strength::Primary)?;
                write!(f, "?.{name}")
            }
            Self::Index(of, index) => {
                of.write(f, Strength::Primary)?;
                f.write_str("[")?;
                index.write(f, Strength::Conditional)?;
                f.write_str("]")
            }
            Self::Slice(of, start, end) => {
                of.write(f, Strength::Primary)?;
                f.write_str("[")?;
                for (bound, separator) in [(start, ":"), (end, "]")] {
                    if let Some(bound) = bound {
                        bound.write(f, Strength::Or)?;
                    }
                    f.write_str(separator)?;
                }
                Ok(())
            }
            Self::Call(function, arguments) => {
                write!(f, "{function}(")?;
                write_all(f, arguments)?;
                f.write_str(")")
            }
            Self::List(elements) => {
                f.write_str("[")?;
                write_all(f, elements)?;
                f.write_str("]")
            }
            Self::Unary(operator, value) => {
                f.write_str(operator)?;
                value.write(f, Strength::Primary)
            }
            Self::Binary(operator, left, right) => {
                let (least_left, least_right) = operator.sides();
                left.write(f, least_left)?;
                match operator {
                    Binary::Range => f.write_str("..")?,
                    operator => write!(f, " {} ", operator.operator())?,
                }
                right.write(f, least_right)
            }
            Self::Conditional(condition, then, otherwise) => {
                condition.write(f, Strength::Or)?;
                f.write_str(" ? ")?;
                then.write(f, Strength::Or)?;
                f.write_str(" : ")?;
                otherwise.write(f, Strength::Conditional)
            }
            Self::Let(name, value, body) => {
                write!(f, "let {name} = ")?;
                value.write(f, Strength::Conditional)?;
                f.write_str("; ")?;
                body.write(f, Strength::Declaration)
            }
        }
    }
}

/// Elements or arguments: only a declaration needs parentheses there.
fn write_all(f: &mut fmt::Formatter<'_>, codes: &[Code]) -> fmt::Result {
    for (index, code) in codes.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        code.write(f, Strength::Conditional)?;
    }
    Ok(())
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, Strength::Declaration)
    }
}

#[cfg(test)]
mod tests {
    use crate::code::{call, list, word};

    #[test]
    fn parentheses_stand_where_they_are_needed() {
        let [a, b, c] = ["a", "b", "c"].map(word);
        let (a, b, c) = (|| a.clone(), || b.clone(), || c.clone());
        let table = [
            (a().or(b().and(c())), "a || b && c"),
            (a().or(b()).and(c()), "(a || b) && c"),
            (a().and(b().and(c())), "a && b && c"),
            (a().equals(b().equals(c())), "a == (b == c)"),
            (a().plus(b()).plus(c()), "a + b + c"),
            (a().minus(b().plus(c())), "a - (b + c)"),
            (a().plus(b()).product("*", c()), "(a + b) * c"),
            (a().product("%", b()).plus(c()), "a % b + c"),
            (a().to(b().minus(c())), "a..(b - c)"),
            (a().or(b()).not(), "!(a || b)"),
            (a().plus(b()).slice("1", ""), "(a + b)[1:]"),
            (a().choose(b(), c()).choose(b(), c()), "(a ? b : c) ? b : c"),
            (a().choose(b().choose(a(), b()), c()), "a ? (b ? a : b) : c"),
            (a().choose(b(), c().choose(a(), b())), "a ? b : c ? a : b"),
            (a().choose(b(), c()).plus(c()), "(a ? b : c) + c"),
            (call("f", [a().choose(b(), c())]), "f(a ? b : c)"),
            (call("f", [a().named("x", b())]), "f((let x = a; b))"),
            (
                a().named("x", b().named("y", c())),
                "let x = a; let y = b; c",
            ),
            (
                a().named("x", b()).named("y", c()),
                "let y = (let x = a; b); c",
            ),
            (list([a().or_else(b())]).index(c()), "[a ?? b][c]"),
            (a().member("m").index(b()), "a.m[b]"),
        ];
        for (code, expected) in table {
            assert_eq!(code.to_string(), expected);
        }
    }
}
