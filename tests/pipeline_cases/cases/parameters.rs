use crate::case::{Case, case, exactly, json};
use serde_json::{Value, json};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![plain_inputs()];
    cases.extend([
        integers(
            [i8::MIN.into(), i16::MIN.into(), i32::MIN.into(), i64::MIN],
            [0, 0, 0, 0],
        ),
        integers(
            [i8::MAX.into(), i16::MAX.into(), i32::MAX.into(), i64::MAX],
            [u8::MAX.into(), u16::MAX.into(), u32::MAX.into(), u64::MAX],
        ),
        integers(
            [0, -1, 1, (1 << 53) + 1],
            [1, 1000, 1 << 31, i64::MAX as u64 + 1],
        ),
        numbers(
            "0.1",
            "1000000000000000000000",
            "[0.1,1e-7]",
            "[1e+21,0.1,-0.0]",
        ),
        numbers("-0", "0.0000001", "[]", "[1e-7,1.7976931348623157e+308]"),
        numbers(
            "16777216",
            "0.30000000000000004",
            "[3.4028235e+38]",
            "[5e-324]",
        ),
    ]);
    let scalars = [
        (true, "", 'a', "Low"),
        (false, "null", '😀', "in between"),
        (true, "json:{{x}}", '{', "High"),
        (false, "$(x)\n", '\u{0}', "Low"),
    ];
    for (flag, text, letter, level) in scalars {
        let values = [
            ("flag", json(flag)),
            ("text", json(text)),
            ("letter", json(letter)),
            ("level", json(level)),
        ];
        cases.push(same(
            "scalars",
            values.map(|(name, value)| (name, value.to().expect("JSON is a value"))),
        ));
    }
    cases.extend(options());
    cases.extend(structures());
    cases
}

/// A pipeline that gives the parameters it is given.
fn same<const N: usize>(pipeline: &'static str, values: [(&'static str, Value); N]) -> Case {
    let given = values
        .iter()
        .fold(case(pipeline), |case, (name, value)| case.with(name, value));
    values
        .iter()
        .fold(given, |case, (name, value)| case.gives_named(name, value))
}

fn integers(signed: [i64; 4], unsigned: [u64; 4]) -> Case {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let values = signed
        .iter()
        .map(ToString::to_string)
        .chain(unsigned.iter().map(ToString::to_string));
    names
        .into_iter()
        .zip(values)
        .fold(case("integers"), |case, (name, value)| {
            case.with_json(name, exactly(&value))
                .gives_json(name, exactly(&value))
        })
}

fn numbers(single: &str, double: &str, singles: &str, doubles: &str) -> Case {
    let values = [
        ("single", single),
        ("double", double),
        ("singles", singles),
        ("doubles", doubles),
    ];
    values
        .into_iter()
        .fold(case("numbers"), |case, (name, value)| {
            case.with_json(name, exactly(value))
                .gives_json(name, exactly(value))
        })
}

fn options() -> Vec<Case> {
    let names = [
        "text", "integer", "number", "flag", "list", "level", "point",
    ];
    let nothing = names.into_iter().fold(case("options"), |case, name| {
        case.gives_named(name, None::<i64>)
    });
    let given_nothing = names
        .into_iter()
        .fold(case("options"), |case, name| case.with(name, None::<i64>));
    let given_nothing = names.into_iter().fold(given_nothing, |case, name| {
        case.gives_named(name, None::<i64>)
    });
    let all = |text: &str| {
        same(
            "options",
            [
                ("text", json!(text)),
                ("integer", json!(0)),
                ("number", json!(0.5)),
                ("flag", json!(false)),
                ("list", json!([])),
                ("level", json!("Low")),
                ("point", json!({"x": 1, "y": 0.5, "name": "null"})),
            ],
        )
    };
    vec![
        nothing,
        given_nothing,
        all(""),
        all("null"),
        all("{{x}}"),
        all("json:nul"),
    ]
}

fn structures() -> Vec<Case> {
    let point = |name: &str| json!({"x": i64::MAX, "y": 0.1, "name": name});
    vec![
        same(
            "structures",
            [
                ("list", json!([1, i64::MIN, (1_i64 << 53) + 1])),
                ("tuple", json!([1, "{{x}} $(y) \u{7f}", true])),
                ("point", point("a\"b\\c\n")),
                ("map", json!({"": [], "b": [null, 1], "{{x}}": [2]})),
                (
                    "shape",
                    json!({"line": {"from": point("{{"), "to": point("}}")}}),
                ),
                (
                    "shapes",
                    json!(["nothing", {"circle": 0.5}, {"path": [[point("$$")], true]}]),
                ),
                (
                    "value",
                    json!({"a": [1, 2.5, null, "{{=1+1}}", {"b": "😀"}]}),
                ),
                ("levels", json!(["Low", "in between"])),
            ],
        ),
        same(
            "structures",
            [
                ("list", json!([])),
                ("tuple", json!([-1, "", false])),
                ("point", point("")),
                ("map", json!({})),
                ("shape", json!("nothing")),
                ("shapes", json!([])),
                ("value", json!("a text in JSON {{x}}")),
                ("levels", json!([])),
            ],
        ),
    ]
}

fn plain_inputs() -> Case {
    let point = json!({"x": i64::MIN, "y": 0.1, "name": "{{x}}"});
    case("plain_inputs")
        .gives_named("list", [1, i64::MAX])
        .gives_named("tuple", json!([3, "three", true]))
        .gives_named("point", &point)
        .gives_named("map", json!({"a\"b": [null, 1], "": []}))
        .gives_named("shape", json!({"path": [[point], false]}))
        .gives_json(
            "shapes",
            exactly(&format!(
                r#"["nothing",{{"circle":1e+21}},{{"line":{{"from":{point},"to":{point}}}}}]"#
            )),
        )
        .gives_named(
            "value",
            json!({"a": [1, 2.5, null, "$(x)"], "b": {"c": "{{=1}}"}}),
        )
        .gives_named("levels", ["Low", "in between"])
}
