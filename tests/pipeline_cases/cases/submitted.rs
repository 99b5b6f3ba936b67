use crate::case::{Case, case};

/// Texts that Argo, Kubernetes or our own wire could take for something else.
const HARD: [&str; 9] = [
    "{=1+1}} {x} }}",
    "$(HOME) $$ 5$é",
    "json:x",
    "json:\"x\"",
    "base64:eA==",
    " it's \"so\" \\ ",
    "a\nb\n",
    "😀 \u{7f}",
    "null",
];

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = HARD.into_iter().map(texts).collect();
    let numbers = [
        ("a", "5", "5.0", "5", "6", "10"),
        ("b", " 7 ", "1e2", "100", "8", "200"),
        ("c", "-1\n", "-0.0", "-0", "0", "-0"),
        ("d", "0", "2.50", "2.5", "1", "5"),
        ("e", "9", "1E-7", "0.0000001", "10", "0.0000002"),
    ];
    cases.extend(numbers.map(|(t, n, x, printed, next, doubled)| {
        let n_printed = n.trim();
        let is_middle = n_printed.parse::<i64>().unwrap() > 5;
        let branch = match is_middle {
            true => format!("{t} {n_printed} {printed}"),
            false => "other".to_owned(),
        };
        let skipped = if is_middle {
            "if-1/text-2"
        } else {
            "if-1/text"
        };
        let case = case("given").written("n", n).written("x", x);
        case.written("text", t)
            .written("flag", " true ")
            .written("level", "in between")
            .written("list", " [ 1, 2 ] ")
            .skips([skipped])
            .gives_named("printed", format!("{t} {n_printed} {printed} true"))
            .gives_named("fields", format!("{t}! {next} {doubled} true Middle"))
            .gives_named("integers", [1, 2])
            .gives_named("branch", branch)
            .gives_named("called", format!("{t} {n_printed} {printed} true Middle"))
    }));
    cases.extend([
        case("text_at_once")
            .written("text", "{{=1+1}} {{workflow.name}} {{")
            .gives("{{=1+1}} {{workflow.name}} {{"),
        case("given")
            .written("text", "{{=1+1}}")
            .written("n", "6")
            .written("x", "1")
            .written("flag", "true")
            .written("level", "in between")
            .written("list", "[1]")
            .argo_only()
            .fails_early(["if-1"])
            .says("the parameter `text` holds"),
        case("for_each")
            .written("list", r#"["a", "{{=1+1}}"]"#)
            .written("suffix", "")
            .argo_only()
            .fails_early(["each-item"])
            .says("the parameter `list` holds"),
        case("for_each")
            .written(
                "list",
                r#"["a", "\u007b\u007b=1+1}}", "{{b}} {{item}} {{"]"#,
            )
            .written("suffix", "{{b}} {{item}}"),
        case("call_with")
            .written("text", "{=1+1}")
            .written("n", "6")
            .written("x", "1")
            .written("flag", "true")
            .written("level", "in between")
            .gives("{=1+1} 6 1 true Middle"),
    ]);
    cases.extend(HARD.map(|text| {
        // This machine keeps the outputs of earlier tests.
        let case = case("cached_text").written("text", text).argo_only();
        case.gives(text)
    }));
    cases.extend(wrong_for_images());
    cases.extend(wrong_for_programs());
    cases.extend(from_images());
    cases
}

/// A text everywhere.
fn texts(text: &'static str) -> Case {
    let case = case("given").written("text", text);
    case.written("n", "6")
        .written("x", "1")
        .written("flag", "true")
        .written("level", "in between")
        .written("list", "[]")
        .skips(["if-1/text-2", "each-item"])
        .gives_named("printed", format!("{text} 6 1 true"))
        .gives_named("fields", format!("{text}! 7 2 true Middle"))
        .gives_named("integers", [0_i64; 0])
        .gives_named("branch", format!("{text} 6 1"))
        .gives_named("called", format!("{text} 6 1 true Middle"))
}

