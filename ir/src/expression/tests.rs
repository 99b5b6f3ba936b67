use super::*;
use crate::formula::Formula;
use proptest::prelude::*;
use serde::Serialize;

const ALL: [Comparison; 6] = [
    Comparison::Equal,
    Comparison::NotEqual,
    Comparison::Less,
    Comparison::LessOrEqual,
    Comparison::Greater,
    Comparison::GreaterOrEqual,
];

fn no_value<'v>(name: &str) -> Result<Cow<'v, Json>, String> {
    Err(format!("no input `{name}`"))
}

fn evaluate(formula: &Formula) -> Result<Json, String> {
    let value = formula.evaluate(&no_value)?;
    Ok(value.into_owned())
}

fn holds(formula: &Formula) -> Result<bool, String> {
    formula.holds(&no_value)
}

fn literal<T: Serialize>(ty: Type, value: T) -> Formula {
    Formula::Literal(Json::of_type(&value, &ty).unwrap())
}

fn number(value: f64) -> Formula {
    literal(Type::Number, value)
}

fn piece(value: Formula) -> FormatPiece<Formula> {
    let layout = Layout::default();
    FormatPiece::Value { value, layout }
}

fn compared(comparison: Comparison, left: &Formula, right: &Formula) -> Result<bool, String> {
    let formula = Formula::operator(Operator::Compare {
        comparison,
        left: left.clone(),
        right: right.clone(),
    });
    let holds = holds(&formula);
    if let Ok(holds) = holds {
        let json = evaluate(&formula).unwrap();
        assert_eq!(json.as_str(), holds.to_string());
    }
    holds
}

fn rust<T: PartialOrd>(comparison: Comparison, left: &T, right: &T) -> bool {
    match comparison {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessOrEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterOrEqual => left >= right,
    }
}

/// Integers that often lie side by side where `f64` cannot tell them apart.
fn integer() -> impl Strategy<Value = i128> {
    let near = |center: i128| (-3..3_i128).prop_map(move |offset| center + offset);
    prop_oneof![
        any::<i64>().prop_map(i128::from),
        near(0),
        near(1 << 53),
        near(i128::from(i64::MAX)),
        near(i128::from(u64::MAX)),
        any::<i128>(),
    ]
}

proptest! {
    #[test]
    fn integers_as_rust(left in integer(), right in integer()) {
        let (a, b) = (literal(Type::Integer, left), literal(Type::Integer, right));
        for comparison in ALL {
            prop_assert_eq!(compared(comparison, &a, &b).unwrap(), rust(comparison, &left, &right));
        }
    }

    #[test]
    fn large_unsigned_too(left in any::<u128>(), right in any::<u128>()) {
        let (a, b) = (literal(Type::Integer, left), literal(Type::Integer, right));
        for comparison in ALL {
            prop_assert_eq!(compared(comparison, &a, &b).unwrap(), rust(comparison, &left, &right));
        }
    }

    #[test]
    fn numbers_as_rust(left in any::<f64>(), right in any::<f64>()) {
        prop_assume!(left.is_finite() && right.is_finite());
        for comparison in ALL {
            prop_assert_eq!(compared(comparison, &number(left), &number(right)).unwrap(), rust(comparison, &left, &right));
            prop_assert_eq!(compared(comparison, &number(left), &number(left)).unwrap(), rust(comparison, &left, &left));
        }
    }

    #[test]
    fn strings_as_rust(left in any::<String>(), right in any::<String>()) {
        let (a, b) = (literal(Type::String, &left), literal(Type::String, &right));
        for comparison in ALL {
            prop_assert_eq!(compared(comparison, &a, &b).unwrap(), rust(comparison, &left, &right));
        }
    }

    #[test]
    fn text_as_rust(whole in any::<i64>(), fraction in any::<f64>(), text in any::<String>(), flag in any::<bool>()) {
        prop_assume!(fraction.is_finite());
        let pieces = vec![
            piece(literal(Type::Integer, whole)),
            FormatPiece::Text(" {}\n".into()),
            piece(number(fraction)),
            piece(literal(Type::String, &text)),
            piece(literal(Type::Boolean, flag)),
        ];
        let json = evaluate(&Formula::operator(Operator::Format(pieces))).unwrap();
        prop_assert_eq!(json.to::<String>().unwrap(), format!("{whole} {{}}\n{fraction}{text}{flag}"));
    }
}

#[test]
fn equality_of_other_types() {
    let optional = || Type::Optional(Box::new(Type::Integer));
    let table = [
        (
            literal(Type::Boolean, true),
            literal(Type::Boolean, false),
            false,
        ),
        (
            literal(Type::Json, [1, 2]),
            literal(Type::Json, [1, 2]),
            true,
        ),
        (literal(optional(), ()), literal(optional(), ()), true),
        (literal(optional(), ()), literal(optional(), 0), false),
        (
            literal(optional(), u64::MAX),
            literal(optional(), u64::MAX - 1),
            false,
        ),
        (
            literal(Type::Enum(vec![]), "a"),
            literal(Type::Enum(vec![]), "a"),
            true,
        ),
    ];
    for (left, right, equal) in table {
        assert_eq!(
            compared(Comparison::Equal, &left, &right),
            Ok(equal),
            "{left:?} {right:?}"
        );
        assert_eq!(
            compared(Comparison::NotEqual, &left, &right),
            Ok(!equal),
            "{left:?} {right:?}"
        );
    }
    let list = || literal(Type::Json, [1]);
    assert!(compared(Comparison::NotEqual, &list(), &literal(Type::Json, [2])).unwrap());
}

#[test]
fn the_second_operand_may_be_missing() {
    let flag = |value: bool| literal(Type::Boolean, value);
    let missing = || Formula::Name("gone".into());
    let operator = |operator| holds(&Formula::operator(operator));
    assert_eq!(operator(Operator::And(flag(false), missing())), Ok(false));
    assert_eq!(operator(Operator::Or(flag(true), missing())), Ok(true));
    assert_eq!(
        operator(Operator::Not(missing())),
        Err("no input `gone`".into())
    );
    assert_eq!(operator(Operator::Not(flag(false))), Ok(true));
}

#[test]
fn wrong_values_are_errors() {
    let (wrong, right) = (literal(Type::Json, "x"), literal(Type::Integer, 1));
    assert!(compared(Comparison::Less, &wrong, &right).is_err());
    assert!(holds(&literal(Type::Json, 1)).is_err());
}
