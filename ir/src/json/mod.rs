//! A value as JSON text: exact for every number that the text can hold.

mod finite;
mod ordered;

use crate::types::Type;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Write};
use std::io;

/// A value as compact JSON text.
///
/// Text rather than a tree: integers past 2⁵³ and single-precision numbers keep their digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(String);

impl Json {
    /// The JSON of a value. Sets and maps that have no order have that of their texts.
    ///
    /// # Errors
    /// The text of serde's error when the value cannot be JSON, such as a map whose keys are lists; the place of a number
    /// that is not finite.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, String> {
        let text =
            serde_json::to_string(&ordered::Ordered(value)).map_err(|error| error.to_string())?;
        // Only a `null` may have been such a number.
        let place = text.contains("null").then(|| finite::infinite(value));
        match place.flatten() {
            Some(place) => Err(not_finite(&place)),
            None => Ok(Self(text)),
        }
    }

    /// Writes the JSON of a value piece by piece, so that its text is never whole in memory. See [`Json::of`].
    ///
    /// ```
    /// use pipewright_ir::json::Json;
    /// let mut written = vec![];
    /// Json::write(&[0.5, 1.5], &mut written).unwrap();
    /// assert_eq!(written, b"[0.5,1.5]");
    /// ```
    ///
    /// # Errors
    /// Those of [`Json::of`], and those of the writer.
    pub fn write<T: Serialize + ?Sized>(value: &T, to: impl io::Write) -> io::Result<()> {
        if let Some(place) = finite::infinite(value) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                not_finite(&place),
            ));
        }
        Ok(serde_json::to_writer(to, &ordered::Ordered(value))?)
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

    /// The value in the one form of its type: numbers with a fraction as Rust prints them.
    ///
    /// # Errors
    /// The text of serde's error for what is no number.
    pub fn normal(self, ty: &Type) -> Result<Self, String> {
        match ty {
            Type::Number => Self::of_type(&self.to::<f64>()?, ty),
            Type::Optional(inner) if !self.is_null() => self.normal(inner),
            _ => Ok(self),
        }
    }

    /// The elements of a list, each with all its digits.
    ///
    /// # Errors
    /// The text of serde's error for what is no list.
    pub fn elements(&self) -> Result<Vec<Self>, String> {
        let raw: Vec<&serde_json::value::RawValue> =
            serde_json::from_str(&self.0).map_err(|error| error.to_string())?;
        raw.into_iter().map(|raw| Self::parse(raw.get())).collect()
    }

    /// The list of elements.
    pub(crate) fn list(elements: &[Self]) -> Self {
        let elements: Vec<&str> = elements.iter().map(Self::as_str).collect();
        Self(format!("[{}]", elements.join(",")))
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

impl From<Box<serde_json::value::RawValue>> for Json {
    fn from(raw: Box<serde_json::value::RawValue>) -> Self {
        Self(raw.get().to_owned())
    }
}

fn not_finite(place: &str) -> String {
    format!("{place} is not a finite number, and JSON holds no others")
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Json {
    /// A value as JSON of a type: numbers with a fraction are written without exponent and without `.0`, as Rust prints
    /// them, so that text made of them is the same wherever it is made.
    ///
    /// # Errors
    /// What JSON cannot hold: NaN, infinities, maps whose keys are no texts.
    pub fn of_type<T: Serialize + ?Sized>(value: &T, ty: &Type) -> Result<Self, String> {
        let json = Self::of(value)?;
        match ty {
            Type::Number => Ok(Self::number(value).unwrap_or(json)),
            Type::Optional(inner) if **inner == Type::Number => {
                let number = json.to::<f64>().ok();
                Ok(number
                    .and_then(|number| Self::number(&number))
                    .unwrap_or(json))
            }
            _ => Ok(json),
        }
    }

    /// A number with a fraction in the form in which Rust prints it: no exponent, no `.0`. `None` if it is no such number,
    /// or not finite.
    fn number<T: Serialize + ?Sized>(value: &T) -> Option<Self> {
        let mut text = String::new();
        // The digits of JSON's printer are as few, but not always the same.
        write!(text, "{}", Shown(value)).ok()?;
        let number: f64 = text.parse().ok()?;
        number.is_finite().then_some(Self(text))
    }
}

/// Prints what serde would write, where it is a single value, as its `Display` does.
struct Shown<'a, T: ?Sized>(&'a T);

impl<T: Serialize + ?Sized> fmt::Display for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_print_as_rust_prints_them(number in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
            let json = Json::number(&number).unwrap();
            prop_assert_eq!(json.as_str(), number.to_string());
            prop_assert_eq!(json.to::<f64>().unwrap().to_bits(), number.to_bits());
        }

        #[test]
        fn single_precision_too(number in any::<f32>().prop_filter("finite", |n| n.is_finite())) {
            let json = Json::number(&number).unwrap();
            prop_assert_eq!(json.as_str(), number.to_string());
            prop_assert_eq!(json.to::<f32>().unwrap().to_bits(), number.to_bits());
        }
    }

    #[test]
    fn ties_are_as_rust_prints_them() {
        let number = 1_752_635_723_836_146.2_f64;
        assert_eq!(Json::number(&number).unwrap().as_str(), number.to_string());
    }

    #[test]
    fn what_is_no_number_is_none() {
        assert_eq!(Json::number(&f64::NAN), None);
        assert_eq!(Json::number(&f32::INFINITY), None);
        assert_eq!(Json::number("x"), None);
        assert_eq!(Json::number(&Some(1.5)), None);
    }
}
