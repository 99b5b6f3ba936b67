//! Functions of values.
//!
//! What a function is given stands in the first declaration of its expression only: there no other name is known yet, so
//! that expressions can stand within each other.

use super::items::{json, number as printed, texts};
use super::literal::literal;

use super::text::{decode, encode, encode_json, raw};
use super::{Scope, nested, wire_text};
use crate::plan::Expression;
use pipewright_ir::graph::{Arithmetic, Function, Numbers};
use pipewright_ir::types::Type;

/// How many numbers a range may have.
const RANGE_MAX: u32 = 10_000;

/// Characters whose lower case Argo does not know as Rust does.
const NOT_LOWERED: &str = "[\u{130}\u{3a3}\u{1c89}\u{a7cb}-\u{a7cc}\u{a7ce}\u{a7d2}\u{a7d4}\u{a7da}\u{a7dc}\
    \u{10d50}-\u{10d65}\u{16ea0}-\u{16eb8}]";

/// Characters whose upper case Argo does not know as Rust does.
const NOT_RAISED: &str = "[\u{df}\u{149}\u{19b}\u{1f0}\u{264}\u{390}\u{3b0}\u{587}\u{1c8a}\u{1e96}-\u{1e9a}\u{1f50}\u{1f52}\
    \u{1f54}\u{1f56}\u{1f80}-\u{1faf}\u{1fb2}-\u{1fb4}\u{1fb6}-\u{1fb7}\u{1fbc}\u{1fc2}-\u{1fc4}\u{1fc6}-\u{1fc7}\u{1fcc}\
    \u{1fd2}-\u{1fd3}\u{1fd6}-\u{1fd7}\u{1fe2}-\u{1fe4}\u{1fe6}-\u{1fe7}\u{1ff2}-\u{1ff4}\u{1ff6}-\u{1ff7}\u{1ffc}\
    \u{a7cd}\u{a7cf}\u{a7d3}\u{a7d5}\u{a7db}\u{fb00}-\u{fb06}\u{fb13}-\u{fb17}\u{10d70}-\u{10d85}\u{16ebb}-\u{16ed3}]";

/// A function with what it is given.
#[derive(Clone, Copy)]
pub(super) struct Applied<'e> {
    pub(super) function: &'e Function,
    pub(super) arguments: &'e [Expression],
    pub(super) ty: &'e Type,
}

impl<'e> Applied<'e> {
    /// The function that an expression is.
    pub(super) fn of(expression: &'e Expression) -> Option<Self> {
        match expression {
            Expression::Apply {
                function,
                arguments,
                ty,
            } => Some(Self {
                function,
                arguments,
                ty,
            }),
            _ => None,
        }
    }

