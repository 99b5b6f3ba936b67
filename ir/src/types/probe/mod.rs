//! Learns a type from what its `Deserialize` asks for, so that users derive nothing of ours.
//!
//! A `Deserialize` is run with a deserializer that answers with errors only. A visitor can be asked one question: the type
//! of one field, the kind of one variant. So the type is run again until all that it holds is known.

mod access;
mod answer;
mod found;
#[cfg(test)]
mod properties;
mod sample;
#[cfg(test)]
mod tests;

use super::Type;
use access::{Element, Entry, FieldOf, Variant};
use answer::{Answer, ask};
use found::{Found, Question, Struct};
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use std::any::TypeId;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::marker::PhantomData;

/// Depth to which lists, options and newtypes are followed: types that hold themselves end there.
const DEPTH: u8 = 16;

/// Number of questions to a type: as many fields and variants as anybody has.
const QUESTIONS: u32 = 100_000;

impl Type {
    /// The type that serde reads a `T` from.
    ///
    /// ```
    /// use pipewright_ir::types::Type;
    /// assert_eq!(Type::of::<Vec<f32>>(), Type::List(Box::new(Type::Number)));
    /// assert_eq!(Type::of::<Option<String>>().to_string(), "optional string");
    /// ```
    pub fn of<T: DeserializeOwned + 'static>() -> Self {
        probe::<T>()
    }
}

/// The type that serde reads a `T` from. Each is asked once in a thread.
fn probe<T: DeserializeOwned + 'static>() -> Type {
    thread_local! {
        static KNOWN: RefCell<HashMap<TypeId, Type>> = RefCell::default();
    }
    let id = TypeId::of::<T>();
    if let Some(known) = KNOWN.with_borrow(|known| known.get(&id).cloned()) {
        return known;
    }
    let ty = ask_all::<T>();
    KNOWN.with_borrow_mut(|known| known.insert(id, ty.clone()));
    ty
}

fn ask_all<T: DeserializeOwned>() -> Type {
    let found = &Found::default();
    for _ in 0..QUESTIONS {
        let depth = DEPTH;
        if let Some(ty) = ask(PhantomData::<T>, Some(Probe { depth, found })) {
            return ty;
        }
    }
    Type::Json
}

/// An answer as the error of a visitor.
fn answer<T>(ty: Option<Type>) -> Result<T, Answer> {
    Err(ty.map_or(Answer::Partial, Answer::Type))
}

#[derive(Clone, Copy)]
struct Probe<'a> {
    depth: u8,
    found: &'a Found,
}

impl Probe<'_> {
    /// Probe of a type within this one; `None` where nothing is followed further.
    fn deeper(self) -> Option<Self> {
        let depth = self.depth.checked_sub(1).filter(|depth| *depth > 0)?;
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
        let inner = match self.deeper() {
            None => Some(Type::Json),
            Some(probe) => match visitor.visit_some(probe) {
                Err(Answer::Type(inner)) => Some(inner),
                Err(Answer::Partial) => None,
                _ => Some(Type::Json),
            },
        };
        answer(inner.map(|inner| match inner {
            nested @ Type::Optional(_) => nested,
            inner => Type::Optional(Box::new(inner)),
        }))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Answer> {
        match self.deeper() {
            None => Err(Answer::Type(Type::Json)),
            Some(probe) => visitor.visit_newtype_struct(probe),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let mut item = Some(Type::Json);
        // The visitor's own result does not matter: its first question told the type of the items.
        let _ = visitor.visit_seq(Element {
            probe: self.deeper(),
            item: &mut item,
        });
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
        let _ = visitor.visit_map(Entry {
            probe: self.deeper(),
            value: &mut value,
        });
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
                // A struct in itself is known by its key, so that structs may lie as deep as they do.
                let depth = DEPTH;
                let _ = visitor.visit_map(FieldOf {
                    name: Some(name),
                    probe: Some(Probe { depth, found }),
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
