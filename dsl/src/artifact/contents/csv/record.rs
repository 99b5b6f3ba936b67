//! Rows that are read: cells as serde asks for them.

use super::columns::Columns;
use super::wrong::Wrong;
use crate::artifact::contents::reader::quoted;
use csv::ByteRecord;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::str::FromStr;

/// The row of a record.
///
/// # Errors
/// A cell that is of another type.
pub(super) fn row<T: DeserializeOwned>(
    record: &ByteRecord,
    header: &[String],
    columns: &Columns,
) -> Result<T, Wrong> {
    T::deserialize(Row {
        record,
        header,
        columns,
        next: 0,
    })
}

struct Row<'de> {
    record: &'de ByteRecord,
    header: &'de [String],
    columns: &'de Columns,
    /// Number of the column that comes next.
    next: usize,
}

impl<'de> Deserializer<'de> for Row<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_map(self)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for Row<'de> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        loop {
            let Some(name) = self.header.get(self.next) else {
                return Ok(None);
            };
            let cell = self.record.get(self.next);
            if cell.is_some_and(<[u8]>::is_empty) && self.columns.is_skipped_if_empty(name) {
                self.next += 1;
                continue;
            }
            let key = Key(BorrowedStrDeserializer::new(name));
            return seed.deserialize(key).map(Some);
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let cell = self.record.get(self.next).unwrap_or_default();
        let column = self.header.get(self.next).map_or("", String::as_str);
        self.next += 1;
        seed.deserialize(Cell(cell))
            .map_err(|wrong| wrong.at(column))
    }
}

/// The name of a column as a key: a text, or what is written as one.
struct Key<'de>(BorrowedStrDeserializer<'de, Wrong>);

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

#[derive(Clone, Copy)]
struct Cell<'de>(&'de [u8]);

impl<'de> Cell<'de> {
    fn text(self) -> Result<&'de str, Wrong> {
        std::str::from_utf8(self.0).map_err(|_| {
            let found = quoted(&String::from_utf8_lossy(self.0));
            Wrong::new(format!("expected a text in UTF-8, found {found}"))
        })
    }

    fn expected(self, expected: &str) -> Wrong {
        let found = match self.0 {
            [] => "an empty cell".to_owned(),
            bytes => quoted(&String::from_utf8_lossy(bytes)),
        };
        Wrong::new(format!("expected {expected}, found {found}"))
    }

    fn number<N: FromStr>(self, expected: &str) -> Result<N, Wrong> {
        let text = self.text()?.trim();
        text.parse().map_err(|_| self.expected(expected))
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident $ty:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            let number = self.number::<$ty>("integer").map_err(|wrong| {
                match self.number::<i128>("").is_ok() {
                    true => self.expected(&format!("integer from {} to {}", $ty::MIN, $ty::MAX)),
                    false => wrong,
                }
            });
            visitor.$visit(number?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Wrong;

    // Of what it is nothing is known, so it stays what it is.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.text()?.trim() {
            "true" | "True" | "TRUE" => visitor.visit_bool(true),
            "false" | "False" | "FALSE" => visitor.visit_bool(false),
            _ => Err(self.expected("boolean")),
        }
    }

    integers! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_i128 visit_i128 i128;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_u128 visit_u128 u128;
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_f32(self.number("number")?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_f64(self.number("number")?)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let mut characters = self.text()?.chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => visitor.visit_char(c),
            _ => Err(self.expected("one character")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0 {
            [] => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let text = self.text()?;
        if !variants.contains(&text) {
            let names: Vec<_> = variants.iter().map(|name| format!("`{name}`")).collect();
            return Err(self.expected(&names.join(" or ")));
        }
        visitor.visit_enum(BorrowedStrDeserializer::<Wrong>::new(text))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        // A column that nobody reads may hold anything.
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier
    }
}
