//! Failures as messages.
//!
//! Argo leaves a tag as it is whose code fails, and tells only that it cannot read it. Code that gives the message in place
//! of a condition or a list fails as well, since no message is one, and Argo tells it.

use super::failure::{fails, message_of};
use crate::code::{Binary, Code, word};
use std::borrow::Cow;
use std::collections::HashMap;

/// Code that gives a message where it would fail. A part that Argo may leave out fails as before, unless nothing is made of
/// its value.
pub(super) fn told(code: Code) -> Code {
    let mut names = HashMap::new();
    code.visit(&mut |part| {
        if let Code::Let(name, ..) = part {
            *names.entry(name.clone()).or_insert(0) += 1;
        }
    });
    names.retain(|_, number| *number > 1);
    let mut steps = Steps {
        numbers: names.into_keys().map(|name| (name, 0)).collect(),
        done: vec![],
    };
    steps.last(code)
}

/// Step that is taken before the rest.
enum Step {
    /// `let name = value; ..`
    Name(Cow<'static, str>, Code),
    /// `!condition ? message : ..`
    Check(Code, Code),
}

struct Steps {
    /// Names that are declared several times, with the last number of each: none can be declared within its own reach.
    numbers: HashMap<Cow<'static, str>, usize>,
    done: Vec<Step>,
}

impl Steps {
    /// Code of whose value nothing is made.
    fn last(&mut self, code: Code) -> Code {
        if !fails(&code) {
            return code;
        }
        let before = std::mem::take(&mut self.done);
        let value = match message_of(code) {
            Ok(message) => message,
            Err(Code::Let(name, value, body)) => {
                let body = self.declare(name, *value, *body);
                self.last(body)
            }
            Err(Code::Conditional(condition, then, otherwise)) => {
                let condition = self.always(*condition);
                let then = self.last(*then);
                match is_true(&condition) {
                    true => then,
                    false => condition.choose(then, self.last(*otherwise)),
                }
            }
            Err(Code::Binary(operator @ (Binary::And | Binary::Or), left, right)) => {
                let (left, right) = leftmost(operator, *left, *right);
                let left = self.always(left);
                match fails(&right) {
                    true => connected(operator, left, self.last(right)),
                    false => Code::Binary(operator, Box::new(left), Box::new(right)),
                }
            }
            Err(other) => self.always(other),
        };
        let steps = std::mem::replace(&mut self.done, before);
        steps
            .into_iter()
            .rev()
            .fold(value, |rest, step| match step {
                Step::Name(name, value) => value.named(name, rest),
                Step::Check(condition, message) => opposite(condition).choose(message, rest),
            })
    }

    /// Code that is always computed: what can fail in it becomes steps before the rest.
    fn always(&mut self, code: Code) -> Code {
        if !fails(&code) {
            return code;
        }
        match code {
            Code::Let(name, value, body) => {
                let body = self.declare(name, *value, *body);
                self.always(body)
            }
            Code::Conditional(condition, then, otherwise) => {
                let condition = self.always(*condition);
                match message_of(*otherwise) {
                    Ok(message) => {
                        self.done.push(Step::Check(condition, message));
                        self.always(*then)
                    }
                    Err(otherwise) => condition.choose(*then, otherwise),
                }
            }
            Code::Binary(operator @ (Binary::And | Binary::Or), left, right) => {
                let left = self.always(*left);
                match operator {
                    Binary::And if is_true(&left) => self.always(*right),
                    _ => Code::Binary(operator, Box::new(left), right),
                }
            }
            // Elements of a list are no parts that stand elsewhere.
            Code::Call(..) if has_elements(&code) => code,
            other => other.map_parts(|part| self.always(part)),
        }
    }

