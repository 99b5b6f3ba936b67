//! Formulas from text.

use super::lex::{self, Token};
use super::print::Strength;
use super::{Formula, RESERVED};
use crate::expression::{Align, Comparison, FormatPiece, Layout, Operator};
use crate::function::{Arithmetic, Function, Method, Numbers};
use crate::json::Json;
use crate::types::Type;
use crate::wire::shorten;
use std::str::FromStr;

/// Formulas within each other, so that no text takes all of the stack.
const DEPTH_MAX: usize = 250;

impl FromStr for Formula {
    type Err = String;

    /// Reads a formula as it is printed.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut parser = Parser {
            rest: text,
            depth: 0,
            numbers: None,
        };
        let formula = parser.formula(Strength::Or);
        let formula = formula.and_then(|formula| match parser.peek()? {
            None => Ok(formula),
            Some(token) => Err(unexpected(&token)),
        });
        formula.map_err(|reason| format!("{reason}, at `{}`", shorten(parser.rest)))
    }
}

struct Parser<'t> {
    rest: &'t str,
    depth: usize,
    /// The type in whose name arithmetic stands.
    numbers: Option<Numbers>,
}

impl Parser<'_> {
    fn peek(&self) -> Result<Option<Token>, String> {
        Ok(lex::next(self.rest)?.map(|(token, _)| token))
    }

    fn next(&mut self) -> Result<Token, String> {
        match lex::next(self.rest)? {
            Some((token, rest)) => {
                self.rest = rest;
                Ok(token)
            }
            None => Err("the formula ends too early".into()),
        }
    }

    /// Takes a mark, if it stands here.
    fn take(&mut self, mark: &str) -> Result<bool, String> {
        match lex::next(self.rest)? {
            Some((Token::Mark(found), rest)) if found == mark => {
                self.rest = rest;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn expect(&mut self, mark: &str) -> Result<(), String> {
        match self.take(mark)? {
            true => Ok(()),
            false => Err(format!("expected `{mark}`")),
        }
    }

    /// What binds at least so strongly.
    fn formula(&mut self, least: Strength) -> Result<Formula, String> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(format!("more than {DEPTH_MAX} formulas within each other"));
        }
        let mut left = self.unary()?;
        while let Some(Token::Mark(mark)) = self.peek()? {
            let Some(strength) = strength(mark).filter(|strength| *strength >= least) else {
                break;
            };
            self.expect(mark)?;
            let right = self.formula(strength.above())?;
            left = self.binary(mark, left, right)?;
            let has_no_sides = matches!(strength, Strength::Compare | Strength::Range);
            if has_no_sides && self.peek_strength()? == Some(strength) {
                return Err(format!("`{mark}` needs parentheses"));
            }
        }
        self.depth -= 1;
        Ok(left)
    }

    fn peek_strength(&self) -> Result<Option<Strength>, String> {
        Ok(match self.peek()? {
            Some(Token::Mark(mark)) => strength(mark),
            _ => None,
        })
    }

    fn binary(&self, mark: &str, left: Formula, right: Formula) -> Result<Formula, String> {
        let comparison = Comparison::ALL
            .into_iter()
            .find(|comparison| comparison.operator() == mark);
        let arithmetic = Arithmetic::ALL
            .into_iter()
            .find(|operator| operator.operator() == mark);
        Ok(Formula::operator(match (mark, comparison, arithmetic) {
            ("&&", ..) => Operator::And(left, right),
            ("||", ..) => Operator::Or(left, right),
            ("..", ..) => apply(Function::Range, vec![left, right]),
            ("..=", ..) => apply(Function::RangeInclusive, vec![left, right]),
            (_, Some(comparison), _) => Operator::Compare {
                comparison,
                left,
                right,
            },
            (_, _, Some(operator)) => {
                let numbers = self.numbers.ok_or_else(|| {
                    format!("`{mark}` stands in no type, such as `i64(a {mark} b)`")
                })?;
                apply(Function::Arithmetic(operator, numbers), vec![left, right])
            }
            (mark, None, None) => return Err(format!("unexpected `{mark}`")),
        }))
    }

    fn unary(&mut self) -> Result<Formula, String> {
        if self.take("!")? {
            self.depth += 1;
            if self.depth > DEPTH_MAX {
                return Err(format!("more than {DEPTH_MAX} formulas within each other"));
            }
            let value = self.unary()?;
            self.depth -= 1;
            return Ok(Formula::operator(Operator::Not(value)));
        }
        let mut value = self.primary()?;
        loop {
            if self.take(".")? {
                let Token::Word(name) = self.next()? else {
                    return Err("expected the name of a field or method".into());
                };
                value = match self.take("(")? {
                    true => self.method(&name, value)?,
                    false => self.field(name, value)?,
                };
            } else if self.take("[")? {
                let name = self.text()?;
                self.expect("]")?;
                value = self.field(name, value)?;
            } else {
                return Ok(value);
            }
        }
    }

    fn field(&mut self, name: String, value: Formula) -> Result<Formula, String> {
        let ty = match self.take("?")? {
            true => Type::Optional(Box::new(Type::Json)),
            false => Type::Json,
        };
        let operator = Box::new(apply(Function::Field(name), vec![value]));
        Ok(Formula::Operator { operator, ty })
    }

    fn method(&mut self, name: &str, value: Formula) -> Result<Formula, String> {
        let method = Method::named(name).ok_or_else(|| format!("there is no method `{name}`"))?;
        let mut operands = vec![value];
        operands.extend(self.list(")")?);
        if operands.len() != method.operands() {
            let count = method.operands() - 1;
            return Err(format!("`{name}` has {count} arguments"));
        }
        Ok(Formula::operator(apply(Function::Method(method), operands)))
    }

    fn primary(&mut self) -> Result<Formula, String> {
        match self.next()? {
            Token::Literal(json) => Ok(Formula::Literal(json)),
            Token::Mark("-") => {
                let (token, rest) = lex::literal(self.rest)?;
                let Token::Literal(json) = token else {
                    return Err("expected a number".into());
                };
                self.rest = rest;
                Json::parse(&format!("-{json}")).map(Formula::Literal)
            }
            Token::Mark("(") => {
                let inside = self.formula(Strength::Or)?;
                self.expect(")")?;
                Ok(inside)
            }
            Token::Mark("[") => {
                let elements = self.list("]")?;
                Ok(Formula::operator(apply(Function::List, elements)))
            }
            Token::Word(word) => self.word(word),
            token @ Token::Mark(_) => Err(unexpected(&token)),
        }
    }

    fn word(&mut self, word: String) -> Result<Formula, String> {
        match word.as_str() {
            "true" | "false" | "null" => Json::parse(&word).map(Formula::Literal),
            "json" => {
                self.expect("(")?;
                let (json, length) = lex::json(self.rest)?;
                self.rest = &self.rest[length..];
                self.expect(")")?;
                Ok(Formula::Literal(json))
            }
            "format" => self.format(),
            "if" => self.choice(),
            word if RESERVED.contains(&word) => Err(format!("unexpected `{word}`")),
            word => match Numbers::named(word) {
                None => Ok(Formula::Name(word.to_owned())),
                numbers => {
                    self.expect("(")?;
                    let outer = std::mem::replace(&mut self.numbers, numbers);
                    let inside = self.formula(Strength::Or)?;
                    self.numbers = outer;
                    self.expect(")")?;
                    Ok(inside)
                }
            },
        }
    }

    fn choice(&mut self) -> Result<Formula, String> {
        let condition = self.formula(Strength::Or)?;
        self.expect("{")?;
        let then = self.formula(Strength::Or)?;
        self.expect("}")?;
        if self.next()? != Token::Word("else".into()) {
            return Err("expected `else`".into());
        }
        self.expect("{")?;
        let otherwise = self.formula(Strength::Or)?;
        self.expect("}")?;
        Ok(Formula::operator(Operator::Choose {
            condition,
            then,
            otherwise,
        }))
    }

    fn format(&mut self) -> Result<Formula, String> {
        self.expect("(")?;
        let pattern = self.text()?;
        let values = match self.take(",")? {
            true => self.list(")")?,
            false => {
                self.expect(")")?;
                vec![]
            }
        };
        pieces(&pattern, values).map(|pieces| Formula::operator(Operator::Format(pieces)))
    }

    fn text(&mut self) -> Result<String, String> {
        match self.next()? {
            Token::Literal(json) => json.to(),
            token => Err(format!("expected a text, not {}", described(&token))),
        }
    }

    /// Formulas up to a bracket.
    fn list(&mut self, end: &str) -> Result<Vec<Formula>, String> {
        let mut all = vec![];
        if self.take(end)? {
            return Ok(all);
        }
        loop {
            all.push(self.formula(Strength::Or)?);
            if self.take(end)? {
                return Ok(all);
            }
            self.expect(",")?;
        }
    }
}

