use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    vec![
        nested(
            11,
            &["if-1/if-2/text-2", "if-1/text-3", "if-1/text-4"],
            "over 10",
        ),
        nested(
            10,
            &["if-1/if-2/text", "if-1/text-3", "if-1/text-4"],
            "1 to 10",
        ),
        nested(-11, &["if-1/if-2", "if-1/text-4"], "under -10"),
        nested(0, &["if-1/if-2", "if-1/text-3"], "-10 to 0"),
        case("nested_beside_tasks")
            .with("n", 11)
            .with("word", "w")
            .gives("[w! over 10]"),
        case("nested_beside_tasks")
            .with("n", 1)
            .with("word", "{{w}}")
            .skips(["if-1/if-1-then/if-2/if-2-then"])
            .gives("[{{w}}!]"),
        case("nested_beside_tasks")
            .with("n", 0)
            .with("word", "$$")
            .skips(["if-1/if-1-then"])
            .gives("$$"),
        three(true, true, true, &["if-a/text-5"], "basebase-abase-a-b"),
        three(
            true,
            true,
            false,
            &["if-a/text-5", "if-a/if-a-then/if-b/if-b-then/if-c/text-4"],
            "base-a-b",
        ),
        three(
            true,
            false,
            true,
            &["if-a/text-5", "if-a/if-a-then/if-b/if-b-then"],
            "base-a",
        ),
        three(
            true,
            false,
            false,
            &["if-a/text-5", "if-a/if-a-then/if-b/if-b-then"],
            "base",
        ),
        three(false, true, true, &["if-a/if-a-then"], "none"),
        without_values(true, true, &["if-a/not-equal", "if-a/greater"]),
        without_values(
            true,
            false,
            &[
                "if-a/if-a-then/if-b/equal",
                "if-a/not-equal",
                "if-a/greater",
            ],
        ),
        without_values(false, true, &["if-a/if-a-then", "if-a/greater"]),
        without_values(false, false, &["if-a/if-a-then", "if-a/not-equal"]),
        case("nested_conditions")
            .with("n", 10)
            .skips(["if-outer/if-outer-then"])
            .gives("true"),
        conditions(11, "text-2", "true true"),
        conditions(30, "text-2", "false true"),
        conditions(31, "text", "31"),
        case("value_into_block")
            .with("n", 11)
            .skips(["if-1/text-2", "if-2/if-2-else"])
            .gives("large 1"),
        case("value_into_block")
            .with("n", 1)
            .skips(["if-1/if-1-then", "if-2/if-3/text-3", "if-2/if-2-else"])
            .gives("small"),
        case("value_into_block")
            .with("n", 7)
            .skips(["if-1/if-1-then", "if-2/if-3"])
            .gives("small, 7, 7"),
        case("nested_tuples")
            .with("n", 11)
            .skips(["if-1/if-2/if-2-else", "if-1/if-1-else"])
            .gives("11: over 10"),
        case("nested_tuples")
            .with("n", 1)
            .skips(["if-1/if-2/text", "if-1/if-1-else"])
            .gives("10: 1 to 10"),
        case("nested_tuples")
            .with("n", 0)
            .skips(["if-1/if-2"])
            .gives("0: not over 0"),
    ]
}

fn nested(n: i64, skipped: &[&str], value: &str) -> Case {
    case("nested").with("n", n).skips(skipped).gives(value)
}

fn three(a: bool, b: bool, c: bool, skipped: &[&str], value: &str) -> Case {
    case("nested_three")
        .with("a", a)
        .with("b", b)
        .with("c", c)
        .skips(skipped)
        .gives(value)
}

fn without_values(a: bool, b: bool, skipped: &[&str]) -> Case {
    case("nested_without_values")
        .with("a", a)
        .with("b", b)
        .skips(skipped)
}

fn conditions(n: i64, skipped: &str, value: &str) -> Case {
    let skipped = [
        format!("if-outer/if-outer-then/if-1/{skipped}"),
        "if-outer/text-3".to_owned(),
    ];
    case("nested_conditions")
        .with("n", n)
        .skips(skipped)
        .gives(value)
}
