use crate::case::{Case, case, exactly};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![];
    for (name, number, ran) in [
        ("one", "1", 0),
        ("{{two}}", "2", 1),
        ("zwei", "2", 1),
        ("", "empty", 2),
        ("$(x)", "many", 3),
    ] {
        let case = case("match_text").with("name", name).gives(number);
        cases.push(case.skips(others("match-text", "text", 2, 4, ran)));
    }
    for (n, word) in [
        ("0", "none"),
        ("1", "few"),
        ("2", "few"),
        ("-1", "minus one"),
        ("9007199254740993", "many"),
        ("9007199254740992", "some"),
    ] {
        let case = case("match_integer").with_json("n", exactly(n));
        cases.push(case.gives(word));
    }
    for (n, size, x, part, letter, kind) in [
        ("-1", "negative", "-0.1", "high", "m", "a letter"),
        ("0", "few", "0", "low", "a", "a letter"),
        ("3", "few", "0.5", "low", "z", "a letter"),
        ("1", "one", "0.51", "high", "{", "no letter"),
        ("4", "some", "1e-9", "low", "é", "no letter"),
        ("100", "more", "1e21", "high", "Z", "a letter"),
        ("9007199254740992", "more", "0.25", "low", "`", "no letter"),
        ("9007199254740993", "many", "0.25", "low", "A", "a letter"),
    ] {
        let other = match part {
            "low" => "match-x/text-2",
            _ => "match-x/text",
        };
        cases.push(
            case("match_range")
                .with_json("n", exactly(n))
                .with_json("x", exactly(x))
                .with("letter", letter)
                .gives(vec![size, part, kind])
                .skips([other]),
        );
    }
    for (n, name, level, ready, gives) in [
        (0, "a", "Low", true, ["ready", "a", "2", "known"]),
        (0, "a", "High", false, ["small", "a", "3", "unknown"]),
        (3, "ab", "Low", true, ["some", "?", "2", "known"]),
        (4, "a", "Low", true, ["more", "A", "1", "known"]),
        (
            4,
            "{{x}}",
            "in between",
            false,
            ["named", "?", "2", "unknown"],
        ),
        (5, "{{x}}", "Low", false, ["some", "?", "2", "unknown"]),
    ] {
        let sizes = ["ready", "small", "some", "named", "more"];
        let ran = sizes.iter().position(|size| *size == gives[0]);
        let plain = match ready {
            true => "match-many/text-7",
            false => "match-many/text-6",
        };
        cases.push(
            case("match_guard")
                .with("n", n)
                .with("name", name)
                .with("value", level)
                .with("ready", ready)
                .gives(gives.to_vec())
                .skips(others("match-integer", "text", 1, 5, ran.unwrap_or(5)))
                .skips([plain]),
        );
    }
    for (level, number, ran) in [("Low", 1, 0), ("in between", 2, 1), ("High", 3, 2)] {
        let case = case("match_level").with("value", level).gives(number);
        cases.push(case.skips(others("match-level", "integer", 1, 3, ran)));
    }
    for (level, word) in [
        ("Low", "not high"),
        ("in between", "not high"),
        ("High", "high"),
    ] {
        cases.push(
            case("match_level_otherwise")
                .with("value", level)
                .gives(word),
        );
    }
    cases.push(case("match_boolean").with("value", true));
    cases.push(
        case("match_boolean")
            .with("value", false)
            .skips(["match-boolean/note"]),
    );
    cases.extend(in_blocks());
    for (number, word, level, gives, skipped) in [
        (
            0,
            "a",
            "Low",
            ["0", "a letter", "an end", "a digit, owned"],
            &["match-value/level-2", "match-word/text-2"][..],
        ),
        (
            4,
            "c",
            "in between",
            ["8", "c!", "middle", "a digit, owned"],
            &[
                "match-integer/integer-2",
                "match-value/level",
                "match-value/level-2",
                "match-word/text",
            ],
        ),
    ] {
        cases.push(
            case("named_arms")
                .with("number", number)
                .with("word", word)
                .with("value", level)
                .gives(gives)
                .skips(skipped),
        );
    }
    cases
}

/// The tasks of the arms that do not run: tasks of one component with numbers behind their names.
fn others(block: &str, component: &str, first: usize, arms: usize, ran: usize) -> Vec<String> {
    let other = |arm: &usize| *arm != ran;
    let arms = (0..arms).filter(other);
    arms.map(|arm| match first + arm {
        1 => format!("{block}/{component}"),
        number => format!("{block}/{component}-{number}"),
    })
    .collect()
}

fn in_blocks() -> Vec<Case> {
    let list = vec![1, 2];
    vec![
        case("match_in_blocks")
            .with("list", &list)
            .with("mode", "each")
            .gives(vec!["one", "2"])
            .skips([
                "match-mode/each-1",
                "match-mode/each-item(0)/match-item/text-2",
                "match-mode/each-item(1)/match-item/text",
            ]),
        case("match_in_blocks")
            .with("list", &list)
            .with("mode", "{{x}}")
            .gives(vec!["any", "any"])
            .skips(["match-mode/each-item"]),
    ]
}
