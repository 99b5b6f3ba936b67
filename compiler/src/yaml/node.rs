//! Documents as trees, made of what serde serializes.
//!
//! Unlike a `serde_yaml::Value` a tree looks up no keys: entries stand in a list, and names of fields are not copied.

mod serialize;

use std::borrow::Cow;
use std::fmt::{self, Display};

use serde::ser;

use super::number::Number;

/// A part of a document.
#[derive(Debug, PartialEq)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'static, str>),
    List(Vec<Node>),
    /// Keys and values; no key is there twice.
    Map(Vec<(Node, Node)>),
    /// An enum variant with data, of which this is the tag.
    Tagged(Cow<'static, str>),
}

impl Node {
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Why a document cannot be serialized.
#[derive(Debug)]
pub(super) struct Failed(String);

impl Display for Failed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: Display>(message: T) -> Self {
        Failed(message.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use serde_yaml::Value;

    struct Twice;

    impl Serialize for Twice {
        fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map([("a", 1), ("b", 2), ("a", 3)])
        }
    }

    #[test]
    fn keys_are_unique() {
        let entry =
            |key: &'static str, value: u64| (Node::Text(key.into()), Node::Number(value.into()));
        let node = Node::of(&Twice).expect("it is a map");
        assert_eq!(node, Node::Map(vec![entry("a", 3), entry("b", 2)]));
    }

    #[test]
    fn trees_are_those_of_serde_yaml() {
        #[derive(serde::Serialize)]
        enum Variant {
            Unit,
            New(u8),
            Tuple(u8, u8),
            Struct { field: u8 },
        }
        let variants = [
            Variant::New(1),
            Variant::Tuple(1, 2),
            Variant::Struct { field: 1 },
        ];
        for (variant, name) in variants.iter().zip(["New", "Tuple", "Struct"]) {
            let tag = Node::Tagged(format!("!{name}").into());
            assert_eq!(Node::of(variant).expect("a variant is a value"), tag);
            let value = serde_yaml::to_value(variant).expect("a variant is a value");
            assert_eq!(Node::of(&value).expect("a value is one"), tag);
        }
        let table = [
            (Node::of(&Variant::Unit), Value::from("Unit")),
            (Node::of(&Some(())), Value::Null),
            (Node::of(&'x'), Value::from("x")),
            (
                Node::of(&(1.5_f32, -1_i128)),
                Value::from(vec![Value::from(1.5), Value::from(-1)]),
            ),
            (Node::of(&u128::from(u64::MAX)), Value::from(u64::MAX)),
            (Node::of(&[1_u8, 2]), Value::from(vec![1, 2])),
        ];
        for (node, value) in table {
            assert_eq!(
                node.expect("it is a value"),
                Node::of(&value).expect("a value is one")
            );
        }
        assert!(Node::of(&u128::MAX).is_err());
    }
}
