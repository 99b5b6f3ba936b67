//! Values for visitors: one element, one entry, one field, one variant.

use super::answer::{Answer, ask};
use super::sample;
use crate::types::Type;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::cell::Cell;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem;

/// A list of one element, whose type is asked for.
pub(super) struct Element<'a, D> {
    pub(super) probe: D,
    pub(super) item: &'a mut Option<Type>,
}

impl<'de, D: Deserializer<'de, Error = Answer> + Copy> SeqAccess<'de> for Element<'_, D> {
    type Error = Answer;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Answer> {
        *self.item = ask(seed, self.probe);
        Err(Answer::Other)
    }
}

/// A map of one entry, the type of whose value is asked for.
pub(super) struct Entry<'a, D> {
    pub(super) probe: D,
    pub(super) value: &'a mut Option<Type>,
}

impl<'de, D: Deserializer<'de, Error = Answer> + Copy> MapAccess<'de> for Entry<'_, D> {
    type Error = Answer;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Answer> {
        sample::sample(seed).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Answer> {
        *self.value = ask(seed, self.probe);
        Err(Answer::Other)
    }
}

/// A struct of one field, whose type is asked for.
pub(super) struct FieldOf<'a, D> {
    /// Its name, until the visitor has asked for it.
    pub(super) name: Option<&'static str>,
    pub(super) probe: D,
    pub(super) ty: &'a mut Option<Type>,
    pub(super) identity: &'a mut Option<u64>,
}

impl<'de, D: Deserializer<'de, Error = Answer> + Copy> MapAccess<'de> for FieldOf<'_, D> {
    type Error = Answer;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Answer> {
        let Some(name) = self.name.take() else {
            return Ok(None);
        };
        let key = sample::key(name, seed)?;
        // The keys of serde's derive are an enum of the fields, which has one variant for all names of a field.
        if std::any::type_name::<S::Value>().ends_with("__Field") {
            let mut hasher = DefaultHasher::new();
            mem::discriminant(&key).hash(&mut hasher);
            *self.identity = Some(hasher.finish());
        }
        Ok(Some(key))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Answer> {
        *self.ty = ask(seed, self.probe);
        Err(Answer::Other)
    }
}

/// A variant of an enum, which is asked for its fields.
pub(super) struct Variant<'a> {
    pub(super) name: &'static str,
    pub(super) has_fields: &'a Cell<bool>,
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Answer;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Answer> {
        Ok((sample::key(self.name, seed)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Answer;

    fn unit_variant(self) -> Result<(), Answer> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Answer> {
        self.has_fields.set(true);
        Err(Answer::Other)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Answer> {
        self.has_fields.set(true);
        Err(Answer::Other)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Answer> {
        self.has_fields.set(true);
        Err(Answer::Other)
    }
}
