//! What several examples call.

use pipewright::prelude::*;
use serde::{Deserialize, Serialize};
use std::hash::{BuildHasher, RandomState};

/// Prints a message.
#[component]
pub(crate) fn print_message(message: String) {
    println!("{message}");
}

/// A side of a coin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Side {
    Heads,
    Tails,
}

/// A number that nobody knows before, less than a bound.
pub(crate) fn random(bound: u64) -> u64 {
    RandomState::new().hash_one(()) % bound
}

/// Flips a coin.
#[component]
pub(crate) fn flip_coin() -> Side {
    match random(2) {
        0 => Side::Heads,
        _ => Side::Tails,
    }
}

/// Says what the coin showed.
#[component]
pub(crate) fn heads() -> String {
    println!("it was heads");
    "heads".to_owned()
}

/// Says what the coin showed.
#[component]
pub(crate) fn tails() -> String {
    println!("it was tails");
    "tails".to_owned()
}

/// Fails, as it should.
#[component]
pub(crate) fn fail() -> Result<i64, &'static str> {
    Err("this is meant to fail")
}

/// Succeeds.
#[component]
pub(crate) fn pass() -> i64 {
    0
}
