//! Arithmetic, with Rust's meaning: what overflows has no value.

use super::failure::fail;
use super::literal::literal;
use crate::code::{Code, call, list, word};
use pipewright_ir::function::Arithmetic;

/// The least integer, whose digits alone are too large for a literal.
fn least_of_all() -> Code {
    word("-9223372036854775807").minus(word("1"))
}

pub(super) fn floats(operator: Arithmetic, left: Code, right: Code) -> Code {
    match operator {
        Arithmetic::Add => left.plus(right),
        Arithmetic::Subtract => left.minus(right),
        Arithmetic::Multiply | Arithmetic::Divide | Arithmetic::Remainder => {
            left.product(operator.operator(), right)
        }
    }
}

pub(super) fn integers(operator: Arithmetic, left: Code, right: Code, min: i64, max: i64) -> Code {
    let (a, b) = (
        || word("of").index(word("0")),
        || word("of").index(word("1")),
    );
    let (result, zero) = (|| word("result"), || word("0"));
    let minus_one = || word("-1");
    // As the engine on one machine tells it.
    let why = |what: &str| {
        let text = literal(&format!("{what}: ")).plus(call("string", [a()]));
        let operator = literal(&format!(" {} ", operator.operator()));
        text.plus(operator).plus(call("string", [b()]))
    };
    let is_wide = max == i64::MAX;
    let least = || match min {
        i64::MIN => least_of_all(),
        min => word(min.to_string()),
    };
    let computed = match operator {
        Arithmetic::Divide => call("sprig.div", [a(), b()]),
        Arithmetic::Add => a().plus(b()),
        Arithmetic::Subtract => a().minus(b()),
        Arithmetic::Multiply | Arithmetic::Remainder => a().product(operator.operator(), b()),
    };
    // Argo's integers have 64 bits, and go on from the other end.
    let mut holds = vec![];
    match operator {
        Arithmetic::Add if is_wide => {
            let grows = result().compare(">=", a());
            holds.push(b().compare(">=", zero()).equals(grows));
        }
        Arithmetic::Subtract if is_wide => {
            let shrinks = result().compare("<=", a());
            holds.push(b().compare(">=", zero()).equals(shrinks));
        }
        Arithmetic::Multiply if is_wide => {
            let overflows = a().equals(minus_one()).and(b().equals(least_of_all()));
            let divides = call("sprig.div", [result(), a()]).equals(b());
            holds.push(a().equals(zero()).or(overflows.not().and(divides)));
        }
        Arithmetic::Divide | Arithmetic::Remainder if min < 0 => {
            holds.push(a().equals(least()).and(b().equals(minus_one())).not());
        }
        Arithmetic::Add
        | Arithmetic::Subtract
        | Arithmetic::Multiply
        | Arithmetic::Divide
        | Arithmetic::Remainder => {}
    }
    if min != i64::MIN {
        holds.push(result().compare(">=", least()));
    }
    if !is_wide {
        holds.push(result().compare("<=", word(max.to_string())));
    }
    let checked = match Code::join(holds, Code::and) {
        None => computed,
        Some(holds) => {
            let checked = holds.choose(result(), fail(why("integer overflow")));
            computed.named("result", checked)
        }
    };
    let checked = match operator {
        Arithmetic::Divide | Arithmetic::Remainder => b()
            .compare("!=", zero())
            .choose(checked, fail(why("division by zero"))),
        Arithmetic::Add | Arithmetic::Subtract | Arithmetic::Multiply => checked,
    };
    list([left, right]).named("of", checked)
}