/// What is no value of the type of its parameter comes to no image.
fn wrong_for_images() -> Vec<Case> {
    let integers = [
        "abc",
        "1e3",
        "7.5",
        "",
        "007",
        "+7",
        "3; echo pwned",
        "{{=1+1}}",
        "\"7\"",
        "null",
    ];
    let mut cases: Vec<Case> = vec![];
    for n in integers {
        let case = case("integer_to_image").written("n", n).argo_only();
        cases.push(
            case.fails_early(["say"])
                .says("the parameter `n` is of the type integer"),
        );
    }
    for (n, said) in [
        ("7", "n=7"),
        (" 42\n", "n=42"),
        ("-1", "n=-1"),
        ("18446744073709551615", "n=18446744073709551615"),
    ] {
        cases.push(
            case("integer_to_image")
                .written("n", n)
                .argo_only()
                .gives(said),
        );
    }
    for n in ["abc", "3; echo pwned"] {
        let case = case("integer_to_image_in_block")
            .written("n", n)
            .written("go", "true");
        cases.push(case.argo_only().fails_early(["if-go"]));
    }
    for list in ["[1,", "5", "{}", "[1] [2]"] {
        let case = case("integers_to_images").written("list", list).argo_only();
        cases.push(case.fails_early(["each-n"]));
    }
    let all = |x, flag, level, list| {
        let case = case("all_to_image")
            .written("x", x)
            .written("flag", flag)
            .argo_only();
        case.written("level", level).written("list", list)
    };
    cases.push(all("1.50", "false", "High", "[1]").gives("1.5 false High [1]"));
    for (x, flag, level, list, name) in [
        ("NaN", "true", "Low", "[]", "`x` is of the type number"),
        ("1,5", "true", "Low", "[]", "`x` is of the type number"),
        ("0x10", "true", "Low", "[]", "`x` is of the type number"),
        ("1", "True", "Low", "[]", "`flag` is of the type boolean"),
        ("1", "1", "Low", "[]", "`flag` is of the type boolean"),
        ("1", "true", "Low", "{}", "`list` is of the type"),
    ] {
        cases.push(
            all(x, flag, level, list)
                .fails_early(["say-all"])
                .says(name),
        );
    }
    cases
}

/// Our own programs check what they are given.
fn wrong_for_programs() -> Vec<Case> {
    let all = |n, x, flag, level| {
        let case = case("checked").written("n", n).written("x", x).argo_only();
        case.written("flag", flag).written("level", level)
    };
    let cases = [
        all("abc", "1", "true", "Low").fails(["integer"]),
        all("1e3", "1", "true", "Low").fails(["integer"]),
        all("1", "x", "true", "Low").fails(["number"]),
        all("1", "NaN", "true", "Low").fails(["number"]),
        all("1", "1", "True", "Low").fails(["boolean"]),
        all("{{=1+1}}", "$(HOME)", "$(PATH)", "Low").fails(["integer", "number", "boolean"]),
    ];
    cases.into()
}

/// What an image writes, in any style of JSON.
fn from_images() -> Vec<Case> {
    let case = || case("integer_from_image").argo_only();
    vec![
        case()
            .written("text", "42")
            .skips(["if-flag/text-2"])
            .gives("n=42 42 42"),
        case()
            .written("text", r" 42\r\n")
            .skips(["if-flag/text-2"])
            .gives("n=42 42 42"),
        case()
            .written("text", "abc")
            .fails(["integer"])
            .fails_early(["say"])
            .omits(["if-flag"]),
        case()
            .written("text", "{{=6*7")
            .fails(["integer"])
            .fails_early(["say"])
            .says("is of the type integer, but is given \"((=6*7\"")
            .omits(["if-flag"]),
        case()
            .written("text", "1e3")
            .fails(["integer"])
            .fails_early(["say"])
            .omits(["if-flag"]),
    ]
}
