//! The components of the bodies, and the pipelines that they call.

use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    Low,
    #[serde(rename = "in the middle")]
    Middle,
    High,
}

/// A struct whose fields are values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Fields)]
pub struct Item {
    pub count: i64,
    pub label: String,
    pub rate: f64,
    pub maybe: Option<i64>,
    pub level: Level,
}

/// Several outputs.
#[derive(Outputs, Serialize)]
pub struct Parts {
    pub head: String,
    pub length: i64,
}

#[component]
pub fn same(n: i64) -> i64 {
    n
}

#[component]
pub fn double(n: i64) -> i64 {
    n.wrapping_mul(2)
}

#[component]
pub fn add(a: i64, b: i64) -> i64 {
    a.wrapping_add(b)
}

#[component]
pub fn sum(ints: Vec<i64>) -> i64 {
    ints.iter().fold(0, |sum, n| sum.wrapping_add(*n))
}

/// Some numbers from the given one on.
#[component]
pub fn count(n: i64) -> Vec<i64> {
    (0..n.rem_euclid(4)).map(|k| n.wrapping_add(k)).collect()
}

/// Fails if the number is negative.
#[component]
pub fn check(n: i64) -> Result<i64, String> {
    if n < 0 {
        Err(format!("{n} is negative"))
    } else {
        Ok(n)
    }
}

/// Nothing if the number is negative.
#[component]
pub fn maybe(n: i64) -> Option<i64> {
    (n >= 0).then_some(n)
}

/// Nothing if the text is empty.
#[component]
pub fn nonempty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

#[component]
pub fn echo(text: String) -> String {
    text
}

#[component]
pub fn note(text: String) {
    println!("{text}");
}

#[component]
pub fn words(text: String) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

#[component]
pub fn join(texts: Vec<String>) -> String {
    texts.join("|")
}

#[component]
pub fn real(x: f64) -> f64 {
    x
}

#[component]
pub fn half(x: f64) -> f64 {
    x / 2.0
}

#[component]
pub fn reals(xs: Vec<f64>) -> f64 {
    xs.iter().sum()
}

#[component]
pub fn truth(flag: bool) -> bool {
    flag
}

#[component]
pub fn truths(flags: Vec<bool>) -> String {
    flags
        .iter()
        .map(|flag| if *flag { '1' } else { '0' })
        .collect()
}

#[component]
pub fn letter(sign: char) -> char {
    sign
}

#[component]
pub fn tiny(n: u8) -> u8 {
    n
}

#[component]
pub fn short(n: i32) -> i32 {
    n
}

#[component]
pub fn long(n: u64) -> u64 {
    n
}

#[component]
pub fn size(n: usize) -> usize {
    n
}

#[component]
pub fn level(level: Level) -> Level {
    level
}

#[component]
pub fn made(count: i64, label: String) -> Item {
    Item {
        count,
        label,
        rate: 0.5,
        maybe: None,
        level: Level::Low,
    }
}

#[component]
pub fn split(text: String) -> Parts {
    Parts {
        head: text.chars().take(3).collect(),
        length: text.chars().count() as i64,
    }
}

/// The first number, if there is one.
#[component]
pub fn first(maybe: Vec<Option<i64>>) -> String {
    let first = maybe.into_iter().next().flatten();
    first.map_or("nothing".to_owned(), |n| n.to_string())
}

#[component]
pub fn scale(n: i64, #[default(10)] factor: i64, #[default("")] unit: String) -> String {
    format!("{}{unit}", n.wrapping_mul(factor))
}
