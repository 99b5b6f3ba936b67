use crate::case::{Case, case, exactly};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![];
    let arms = [
        (-1, "negative"),
        (0, "zero"),
        (9, "9 is small"),
        (10, "10 is large"),
    ];
    for (arm, (n, word)) in arms.into_iter().enumerate() {
        let tasks = ["if-1/text", "if-1/text-2", "if-1/text-3", "if-1/text-4"];
        cases.push(
            case("chain")
                .with("n", n)
                .skips(others(&tasks, Some(arm)))
                .gives(word),
        );
    }
    for (n, arm) in [(-1, Some(0)), (0, Some(1)), (11, Some(2)), (5, None)] {
        let tasks = ["if-1/less", "if-1/equal", "if-1/greater"];
        cases.push(
            case("chain_without_else")
                .with("n", n)
                .skips(others(&tasks, arm)),
        );
    }
    for (n, value) in [(-1, 7), (0, 7), (9, 100), (10, 8)] {
        let skipped: &[&str] = if n == 0 { &[] } else { &["if-1/integer-2"] };
        let case = case("some_values_from_outside")
            .with("n", n)
            .with("a", 7)
            .with("b", 8);
        cases.push(case.skips(skipped).gives(value));
    }
    for (n, skipped, value) in [
        (3, &["if-2/text-2"][..], "a? a? 2"),
        (4, &["if-1/integer", "if-2/text-2"], "a? a? 4"),
        (6, &["if-1/integer"], "a?a? a? 6"),
        (15, &["if-1/integer"], "a?{{b}} {{b}} 15"),
        (25, &["if-1/integer"], "a?a? a? 25"),
    ] {
        let case = case("chosen_values")
            .with("n", n)
            .with("a", "a?")
            .with("b", "{{b}}");
        cases.push(case.skips(skipped).gives(value));
    }
    cases.extend([
        case("several_tasks")
            .with("n", 11)
            .skips(["if-1/if-1-else"])
            .gives("(x-11+x)"),
        case("several_tasks")
            .with("n", 10)
            .with("word", "{{w}}")
            .skips(["if-1/if-1-then"])
            .gives("<10 {{w}}>"),
        case("several_tasks_without_else")
            .with("go", true)
            .with("n", 1)
            .gives(1),
        case("several_tasks_without_else")
            .with("go", false)
            .with("n", 2)
            .skips(["if-go/if-go-then"])
            .gives(2),
        from_outside(
            "value_from_outside",
            10,
            &["if-2/text-3"],
            "made inside, $(f)",
        ),
        from_outside(
            "value_from_outside",
            15,
            &["if-1/text-2", "if-2/text-3"],
            "made before, $(f)",
        ),
        from_outside(
            "value_from_outside",
            25,
            &["if-1/text-2"],
            "made before, made inside too",
        ),
        case("values_from_outside")
            .with("n", 11)
            .with("low", "{{l}}")
            .with("high", 4)
            .gives("made before 3"),
        case("values_from_outside")
            .with("n", 10)
            .with("low", "{{l}}")
            .with("high", 4)
            .gives("{{l}} 4"),
        case("tuples")
            .with("swap", true)
            .with("a", 7)
            .with("b", "b")
            .skips(["if-1/integer-3"])
            .gives("7 swapped b | 1 y true 7"),
        case("tuples")
            .with("swap", false)
            .with("a", 5)
            .with("b", "json:b")
            .skips(["if-swap/if-swap-then", "if-1/if-1-then"])
            .gives("5 json:b | 5 json:b false 2"),
        structs(
            true,
            2.0,
            7.0,
            &["if-turn/divide-2", "if-1/divide-3"],
            "3",
            "1",
        ),
        structs(false, 8.0, 2.0, &["if-turn/divide"], "1", "0"),
        case("blocks_without_values")
            .with("n", 11)
            .skips(["if-1/less", "if-2/note-2"]),
        case("blocks_without_values")
            .with("n", 10)
            .skips(["if-1/note", "if-2/greater"]),
        case("empty_blocks")
            .with("n", 11)
            .skips(["if-1/less", "if-2/greater"])
            .gives(11),
        case("empty_blocks")
            .with("n", 21)
            .skips(["if-1/less"])
            .gives(21),
        case("empty_blocks")
            .with("n", 0)
            .skips(["if-2/greater"])
            .gives(0),
    ]);
    cases
}

/// All tasks but that of the block that runs.
pub(super) fn others<'a>(tasks: &[&'a str], runs: Option<usize>) -> Vec<&'a str> {
    let others = tasks
        .iter()
        .enumerate()
        .filter(|(index, _)| Some(*index) != runs);
    others.map(|(_, task)| *task).collect()
}

fn from_outside(pipeline: &'static str, n: i64, skipped: &[&str], value: &str) -> Case {
    case(pipeline)
        .with("n", n)
        .with("fallback", "$(f)")
        .skips(skipped)
        .gives(value)
}

fn structs(turn: bool, a: f64, b: f64, skipped: &[&str], quotient: &str, remainder: &str) -> Case {
    case("structs")
        .with("turn", turn)
        .with("a", a)
        .with("b", b)
        .skips(skipped)
        .gives_json("quotient", exactly(quotient))
        .gives_json("remainder", exactly(remainder))
}
