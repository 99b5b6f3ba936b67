use crate::case::{Case, case, exactly};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = optional();
    cases.extend(optional_blocks());
    cases.extend(optional_patterns());
    cases.extend(integers());
    cases.extend(numbers());
    cases.extend(texts());
    cases
}

fn optional() -> Vec<Case> {
    let nothing = case("optional").with("other", 5);
    let all = case("optional")
        .with("value", 9_007_199_254_740_993_i64)
        .with("name", "json:nul")
        .with("other", 5);
    vec![
        nothing
            .gives_named("is_some", false)
            .gives_named("is_none", true)
            .gives_named("value", 5)
            .gives_named("given", -1)
            .gives_named("text", "{{nobody}}"),
        all.gives_named("is_some", true)
            .gives_named("is_none", false)
            .gives_named("value", 9_007_199_254_740_993_i64)
            .gives_named("given", 9_007_199_254_740_993_i64)
            .gives_named("text", "json:nul"),
    ]
}

fn optional_blocks() -> Vec<Case> {
    let null = || exactly("null");
    let nothing = case("optional_blocks");
    let all = case("optional_blocks")
        .with("value", -3_037_000_499_i64)
        .with("name", "{x}");
    vec![
        nothing
            .gives_json("shown", null())
            .gives_json("doubled", null())
            .gives_json("named", null())
            .gives_json("squared", null())
            .gives_json("square", null())
            .gives_named("value", -1)
            .gives_named("given", 7)
            .gives_named("name", "")
            .gives_named("late", "late")
            .skips([
                "if-name/if-name-then",
                "if-value/note",
                "if-value-2/text-2",
                "if-1/square-2",
            ]),
        all.gives_named("shown", "<-3037000499>")
            .gives_named("doubled", -6_074_000_998_i64)
            .gives_named("named", "{{x}}")
            .gives_named("squared", 9)
            .gives_named("square", 9_223_372_030_926_249_001_i64)
            .gives_named("value", -3_037_000_499_i64)
            .gives_named("given", -3_037_000_499_i64)
            .gives_named("name", "{x}")
            .gives_named("late", "late")
            .skips(["if-2/integer"])
            .before("if-value/note", "text-3"),
    ]
}

fn optional_patterns() -> Vec<Case> {
    let case_of = |value: Option<i64>, name: Option<&str>| {
        case("optional_patterns")
            .with("value", value)
            .with("name", name)
    };
    vec![
        case_of(Some(5), Some("{x}"))
            .gives(vec!["named", "{{x}}", "{x}5", "5"])
            .skips([
                "match-name/text-2",
                "if-name/if-value-2/integer",
                "if-name/integer-2",
                "match-other/integer-3",
            ]),
        case_of(Some(-5), None)
            .gives(vec!["unnamed", "none", "-5", "0"])
            .skips(["match-name/text", "if-name/if-value-2", "if-name/integer-2"])
            .forgives(["attempt-1/positive"]),
        case_of(None, Some(""))
            .gives(vec!["named", "{}", "", "0"])
            .skips([
                "if-value/note",
                "match-name/text-2",
                "if-name/if-value-2/text-3",
                "if-name/integer-2",
            ])
            .forgives(["attempt-1/positive"]),
        case("optional_items")
            .with(
                "list",
                vec![Some(4), None, Some(-9_007_199_254_740_993_i64)],
            )
            .gives(vec![8, -1, -18_014_398_509_481_986_i64])
            .skips(["each-item(1)/match-item/integer"]),
    ]
}

fn integers() -> Vec<Case> {
    let mut cases = vec![];
    for (a, b) in [
        (7, -2),
        (-7, 2),
        (0, 1),
        (9_007_199_254_740_993, 3),
        (i64::MAX, -1),
        (-3_037_000_499, 3_037_000_499),
        (i64::MAX - 1, 1),
    ] {
        let case = case("integers_computed").with("a", a).with("b", b);
        let product = a.checked_mul(b);
        let difference = a.checked_sub(b);
        let (Some(product), Some(difference), Some(sum)) = (product, difference, a.checked_add(b))
        else {
            continue;
        };
        cases.push(
            case.gives_named("sum", sum)
                .gives_named("difference", difference)
                .gives_named("product", product)
                .gives_named("quotient", a / b)
                .gives_named("remainder", a % b),
        );
    }
    let wrong = |a: i64, b: i64, tasks: &[&str]| {
        let case = case("integers_checked").with("a", a).with("b", b);
        case.fails_computing(tasks)
    };
    cases.extend([
        wrong(i64::MAX, 1, &["integer"]),
        wrong(
            i64::MIN,
            -1,
            &["integer", "integer-3", "integer-4", "integer-5"],
        ),
        wrong(i64::MAX, 2, &["integer", "integer-3"]),
        wrong(i64::MIN, 1, &["integer-2"]),
        wrong(5, 0, &["integer-4", "integer-5"]),
        case("small_integers")
            .with("a", 5)
            .with("b", 125)
            .gives(255),
        case("small_integers")
            .with("a", 6)
            .with("b", 125)
            .fails_computing(["small"]),
        case("small_integers")
            .with("a", 0)
            .with("b", 128)
            .fails_computing(["small"]),
    ]);
    for (a, b, answer, skipped) in [
        (3, 1, "yes", "if-1/text-2"),
        (3, 2, "no", "if-1/text"),
        (1, 9, "no", "if-1/text"),
    ] {
        let case = case("computed_condition").with("a", a).with("b", b);
        cases.push(case.gives(answer).skips([skipped]));
    }
    cases
}

fn numbers() -> Vec<Case> {
    let mut cases = vec![];
    for (a, b) in [
        (1e20, 1e-9),
        (0.1, 0.2),
        (-0.0, 3.0),
        (1.0, 3.0),
        (123_456_789.5, 1e10),
        (1e-7, 0.5),
    ] {
        let number = |value: f64| exactly(&value.to_string());
        cases.push(
            case("numbers_computed")
                .with_json("a", number(a))
                .with_json("b", number(b))
                .gives_json("sum", number(a + b))
                .gives_json("difference", number(a - b))
                .gives_json("product", number(a * b))
                .gives_json("quotient", number(a / b))
                .gives_json("negated", number(-a))
                .gives_named("printed", format!("{} {} {}", a * b, a / b, 1.0 - b)),
        );
    }
    cases
}

fn texts() -> Vec<Case> {
    let mut cases = vec![];
    for (word, part) in [
        ("HeLLo{{", "L"),
        ("", ""),
        ("ÄÖ ß€😀", "€"),
        ("{{x}}$(y)", "(y)"),
        ("json:X", "json"),
        ("line\nÉ\t", "\t"),
    ] {
        cases.push(
            case("text_functions")
                .with("word", word)
                .with("part", part)
                .gives_named("length", word.len())
                .gives_named("contains", word.contains(part))
                .gives_named("starts", word.starts_with("{{"))
                .gives_named("ends", word.ends_with(part))
                .gives_named("lower", word.to_lowercase())
                .gives_named("padded", format!("[{word:>6}|{part:<4}|{:^5}]", word.len())),
        );
    }
    cases
}