fn apply(function: Function, arguments: Vec<Formula>) -> Operator<Formula> {
    Operator::Apply {
        function,
        arguments,
    }
}

fn strength(mark: &str) -> Option<Strength> {
    Some(match mark {
        "||" => Strength::Or,
        "&&" => Strength::And,
        "==" | "!=" | "<" | "<=" | ">" | ">=" => Strength::Compare,
        ".." | "..=" => Strength::Range,
        "+" | "-" => Strength::Sum,
        "*" | "/" | "%" => Strength::Product,
        _ => return None,
    })
}

fn described(token: &Token) -> String {
    match token {
        Token::Word(word) => format!("`{word}`"),
        Token::Literal(json) => format!("`{json}`"),
        Token::Mark(mark) => format!("`{mark}`"),
    }
}

fn unexpected(token: &Token) -> String {
    format!("unexpected {}", described(token))
}

/// The pieces of a pattern with `{}` for each value.
fn pieces(pattern: &str, values: Vec<Formula>) -> Result<Vec<FormatPiece<Formula>>, String> {
    let mut pieces = vec![];
    let mut text = String::new();
    let mut values = values.into_iter();
    let mut rest = pattern.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next();
        match (c, next) {
            ('{', Some('{')) | ('}', Some('}')) => {
                rest.next();
                text.push(c);
            }
            ('{', _) => {
                if !text.is_empty() {
                    pieces.push(FormatPiece::Text(std::mem::take(&mut text)));
                }
                let layout = layout(&mut rest)?;
                let value = values.next().ok_or("a value of `format` is missing")?;
                pieces.push(FormatPiece::Value { value, layout });
            }
            ('}', _) => return Err("a `}` of `format` stands alone".into()),
            (c, _) => text.push(c),
        }
    }
    if !text.is_empty() {
        pieces.push(FormatPiece::Text(text));
    }
    match values.next() {
        Some(_) => Err("`format` has too many values".into()),
        None => Ok(pieces),
    }
}

