//! The values that steps are given.

use super::{Number, Scope, pick};
use crate::ast::Text;
use crate::ast::*;
use pipewright::__private::rewrite::{
    self, Argument, Compare, Join, RangeEnds, RunTimeArgument, RunTimeEnd, RunTimeLeft, RunTimeText,
};
use pipewright::graph::{Align, Comparison, Layout};
use pipewright::prelude::*;

impl Scope {
    pub(super) fn int(&self, int: &Int) -> Value<i64> {
        match int {
            Int::Var(variable) => pick(&self.ints, *variable),
            Int::Math(left, operator, right) => {
                let left = self.int(left);
                with!(self.operand(right), right => match operator {
                    Operator::Add => left + right,
                    Operator::Subtract => left - right,
                    Operator::Multiply => left * right,
                    Operator::Divide => left / right,
                    Operator::Remainder => left % right,
                })
            }
            Int::Maybe(default) => with!(self.operand(default), n => self.maybe.unwrap_or(n)),
        }
    }

    pub(super) fn operand(&self, operand: &Operand) -> Number {
        match operand {
            Operand::Plain(plain) => Number::Plain(*plain),
            Operand::Run(int) => Number::Run(self.int(int)),
        }
    }

    pub(super) fn flag(&self, flag: &Flag) -> Value<bool> {
        let number = |give: &Give<i64>| match give {
            Give::Plain(plain) => Number::Plain(*plain),
            Give::Var(variable) => Number::Run(pick(&self.ints, *variable)),
        };
        match flag {
            Flag::Less(left, right) => {
                let left = pick(&self.ints, *left);
                with!(number(right), right => (&&Compare(&left, &right)).order(Comparison::Less))
            }
            Flag::Equal(left, right) => {
                let left = pick(&self.ints, *left);
                with!(number(right), right => (&&Compare(&left, &right)).equality(Comparison::Equal))
            }
            Flag::Longer(text, than) => {
                (&&Compare(&self.text(text).len(), than)).order(Comparison::Greater)
            }
            Flag::More(texts, than) => {
                (&&Compare(&self.text_list(texts).len(), than)).order(Comparison::Greater)
            }
            Flag::Same(left, right) => {
                (&&Compare(&self.text(left), right)).equality(Comparison::Equal)
            }
            Flag::Before(left, right) => {
                (&&Compare(&self.text(left), &self.text(right))).order(Comparison::Less)
            }
            Flag::Contains(left, right) => self.text(left).contains(self.text(right)),
            Flag::StartsWith(left, right) => self.text(left).starts_with(right),
            Flag::EndsWith(left, right) => self.text(left).ends_with(self.text(right)),
            Flag::IsSome => self.maybe.is_some(),
            Flag::Not(flag) => !self.flag(flag),
            Flag::And(left, right) => rewrite::logical(self.flag(left)).and(|| self.flag(right)),
            Flag::Or(left, right) => rewrite::logical(self.flag(left)).or(|| self.flag(right)),
        }
    }

    pub(super) fn text(&self, text: &Text) -> Value<String> {
        match text {
            Text::Var(variable) => pick(&self.texts, *variable),
            Text::Format(first, pieces) => {
                let first = pick(&self.texts, *first);
                let mut text: RunTimeText = shown(&first);
                for piece in pieces {
                    text = match piece {
                        Piece::Plain(plain) => text.join(Argument(plain.as_str()).print()),
                        Piece::Int(n) => text.join(shown(&pick(&self.ints, *n))),
                        Piece::Flag(flag) => text.join(shown(&self.flag(flag))),
                        Piece::Number(eighths) => {
                            text.join(shown(&(self.ratio * (f64::from(*eighths) / 8.0))))
                        }
                        Piece::Text(other) => text.join(shown(&pick(&self.texts, *other))),
                        Piece::WideText(other, width) => {
                            let layout = Layout {
                                align: Some(Align::Center),
                                width: *width,
                                ..Layout::default()
                            };
                            text.join(laid_out(&pick(&self.texts, *other), layout))
                        }
                        Piece::WideInt(n, width) => {
                            let layout = Layout {
                                zeros: true,
                                width: *width,
                                ..Layout::default()
                            };
                            text.join(laid_out(&pick(&self.ints, *n), layout))
                        }
                    };
                }
                text.finish()
            }
            Text::Lower(text) => self.text(text).to_lowercase(),
            Text::Upper(text) => self.text(text).to_uppercase(),
        }
    }

    pub(super) fn ints(&self, ints: &Ints) -> Value<Vec<i64>> {
        match ints {
            Ints::Var(variable) => pick(&self.int_lists, *variable),
            Ints::Range(end) => range(0, pick(&self.ints, *end) % 4),
            Ints::Through(end) => {
                RunTimeEnd::inclusive(&&RangeEnds::new(0, pick(&self.ints, *end) % 4))
            }
            Ints::Made(picks) => picks.iter().map(|n| pick(&self.ints, *n)).collect(),
        }
    }

    pub(super) fn text_list(&self, texts: &Texts) -> Value<Vec<String>> {
        match texts {
            Texts::Var(variable) => pick(&self.text_lists, *variable),
            Texts::Made(texts) => texts.iter().map(|text| self.text(text)).collect(),
        }
    }
}

fn laid_out<T: rewrite::Printable>(value: &Value<T>, layout: Layout) -> RunTimeText {
    RunTimeArgument::padded(&&Argument(value), layout, |_| String::new())
}

pub(super) fn shown<T: rewrite::Printable>(value: &Value<T>) -> RunTimeText {
    RunTimeArgument::print(&&Argument(value))
}
