//! Values that serde writes are of the type that was learned.

use super::tests::shape;
use crate::types::Type;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct Outer {
    text: String,
    #[serde(default)]
    count: i32,
    ratio: Option<f32>,
    inner: Inner,
    #[serde(default, rename = "all")]
    inners: Vec<Inner>,
    by_name: BTreeMap<String, Inner>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Inner {
    flag: bool,
    letter: char,
}

fn inner() -> impl Strategy<Value = Inner> {
    (any::<bool>(), any::<char>()).prop_map(|(flag, letter)| Inner { flag, letter })
}

fn outer() -> impl Strategy<Value = Outer> {
    let lists = (
        prop::collection::vec(inner(), 0..3),
        prop::collection::btree_map(".{0,3}", inner(), 0..3),
    );
    let ratio = prop::option::of(-1e6..1e6_f32);
    (any::<String>(), any::<i32>(), ratio, inner(), lists).prop_map(
        |(text, count, ratio, inner, (inners, by_name))| Outer {
            text,
            count,
            ratio,
            inner,
            inners,
            by_name,
        },
    )
}

/// Test for a value of a type, down to the last field.
fn conforms(ty: &Type, value: &Value) -> bool {
    match (ty, value) {
        (Type::Struct(fields), Value::Object(object)) => {
            let is_known = |name: &String| fields.get(name).is_some();
            object.keys().all(is_known)
                && fields.iter().all(|field| match object.get(&field.name) {
                    Some(value) => conforms(&field.ty, value),
                    None => !field.required,
                })
        }
        (Type::Map(of), Value::Object(object)) => object.values().all(|value| conforms(of, value)),
        (Type::List(of), Value::Array(list)) => list.iter().all(|value| conforms(of, value)),
        (Type::Optional(_), Value::Null) => true,
        (Type::Optional(of), value) => conforms(of, value),
        (ty, value) => ty.admit(&crate::json::Json::of(value).unwrap()).is_ok(),
    }
}

proptest! {
    /// Values that serde writes are of the type, and exactly the fields that are not required can be left out.
    #[test]
    fn types_are_those_of_the_values(outer in outer()) {
        let ty = Type::of::<Outer>();
        let value = serde_json::to_value(&outer).unwrap();
        prop_assert!(conforms(&ty, &value), "{} {}", shape(&ty), value);
        let Type::Struct(fields) = &ty else {
            panic!("{ty} is no struct");
        };
        for field in fields.iter() {
            let mut less = value.clone();
            less.as_object_mut().unwrap().remove(&field.name);
            let is_read = serde_json::from_value::<Outer>(less).is_ok();
            prop_assert_eq!(is_read, !field.required, "{}", field.name);
        }
    }
}
