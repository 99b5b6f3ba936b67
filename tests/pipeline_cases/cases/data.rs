use crate::case::{Case, case};
use crate::texts::{AWKWARD, LONG, long};
use std::cmp::Ordering;

/// The names of eight texts.
pub(super) const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        literals(),
        structures(),
        environment(),
        awkward_environment(),
    ];
    for (index, texts) in AWKWARD.chunks(8).enumerate() {
        cases.push(gives_eight(with_eight(case("given_texts"), texts), texts));
        let made = case("made_texts").with("from", 8 * index).skips::<&str>([]);
        cases.push(gives_eight(made, texts));
    }
    for texts in AWKWARD.windows(2).step_by(2) {
        let [a, b] = [texts[0], texts[1]];
        let x = format!("{a}{{{{{b}");
        let text = format!("{x}$({a}){x}\u{7f}😀{b}");
        let case = case("formatted_texts").with("a", a).with("b", b);
        cases.push(case.skips(["if-1/text-4"]).gives(text));
    }
    let pairs = [
        ("a", "b"),
        ("Z", "a"),
        ("é", "z"),
        ("", "\0"),
        ("ab", "a"),
        ("😀", "\u{ffff}"),
        ("{{", "$("),
        ("x", "x"),
    ];
    for (a, b) in pairs {
        let order = a.cmp(b);
        let text = format!(
            "{} {} {} {}",
            order.is_lt(),
            order.is_le(),
            order.is_gt(),
            order != Ordering::Less
        );
        cases.push(case("order_of_texts").with("a", a).with("b", b).gives(text));
    }
    cases.extend([
        case("compare_made")
            .with("a", "$")
            .skips(["if-1/text", "if-3/text-5"])
            .gives("same dollar"),
        case("compare_made")
            .with("a", "x")
            .skips(["if-1/text", "if-2/text-3", "if-3/text-5"])
            .gives("same x"),
        case("compare_made")
            .with("a", "")
            .skips(["if-2/text-3", "if-3/text-4"])
            .gives("different"),
        case("borrowed_values")
            .with("word", "ab")
            .with("n", 7)
            .with("x", 3.0)
            .skips(["if-1/text-3", "if-2/text-6"])
            .gives("7 20 1.5 true ab other"),
        case("borrowed_values")
            .with("word", "a")
            .with("n", 0)
            .with("x", 1.0)
            .skips(["if-1/text-3", "if-2/text-5"])
            .gives("0 -1 0.5 false a"),
        case("empty_text")
            .with("word", "")
            .skips(["if-1/text-3"])
            .gives("it is empty"),
        case("empty_text")
            .with("word", " ")
            .skips(["if-1/text-2"])
            .gives(" "),
        case("long_text")
            .with("word", long())
            .skips(["if-1/boolean-2"])
            .gives(true),
        case("long_text")
            .with("word", "short")
            .skips(["if-1/boolean"])
            .gives(false),
        case("long_output").gives(LONG),
        compare_awkward(),
    ]);
    cases
}

pub(super) fn with_eight(case: Case, texts: &[&str]) -> Case {
    NAMES
        .into_iter()
        .zip(texts)
        .fold(case, |case, (name, text)| case.with(name, *text))
}

pub(super) fn gives_eight(case: Case, texts: &[&str]) -> Case {
    NAMES
        .into_iter()
        .zip(texts)
        .fold(case, |case, (name, text)| case.gives_named(name, *text))
}

fn literals() -> Case {
    let mut case = case("literal_texts").gives_named("list", AWKWARD.to_vec());
    for (name, texts) in ["first", "second", "third", "fourth"]
        .into_iter()
        .zip(AWKWARD.chunks(16))
    {
        case = case.gives_named(name, texts.to_vec());
    }
    let skipped = (1..=8).map(|index| format!("if-{index}/relay-{}", 2 * index));
    case.skips(skipped)
}

fn structures() -> Case {
    let value =
        serde_json::json!({"{{x}}": AWKWARD.to_vec(), "$(y)": {"😀": "{{=1+1}}", "": null}});
    let list = AWKWARD.to_vec();
    let case = case("texts_in_structures")
        .with("list", &list)
        .with("value", &value);
    case.gives_named("list", list).gives_named("value", value)
}

fn environment() -> Case {
    let component = "from the component: {{workflow.name}} $(HOME)";
    case("environment")
        .gives_named("component", [Some(component), Some("1"), None])
        .gives_named(
            "call",
            [Some("from the call"), Some("1"), Some("$(LEVEL) {{x}} $$")],
        )
}

fn awkward_environment() -> Case {
    let values = AWKWARD.map(|text| (!text.contains('\0')).then_some(text));
    case("awkward_environment").gives(values.to_vec())
}

fn compare_awkward() -> Case {
    let skipped = (1..=8).map(|index| format!("if-{index}/text-{}", index + 1));
    case("compare_awkward")
        .skips(skipped)
        .gives("false".repeat(8 + 2 * AWKWARD.len()))
}
