use super::comparisons::bits;
use crate::case::{Case, case};
use std::fmt::Write;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![connect_three(), connect_settled()];
    for (a, b) in [(true, true), (true, false), (false, true), (false, false)] {
        cases.push(connect_two(a, b));
        cases.push(condition_from_if(a, b));
    }
    for (n, x, name, level) in [
        (30, 0.5, "d", "High"),
        (10, -0.5, "c", "Middle"),
        (3, 0.25, "a && b", "High"),
    ] {
        cases.push(connect_comparisons(
            n,
            x,
            name,
            if level == "Middle" {
                "in between"
            } else {
                level
            },
        ));
    }
    for a in [true, false] {
        let skipped = if a { "if-2/not-equal" } else { "if-1/equal" };
        let bits = bits(&[a, false, a, true, !a, a]);
        cases.push(
            case("connect_plain")
                .with("a", a)
                .skips([skipped])
                .gives(bits),
        );
    }
    cases.extend([
        case("stored_condition")
            .with("n", 10)
            .skips(["if-large/greater", "if-even-larger/text"])
            .gives("not huge false false"),
        case("stored_condition")
            .with("n", 11)
            .skips(["if-not-large/less", "if-even-larger/text"])
            .gives("not huge true false"),
        case("stored_condition")
            .with("n", 101)
            .skips(["if-not-large/less", "if-even-larger/text-2"])
            .gives("huge true true"),
        case("found_condition")
            .with("n", 4)
            .skips(["if-found/boolean-3"])
            .gives(false),
        case("found_condition")
            .with("n", 3)
            .skips(["if-found/boolean-2"])
            .gives(true),
        case("helped_condition")
            .with("n", 12)
            .skips(["if-1/text-2"])
            .gives("inside"),
        case("helped_condition")
            .with("n", 15)
            .skips(["if-1/text"])
            .gives("outside, or 15"),
        case("helped_condition")
            .with("n", 21)
            .skips(["if-1/text"])
            .gives("outside, or 15"),
        case("condition_of_value")
            .with("n", 11)
            .skips(["if-1/text-2"])
            .gives("one"),
        case("condition_of_value")
            .with("n", 1)
            .skips(["if-1/text", "if-2/integer-2"])
            .gives("one"),
        case("condition_of_value")
            .with("n", 5)
            .skips(["if-1/text", "if-2/integer-2", "if-3/text-3"])
            .gives("small"),
    ]);
    cases
}

fn connect_two(a: bool, b: bool) -> Case {
    let blocks = [
        (a && b, "if-1/equal"),
        (a || b, "if-2/less-or-equal"),
        (!a, "if-not-a/not-equal"),
        (!(a && b), "if-3/less"),
        (a == b, "if-4/greater-or-equal"),
    ];
    let skipped = blocks
        .into_iter()
        .filter(|(runs, _)| !runs)
        .map(|(_, task)| task);
    let bits = bits(&[a && b, a || b, !a, !(a || b), a != b, a]);
    case("connect_two")
        .with("a", a)
        .with("b", b)
        .skips(skipped)
        .gives(bits)
}

fn connect_three() -> Case {
    let mut all = String::new();
    for values in 0..8 {
        let [a, b, c] = [values & 4 == 0, values & 2 == 0, values & 1 == 0];
        let _ = write!(all, "{}{},", a || (b && c), (a && b) || c);
        let _ = write!(all, "{}{},", (a || b) && c, a && (b || c));
        let _ = write!(
            all,
            "{}{}{};",
            !a || (b && !c),
            !(a || b) && c,
            !a || b || c
        );
    }
    case("connect_three")
        .with("yes", true)
        .with("no", false)
        .gives(all)
}

fn connect_settled() -> Case {
    let skipped = ["if-1/less", "if-2/less-or-equal"];
    case("connect_settled")
        .with("a", true)
        .skips(skipped)
        .gives(bits(&[false, true, true, true, false, true]))
}

fn connect_comparisons(n: i64, x: f64, name: &str, level: &str) -> Case {
    let inside = n > 10 && n < 50;
    let named = name == "a && b" || (name != "c" && x >= 0.5);
    let high = (level == "High" && n != 3) || (level != "Low" && x < 0.0);
    let bits = bits(&[
        inside,
        !inside,
        named,
        high,
        (inside && named) || high,
        (inside || high) && !named,
    ]);
    case("connect_comparisons")
        .with("n", n)
        .with("x", x)
        .with("name", name)
        .with("level", level)
        .gives(bits)
}

fn condition_from_if(a: bool, b: bool) -> Case {
    let chosen = if a { b } else { true };
    let parameter = if b { a } else { chosen };
    let skipped = [
        if a { "if-a/boolean-2" } else { "if-a/boolean" },
        if chosen {
            "if-chosen/not-equal"
        } else {
            "if-chosen/equal"
        },
    ];
    let text = format!("{chosen} {parameter} {}", chosen && !parameter);
    case("condition_from_if")
        .with("a", a)
        .with("b", b)
        .skips(skipped)
        .gives(text)
}
