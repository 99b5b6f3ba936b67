//! From what serde serializes to a tree.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Display;

use serde::ser::{self, Serialize};

use super::{Failed, Node, Number};

impl Node {
    /// The tree of a document.
    pub(in crate::yaml) fn of<T: Serialize + ?Sized>(document: &T) -> Result<Self, Failed> {
        document.serialize(ToNode { is_key: false })
    }
}

/// Makes a node of one value.
struct ToNode {
    is_key: bool,
}

/// A collection that is being serialized.
pub(super) struct Collection<T> {
    items: Vec<T>,
    /// The key of the next value.
    key: Option<Node>,
    tag: Option<&'static str>,
}

impl<T> Collection<T> {
    fn new(length: Option<usize>, tag: Option<&'static str>) -> Self {
        Collection {
            items: Vec::with_capacity(length.unwrap_or(0).min(1 << 16)),
            key: None,
            tag,
        }
    }
}

fn tagged(variant: &'static str) -> Node {
    Node::Tagged(format!("!{variant}").into())
}

macro_rules! numbers {
    ($($method:ident($ty:ty))*) => {$(
        fn $method(self, number: $ty) -> Result<Node, Failed> {
            Ok(Node::Number(number.into()))
        }
    )*};
}

macro_rules! small_numbers {
    ($($method:ident($ty:ty) as $wide:ident)*) => {$(
        fn $method(self, number: $ty) -> Result<Node, Failed> {
            self.$wide(number.into())
        }
    )*};
}

macro_rules! large_numbers {
    ($($method:ident($ty:ty))*) => {$(
        fn $method(self, number: $ty) -> Result<Node, Failed> {
            let small = u64::try_from(number).map(Number::from);
            let small = small.or_else(|_| i64::try_from(number).map(Number::from));
            small.map(Node::Number).map_err(|_| ser::Error::custom(format_args!("the number {number} has more than 64 bits")))
        }
    )*};
}

impl ser::Serializer for ToNode {
    type Ok = Node;
    type Error = Failed;
    type SerializeSeq = Collection<Node>;
    type SerializeTuple = Collection<Node>;
    type SerializeTupleStruct = Collection<Node>;
    type SerializeTupleVariant = Collection<Node>;
    type SerializeMap = Collection<(Node, Node)>;
    type SerializeStruct = Collection<(Node, Node)>;
    type SerializeStructVariant = Collection<(Node, Node)>;

    numbers! { serialize_i64(i64) serialize_u64(u64) serialize_f64(f64) }

    small_numbers! {
        serialize_i8(i8) as serialize_i64
        serialize_i16(i16) as serialize_i64
        serialize_i32(i32) as serialize_i64
        serialize_u8(u8) as serialize_u64
        serialize_u16(u16) as serialize_u64
        serialize_u32(u32) as serialize_u64
        serialize_f32(f32) as serialize_f64
    }

    large_numbers! { serialize_i128(i128) serialize_u128(u128) }

    fn serialize_bool(self, value: bool) -> Result<Node, Failed> {
        Ok(Node::Bool(value))
    }

    fn serialize_char(self, value: char) -> Result<Node, Failed> {
        Ok(Node::Text(value.to_string().into()))
    }

    fn serialize_str(self, text: &str) -> Result<Node, Failed> {
        Ok(Node::Text(text.to_owned().into()))
    }

    /// serde_yaml writes the tag of its own values as a key that is displayed.
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<Node, Failed> {
        let text = value.to_string();
        if self.is_key && text.starts_with('!') {
            Ok(Node::Tagged(text.into()))
        } else {
            Ok(Node::Text(text.into()))
        }
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Node, Failed> {
        let number = |byte: &u8| Node::Number(u64::from(*byte).into());
        Ok(Node::List(bytes.iter().map(number).collect()))
    }

    fn serialize_none(self) -> Result<Node, Failed> {
        Ok(Node::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Node, Failed> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Node, Failed> {
        Ok(Node::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Node, Failed> {
        Ok(Node::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Node, Failed> {
        Ok(Node::Text(variant.into()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Node, Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<Node, Failed> {
        Ok(tagged(variant))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Collection<Node>, Failed> {
        Ok(Collection::new(length, None))
    }

    fn serialize_tuple(self, length: usize) -> Result<Collection<Node>, Failed> {
        Ok(Collection::new(Some(length), None))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> Result<Collection<Node>, Failed> {
        Ok(Collection::new(Some(length), None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Collection<Node>, Failed> {
        Ok(Collection::new(Some(length), Some(variant)))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Collection<(Node, Node)>, Failed> {
        Ok(Collection::new(length, None))
    }

    fn serialize_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> Result<Collection<(Node, Node)>, Failed> {
        Ok(Collection::new(Some(length), None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Collection<(Node, Node)>, Failed> {
        Ok(Collection::new(Some(length), Some(variant)))
    }
}

macro_rules! lists {
    ($($of:ident::$method:ident)*) => {$(
        impl ser::$of for Collection<Node> {
            type Ok = Node;
            type Error = Failed;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
                self.items.push(Node::of(value)?);
                Ok(())
            }

            fn end(self) -> Result<Node, Failed> {
                Ok(self.tag.map_or(Node::List(self.items), tagged))
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
        impl ser::$of for Collection<(Node, Node)> {
            type Ok = Node;
            type Error = Failed;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Failed> {
                self.items.push((Node::Text(key.into()), Node::of(value)?));
                Ok(())
            }

            fn end(self) -> Result<Node, Failed> {
                Ok(self.tag.map_or(Node::Map(self.items), tagged))
            }
        }
    )*};
}

structs! { SerializeStruct SerializeStructVariant }

impl ser::SerializeMap for Collection<(Node, Node)> {
    type Ok = Node;
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        self.key = Some(key.serialize(ToNode { is_key: true })?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        let key = self.key.take().unwrap_or(Node::Null);
        self.items.push((key, Node::of(value)?));
        Ok(())
    }

    fn end(mut self) -> Result<Node, Failed> {
        if let [(Node::Tagged(tag), _)] = &mut self.items[..] {
            return Ok(Node::Tagged(std::mem::take(tag)));
        }
        Ok(Node::Map(unique(self.items)))
    }
}

/// Entries of which no key is there twice: the last value counts, at the place of the first.
fn unique(entries: Vec<(Node, Node)>) -> Vec<(Node, Node)> {
    let mut places: HashMap<Cow<'static, str>, usize> = HashMap::new();
    let mut unique: Vec<(Node, Node)> = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let key = match key {
            Node::Tagged(text) => Node::Text(text),
            key => key,
        };
        if let Node::Text(text) = &key {
            if let Some(place) = places.get(text) {
                unique[*place].1 = value;
                continue;
            }
            places.insert(text.clone(), unique.len());
        }
        unique.push((key, value));
    }
    unique
}
