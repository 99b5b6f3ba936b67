use super::access::{Element, Entry, FieldOf, Variant};
use super::answer::{Answer, answer};
use super::found::{self, Found, Question, Struct};
use super::sample;
use crate::types::{Type, artifact};
use serde::de::{Deserializer, Visitor};
use std::cell::Cell;

/// Depth to which lists, options and newtypes are followed: types that hold themselves end there.
const DEPTH: u8 = 16;

/// A deserializer that answers with types.
#[derive(Clone, Copy)]
pub(super) struct Probe<'a> {
    depth: u8,
    found: &'a Found,
}

impl<'a> Probe<'a> {
    pub(super) fn new(found: &'a Found) -> Self {
        let depth = DEPTH;
        Self { depth, found }
    }

    /// The same for what a type holds; `None` if it holds itself, as far as anybody can tell.
    fn deeper(self) -> Option<Self> {
        let depth = self.depth.checked_sub(1)?;
        Some(Self { depth, ..self })
    }
}

macro_rules! answers {
    ($($method:ident => $ty:expr),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answer> {
            Err(Answer::Type($ty))
        }
    )*};
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Answer;

    answers! {
        deserialize_any => Type::Json,
        deserialize_ignored_any => Type::Json,
        deserialize_bool => Type::Boolean,
        deserialize_i8 => Type::Integer,
        deserialize_i16 => Type::Integer,
        deserialize_i32 => Type::Integer,
        deserialize_i64 => Type::Integer,
        deserialize_i128 => Type::Integer,
        deserialize_u8 => Type::Integer,
        deserialize_u16 => Type::Integer,
        deserialize_u32 => Type::Integer,
        deserialize_u64 => Type::Integer,
        deserialize_u128 => Type::Integer,
        deserialize_f32 => Type::Number,
        deserialize_f64 => Type::Number,
        deserialize_char => Type::String,
        deserialize_str => Type::String,
        deserialize_string => Type::String,
        deserialize_identifier => Type::String,
        deserialize_bytes => Type::List(Box::new(Type::Integer)),
        deserialize_byte_buf => Type::List(Box::new(Type::Integer)),
        deserialize_unit => Type::Null,
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Answer> {
        Err(Answer::Type(Type::Null))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let inner = match self.deeper().map(|probe| visitor.visit_some(probe)) {
            Some(Err(Answer::Type(inner))) => Some(inner),
            Some(Err(Answer::Partial)) => None,
            _ => Some(Type::Json),
        };
        answer(inner.map(|inner| match inner {
            nested @ Type::Optional(_) => nested,
            inner => Type::Optional(Box::new(inner)),
        }))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Answer> {
        if let Some(ty) = artifact::announced(name) {
            return Err(Answer::Type(Type::Artifact(Box::new(ty))));
        }
        match self.deeper() {
            Some(probe) => visitor.visit_newtype_struct(probe),
            None => Err(Answer::Type(Type::Json)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let mut item = Some(Type::Json);
        if let Some(probe) = self.deeper() {
            let item = &mut item;
            // The visitor's own result does not matter: its first question told the type of the items.
            let _ = visitor.visit_seq(Element { probe, item });
        }
        answer(item.map(|item| Type::List(Box::new(item))))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Answer> {
        Err(Answer::Type(Type::List(Box::new(Type::Json))))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, Answer> {
        Err(Answer::Type(Type::List(Box::new(Type::Json))))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let mut value = Some(Type::Json);
        if let Some(probe) = self.deeper() {
            let value = &mut value;
            let _ = visitor.visit_map(Entry { probe, value });
        }
        answer(value.map(|value| Type::Map(Box::new(value))))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Answer> {
        // A visitor may come here again: nothing is borrowed while it runs.
        let key = found::key::<V::Value>(names);
        let found = self.found;
        match found.with_struct(key, names, Struct::question) {
            Question::Answered(ty) => return Err(Answer::Type(ty)),
            Question::Field(name) => {
                let (mut ty, mut identity) = (Some(Type::Json), None);
                let _ = visitor.visit_map(FieldOf {
                    name: Some(name),
                    // A struct in itself is known by its key, so that structs may lie as deep as they do.
                    probe: Probe::new(found),
                    ty: &mut ty,
                    identity: &mut identity,
                });
                found.with_struct(key, names, |known| known.add(ty, identity));
            }
            Question::Missing(given) => {
                let answer = sample::visit(visitor, &given).map(drop);
                found.with_struct(key, names, |known| known.settle(&answer));
            }
            Question::Alias(pair) => {
                let answer = sample::visit(visitor, &pair).map(drop);
                found.with_struct(key, names, |known| known.keep(pair, &answer));
            }
        }
        Err(Answer::Partial)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Answer> {
        let key = found::key::<V::Value>(names);
        let name = match self.found.with_enum(key, names, |known| known.question()) {
            Ok(name) => name,
            Err(ty) => return Err(Answer::Type(ty)),
        };
        let has_fields = &Cell::new(false);
        let _ = visitor.visit_enum(Variant { name, has_fields });
        let has_fields = has_fields.get();
        self.found
            .with_enum(key, names, |known| known.add(has_fields));
        Err(Answer::Partial)
    }
}
