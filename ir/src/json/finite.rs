//! Search for numbers that JSON does not hold: serde_json makes `null` of them, without an error.

use serde::ser::{self, Serialize, Serializer};
use std::fmt::{self, Display};

/// The place of the first number of a value that is not finite, as the subject of a sentence: `it`, or `` its `[1].rate` ``.
pub(super) fn infinite<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    match value.serialize(Search) {
        Err(Found::Number { path }) if path.is_empty() => Some("it".into()),
        Err(Found::Number { path }) => Some(format!("its `{path}`")),
        // Errors of the value's own were met before.
        Err(Found::Other) | Ok(()) => None,
    }
}

#[derive(Debug)]
enum Found {
    Number { path: String },
    Other,
}

impl Found {
    /// The same, seen from the collection around it.
    fn within(self, step: impl Display, is_index: bool) -> Self {
        match self {
            Self::Number { path } => {
                let point = if path.is_empty() || path.starts_with('[') {
                    ""
                } else {
                    "."
                };
                let path = match is_index {
                    true => format!("[{step}]{point}{path}"),
                    false => format!("{step}{point}{path}"),
                };
                Self::Number { path }
            }
            Self::Other => Self::Other,
        }
    }
}

impl Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number that is not finite")
    }
}

impl std::error::Error for Found {}

impl ser::Error for Found {
    fn custom<T: Display>(_: T) -> Self {
        Self::Other
    }
}

/// Serializer that writes nothing.
struct Search;

/// A collection that is searched, with the key or index of the next element.
#[derive(Default)]
struct Within {
    index: usize,
    key: String,
}

impl Within {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Found> {
        let searched = value.serialize(Search);
        self.index += 1;
        searched.map_err(|found| found.within(self.index - 1, true))
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Found> {
        value
            .serialize(Search)
            .map_err(|found| found.within(key, false))
    }
}

macro_rules! pass {
    ($($method:ident($($ty:ty),*))*) => {$(
        fn $method(self, $(_: $ty),*) -> Result<(), Found> {
            Ok(())
        }
    )*};
}

macro_rules! open {
    ($($method:ident($($ty:ty),*) -> $open:ident)*) => {$(
        fn $method(self, $(_: $ty),*) -> Result<Within, Found> {
            Ok(Within::default())
        }
    )*};
}

impl Serializer for Search {
    type Ok = ();
    type Error = Found;
    type SerializeSeq = Within;
    type SerializeTuple = Within;
    type SerializeTupleStruct = Within;
    type SerializeTupleVariant = Within;
    type SerializeMap = Within;
    type SerializeStruct = Within;
    type SerializeStructVariant = Within;

    fn serialize_f64(self, number: f64) -> Result<(), Found> {
        match number.is_finite() {
            true => Ok(()),
            false => Err(Found::Number {
                path: String::new(),
            }),
        }
    }

    fn serialize_f32(self, number: f32) -> Result<(), Found> {
        self.serialize_f64(number.into())
    }

    pass! {
        serialize_bool(bool) serialize_char(char) serialize_str(&str) serialize_bytes(&[u8])
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_i128(i128)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_u128(u128)
        serialize_none() serialize_unit() serialize_unit_struct(&'static str)
        serialize_unit_variant(&'static str, u32, &'static str)
    }

    open! {
        serialize_seq(Option<usize>) -> Within
        serialize_tuple(usize) -> Within
        serialize_tuple_struct(&'static str, usize) -> Within
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Within
        serialize_map(Option<usize>) -> Within
        serialize_struct(&'static str, usize) -> Within
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Within
    }

    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<(), Found> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Found> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Found> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Found> {
        Within::default().field(variant, value)
    }
}

macro_rules! lists {
    ($($of:ident::$method:ident)*) => {$(
        impl ser::$of for Within {
            type Ok = ();
            type Error = Found;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Found> {
                self.element(value)
            }

            fn end(self) -> Result<(), Found> {
                Ok(())
            }
        }
    )*};
}

lists! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field
    SerializeTupleVariant::serialize_field
}

macro_rules! structs {
    ($($of:ident)*) => {$(
        impl ser::$of for Within {
            type Ok = ();
            type Error = Found;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Found> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Found> {
                Ok(())
            }
        }
    )*};
}

structs! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for Within {
    type Ok = ();
    type Error = Found;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Found> {
        let key = serde_json::to_value(key).unwrap_or_default();
        self.key = key.as_str().map_or_else(|| key.to_string(), str::to_owned);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Found> {
        let key = std::mem::take(&mut self.key);
        self.field(&key, value)
    }

    fn end(self) -> Result<(), Found> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use std::collections::BTreeMap;

    #[derive(Serialize)]
    struct Fit {
        rate: f64,
        steps: Vec<Option<f32>>,
        by_name: BTreeMap<&'static str, (u8, f64)>,
        kind: Kind,
    }

    #[derive(Serialize)]
    enum Kind {
        Plain,
        Scaled(f64),
        Named { by: f64 },
    }

    #[test]
    fn the_place_is_named() {
        let fit = |rate, step, by_name, kind| Fit {
            rate,
            steps: vec![None, Some(step)],
            by_name: BTreeMap::from([("a", (1, by_name))]),
            kind,
        };
        let table = [
            (fit(0.1, 0.2, 0.3, Kind::Plain), None),
            (fit(f64::NAN, 0.2, 0.3, Kind::Plain), Some("its `rate`")),
            (
                fit(0.1, f32::INFINITY, 0.3, Kind::Plain),
                Some("its `steps[1]`"),
            ),
            (
                fit(0.1, 0.2, f64::NEG_INFINITY, Kind::Plain),
                Some("its `by_name.a[1]`"),
            ),
            (
                fit(0.1, 0.2, 0.3, Kind::Scaled(f64::NAN)),
                Some("its `kind.Scaled`"),
            ),
            (
                fit(0.1, 0.2, 0.3, Kind::Named { by: f64::NAN }),
                Some("its `kind.by`"),
            ),
        ];
        for (value, expected) in table {
            assert_eq!(infinite(&value).as_deref(), expected);
        }
        assert_eq!(infinite(&f64::NAN).as_deref(), Some("it"));
        assert_eq!(
            infinite(&[[1.0], [f64::NAN]]).as_deref(),
            Some("its `[1][0]`")
        );
    }
}
