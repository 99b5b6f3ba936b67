#![allow(dead_code, reason = "only the types are read")]

use super::*;
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

/// A type with the names and types of all that it holds; `?` behind what may be left out.
pub(super) fn shape(ty: &Type) -> String {
    match ty {
        Type::Struct(fields) => {
            let mut text = String::from("{");
            for field in fields.iter() {
                let separator = if text.len() == 1 { "" } else { ", " };
                let mark = if field.required { "" } else { "?" };
                let _ = write!(
                    text,
                    "{separator}{}{mark}: {}",
                    field.name,
                    shape(&field.ty)
                );
            }
            text + "}"
        }
        Type::Map(value) => format!("map of {}", shape(value)),
        Type::List(item) => format!("list of {}", shape(item)),
        Type::Optional(inner) => format!("optional {}", shape(inner)),
        other => other.to_string(),
    }
}

fn shape_of<T: DeserializeOwned + 'static>() -> String {
    shape(&Type::of::<T>())
}

fn list(item: Type) -> Type {
    Type::List(Box::new(item))
}

fn optional(inner: Type) -> Type {
    Type::Optional(Box::new(inner))
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Low,
    VeryHigh,
}

#[derive(Deserialize)]
enum Shape {
    Point,
    Circle(f64),
}

#[derive(Deserialize)]
struct Meters(f64);

#[derive(Deserialize)]
struct Config {
    epochs: u32,
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
    assert_eq!(Type::of::<(i64, String)>(), list(Type::Json));
    assert_eq!(Type::of::<[u8; 4]>(), list(Type::Json));
    assert_eq!(Type::of::<Option<Option<String>>>(), optional(Type::String));
    assert_eq!(Type::of::<serde_json::Value>(), Type::Json);
    let config = Type::struct_of([("epochs", Type::Integer)]);
    assert_eq!(Type::of::<Config>(), config);
    assert_eq!(Type::of::<Vec<Config>>(), list(config.clone()));
    assert_eq!(config.to_string(), "struct");
    assert_eq!(Type::of::<BTreeMap<String, i64>>().to_string(), "struct");
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Training {
    data_set: String,
    #[serde(rename = "lr")]
    rate: f64,
    #[serde(default)]
    epochs: u32,
    note: Option<String>,
    #[serde(skip)]
    cached: Option<Instant>,
    level: Level,
    nested: Config,
    shapes: Vec<Shape>,
    #[serde(default)]
    verbose: bool,
}

#[test]
fn fields_have_their_names_on_the_wire() {
    assert_eq!(
        shape_of::<Training>(),
        "{dataSet: string, lr: number, epochs?: integer, note?: optional string, \
         level: \"low\" | \"very-high\", nested: {epochs: integer}, shapes: list of json, verbose?: boolean}"
    );
}

#[derive(Deserialize)]
#[serde(default)]
struct Defaults {
    first: String,
    second: NonZeroU32,
}

impl Default for Defaults {
    fn default() -> Self {
        Self {
            first: String::new(),
            second: NonZeroU32::MIN,
        }
    }
}

#[derive(Deserialize)]
struct Aliased {
    #[serde(alias = "a", alias = "z")]
    middle: u8,
    #[serde(alias = "no")]
    number: Option<u8>,
}

#[derive(Deserialize)]
struct Strict {
    count: NonZeroU32,
    #[serde(default)]
    last: bool,
    #[serde(deserialize_with = "optional_text")]
    text: Option<String>,
}

fn optional_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(deserializer)
}

#[derive(Deserialize)]
struct Empty {}

#[test]
fn fields_that_may_be_left_out_are_told_apart() {
    assert_eq!(shape_of::<Defaults>(), "{first?: string, second?: integer}");
    assert_eq!(
        shape_of::<Aliased>(),
        "{middle: integer, number?: optional integer}"
    );
    assert_eq!(
        shape_of::<Strict>(),
        "{count: integer, last?: boolean, text: optional string}"
    );
    assert_eq!(shape_of::<Empty>(), "{}");
}

#[derive(Deserialize)]
struct Pair<A, B> {
    left: A,
    right: B,
}

mod other {
    #[derive(serde::Deserialize)]
    pub(super) struct Config {
        other: String,
    }
}

