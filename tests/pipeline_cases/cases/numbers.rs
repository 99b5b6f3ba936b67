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
    for (n, x, small) in [
        (7, 2.9, 0_u8),
        (-7, -2.9, 255),
        ((1 << 53) + 1, 1e300, 1),
        (i64::MIN, -1e300, 2),
        (i64::MAX, 9223372036854775807.0, 3),
        (0, -9223372036854775808.0, 4),
        (1, 4.0, 5),
        (-1, -0.0, 6),
    ] {
        let (whole, half) = (x as i64, n as f64 / 2.0);
        let shown = format!("{whole} {half} {} {}", f64::from(small) + 0.5, n as f64);
        let is_whole = whole as f64 == x && half as i64 >= 0;
        let case = case("conversions")
            .with("n", n)
            .with("x", x)
            .with("small", small);
        cases.push(match is_whole {
            true => case.skips(["if-1/text-2"]).gives(format!("{shown} whole")),
            false => case.skips(["if-1/text"]).gives(shown),
        });
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
