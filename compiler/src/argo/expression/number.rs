//! Numbers with a fraction, as text.

use super::literal::literal;
use crate::code::{Code, call, word};

/// The nearest integer to a number without its fraction.
pub(super) fn truncated(number: Code) -> Code {
    let number_is = |operator, end| word("number").compare(operator, word(end));
    // Two numbers, as Argo knows no literal of the least integer.
    let least = || word("-9223372036854775807").minus(word("1"));
    let integer =
        number_is("<=", "-9223372036854775808.0").choose(least(), call("int", [word("number")]));
    let most = word("9223372036854775807");
    let integer = number_is(">=", "9223372036854775808.0").choose(most, integer);
    number.named("number", integer)
}

/// A number in the form in which Rust prints it, from any form that JSON knows.
pub(super) fn printed(text: Code) -> Code {
    let written = || word("written");
    let sides = || word("sides");
    let digits = |index: &'static str| word("digits").index(word(index));
    let (figures, point, whole) = (|| word("figures"), || word("point"), || word("whole"));
    let (before, after) = (|| word("before"), || word("after"));
    let empty = || literal("");
    let zero = || word("0");
    let length = |of: Code| call("len", [of]);
    let trimmed =
        |pattern: &str, of: Code| call("sprig.regexReplaceAll", [literal(pattern), of, empty()]);
    let zeros = |count: Code| call("repeat", [literal("0"), count]);
    let is_past = || point().compare(">", zero());

    // `-1.50e+2`: the sides of the `e`, the digits at both sides of the point, all figures in one row, and where the point
    // stands in the row once the exponent is applied.
    let digits_of = {
        let number = call("replace", [sides().index(zero()), literal("-"), empty()]);
        call("split", [number.plus(literal(".")), literal(".")])
    };
    let exponent = {
        let number = call("replace", [sides().index(word("1")), literal("+"), empty()]);
        let has_exponent = length(sides()).compare(">", word("1"));
        has_exponent.choose(call("int", [number]), zero())
    };
    let point_of = length(digits("0")).plus(exponent);
    let whole_of = {
        let missing = call("max", [zero(), point().minus(length(figures()))]);
        is_past().choose(figures(), empty()).plus(zeros(missing))
    };
    let before_of = is_past().choose(whole().slice("", "point"), empty());
    let after_of = {
        let shifted = zeros(Code::Unary("-", Box::new(point()))).plus(figures());
        is_past().choose(whole().slice("point", ""), shifted)
    };
    let number = {
        let is_negative = written().compare("startsWith", literal("-"));
        let sign = is_negative.choose(literal("-"), empty());
        let before = before().equals(empty()).choose(literal("0"), before());
        let after = after()
            .equals(empty())
            .choose(empty(), literal(".").plus(after()));
        sign.plus(before).plus(after)
    };
    let number = trimmed("0+$", after_of).named("after", number);
    let number = trimmed("^0+", before_of).named("before", number);
    let number = whole_of.named("whole", number);
    let number = point_of.named("point", number);
    let number = digits("0").plus(digits("1")).named("figures", number);
    let number = digits_of.named("digits", number);
    let number = call("split", [call("lower", [written()]), literal("e")]).named("sides", number);

    let is_printed = written()
        .compare("matches", literal("^-?[0-9]+([.][0-9]*[1-9])?$"))
        .or(written().equals(literal("null")));
    text.named("written", is_printed.choose(written(), number))
}