    fn argument(self, index: usize) -> &'e Expression {
        &self.arguments[index]
    }

    fn raw(self, index: usize, scope: &impl Scope) -> String {
        nested(&raw(self.argument(index), scope))
    }

    /// The wire text of the result.
    pub(super) fn wire_text(self, scope: &impl Scope) -> String {
        match (self.function, self.ty) {
            // The wire text of what there is, is that of the optional value.
            (Function::Unwrap | Function::Some, _) => wire_text(self.argument(0), scope),
            (Function::Field(name), ty) => self.field(name, ty, scope),
            (Function::Arithmetic(_, Numbers::Floats), _) => {
                printed(&format!("toJson({})", self.number(scope)))
            }
            (Function::Range, _) => self.range(scope),
            (Function::List, _) => self.list(scope),
            (_, Type::Boolean) => format!("string({})", self.boolean(scope)),
            (_, Type::Integer) => format!("string({})", self.integer(scope)),
            _ => encode(&self.text(scope)),
        }
    }

    /// The text that the result is.
    pub(super) fn text(self, scope: &impl Scope) -> String {
        let case = |function: &str, others: &str| {
            let others = literal(others);
            let wrong = fail("a character has no such case on Argo");
            format!(
                "(let text = {}; text matches {others} ? {wrong} : {function}(text))",
                self.raw(0, scope)
            )
        };
        match self.function {
            Function::ToLowercase => case("lower", NOT_LOWERED),
            Function::ToUppercase => case("upper", NOT_RAISED),
            Function::Field(name) if matches!(self.ty, Type::String | Type::Enum(_)) => {
                format!("{}[1:-1]", self.member(name, scope))
            }
            _ if self.ty.is_text() => {
                let wire = wire_text(self.argument(0), scope);
                match self.function {
                    Function::Field(_) => decoded(&self.wire_text(scope)),
                    _ => decoded(&wire),
                }
            }
            _ => self.wire_text(scope),
        }
    }

    /// The result as true or false.
    pub(super) fn boolean(self, scope: &impl Scope) -> String {
        let search = |operator: &str| {
            let (text, part) = (self.raw(0, scope), self.raw(1, scope));
            format!("({text} {operator} {part})")
        };
        match self.function {
            Function::Contains => search("contains"),
            Function::StartsWith => search("startsWith"),
            Function::EndsWith => search("endsWith"),
            Function::IsSome => {
                let value = self.argument(0);
                let nothing = literal(nothing(&value.ty()));
                format!("({} != {nothing})", nested(&wire_text(value, scope)))
            }
            _ => format!("fromJSON({})", self.wire_text(scope)),
        }
    }

    /// The result as an integer.
    pub(super) fn integer(self, scope: &impl Scope) -> String {
        match self.function {
            Function::Arithmetic(operator, Numbers::Integers { min, max }) => {
                let (left, right) = (self.argument(0), self.argument(1));
                let given = [left, right].map(|side| super::condition::integer(side, scope));
                integers(*operator, given, *min, *max)
            }
            Function::Length => self.length(scope),
            _ => format!("asInt({})", self.wire_text(scope)),
        }
    }

    /// The result as a number with a fraction.
    pub(super) fn number(self, scope: &impl Scope) -> String {
        match self.function {
            Function::Arithmetic(operator, Numbers::Floats) => {
                let (left, right) = (self.argument(0), self.argument(1));
                let [left, right] = [left, right].map(|side| super::condition::number(side, scope));
                format!("({left} {} {right})", operator.operator())
            }
            _ => format!("asFloat({})", self.wire_text(scope)),
        }
    }

    fn length(self, scope: &impl Scope) -> String {
        let value = self.argument(0);
        if !value.ty().is_text() {
            return format!("len(fromJSON({}))", wire_text(value, scope));
        }
        // Argo counts characters.
        let padding = "(bytes endsWith '==' ? 2 : bytes endsWith '=' ? 1 : 0)";
        format!(
            "(let bytes = toBase64({}); int(len(bytes) / 4 * 3) - {padding})",
            raw(value, scope)
        )
    }

    fn range(self, scope: &impl Scope) -> String {
        let (start, end) = (self.argument(0), self.argument(1));
        let [start, end] = [start, end].map(|side| super::condition::integer(side, scope));
        let wrong = fail("the range has too many numbers");
        format!(
            "(let ends = [{start}, {end}]; ends[0] >= ends[1] ? '[]' : ends[1] - ends[0] > {RANGE_MAX} || ends[1] - ends[0] < 0 ? {wrong} : \
             toJson(ends[0]..(ends[1] - 1)))"
        )
    }

    fn list(self, scope: &impl Scope) -> String {
        let element = |element: &Expression| {
            let wire = nested(&wire_text(element, scope));
            match element.ty().is_text() {
                true => format!(
                    "(let wire = {wire}; wire startsWith 'json:' ? wire[5:] : toJson(wire))"
                ),
                false => wire,
            }
        };
        let elements: Vec<String> = self.arguments.iter().map(element).collect();
        format!("'[' + {} + ']'", elements.join(" + ',' + "))
    }

    /// A field of a struct, as [`texts`] writes it.
    fn member(self, name: &str, scope: &impl Scope) -> String {
        let value = wire_text(self.argument(0), scope);
        format!(
            "fromJSON({})[{}]",
            texts(&nested(&value)),
            literal(&format!("s{name}n"))
        )
    }

    /// The wire text of a field.
    fn field(self, name: &str, ty: &Type, scope: &impl Scope) -> String {
        let member = self.member(name, scope);
        if let Type::Optional(inner) = ty {
            let nothing = literal(nothing(ty));
            let there = field_text("field", inner);
            return format!("(let field = {member}; field == nil ? {nothing} : {there})");
        }
        field_text(&member, ty)
    }
}