    /// Declares a name for the rest, and gives the code in which it is known.
    fn declare(&mut self, name: Cow<'static, str>, value: Code, body: Code) -> Code {
        let value = self.always(value);
        let Some(number) = self.numbers.get_mut(&name) else {
            self.done.push(Step::Name(name, value));
            return body;
        };
        *number += 1;
        let new = format!("{name}{number}");
        let body = renamed(body, &name, &new);
        self.done.push(Step::Name(new.into(), value));
        body
    }
}

/// The first of all operands of one operator, and the others.
fn leftmost(operator: Binary, left: Code, right: Code) -> (Code, Code) {
    match left {
        Code::Binary(inner, first, second) if inner == operator => {
            let right = Code::Binary(operator, second, Box::new(right));
            leftmost(operator, *first, right)
        }
        left => (left, right),
    }
}

/// Two conditions, of which the second may be a message.
fn connected(operator: Binary, left: Code, right: Code) -> Code {
    match operator {
        Binary::And if is_true(&left) => right,
        Binary::And => left.choose(right, word("false")),
        _ => left.choose(word("true"), right),
    }
}

fn is_true(code: &Code) -> bool {
    *code == word("true")
}

fn opposite(condition: Code) -> Code {
    match condition {
        Code::Binary(Binary::Compare("!="), left, right) => left.equals(*right),
        Code::Unary("!", condition) => *condition,
        other => other.not(),
    }
}

fn has_elements(code: &Code) -> bool {
    let mut found = false;
    code.visit(&mut |part| {
        found |= matches!(part, Code::Word(text) if text.starts_with('#'));
    });
    found
}

fn renamed(code: Code, name: &str, new: &str) -> Code {
    match code {
        Code::Word(text) if text == name => word(new.to_owned()),
        other => other.map_parts(|part| renamed(part, name, new)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::argo::expression::failure::{check, fail};
    use crate::argo::expression::literal;
    use crate::code::{call, list};

    /// A value that is only there if it is above zero.
    fn positive(value: &'static str) -> Code {
        let is_positive = word("of").compare(">", word("0"));
        let checked = is_positive.choose(word("of"), fail(literal("too low")));
        word(value).named("of", checked)
    }

    fn assert_told(code: Code, expected: &str) {
        assert_eq!(told(code).to_string(), expected);
    }

    #[test]
    fn what_cannot_fail_stays() {
        let code = word("a").and(word("b").named("x", word("x")));
        assert_told(code.clone(), &code.to_string());
    }

    #[test]
    fn operands_are_computed_first() {
        assert_told(
            positive("a").compare("<", word("5")),
            "let of = a; !(of > 0) ? 'too low' : of < 5",
        );
        assert_told(
            list([positive("a").plus(positive("b"))]),
            "let of1 = a; !(of1 > 0) ? 'too low' : (let of2 = b; !(of2 > 0) ? 'too low' : [of1 + of2])",
        );
        assert_told(
            positive("a").named("x", word("x").plus(word("x"))),
            "let of = a; !(of > 0) ? 'too low' : (let x = of; x + x)",
        );
    }

    #[test]
    fn what_may_be_left_out_is_computed_where_it_stands() {
        let low = || positive("b").compare("<", word("5"));
        assert_told(
            word("a").and(low()),
            "a ? (let of = b; !(of > 0) ? 'too low' : of < 5) : false",
        );
        assert_told(
            word("a").or(low()),
            "a ? true : (let of = b; !(of > 0) ? 'too low' : of < 5)",
        );
        assert_told(
            word("a").and(low()).and(word("c")),
            "a ? (let of = b; !(of > 0) ? 'too low' : of < 5 && c) : false",
        );
        assert_told(
            word("a").choose(word("b"), positive("c")),
            "a ? b : (let of = c; of > 0 ? of : 'too low')",
        );
        let kept = word("a").or(low()).equals(word("c"));
        assert_told(kept.clone(), &kept.to_string());
    }

    #[test]
    fn checks_stand_one_after_the_other() {
        let first = check(
            word("a").compare("!=", word("0")),
            literal("a").plus(word("a")),
        );
        let second = || check(word("b"), literal("b"));
        assert_told(
            first.clone().and(second()),
            "a == 0 ? 'a' + a : b ? true : 'b'",
        );
        assert_told(
            first.and(second()).choose(word("items"), literal("[]")),
            "a == 0 ? 'a' + a : !b ? 'b' : items",
        );
    }

    #[test]
    fn elements_of_lists_stay_in_them() {
        let element = call("map", [word("list"), positive("#")]);
        assert_told(element.clone(), &element.to_string());
    }
}
