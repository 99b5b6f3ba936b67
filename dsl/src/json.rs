//! A value as JSON text: exact for every number that the text can hold.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A value as compact JSON text.
///
/// Text rather than a tree: integers past 2⁵³ and single-precision numbers keep their digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(String);

impl Json {
    /// The JSON of a value.
    ///
    /// # Errors
    /// The text of serde's error when the value cannot be JSON, such as a map whose keys are lists.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, String> {
        serde_json::to_string(value)
            .map(Self)
            .map_err(|error| error.to_string())
    }

    /// The JSON `null`.
    pub fn null() -> Self {
        Self("null".into())
    }

    /// Reads text that somebody wrote.
    ///
    /// # Errors
    /// The text of the parser's error when it is not JSON.
    pub fn parse(text: &str) -> Result<Self, String> {
        let raw: &serde_json::value::RawValue =
            serde_json::from_str(text.trim()).map_err(|error| error.to_string())?;
        Ok(Self(raw.get().to_owned()))
    }

    /// The value as a type.
    ///
    /// # Errors
    /// The text of serde's error when the type cannot hold it.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T, String> {
        serde_json::from_str(&self.0).map_err(|error| error.to_string())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        self.0 == "null"
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Json {
    /// A number in the form in which Rust prints it: no exponent, no `.0`. Other text stays as it is.
    pub(crate) fn number(text: &str) -> Self {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => match exponent.parse::<i32>() {
                Ok(exponent) => (digits, exponent),
                Err(_) => return Self(text.to_owned()),
            },
            None => (text, 0),
        };
        let (sign, digits) = match digits.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", digits),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if !whole
            .bytes()
            .chain(fraction.bytes())
            .all(|byte| byte.is_ascii_digit())
        {
            return Self(text.to_owned());
        }
        let point = whole.len() as i32 + exponent;
        let all = format!("{whole}{fraction}");
        let (whole, fraction) = if point <= 0 {
            (
                String::new(),
                "0".repeat(point.unsigned_abs() as usize) + &all,
            )
        } else if point as usize >= all.len() {
            (
                format!("{all}{}", "0".repeat(point as usize - all.len())),
                String::new(),
            )
        } else {
            let (whole, fraction) = all.split_at(point as usize);
            (whole.to_owned(), fraction.to_owned())
        };
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        };
        let fraction = fraction.trim_end_matches('0');
        let separator = if fraction.is_empty() { "" } else { "." };
        Self(format!("{sign}{whole}{separator}{fraction}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_print_as_rust_prints_them(number in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
            let json = Json::number(Json::of(&number).unwrap().as_str());
            prop_assert_eq!(json.as_str(), number.to_string());
            prop_assert_eq!(json.to::<f64>().unwrap().to_bits(), number.to_bits());
        }

        #[test]
        fn single_precision_too(number in any::<f32>().prop_filter("finite", |n| n.is_finite())) {
            let json = Json::number(Json::of(&number).unwrap().as_str());
            prop_assert_eq!(json.as_str(), number.to_string());
            prop_assert_eq!(json.to::<f32>().unwrap().to_bits(), number.to_bits());
        }
    }

    #[test]
    fn what_is_no_number_stays() {
        for text in ["null", "1e999999999999", "\"1\""] {
            assert_eq!(Json::number(text).as_str(), text);
        }
    }
}
