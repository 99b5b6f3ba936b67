//! Values of simple types, made up to find out which fields of a struct have to have one.

use super::answer::Answer;
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::any::type_name;
use std::cell::Cell;

/// Number of values that one question makes up at most: structs in structs could need any number.
const LIMIT: u32 = 1000;

/// Entries of a map: names with made-up values.
pub(super) struct Samples<'a> {
    names: std::slice::Iter<'a, &'static str>,
    left: &'a Cell<u32>,
}

/// Answers a visitor of maps with made-up values for some fields.
pub(super) fn visit<'de, V: Visitor<'de>>(
    visitor: V,
    names: &[&'static str],
) -> Result<V::Value, Answer> {
    let left = &Cell::new(LIMIT);
    let names = names.iter();
    visitor.visit_map(Samples { names, left })
}

/// A made-up value.
///
/// A user's own conversions never see one, since they may not expect it: a value is made only for a type that the
/// visitor builds itself, and texts and numbers only for types of Rust's libraries.
pub(super) fn sample<'de, S: DeserializeSeed<'de>>(seed: S) -> Result<S::Value, Answer> {
    sample_within(seed, &Cell::new(LIMIT))
}

fn sample_within<'de, S: DeserializeSeed<'de>>(
    seed: S,
    left: &Cell<u32>,
) -> Result<S::Value, Answer> {
    left.set(left.get().checked_sub(1).ok_or(Answer::Other)?);
    let wanted = type_name::<S::Value>();
    seed.deserialize(Sample { wanted, left })
}

struct Sample<'a> {
    /// Name of the type that a value is wanted of.
    wanted: &'static str,
    left: &'a Cell<u32>,
}

impl Sample<'_> {
    /// Test for a visitor that builds the value itself: no conversion follows.
    fn is_direct<'de, V: Visitor<'de>>(&self) -> bool {
        self.wanted == type_name::<V::Value>()
    }

    fn is_of_rust<'de, V: Visitor<'de>>(&self) -> bool {
        let libraries = ["alloc::", "core::", "std::"];
        let is_library = libraries.iter().any(|path| self.wanted.starts_with(path));
        self.is_direct::<V>() && (is_library || !self.wanted.contains("::"))
    }
}

macro_rules! scalars {
    ($($method:ident => $visit:ident($value:expr)),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
            match self.is_of_rust::<V>() {
                true => visitor.$visit($value),
                false => Err(Answer::Other),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Sample<'_> {
    type Error = Answer;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answer> {
        Err(Answer::Other)
    }

    // Not 0: there are numbers that cannot be.
    scalars! {
        deserialize_bool => visit_bool(false),
        deserialize_i8 => visit_u64(1),
        deserialize_i16 => visit_u64(1),
        deserialize_i32 => visit_u64(1),
        deserialize_i64 => visit_u64(1),
        deserialize_i128 => visit_u64(1),
        deserialize_u8 => visit_u64(1),
        deserialize_u16 => visit_u64(1),
        deserialize_u32 => visit_u64(1),
        deserialize_u64 => visit_u64(1),
        deserialize_u128 => visit_u64(1),
        deserialize_f32 => visit_f64(1.0),
        deserialize_f64 => visit_f64(1.0),
        deserialize_char => visit_char('a'),
        deserialize_str => visit_str(""),
        deserialize_string => visit_str(""),
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        match self.is_of_rust::<V>() {
            true => visitor.visit_none(),
            false => Err(Answer::Other),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        match self.is_of_rust::<V>() {
            true => visitor.visit_seq(Empty),
            false => Err(Answer::Other),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let (names, left) = ([].iter(), self.left);
        match self.is_of_rust::<V>() {
            true => visitor.visit_map(Samples { names, left }),
            false => Err(Answer::Other),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Answer> {
        let (names, left) = (fields.iter(), self.left);
        match self.is_direct::<V>() {
            true => visitor.visit_map(Samples { names, left }),
            false => Err(Answer::Other),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Answer> {
        match variants.first() {
            Some(first) if self.is_direct::<V>() => visitor.visit_enum(Unit(first)),
            _ => Err(Answer::Other),
        }
    }

    forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for Samples<'_> {
    type Error = Answer;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Answer> {
        self.names.next().map(|name| key(name, seed)).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Answer> {
        sample_within(seed, self.left)
    }
}

/// A name as the key of a map.
pub(super) fn key<'de, S: DeserializeSeed<'de>>(name: &str, seed: S) -> Result<S::Value, Answer> {
    let key: StrDeserializer<'_, Answer> = name.into_deserializer();
    seed.deserialize(key)
}

/// A list of nothing.
struct Empty;

impl<'de> SeqAccess<'de> for Empty {
    type Error = Answer;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        _: S,
    ) -> Result<Option<S::Value>, Answer> {
        Ok(None)
    }
}

/// A variant without fields.
struct Unit(&'static str);

impl<'de> EnumAccess<'de> for Unit {
    type Error = Answer;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Answer> {
        Ok((key(self.0, seed)?, self))
    }
}

impl<'de> VariantAccess<'de> for Unit {
    type Error = Answer;

    fn unit_variant(self) -> Result<(), Answer> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Answer> {
        Err(Answer::Other)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Answer> {
        Err(Answer::Other)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Answer> {
        Err(Answer::Other)
    }
}
