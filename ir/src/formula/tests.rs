use super::*;
use crate::expression::{Align, Comparison, FormatPiece, Layout};
use crate::function::{Arithmetic, Function, Method, Numbers};
use proptest::prelude::*;

fn layout() -> impl Strategy<Value = Layout> {
    let align = prop_oneof![
        Just(None),
        Just(Some(Align::Left)),
        Just(Some(Align::Center)),
        Just(Some(Align::Right)),
    ];
    let fill = proptest::option::of(any::<char>());
    let precision = proptest::option::of(0..20_usize);
    (
        0..20_usize,
        fill,
        align,
        any::<bool>(),
        any::<bool>(),
        precision,
    )
        .prop_map(|(width, fill, align, zeros, plus, precision)| Layout {
            width,
            fill: fill.filter(|_| align.is_some()),
            align,
            zeros,
            plus,
            precision,
        })
}

fn json() -> impl Strategy<Value = Json> {
    let text = prop_oneof![
        any::<String>(),
        "[{}$(:\"a]{0,8}".prop_map(|text| text.to_string()),
    ];
    prop_oneof![
        any::<i64>().prop_map(|number| Json::of(&number).unwrap()),
        any::<f64>()
            .prop_filter("finite", |number| number.is_finite())
            .prop_map(|number| Json::of_type(&number, &Type::Number).unwrap()),
        any::<bool>().prop_map(|truth| Json::of(&truth).unwrap()),
        text.clone().prop_map(|text| Json::of(&text).unwrap()),
        Just(Json::null()),
        (text, any::<i64>()).prop_map(|(text, number)| {
            let json = serde_json::json!([{ text.as_str(): { "a": [number, text] } }, []]);
            // As it is read again.
            Json::parse(&crate::wire::escape(&json.to_string())).unwrap()
        }),
    ]
}

fn numbers() -> impl Strategy<Value = Numbers> {
    const NAMES: [&str; 9] = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f64"];
    proptest::sample::select(&NAMES[..]).prop_map(|name| Numbers::named(name).unwrap())
}

/// Formulas as a parser gives them: adjacent texts of a format are one.
fn formula() -> impl Strategy<Value = Formula> {
    let name = "[a-z_][a-z0-9_]{0,5}".prop_filter("a name", |name| is_name(name));
    let leaf = prop_oneof![
        json().prop_map(Formula::Literal),
        name.prop_map(Formula::Name)
    ];
    leaf.prop_recursive(6, 60, 4, |inner| {
        let two = || (inner.clone(), inner.clone());
        let comparison = proptest::sample::select(&Comparison::ALL[..]);
        let arithmetic = proptest::sample::select(&Arithmetic::ALL[..]);
        let method = proptest::sample::select(Method::ALL);
        let some = |operator| Formula::operator(operator);
        let field = prop_oneof!["[a-z_]{1,5}", any::<String>()];
        prop_oneof![
            two().prop_map(move |(a, b)| some(Operator::And(a, b))),
            two().prop_map(move |(a, b)| some(Operator::Or(a, b))),
            inner.clone().prop_map(move |a| some(Operator::Not(a))),
            (comparison, two()).prop_map(move |(comparison, (left, right))| {
                some(Operator::Compare {
                    comparison,
                    left,
                    right,
                })
            }),
            (inner.clone(), two()).prop_map(move |(condition, (then, otherwise))| {
                some(Operator::Choose {
                    condition,
                    then,
                    otherwise,
                })
            }),
            (arithmetic, numbers(), two()).prop_map(move |(operator, numbers, (a, b))| {
                let function = Function::Arithmetic(operator, numbers);
                some(Operator::Apply {
                    function,
                    arguments: vec![a, b],
                })
            }),
            (two(), any::<bool>()).prop_map(move |((a, b), is_inclusive)| {
                some(Operator::Apply {
                    function: match is_inclusive {
                        true => Function::RangeInclusive,
                        false => Function::Range,
                    },
                    arguments: vec![a, b],
                })
            }),
            proptest::collection::vec(inner.clone(), 0..3).prop_map(move |arguments| {
                some(Operator::Apply {
                    function: Function::List,
                    arguments,
                })
            }),
            (method, two()).prop_map(move |(method, (a, b))| {
                let mut arguments = vec![a, b];
                arguments.truncate(method.operands());
                some(Operator::Apply {
                    function: Function::Method(method),
                    arguments,
                })
            }),
            (field, inner.clone(), any::<bool>()).prop_map(|(name, value, is_optional)| {
                let ty = match is_optional {
                    true => Type::Optional(Box::new(Type::Json)),
                    false => Type::Json,
                };
                let function = Function::Field(name);
                let operator = Operator::Apply {
                    function,
                    arguments: vec![value],
                };
                Formula::Operator {
                    operator: Box::new(operator),
                    ty,
                }
            }),
            proptest::collection::vec((any::<String>(), inner, layout()), 0..3).prop_map(
                move |parts| {
                    let mut pieces = vec![];
                    for (text, value, layout) in parts {
                        if !text.is_empty() {
                            pieces.push(FormatPiece::Text(text));
                        }
                        pieces.push(FormatPiece::Value { value, layout });
                    }
                    some(Operator::Format(pieces))
                }
            ),
        ]
    })
}

proptest! {
    #[test]
    fn every_formula_comes_back(formula in formula()) {
        let text = formula.to_string();
        prop_assert_eq!(text.parse::<Formula>(), Ok(formula), "{}", text);
        // Neither Argo nor Kubernetes evaluates anything in it.
        prop_assert!(!text.contains("{{") && !text.contains("$(") && !text.contains("$$"), "{}", text);
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = text.parse::<Formula>();
    }

    #[test]
    fn nothing_like_a_formula_panics(text in "[a-z0-9 .,!?(){}\\[\\]\"<>=+*/%&|-]{0,40}") {
        let _ = text.parse::<Formula>();
    }
}

#[test]
fn formulas_read_like_rust() {
    let texts = [
        "part.text",
        r#"format("line {}: {} bytes", part.line, part.text.len())"#,
        "i32(a + b * (c - 1))",
        "f64(a / b) < 0.5 && !done || names.len() == 2",
        r#"if n > 3 { "many" } else { format("{:>4}", n) }"#,
        r#"x["odd-name"]?"#,
        "[a, 0..3, json([1,{\"k\":null}])]",
        "u8(a + i64(b * -5).len())",
    ];
    for text in texts {
        let formula: Formula = text
            .parse()
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(formula.to_string(), text);
    }
}

#[test]
fn what_is_no_formula_is_told() {
    let table = [
        ("", "the formula ends too early, at ``"),
        ("a +", "the formula ends too early, at ``"),
        (
            "a + b",
            "`+` stands in no type, such as `i64(a + b)`, at ``",
        ),
        ("a b", "unexpected `b`, at ` b`"),
        ("a == b == c", "`==` needs parentheses, at ` == c`"),
        ("x.trimm()", "there is no method `trimm`, at `)`"),
        ("format(\"{}\")", "a value of `format` is missing, at ``"),
        ("else", "unexpected `else`, at ``"),
        ("a # b", "unexpected `#`, at ` # b`"),
    ];
    for (text, expected) in table {
        assert_eq!(text.parse::<Formula>(), Err(expected.to_owned()), "{text}");
    }
    let deep = "(".repeat(100_000);
    assert!(
        deep.parse::<Formula>()
            .unwrap_err()
            .contains("within each other")
    );
    let deep = "!".repeat(100_000);
    assert!(
        deep.parse::<Formula>()
            .unwrap_err()
            .contains("within each other")
    );
}
