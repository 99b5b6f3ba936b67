use crate::case::{Case, case, json};
use serde::Serialize;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![];
    for (a, b) in [(3, 5), (5, 5), (5, -3), (i64::MAX, i64::MIN)] {
        cases.push(ordered("compare_integers", a, b, 5));
    }
    for (a, b) in [(-0.5, 0.5), (0.5, 0.5), (1e21, 1e-7)] {
        cases.push(ordered("compare_numbers", a, b, 0.5));
    }
    let texts = [
        ("10", "9"),
        ("it's {{b}}", "it's {{b}}"),
        ("\u{e9} \"'\\", "z{{c}}"),
        ("", "\n"),
        ("😀", "\u{fffe}$(a)"),
    ];
    for (a, b) in texts {
        cases.push(ordered("compare_texts", a, b, "it's {{b}}"));
    }
    for (a, b) in [(true, true), (true, false), (false, true), (false, false)] {
        let bits = bits(&[a == b, a != b, a, !a, a, a != b]);
        cases.push(equality(
            case("compare_booleans")
                .with("a", a)
                .with("b", b)
                .gives(bits),
            a == b,
        ));
    }
    for (a, b) in [
        ("Low", "High"),
        ("in between", "in between"),
        ("High", "in between"),
    ] {
        let middle = a == "in between";
        let bits = bits(&[a == b, a != b, middle, !middle, middle, a != b]);
        cases.push(equality(
            case("compare_levels").with("a", a).with("b", b).gives(bits),
            a == b,
        ));
    }
    cases.extend([
        case("compare_characters")
            .with("a", 'k')
            .with("b", '😀')
            .gives("false true false true true false"),
        case("compare_characters")
            .with("a", '\'')
            .with("b", '"')
            .gives("false false true false true false"),
        case("compare_characters")
            .with("a", '{')
            .with("b", '{')
            .gives("true false true false false true"),
        case("compare_widths")
            .with("a", -128)
            .with("b", 255)
            .with("c", 1000)
            .with("d", u32::MAX)
            .with("e", 1_u64 << 53)
            .gives("true true true true true false false true"),
        case("compare_widths")
            .with("a", 127)
            .with("b", 200)
            .with("c", -1)
            .with("d", 0)
            .with("e", (1_u64 << 53) + 1)
            .gives("false false false false false true true true"),
        case("compare_singles")
            .with("a", 0.1_f32)
            .gives("true false false"),
        case("compare_singles")
            .with("a", 16777216_f32)
            .gives("false false true"),
        case("compare_mixed")
            .with("a", 3)
            .gives(bits(&[true, true, true, true, true, false])),
        case("compare_mixed")
            .with("a", 7)
            .gives(bits(&[true, false, true, false, true, false])),
    ]);
    cases
}

/// Six conditions as the component `bits` writes them down.
pub(super) fn bits(conditions: &[bool]) -> String {
    conditions
        .iter()
        .map(|condition| if *condition { '1' } else { '0' })
        .collect()
}

/// A pipeline that compares in all ways.
fn ordered<T: PartialOrd + Serialize>(pipeline: &'static str, a: T, b: T, literal: T) -> Case {
    let compare = |a: &T, b: &T| [a == b, a != b, a < b, a <= b, a > b, a >= b];
    let values = compare(&a, &b);
    let tasks = [
        "equal",
        "not-equal",
        "less",
        "less-or-equal",
        "greater",
        "greater-or-equal",
    ];
    let tasks = tasks
        .iter()
        .enumerate()
        .map(|(index, task)| format!("if-{}/{task}", index + 1));
    let skipped = tasks
        .zip(values)
        .filter(|(_, holds)| !holds)
        .map(|(task, _)| task);
    case(pipeline)
        .skips(skipped)
        .gives_named("values", bits(&values))
        .gives_named("right", bits(&compare(&a, &literal)))
        .gives_named("left", bits(&compare(&literal, &a)))
        .with_json("a", json(a))
        .with_json("b", json(b))
}

/// A pipeline that compares for equality only.
fn equality(case: Case, equal: bool) -> Case {
    case.skips([if equal {
        "if-2/not-equal"
    } else {
        "if-1/equal"
    }])
}
