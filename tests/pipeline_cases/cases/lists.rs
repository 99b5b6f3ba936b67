use crate::case::{Case, case, exactly};
use crate::texts::AWKWARD;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = texts();
    cases.extend(kinds());
    cases.extend(blocks());
    cases
}

fn texts() -> Vec<Case> {
    let awkward = |end: &str| {
        let texts = AWKWARD.map(|text| format!("{text}{end}")).to_vec();
        let given = case("listed_awkward_texts").with("end", end);
        given.gives(texts)
    };
    let mut cases = vec![
        awkward(""),
        awkward("{{x}}"),
        case("listed_texts")
            .with("value", "a")
            .gives(vec!["a", "a", "{a", "json:null", "a"]),
    ];
    for value in ["", "A\"b", "{{X}} $(y)", "json:1", "two\nlines\n"] {
        let lower = value.to_lowercase();
        cases.push(
            case("listed_texts")
                .with("value", value)
                .with("name", value)
                .gives(vec![value, value, &format!("{{{value}"), value, &lower]),
        );
        let given = case("listed_of_an_image").with("value", value);
        cases.push(given.gives(vec![value; 3]).argo_only());
    }
    cases
}

fn kinds() -> Vec<Case> {
    let given = |x: &str, n: &str, t: &str| {
        case("listed_kinds")
            .with_json("x", exactly(x))
            .with_json("n", exactly(n))
            .with_json("t", exactly(t))
            .with("l", "in between")
            .gives_json("levels", exactly(r#"["in between","in between"]"#))
            .gives_json("lists", exactly(r#"[["a","{{b}}"],["c"]]"#))
            .gives_json("none", exactly("[]"))
            .gives_json("structs", super::loops::trainings())
            .gives_json("options", exactly(&format!("[{n},{n}]")))
            .gives_json("optional_texts", exactly(&format!("[{t},{t}]")))
    };
    vec![
        given("1e21", "9007199254740993", r#""{{x}} $(y)""#)
            .gives_json(
                "numbers",
                exactly("[1000000000000000000000,1000000000000000000000,500000000000000000000]"),
            )
            .gives_json("booleans", exactly("[true,true]")),
        given("0.5", "null", "null")
            .gives_json("numbers", exactly("[0.5,0.5,0.25]"))
            .gives_json("booleans", exactly("[false,false]")),
    ]
}

fn blocks() -> Vec<Case> {
    vec![
        case("fanned_in").with("from", 10).gives(33 + 21 + 33 + 3),
        case("listed_in_blocks")
            .with("list", vec![1, 9])
            .with("limit", 5)
            .gives("<1>,<5>;<9>,<large>")
            .skips(["each-item(0)/if-1/if-1-then"]),
        case("listed_in_blocks")
            .with("list", Vec::<i64>::new())
            .with("limit", 5)
            .gives("")
            .skips(["each-item"]),
        case("joined")
            .with("values", vec!["x", "y"])
            .gives("x, y*2"),
        case("listed_inputs")
            .with("a", 4)
            .with("b", "{{b}}")
            .gives(vec!["-1 9", "{{b}}, {{b}}*2", "{{b}}*3"]),
    ]
}
