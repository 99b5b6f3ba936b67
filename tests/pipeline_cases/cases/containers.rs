use super::data::{gives_eight, with_eight};
use crate::case::{Case, case, exactly};
use crate::texts::AWKWARD;
use serde_json::json;

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![literals_to_images(), texts_from_images()];
    for texts in AWKWARD.chunks(8) {
        // No argument and no variable of a program holds U+0000.
        let texts: Vec<String> = texts.iter().map(|text| text.replace('\0', "")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let all = handed_on(&texts).concat();
        cases.push(with_eight(case("texts_to_images"), &texts).gives(all));
    }
    cases.extend([
        case("greeting")
            .with("name", "you")
            .skips(["if-1/text"])
            .gives("Hello, you!"),
        case("greeting")
            .with("name", "{{x}} '$(y)'")
            .skips(["if-1/copy"])
            .gives("Hello, {{x}} '$(y)'!"),
        case("typed_inputs")
            .with("n", i64::MIN)
            .with_json("x", exactly("1e21"))
            .with("list", ["a b", "{{x}}", "$$(y)"])
            .gives_named(
                "first",
                shown(
                    i64::MIN,
                    "1000000000000000000000",
                    true,
                    "in between",
                    r#"["a b","\u007b\u007bx}}","\u0024\u0024(y)"]"#,
                    "left out",
                ),
            )
            .gives_named(
                "second",
                shown(i64::MIN, "0.1", false, "High", r#"["a"]"#, "named"),
            ),
        case("typed_outputs")
            .skips(["if-1/not-equal"])
            .gives_named("integer", (1_i64 << 53) + 1)
            .gives_json("number", exactly("1000000000000000000000"))
            .gives_named("flag", true)
            .gives_named("list", ["a b", "{{x}}", "$(y)$$"])
            .gives_named("level", "in between")
            .gives_named("value", json!({"a": {"b": ["{{=1}}"]}}))
            .gives_named("compared", "111100"),
        case("computed_inputs")
            .with("a", 7)
            .with("b", 2)
            .with("list", [2, 3])
            .gives(["Hello, 3", "Hello, 2"]),
        case("computed_inputs")
            .with("a", 7)
            .with("b", 0)
            .with("list", [2, 0])
            .fails_early(["if-1/greet", "each-item(1)/greet-2"])
            .errs(["if-1", "each-item", "each-item", "each-item(1)"])
            .omits(["each-item(1)/text"]),
        case("computed_inputs")
            .with("a", 0)
            .with("b", 0)
            .with("list", [1])
            .skips(["if-1/greet"])
            .gives(["Hello, 6"]),
        case("failing_images")
            .fails(["fail-outside"])
            .tries("fail-outside", 2)
            .errs(["forget"])
            .omits(["note", "note-2"]),
        case("empty_output").skips(["if-1/text-2"]).gives("[]"),
    ]);
    cases.into_iter().map(Case::argo_only).collect()
}

fn shown(integer: i64, number: &str, flag: bool, level: &str, list: &str, word: &str) -> String {
    format!(
        "<{integer}>\n--integer={integer}\n{number}\n{flag}{flag}\n{level}\nlist={list};\n{word}"
    )
}

/// What the component `hand_on` puts together.
fn handed_on(texts: &[&str]) -> Vec<String> {
    let [a, b, c, d, e, f, g, h] = texts else {
        panic!("there are eight texts");
    };
    let dressed = [format!("$({{{{{d}$"), format!("{{{{{a}}}}} $$ {b}$(c)")];
    let plain = |texts: [&&str; 3]| texts.map(|text| (*text).to_owned());
    let all = [
        &plain([a, b, c])[..],
        &dressed,
        &plain([e, f, g]),
        &[format!("{{{h}$")],
    ]
    .concat();
    all.into_iter().map(|text| text + "\u{1e}").collect()
}

fn literals_to_images() -> Case {
    let texts = [0, 1, 3, 5, 45, 54, 55, 60].map(|index| AWKWARD[index]);
    let all = handed_on(&texts);
    let parts: Vec<&str> = all
        .iter()
        .map(|part| part.trim_end_matches('\u{1e}'))
        .collect();
    let case = case("literals_to_images")
        .with("wanted", all.concat())
        .skips(["if-1/take-apart"]);
    gives_eight(case, &parts[..8])
}

fn texts_from_images() -> Case {
    let texts = [
        "{{workflow.name}} {{=1+1}}",
        "$(HOME) $$ $(reboot)",
        "json:\"x\"",
        "\u{1}\u{7f}\u{1b}",
        "😀 $€",
        "two\r\nlines\n",
        "{{inputs.parameters.a}} {{tasks.write.outputs.parameters.b}}",
        "\"quoted\" \\ back }} {{",
    ];
    let [a, b, c, d, e, f, g, h] = texts;
    case("texts_from_images")
        .gives_named("directly", d)
        .gives_named("formatted", format!("{e}{b}{{{{{h}"))
        .gives_named("handed_on", handed_on(&[a, b, c, g, e, f, h, d]).concat())
        .gives_named("listed", texts)
}