#[test]
fn two_types_of_one_name_are_two_types() {
    assert_eq!(
        shape_of::<Pair<Config, other::Config>>(),
        "{left: {epochs: integer}, right: {other: string}}"
    );
    assert_eq!(
        shape_of::<Pair<Pair<u8, bool>, Pair<bool, u8>>>(),
        "{left: {left: integer, right: boolean}, right: {left: boolean, right: integer}}"
    );
}

#[derive(Deserialize)]
struct Tree(Vec<Tree>);

#[derive(Deserialize)]
struct Node {
    value: i64,
    next: Option<Box<Node>>,
    children: Vec<Node>,
}

#[derive(Deserialize)]
struct Left {
    right: Option<Box<Right>>,
    also: Option<Box<Right>>,
}

#[derive(Deserialize)]
struct Right {
    left: Vec<Left>,
    name: String,
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
    assert_eq!(
        shape_of::<Node>(),
        "{value: integer, next?: optional map of json, children: list of map of json}"
    );
    let right = "optional {left: list of map of json, name: string}";
    assert_eq!(
        shape_of::<Left>(),
        format!("{{right?: {right}, also?: {right}}}")
    );
}

#[derive(Deserialize)]
struct Flat {
    name: String,
    #[serde(flatten)]
    config: Config,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Untagged {
    Number(f64),
    Text(String),
}

#[derive(Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    Config(Config),
}

#[derive(Deserialize)]
struct Tuple(u8, String);

#[derive(Deserialize)]
struct Mixed {
    flat: Flat,
    untagged: Untagged,
    tagged: Tagged,
    tuple: Tuple,
    map: HashMap<String, Config>,
    by_number: BTreeMap<u32, bool>,
    by_level: HashMap<Meters, bool>,
    text: Cow<'static, str>,
}

impl PartialEq for Meters {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Meters {}

impl std::hash::Hash for Meters {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

#[test]
fn other_forms_of_serde_are_what_they_are_in_json() {
    assert_eq!(
        shape_of::<Mixed>(),
        "{flat: map of json, untagged: json, tagged: json, tuple: list of json, \
         map: map of {epochs: integer}, by_number: map of boolean, by_level: map of json, text: string}"
    );
}

/// A text that is never empty: whoever makes one of something else has made a mistake.
#[derive(Deserialize)]
#[serde(from = "String")]
struct Name(String);

impl From<String> for Name {
    fn from(text: String) -> Self {
        assert!(!text.is_empty(), "a name was made up");
        Self(text)
    }
}

#[derive(Deserialize)]
#[serde(from = "Config")]
struct Converted(u32);

impl From<Config> for Converted {
    fn from(_: Config) -> Self {
        panic!("a conversion was run")
    }
}

#[derive(Deserialize)]
struct Careful {
    converted: Converted,
    name: Name,
    #[serde(default)]
    unknown: bool,
    more: Option<Name>,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

#[test]
fn conversions_of_users_are_never_run() {
    assert_eq!(
        shape_of::<Careful>(),
        "{converted: {epochs: integer}, name: string, unknown: boolean, more?: optional string}"
    );
    assert_eq!(shape_of::<Name>(), "string");
    assert_eq!(
        shape_of::<Pair<u8, Converted>>(),
        "{left: integer, right: {epochs: integer}}"
    );
}

macro_rules! wide {
    ($($name:ident: $of:ty;)*) => {$(
        wide! { $name, $of, a b c d e f g h i j k l m n o p q r s t u v w x y }
    )*};
    ($name:ident, $of:ty, $($field:ident)*) => {
        #[derive(Deserialize)]
        struct $name { $($field: Box<$of>,)* a1: Box<$of>, b1: Box<$of>, c1: Box<$of>, d1: Box<$of>, e1: Option<Box<Wide0>> }
    };
}

wide! {
    Wide5: u8;
    Wide4: Wide5;
    Wide3: Wide4;
    Wide2: Wide3;
    Wide1: Wide2;
    Wide0: Wide1;
}

/// Thirty fields of thirty fields, six times, make 729 000 000: each struct is asked once.
#[test]
fn shared_structs_are_asked_once() {
    let start = Instant::now();
    let mut ty = Type::of::<Wide0>();
    let took = start.elapsed();
    let mut depth = 0;
    while let Type::Struct(fields) = ty {
        assert_eq!(fields.len(), 30);
        ty = fields[0].ty.clone();
        depth += 1;
    }
    assert_eq!((depth, ty), (6, Type::Integer));

    assert!(took < Duration::from_secs(2), "{took:?}");
}
