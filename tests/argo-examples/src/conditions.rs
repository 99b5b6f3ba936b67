//! Conditionals and recursion.

use crate::components::{Side, fail, flip_coin, heads, print_message, tails};
use pipewright::prelude::*;

/// One of two tasks runs.
#[pipeline]
fn coinflip() {
    match flip_coin() {
        Side::Heads => heads(),
        Side::Tails => tails(),
    };
}

/// Flips until it is heads.
#[pipeline]
fn coinflip_recursive() {
    match flip_coin() {
        Side::Heads => {
            heads();
        }
        Side::Tails => coinflip_recursive(),
    }
}

/// Four of them.
#[pipeline]
fn dag_coinflip() {
    let a = coinflip_recursive();
    let b = coinflip_recursive().after(&a);
    let c = coinflip_recursive().after(&a);
    coinflip_recursive().after(&b).after(&c);
}

/// What the task gives that ran.
#[pipeline]
fn conditional_result() -> String {
    match flip_coin() {
        Side::Heads => heads(),
        Side::Tails => tails(),
    }
}

/// Says something.
#[component]
fn cowsay() {
    println!("hello");
}

/// Tasks that run if whoever starts it wants them.
#[pipeline]
fn conditionals(#[default(true)] should_print: bool, #[default("true")] word: String) {
    if should_print {
        cowsay();
    }
    if word.starts_with("t") && word.len() == 4 {
        cowsay();
    }
}

/// Conditions of more than one flip.
#[pipeline]
fn conditionals_complex() {
    let first = flip_coin();
    let done = match first {
        Side::Heads => heads(),
        Side::Tails => tails(),
    };
    let again = flip_coin().after(&done);
    let (heads_first, tails_first) = (first == Side::Heads, first == Side::Tails);
    let tails_again = again == Side::Tails;
    if heads_first && tails_again || tails_first && tails_again {
        print_message(
            "it was heads the first flip and tails the second. Or it was two times tails.",
        );
    }
    match again {
        Side::Heads => heads(),
        Side::Tails => tails(),
    };
}

/// Subtracts and adds.
#[pipeline]
fn fibonacci(num: i64) -> i64 {
    if num == 1 || num == 2 {
        1
    } else {
        fibonacci(num - 1) + fibonacci(num - 2)
    }
}

/// The fifth number of Fibonacci.
#[pipeline]
fn fibonacci_seq_conditional_param(#[default(5)] num: i64) {
    print_message(format!("{}", fibonacci(num)));
}

/// One more.
#[component]
fn counter_iteration(counter: i64) -> i64 {
    counter + 1
}

/// Counts until the limit.
#[pipeline]
fn count_up(counter: i64, limit: i64) {
    let next = counter_iteration(counter);
    if next < limit {
        count_up(next, limit);
    }
}

/// A loop as recursion.
#[pipeline]
fn recursive_for_loop() {
    count_up(0, 10);
}

/// Tells that it failed.
#[component]
fn failed() {
    println!("the flakey container failed");
}

/// Tells that it succeeded.
#[component]
fn succeeded() {
    println!("the flakey container passed");
}

/// What runs depends on how a task ended.
#[pipeline]
fn status_reference() {
    let flakey = fail().allow_failure();
    if flakey.is_none() {
        failed();
    } else {
        succeeded();
    }
}