/// What stands between `{` and `}`.
fn layout(rest: &mut std::str::Chars<'_>) -> Result<Layout, String> {
    let mut layout = Layout::default();
    let wrong = || "a placeholder of `format` is wrong".to_owned();
    match rest.next() {
        Some('}') => return Ok(layout),
        Some(':') => {}
        _ => return Err(wrong()),
    }
    let align = |c: Option<char>| match c {
        Some('<') => Some(Align::Left),
        Some('^') => Some(Align::Center),
        Some('>') => Some(Align::Right),
        _ => None,
    };
    let mut ahead = rest.clone();
    let (first, second) = (ahead.next(), ahead.next());
    if let Some(found) = align(second) {
        layout.fill = first;
        layout.align = Some(found);
        rest.nth(1);
    } else if let Some(found) = align(first) {
        layout.align = Some(found);
        rest.next();
    }
    let mut flag = |mark| {
        let is_set = rest.clone().next() == Some(mark);
        if is_set {
            rest.next();
        }
        is_set
    };
    layout.plus = flag('+');
    layout.zeros = flag('0');
    layout.width = number(rest).unwrap_or(0);
    match rest.next() {
        Some('}') => return Ok(layout),
        Some('.') => layout.precision = Some(number(rest).ok_or_else(wrong)?),
        _ => return Err(wrong()),
    }
    match rest.next() {
        Some('}') => Ok(layout),
        _ => Err(wrong()),
    }
}

fn number(rest: &mut std::str::Chars<'_>) -> Option<usize> {
    let text = rest.as_str();
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok()?;
    *rest = text[end..].chars();
    Some(number)
}
