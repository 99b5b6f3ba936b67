//! One order for collections that have none: elements of a hash set and entries of a hash map come in another order in each
//! process, and outputs, constants and cache keys would differ with it.

use serde::Serialize;
use serde::ser::{self, Error, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::RawValue;
use std::any::type_name;
use std::fmt::Display;

/// A value whose sets and maps are serialized in the order of their texts. Maps that keep an order of their own keep it.
///
/// For serde_json only: what is put in order is passed on as raw JSON.
pub(super) struct Ordered<'a, T: ?Sized>(pub(super) &'a T);

impl<T: Serialize + ?Sized> Serialize for Ordered<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Order {
            collection: collection(type_name::<T>()),
            inner: serializer,
        })
    }
}

/// What a value is, by its type. Serde tells sets from lists in no other way.
fn collection(of: &str) -> &str {
    let mut path = of;
    loop {
        path = path.trim_start_matches(['&', ' ']);
        path = path.strip_prefix("mut ").unwrap_or(path);
        let (outer, inner) = path.split_once('<').unwrap_or((path, ""));
        let name = outer.rsplit(':').next().unwrap_or(outer);
        // These are serialized as what they hold.
        let holders = [
            "Box", "Rc", "Arc", "Cow", "Cell", "RefCell", "Mutex", "RwLock",
        ];
        match holders.contains(&name) {
            true => path = inner,
            false => return name,
        }
    }
}

fn is_set(collection: &str) -> bool {
    ["HashSet", "AHashSet", "DashSet"].contains(&collection)
}

fn has_order(collection: &str) -> bool {
    ["IndexMap", "OrderMap", "LinkedHashMap", "Map", "Value"].contains(&collection)
}

fn text<T: Serialize + ?Sized, E: Error>(value: &T) -> Result<String, E> {
    serde_json::to_string(value).map_err(E::custom)
}

/// Serializes texts in their order, as one collection.
fn sorted<S: Serializer>(
    serializer: S,
    [open, close]: [&str; 2],
    mut parts: Vec<String>,
) -> Result<S::Ok, S::Error> {
    parts.sort_unstable();
    let text = format!("{open}{}{close}", parts.join(","));
    let raw = RawValue::from_string(text).map_err(S::Error::custom)?;
    raw.serialize(serializer)
}

/// Serializer that passes all on, collections in their order.
struct Order<'a, S> {
    collection: &'a str,
    inner: S,
}

/// A collection whose elements are passed on as they come.
struct Passed<S>(S);

/// A list or set: the elements of a set are kept until its end.
enum Sequence<S: Serializer> {
    Passed(S::SerializeSeq),
    Set(S, Vec<String>),
}

/// A map: unless it has an order, its entries are kept until its end.
enum Map<S: Serializer> {
    Passed(S::SerializeMap),
    Entries(S, Vec<String>, String),
}

macro_rules! pass {
    ($($method:ident($($name:ident: $ty:ty),*))*) => {$(
        fn $method(self, $($name: $ty),*) -> Result<S::Ok, S::Error> {
            self.inner.$method($($name),*)
        }
    )*};
}

macro_rules! open {
    ($($method:ident($($name:ident: $ty:ty),*) -> $open:ident)*) => {$(
        fn $method(self, $($name: $ty),*) -> Result<Self::$open, S::Error> {
            self.inner.$method($($name),*).map(Passed)
        }
    )*};
}

impl<S: Serializer> Serializer for Order<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Sequence<S>;
    type SerializeTuple = Passed<S::SerializeTuple>;
    type SerializeTupleStruct = Passed<S::SerializeTupleStruct>;
    type SerializeTupleVariant = Passed<S::SerializeTupleVariant>;
    type SerializeMap = Map<S>;
    type SerializeStruct = Passed<S::SerializeStruct>;
    type SerializeStructVariant = Passed<S::SerializeStructVariant>;

    pass! {
        serialize_bool(v: bool) serialize_char(v: char) serialize_str(v: &str) serialize_bytes(v: &[u8])
        serialize_i8(v: i8) serialize_i16(v: i16) serialize_i32(v: i32) serialize_i64(v: i64) serialize_i128(v: i128)
        serialize_u8(v: u8) serialize_u16(v: u16) serialize_u32(v: u32) serialize_u64(v: u64) serialize_u128(v: u128)
        serialize_f32(v: f32) serialize_f64(v: f64)
        serialize_none() serialize_unit() serialize_unit_struct(name: &'static str)
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str)
    }

    open! {
        serialize_tuple(len: usize) -> SerializeTuple
        serialize_tuple_struct(name: &'static str, len: usize) -> SerializeTupleStruct
        serialize_tuple_variant(name: &'static str, index: u32, variant: &'static str, len: usize) -> SerializeTupleVariant
        serialize_struct(name: &'static str, len: usize) -> SerializeStruct
        serialize_struct_variant(name: &'static str, index: u32, variant: &'static str, len: usize) -> SerializeStructVariant
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.inner.collect_str(value)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.inner.serialize_some(&Ordered(value))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.inner.serialize_newtype_struct(name, &Ordered(value))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let value = Ordered(value);
        self.inner
            .serialize_newtype_variant(name, index, variant, &value)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Sequence<S>, S::Error> {
        match is_set(self.collection) {
            true => Ok(Sequence::Set(self.inner, vec![])),
            false => self.inner.serialize_seq(len).map(Sequence::Passed),
        }
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Map<S>, S::Error> {
        match has_order(self.collection) {
            true => self.inner.serialize_map(len).map(Map::Passed),
            false => Ok(Map::Entries(self.inner, vec![], String::new())),
        }
    }
}

impl<S: Serializer> SerializeSeq for Sequence<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        match self {
            Self::Passed(inner) => inner.serialize_element(&Ordered(value)),
            Self::Set(_, elements) => {
                elements.push(text(&Ordered(value))?);
                Ok(())
            }
        }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        match self {
            Self::Passed(inner) => inner.end(),
            Self::Set(inner, elements) => sorted(inner, ["[", "]"], elements),
        }
    }
}

impl<S: Serializer> SerializeMap for Map<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        match self {
            Self::Passed(inner) => inner.serialize_key(key),
            Self::Entries(_, _, next) => {
                // The one way to the text that serde_json makes of a key.
                let entry = text(&Entry(key))?;
                *next = entry[1..entry.len() - "null}".len()].to_owned();
                Ok(())
            }
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        match self {
            Self::Passed(inner) => inner.serialize_value(&Ordered(value)),
            Self::Entries(_, entries, key) => {
                let value = text(&Ordered(value))?;
                entries.push(std::mem::take(key) + &value);
                Ok(())
            }
        }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        match self {
            Self::Passed(inner) => inner.end(),
            Self::Entries(inner, entries, _) => sorted(inner, ["{", "}"], entries),
        }
    }
}

