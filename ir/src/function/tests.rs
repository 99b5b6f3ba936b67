use super::*;
use proptest::prelude::*;

fn given(values: &[&str]) -> Vec<Cow<'static, Json>> {
    let json = |text: &&str| Cow::Owned(Json::parse(text).unwrap());
    values.iter().map(json).collect()
}

fn applied(function: Function, values: &[&str], ty: Type) -> Result<String, String> {
    function
        .evaluate(&given(values), &ty)
        .map(|json| json.to_string())
}

fn float(number: f64) -> Json {
    Json::of_type(&number, &Type::Number).unwrap()
}

fn calculated(operator: Arithmetic, numbers: Numbers, left: &str, right: &str) -> Option<String> {
    let function = Function::Arithmetic(operator, numbers);
    applied(function, &[left, right], Type::Json).ok()
}

const ALL: [Arithmetic; 5] = [
    Arithmetic::Add,
    Arithmetic::Subtract,
    Arithmetic::Multiply,
    Arithmetic::Divide,
    Arithmetic::Remainder,
];

proptest! {
    #[test]
    fn integers_as_rust(left in any::<i64>(), right in prop_oneof![any::<i64>(), -3..3_i64]) {
        let numbers = Numbers::Integers { min: i64::MIN, max: i64::MAX };
        let rust = [
            left.checked_add(right),
            left.checked_sub(right),
            left.checked_mul(right),
            left.checked_div(right),
            left.checked_rem(right),
        ];
        for (operator, expected) in ALL.into_iter().zip(rust) {
            let found = calculated(operator, numbers, &left.to_string(), &right.to_string());
            prop_assert_eq!(found, expected.map(|number| number.to_string()));
        }
    }

    #[test]
    fn small_integers_as_rust(left in any::<i8>(), right in any::<i8>()) {
        let numbers = Numbers::Integers { min: -128, max: 127 };
        let rust = [
            left.checked_add(right),
            left.checked_sub(right),
            left.checked_mul(right),
            left.checked_div(right),
            left.checked_rem(right),
        ];
        for (operator, expected) in ALL.into_iter().zip(rust) {
            let found = calculated(operator, numbers, &left.to_string(), &right.to_string());
            prop_assert_eq!(found, expected.map(|number| number.to_string()));
        }
    }

    #[test]
    fn numbers_as_rust(left in any::<f64>(), right in any::<f64>()) {
        prop_assume!(left.is_finite() && right.is_finite());
        let rust = [left + right, left - right, left * right, left / right, left % right];
        for (operator, expected) in ALL.into_iter().zip(rust) {
            let (a, b) = (float(left), float(right));
            let found = calculated(operator, Numbers::Floats, a.as_str(), b.as_str());
            prop_assert_eq!(found, expected.is_finite().then(|| expected.to_string()));
        }
    }

    #[test]
    fn texts_as_rust(text in any::<String>(), part in "[a-cé]{0,2}") {
        let (a, b) = (Json::of(&text).unwrap(), Json::of(&part).unwrap());
        let both = [a.as_str(), b.as_str()];
        let table = [
            (Function::Method(Method::Contains), text.contains(&part)),
            (Function::Method(Method::StartsWith), text.starts_with(&part)),
            (Function::Method(Method::EndsWith), text.ends_with(&part)),
        ];
        for (function, expected) in table {
            prop_assert_eq!(applied(function, &both, Type::Boolean), Ok(expected.to_string()));
        }
        let length = applied(Function::Method(Method::Len), &both[..1], Type::Integer);
        prop_assert_eq!(length, Ok(text.len().to_string()));
    }
}

#[test]
fn fields_keep_their_digits() {
    let value = r#"{"a":9007199254740993,"b":1.0,"c":{"x":[1e21]},"d":null}"#;
    let field = |name: &str, ty| applied(Function::Field(name.into()), &[value], ty);
    assert_eq!(field("a", Type::Integer), Ok("9007199254740993".into()));
    assert_eq!(field("b", Type::Number), Ok("1".into()));
    assert_eq!(field("c", Type::any_struct()), Ok(r#"{"x":[1e21]}"#.into()));
    let optional = || Type::Optional(Box::new(Type::Integer));
    assert_eq!(field("d", optional()), Ok("null".into()));
    assert_eq!(field("e", optional()), Ok("null".into()));
    assert!(
        field("e", Type::Integer)
            .unwrap_err()
            .contains("no field `e`")
    );
}

#[test]
fn ranges_end_somewhere() {
    let range = |start, end| applied(Function::Range, &[start, end], Type::Json);
    assert_eq!(range("-1", "2"), Ok("[-1,0,1]".into()));
    assert_eq!(range("2", "-1"), Ok("[]".into()));
    assert!(range("0", "10001").unwrap_err().contains("more than 10000"));
    let range = |start, end| applied(Function::RangeInclusive, &[start, end], Type::Json);
    assert_eq!(range("-1", "1"), Ok("[-1,0,1]".into()));
    assert_eq!(range("2", "2"), Ok("[2]".into()));
    assert_eq!(range("2", "1"), Ok("[]".into()));
    let most = i64::MAX.to_string();
    assert_eq!(range(&most, &most), Ok(format!("[{most}]")));
    assert!(range("0", "9999").is_ok());
    let long = range("0", "10000").unwrap_err();
    assert_eq!(long, "the range 0..=10000 has more than 10000 numbers");
}

#[test]
fn options() {
    assert_eq!(
        applied(Function::Method(Method::IsSome), &["null"], Type::Boolean),
        Ok("false".into())
    );
    assert_eq!(
        applied(Function::Method(Method::IsSome), &["0"], Type::Boolean),
        Ok("true".into())
    );
    assert_eq!(
        applied(Function::Method(Method::Unwrap), &["0"], Type::Integer),
        Ok("0".into())
    );
    assert!(applied(Function::Method(Method::Unwrap), &["null"], Type::Integer).is_err());
}