/// The wire text of a field that is there.
fn field_text(field: &str, ty: &Type) -> String {
    match ty {
        Type::Integer => format!("{field}[2:]"),
        Type::Number => printed(&format!("{field}[2:]")),
        Type::Boolean => format!("string({field})"),
        ty if ty.is_text() => nested(&encode(&format!("{field}[1:-1]"))),
        _ => encode_json(&json(&format!("toJson({field})"))),
    }
}

fn integers(operator: Arithmetic, [left, right]: [String; 2], min: i64, max: i64) -> String {
    const LEAST: &str = "(-9223372036854775807 - 1)";
    let is_wide = max == i64::MAX;
    let least = match min {
        i64::MIN => LEAST.to_owned(),
        min => min.to_string(),
    };
    let result = match operator {
        Arithmetic::Divide => "sprig.div(of[0], of[1])".to_owned(),
        operator => format!("of[0] {} of[1]", operator.operator()),
    };
    // Argo's integers have 64 bits, and go on from the other end.
    let mut holds = vec![];
    match operator {
        Arithmetic::Add if is_wide => holds.push("(of[1] >= 0) == (result >= of[0])".to_owned()),
        Arithmetic::Subtract if is_wide => {
            holds.push("(of[1] >= 0) == (result <= of[0])".to_owned());
        }
        Arithmetic::Multiply if is_wide => holds.push(format!(
            "(of[0] == 0 || !(of[0] == -1 && of[1] == {LEAST}) && sprig.div(result, of[0]) == of[1])"
        )),
        Arithmetic::Divide | Arithmetic::Remainder if min < 0 => {
            holds.push(format!("!(of[0] == {least} && of[1] == -1)"));
        }
        _ => {}
    }
    if min != i64::MIN {
        holds.push(format!("result >= {least}"));
    }
    if !is_wide {
        holds.push(format!("result <= {max}"));
    }
    let wrong = fail("integer overflow");
    match &holds[..] {
        [] => format!("(let of = [{left}, {right}]; {result})"),
        holds => format!(
            "(let of = [{left}, {right}]; let result = {result}; {} ? result : {wrong})",
            holds.join(" && ")
        ),
    }
}

/// The text that an expression makes of wire text.
fn decoded(wire: &str) -> String {
    if wire.contains(' ') {
        format!("(let wire = {wire}; {})", decode("wire"))
    } else {
        decode(wire)
    }
}

/// The wire text of nothing.
fn nothing(ty: &Type) -> &'static str {
    if ty.is_text() { "json:null" } else { "null" }
}

/// Whether the computation of a value may fail.
pub(in crate::argo) fn may_fail(expression: &Expression) -> bool {
    let mut found = false;
    expression.visit(&mut |part| {
        let Some(applied) = Applied::of(part) else {
            return;
        };
        found |= match applied.function {
            Function::Arithmetic(..)
            | Function::Range
            | Function::ToLowercase
            | Function::ToUppercase => true,
            Function::Contains
            | Function::StartsWith
            | Function::EndsWith
            | Function::Length
            | Function::IsSome
            | Function::Unwrap
            | Function::Some
            | Function::Field(_)
            | Function::List => false,
        };
    });
    found
}

/// An expression that has no value.
fn fail(why: &str) -> String {
    format!("sprig.fail({})", literal(why))
}
