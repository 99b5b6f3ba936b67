use super::comparisons::bits;
use crate::case::{Case, case, exactly};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![];
    for n in [
        i64::MIN,
        i64::MAX,
        (1 << 53) + 1,
        1 << 53,
        -(1 << 53) - 1,
        0,
    ] {
        let past = n > 1 << 53 && n < (1 << 53) + 2;
        let bits = bits(&[
            n == i64::MIN,
            n == i64::MAX,
            past,
            n < -(1 << 53),
            n > i64::MIN,
            n == (1 << 53) + 1,
        ]);
        cases.push(case("large_integers").with("a", n).gives(bits));
    }
    for x in [1e21, 1e-7, -0.0, f64::MAX, 5e-324, 0.1] {
        let bits = bits(&[
            x == 1e21,
            x == 1e-7,
            x > 1e300,
            x < 1e-300,
            x == 0.0,
            x >= 0.1,
        ]);
        cases.push(case("large_numbers").with("x", x).gives(bits));
    }
    // As Rust prints them.
    for (x, y, n) in [
        (1e21, 1e-7_f32, i64::MIN),
        (0.1 + 0.2, 16777216.0, 1 << 53),
        (-0.0, 0.1, 0),
        (1e-7, 1e20, -1),
    ] {
        let text = format!("{x} {y} {n} {x} {y} {n}");
        cases.push(
            case("printed_numbers")
                .with("x", x)
                .with("y", y)
                .with("n", n)
                .skips(["if-1/text-2"])
                .gives(text),
        );
    }
    let literals = [
        1.0,
        1e21,
        1e-7,
        0.1,
        -0.0,
        1.5e300,
        100.0,
        f64::MIN_POSITIVE,
        5e-324,
    ];
    cases
        .push(case("literal_numbers").gives(literals.map(|literal| literal.to_string()).join(" ")));
    // As somebody writes them.
    let written = case("printed_numbers")
        .with_json("x", exactly("10E+2"))
        .with_json("y", exactly("2.50"))
        .with("n", 3);
    cases.push(
        written
            .skips(["if-1/text-2"])
            .gives("1000 2.5 3 1000 2.5 3"),
    );
    cases
}
