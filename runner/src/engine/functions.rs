//! Functions of values, as Rust has them.

use super::each::normal;
use pipewright_dsl::graph::{Arithmetic, Function, Numbers};
use pipewright_dsl::json::Json;
use pipewright_dsl::payload::to_json;
use pipewright_dsl::types::Type;
use pipewright_dsl::wire::shorten;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// How many numbers a range may have.
const RANGE_MAX: i128 = 10_000;

/// What a function makes of values. `ty` is the type of what it gives.
pub(super) fn apply(
    function: &Function,
    arguments: &[Cow<'_, Json>],
    ty: &Type,
) -> Result<Json, String> {
    let argument = |index: usize| -> Result<&Json, String> {
        let given = arguments.get(index).map(AsRef::as_ref);
        given.ok_or_else(|| format!("argument {} is missing", index + 1))
    };
    let text = |index: usize| argument(index)?.to::<String>();
    match function {
        Function::Arithmetic(operator, Numbers::Integers { min, max }) => {
            let (left, right) = (argument(0)?.to()?, argument(1)?.to()?);
            integers(*operator, left, right, *min, *max)
        }
        Function::Arithmetic(operator, Numbers::Floats) => {
            floats(*operator, argument(0)?.to()?, argument(1)?.to()?)
        }
        Function::IsSome => Json::of(&!argument(0)?.is_null()),
        Function::Unwrap if argument(0)?.is_null() => Err("there is nothing".into()),
        Function::Unwrap | Function::Some => argument(0).cloned(),
        Function::Field(name) => field(argument(0)?, name, ty),
        Function::Length => Json::of(&length(argument(0)?)?),
        Function::Contains => Json::of(&text(0)?.contains(&text(1)?)),
        Function::StartsWith => Json::of(&text(0)?.starts_with(&text(1)?)),
        Function::EndsWith => Json::of(&text(0)?.ends_with(&text(1)?)),
        Function::ToLowercase => Json::of(&text(0)?.to_lowercase()),
        Function::ToUppercase => Json::of(&text(0)?.to_uppercase()),
        Function::Range => range(argument(0)?.to()?, argument(1)?.to()?),
        Function::List => {
            let elements: Vec<&str> = arguments.iter().map(|element| element.as_str()).collect();
            Json::parse(&format!("[{}]", elements.join(",")))
        }
    }
}

fn integers(
    operator: Arithmetic,
    left: i128,
    right: i128,
    min: i64,
    max: i64,
) -> Result<Json, String> {
    let written = || format!("{left} {} {right}", operator.operator());
    let is_division = matches!(operator, Arithmetic::Divide | Arithmetic::Remainder);
    if is_division && right == 0 {
        return Err(format!("division by zero: {}", written()));
    }
    let result = match operator {
        Arithmetic::Add => left.checked_add(right),
        Arithmetic::Subtract => left.checked_sub(right),
        Arithmetic::Multiply => left.checked_mul(right),
        Arithmetic::Divide => left.checked_div(right),
        // `MIN % -1` overflows in Rust, as the quotient does.
        Arithmetic::Remainder if left == i128::from(min) && right == -1 => None,
        Arithmetic::Remainder => left.checked_rem(right),
    };
    let is_held = |result: &i128| (i128::from(min)..=i128::from(max)).contains(result);
    match result.filter(is_held) {
        Some(result) => Json::of(&result),
        None => Err(format!("integer overflow: {}", written())),
    }
}

fn floats(operator: Arithmetic, left: f64, right: f64) -> Result<Json, String> {
    let result = match operator {
        Arithmetic::Add => left + right,
        Arithmetic::Subtract => left - right,
        Arithmetic::Multiply => left * right,
        Arithmetic::Divide => left / right,
        Arithmetic::Remainder => left % right,
    };
    to_json(&result).map_err(|_| {
        let operator = operator.operator();
        format!("{left} {operator} {right} is not a finite number")
    })
}

fn field(value: &Json, name: &str, ty: &Type) -> Result<Json, String> {
    let fields: HashMap<String, &RawValue> = serde_json::from_str(value.as_str())
        .map_err(|_| format!("`{}` is not a struct", shorten(value.as_str())))?;
    match fields.get(name) {
        Some(raw) => normal(Json::parse(raw.get())?, ty),
        None if ty.is_optional() => Ok(Json::null()),
        None => Err(format!(
            "`{}` has no field `{name}`",
            shorten(value.as_str())
        )),
    }
}

/// The elements of a list, or the bytes of a text.
fn length(value: &Json) -> Result<usize, String> {
    if let Ok(text) = value.to::<String>() {
        return Ok(text.len());
    }
    let elements: Vec<&RawValue> = serde_json::from_str(value.as_str())
        .map_err(|_| format!("`{}` has no length", shorten(value.as_str())))?;
    Ok(elements.len())
}

fn range(start: i128, end: i128) -> Result<Json, String> {
    if end - start > RANGE_MAX {
        return Err(format!(
            "the range {start}..{end} has more than {RANGE_MAX} numbers"
        ));
    }
    Json::of(&(start..end).collect::<Vec<i128>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn given(values: &[&str]) -> Vec<Cow<'static, Json>> {
        let json = |text: &&str| Cow::Owned(Json::parse(text).unwrap());
        values.iter().map(json).collect()
    }

    fn applied(function: Function, values: &[&str], ty: Type) -> Result<String, String> {
        apply(&function, &given(values), &ty).map(|json| json.to_string())
    }

    fn calculated(
        operator: Arithmetic,
        numbers: Numbers,
        left: &str,
        right: &str,
    ) -> Option<String> {
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
                let (a, b) = (to_json(&left).unwrap(), to_json(&right).unwrap());
                let found = calculated(operator, Numbers::Floats, a.as_str(), b.as_str());
                prop_assert_eq!(found, expected.is_finite().then(|| expected.to_string()));
            }
        }

        #[test]
        fn texts_as_rust(text in any::<String>(), part in "[a-cé]{0,2}") {
            let (a, b) = (Json::of(&text).unwrap(), Json::of(&part).unwrap());
            let both = [a.as_str(), b.as_str()];
            let table = [
                (Function::Contains, text.contains(&part)),
                (Function::StartsWith, text.starts_with(&part)),
                (Function::EndsWith, text.ends_with(&part)),
            ];
            for (function, expected) in table {
                prop_assert_eq!(applied(function, &both, Type::Boolean), Ok(expected.to_string()));
            }
            let length = applied(Function::Length, &both[..1], Type::Integer);
            prop_assert_eq!(length, Ok(text.len().to_string()));
        }
    }

    #[test]
    fn fields_keep_their_digits() {
        let value = r#"{"a":9007199254740993,"b":1.0,"c":{"x":[1e21]},"d":null}"#;
        let field = |name: &str, ty| applied(Function::Field(name.into()), &[value], ty);
        assert_eq!(field("a", Type::Integer), Ok("9007199254740993".into()));
        assert_eq!(field("b", Type::Number), Ok("1".into()));
        assert_eq!(field("c", Type::Struct), Ok(r#"{"x":[1e21]}"#.into()));
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
    }

    #[test]
    fn options() {
        assert_eq!(
            applied(Function::IsSome, &["null"], Type::Boolean),
            Ok("false".into())
        );
        assert_eq!(
            applied(Function::IsSome, &["0"], Type::Boolean),
            Ok("true".into())
        );
        assert_eq!(
            applied(Function::Unwrap, &["0"], Type::Integer),
            Ok("0".into())
        );
        assert!(applied(Function::Unwrap, &["null"], Type::Integer).is_err());
    }
}
