//! Learns a type from what its `Deserialize` asks for, so that users derive nothing of ours.

use super::Type;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, SeqAccess, VariantAccess,
    Visitor,
};
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

/// How deep lists, options and newtypes are followed: types that hold themselves end there.
const DEPTH: u8 = 16;

pub(super) fn probe<T: DeserializeOwned>() -> Type {
    // A visitor answers for one variant of an enum only, so the type is asked once for each.
    let variants = Variants::default();
    let ty = probe_seed(PhantomData::<T>, DEPTH, &variants);
    while variants.chosen.get() + 1 < variants.count.get() && !variants.have_fields.get() {
        variants.chosen.set(variants.chosen.get() + 1);
        probe_seed(PhantomData::<T>, DEPTH, &variants);
    }
    if variants.have_fields.get() {
        without_enum(ty)
    } else {
        ty
    }
}

/// What is known of the enum that the type holds, if it holds one.
#[derive(Default)]
struct Variants {
    chosen: Cell<usize>,
    count: Cell<usize>,
    have_fields: Cell<bool>,
}

/// The type when its enum turns out to have variants with fields.
fn without_enum(ty: Type) -> Type {
    match ty {
        Type::Enum(_) => Type::Json,
        Type::List(item) => Type::List(Box::new(without_enum(*item))),
        Type::Optional(inner) => Type::Optional(Box::new(without_enum(*inner))),
        other => other,
    }
}

fn probe_seed<'de, S: DeserializeSeed<'de>>(seed: S, depth: u8, variants: &Variants) -> Type {
    if depth == 0 {
        return Type::Json;
    }
    match seed.deserialize(Probe { depth, variants }) {
        Err(Answer(Some(ty))) => ty,
        // The type was content without reading anything, or gave up on its own.
        Ok(_) | Err(Answer(None)) => Type::Json,
    }
}

/// Carries the type out of `Deserialize` as an error.
#[derive(Debug)]
struct Answer(Option<Type>);

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a type was found")
    }
}

impl std::error::Error for Answer {}

impl de::Error for Answer {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(None)
    }
}

#[derive(Clone, Copy)]
struct Probe<'a> {
    depth: u8,
    variants: &'a Variants,
}

impl Probe<'_> {
    fn deeper(self) -> Option<Self> {
        let depth = self.depth.checked_sub(1)?;
        Some(Self { depth, ..self })
    }
}

macro_rules! answers {
    ($($method:ident => $ty:expr),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answer> {
            Err(Answer(Some($ty)))
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
        deserialize_map => Type::Struct,
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, Answer> {
        Err(Answer(Some(Type::Null)))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Answer> {
        Err(Answer(Some(Type::Struct)))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let inner = match self.deeper().map(|probe| visitor.visit_some(probe)) {
            Some(Err(Answer(Some(inner)))) => inner,
            _ => Type::Json,
        };
        Err(Answer(Some(match inner {
            nested @ Type::Optional(_) => nested,
            inner => Type::Optional(Box::new(inner)),
        })))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Answer> {
        match self.deeper() {
            None => Err(Answer(Some(Type::Json))),
            Some(probe) => visitor.visit_newtype_struct(probe),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answer> {
        let mut item = None;
        // The visitor's own result does not matter: its first question told the type of the items.
        let _ = visitor.visit_seq(Items {
            probe: self,
            item: &mut item,
        });
        Err(Answer(Some(Type::List(Box::new(
            item.unwrap_or(Type::Json),
        )))))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Answer> {
        Err(Answer(Some(Type::List(Box::new(Type::Json)))))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, Answer> {
        Err(Answer(Some(Type::List(Box::new(Type::Json)))))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Answer> {
        self.variants.count.set(variants.len());
        if let Some(&name) = variants.get(self.variants.chosen.get()) {
            let have_fields = &self.variants.have_fields;
            let _ = visitor.visit_enum(Variant { name, have_fields });
        }
        let names = variants.iter().map(|&variant| variant.to_owned());
        Err(Answer(Some(Type::Enum(names.collect()))))
    }
}

struct Items<'a> {
    probe: Probe<'a>,
    item: &'a mut Option<Type>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Answer;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Answer> {
        let depth = self.probe.depth.saturating_sub(1);
        *self.item = Some(probe_seed(seed, depth, self.probe.variants));
        Err(Answer(None))
    }
}

struct Variant<'a> {
    name: &'static str,
    have_fields: &'a Cell<bool>,
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Answer;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Answer> {
        let name: de::value::StrDeserializer<'_, Answer> =
            de::IntoDeserializer::into_deserializer(self.name);
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Answer;

    fn unit_variant(self) -> Result<(), Answer> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Answer> {
        self.have_fields.set(true);
        Err(Answer(None))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Answer> {
        self.have_fields.set(true);
        Err(Answer(None))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Answer> {
        self.have_fields.set(true);
        Err(Answer(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Level {
        Low,
        VeryHigh,
    }

    #[derive(Deserialize)]
    enum Shape {
        Point,
        #[expect(dead_code, reason = "only its type is read")]
        Circle(f64),
    }

    #[derive(Deserialize)]
    struct Meters(#[expect(dead_code, reason = "only its type is read")] f64);

    #[derive(Deserialize)]
    struct Tree(#[expect(dead_code, reason = "only its type is read")] Vec<Tree>);

    #[derive(Deserialize)]
    struct Config {
        #[expect(dead_code, reason = "only its type is read")]
        epochs: u32,
    }

    fn list(item: Type) -> Type {
        Type::List(Box::new(item))
    }

    fn optional(inner: Type) -> Type {
        Type::Optional(Box::new(inner))
    }

    #[test]
    fn types_are_learned_from_serde() {
        let level = Type::Enum(vec!["low".into(), "very-high".into()]);
        assert_eq!(Type::of::<()>(), Type::Null);
        assert_eq!(Type::of::<bool>(), Type::Boolean);
        assert_eq!(Type::of::<u64>(), Type::Integer);
        assert_eq!(Type::of::<Box<i8>>(), Type::Integer);
        assert_eq!(Type::of::<f32>(), Type::Number);
        assert_eq!(Type::of::<char>(), Type::String);
        assert_eq!(Type::of::<std::path::PathBuf>(), Type::String);
        assert_eq!(Type::of::<Level>(), level);
        assert_eq!(Type::of::<Vec<Option<Level>>>(), list(optional(level)));
        assert_eq!(Type::of::<Shape>(), Type::Json);
        assert_eq!(Type::of::<Vec<Shape>>(), list(Type::Json));
        assert_eq!(Type::of::<Meters>(), Type::Number);
        assert_eq!(Type::of::<Config>(), Type::Struct);
        assert_eq!(Type::of::<Vec<Config>>(), list(Type::Struct));
        assert_eq!(Type::of::<BTreeMap<String, i64>>(), Type::Struct);
        assert_eq!(Type::of::<(i64, String)>(), list(Type::Json));
        assert_eq!(Type::of::<[u8; 4]>(), list(Type::Json));
        assert_eq!(Type::of::<Option<Option<String>>>(), optional(Type::String));
        assert_eq!(Type::of::<serde_json::Value>(), Type::Json);
    }

    #[test]
    fn types_that_hold_themselves_end() {
        let mut ty = Type::of::<Tree>();
        let mut depth = 0;
        while let Type::List(item) = ty {
            ty = *item;
            depth += 1;
        }
        assert_eq!((ty, depth < 20), (Type::Json, true));
    }
}