/// A map of one key.
struct Entry<'a, K: ?Sized>(&'a K);

impl<K: Serialize + ?Sized> Serialize for Entry<'_, K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0, &())?;
        map.end()
    }
}

macro_rules! elements {
    ($($of:ident::$method:ident($($key:ident: $ty:ty)?))*) => {$(
        impl<S: ser::$of> ser::$of for Passed<S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, $($key: $ty,)? value: &T) -> Result<(), S::Error> {
                self.0.$method($($key,)? &Ordered(value))
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.0.end()
            }
        }
    )*};
}

elements! {
    SerializeTuple::serialize_element()
    SerializeTupleStruct::serialize_field()
    SerializeTupleVariant::serialize_field()
    SerializeStruct::serialize_field(key: &'static str)
    SerializeStructVariant::serialize_field(key: &'static str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::cell::RefCell;
    use std::collections::{BTreeMap, HashMap, HashSet};

    type Pairs = Option<HashSet<(i64, bool)>>;

    #[derive(Serialize)]
    struct Tags {
        z: HashSet<String>,
        a: Vec<HashMap<u8, Pairs>>,
        kind: Kind,
        #[serde(flatten)]
        rest: HashMap<String, i32>,
    }

    #[derive(Serialize)]
    enum Kind {
        Named(HashSet<char>),
        Both { of: Box<RefCell<HashSet<u64>>> },
    }

    #[derive(Serialize)]
    #[serde(transparent)]
    struct Transparent(HashMap<i64, i64>);

    fn ordered<T: Serialize + ?Sized>(value: &T) -> String {
        serde_json::to_string(&Ordered(value)).unwrap()
    }

    #[test]
    fn what_has_no_order_gets_one() {
        let letters = || ('a'..='f').collect::<HashSet<char>>();
        let map = HashMap::from([
            (10, None),
            (9, Some(HashSet::from([(2, true), (1, false)]))),
        ]);
        let tags = |kind| Tags {
            z: letters().into_iter().map(String::from).collect(),
            a: vec![map.clone(), HashMap::new()],
            kind,
            rest: HashMap::from([("y".to_owned(), 1), ("b".to_owned(), 2)]),
        };
        let (all, list) = (
            r#"["a","b","c","d","e","f"]"#,
            r#"[{"10":null,"9":[[1,false],[2,true]]},{}]"#,
        );
        let named = format!(r#"{{"a":{list},"b":2,"kind":{{"Named":{all}}},"y":1,"z":{all}}}"#);
        assert_eq!(ordered(&tags(Kind::Named(letters()))), named);
        let numbers = Box::new(RefCell::new(HashSet::from([3, 1, 2])));
        let both =
            format!(r#"{{"a":{list},"b":2,"kind":{{"Both":{{"of":[1,2,3]}}}},"y":1,"z":{all}}}"#);
        assert_eq!(ordered(&tags(Kind::Both { of: numbers })), both);
        let transparent = Transparent(HashMap::from([(-1, 0), (-2, 0), (3, 0)]));
        assert_eq!(ordered(&transparent), r#"{"-1":0,"-2":0,"3":0}"#);
    }

    #[test]
    fn what_has_an_order_keeps_it() {
        let mut map = indexmap::IndexMap::new();
        map.extend([("b", 1), ("a", 2)]);
        assert_eq!(ordered(&map), r#"{"b":1,"a":2}"#);
        assert_eq!(ordered(&[3, 1, 2]), "[3,1,2]");
        assert_eq!(ordered(&vec![(2, "x"), (1, "y")]), r#"[[2,"x"],[1,"y"]]"#);
        let raw = RawValue::from_string(r#"{"b":1,"a":[2, 1]}"#.to_owned()).unwrap();
        assert_eq!(ordered(&raw), r#"{"b":1,"a":[2, 1]}"#);
        let value = json!({"n": 18_446_744_073_709_551_615_u64, "m": [null, 0.5]});
        assert_eq!(ordered(&value), value.to_string());
    }

    #[test]
    fn mistakes_of_keys_are_told() {
        let map = BTreeMap::from([(vec![1], 2)]);
        let error = serde_json::to_string(&Ordered(&map)).unwrap_err();
        assert_eq!(error.to_string(), "key must be a string");
    }
}
