//! Loops, and what becomes of their outputs.

use crate::components::{print_message, random};
use pipewright::prelude::*;
use serde::{Deserialize, Serialize};
use std::error::Error;

/// Two greetings.
#[pipeline]
fn loops(#[default(["hello world", "goodbye world"])] messages: Vec<String>) {
    for message in messages {
        print_message(message);
    }
}

/// A loop between two tasks.
#[pipeline]
fn loops_dag(#[default(["foo", "bar", "baz"])] messages: Vec<String>) {
    let a = print_message("A");
    let b = group()
        .after(&a)
        .run(|| messages.for_each(|message| print_message(message)));
    print_message("C").after(&b);
}

/// A version of a system.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Fields)]
struct System {
    image: String,
    tag: String,
}

/// A few systems.
fn systems() -> Vec<System> {
    let systems = [
        ("debian", "9.1"),
        ("debian", "8.9"),
        ("alpine", "3.6"),
        ("ubuntu", "17.10"),
    ];
    let system = |(image, tag): (&str, &str)| System {
        image: image.to_owned(),
        tag: tag.to_owned(),
    };
    systems.map(system).to_vec()
}

/// Tells of a system.
#[component]
fn describe_system(image: String, tag: String) {
    println!("{image}:{tag}");
}

/// A loop over structs that are known when the pipeline is written.
#[pipeline]
fn loops_maps() {
    for system in systems() {
        describe_system(system.image, system.tag);
    }
}

/// A loop over structs of whoever starts the pipeline.
#[pipeline]
fn loops_param_argument(#[default(systems())] list: Vec<System>) {
    for system in list {
        describe_system(system.image, system.tag);
    }
}

/// Numbers.
#[component]
fn numbers() -> Vec<u64> {
    (0..5).collect()
}

/// Takes its time.
#[component]
fn sleep(seconds: u64) {
    std::thread::sleep(std::time::Duration::from_secs(seconds));
}

/// A loop over what a task gives.
#[pipeline]
fn loops_param_result() {
    for seconds in numbers() {
        sleep(seconds);
    }
}

/// Loops that count.
#[pipeline]
fn loops_sequence(#[default(3)] count: i64) {
    for number in 0..5 {
        print_message(format!("{number}"));
    }
    for number in 100..=105 {
        print_message(format!("{number}"));
    }
    for number in 200..count + 200 {
        print_message(format!("{number}"));
    }
    for number in (0..=5).rev() {
        print_message(format!("{number}"));
    }
    for number in 0..5 {
        print_message(format!("testuser{number:02X}"));
    }
}

/// A number from 0 to 5.
#[component]
fn hello() -> u64 {
    random(6)
}

/// As many again.
#[pipeline]
fn hello_hello() {
    for _ in 0..hello() {
        hello();
    }
}

/// Loops in a loop, each as long as a task says.
#[pipeline]
fn withsequence_nested_result() {
    for _ in 0..hello() {
        hello_hello();
    }
}

/// A list that is long, if it is a real one.
#[component]
fn items() -> Vec<String> {
    ["a", "b", "c"].map(str::to_owned).to_vec()
}

/// One item of the list.
#[component]
fn item(index: usize, items: Vec<String>) -> String {
    items[index].clone()
}

/// Each task gets all of the list, and takes one item.
#[pipeline]
fn handle_large_output_results() -> Vec<String> {
    let items = items();
    range(0, items.len()).map(|index| item(index, items))
}

/// How a step ends, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Fields)]
struct Step {
    exit_code: i64,
    message: String,
}

/// Three steps that succeed, one that fails, two more.
fn sequence() -> Vec<Step> {
    let step = |exit_code, message: &str| Step {
        exit_code,
        message: message.to_owned(),
    };
    vec![
        step(0, "succeeds 1"),
        step(0, "succeeds 2"),
        step(0, "succeeds 3"),
        step(1, "will fail and stop here"),
        step(0, "will not run"),
        step(0, "will not run"),
    ]
}

/// Ends as it is told.
#[component]
fn take_step(exit_code: i64, message: String) -> Result<(), Box<dyn Error>> {
    if exit_code != 0 {
        return Err(message.into());
    }
    println!("{message}");
    Ok(())
}

/// Steps one after the other, until one fails.
#[pipeline]
fn loops_arbitrary_sequential_steps(#[default(sequence())] steps: Vec<Step>) {
    for step in steps.fail_fast() {
        take_step(step.exit_code, step.message);
    }
}

/// A number, and what it is.
#[derive(Outputs)]
struct Parity {
    num: i64,
    evenness: String,
}

/// Tells even numbers from odd ones.
#[component]
fn odd_or_even(num: i64) -> Parity {
    let evenness = if num % 2 == 0 { "even" } else { "odd" };
    Parity {
        num,
        evenness: evenness.to_owned(),
    }
}

/// Half of a number.
#[component]
fn divide_by_2(num: i64) -> i64 {
    num / 2
}

/// Prints a list.
#[component]
fn print_list(message: Vec<String>) {
    println!("{message:?}");
}

/// Prints numbers.
#[component]
fn print_numbers(message: Vec<i64>) {
    println!("{message:?}");
}

/// The outputs of a loop are lists, and all that is even of them goes on.
#[pipeline]
fn parameter_aggregation(#[default([1, 2, 3, 4])] numbers: Vec<i64>) {
    let known = numbers.map(odd_or_even);
    print_numbers(known.num);
    print_list(known.evenness);
    for (num, evenness) in known.num.zip(known.evenness) {
        if evenness == "even" {
            let half = divide_by_2(num);
            print_message(format!("{half}"));
        }
    }
}

/// The same as a DAG.
#[pipeline]
fn parameter_aggregation_dag(#[default([1, 2, 3, 4])] numbers: Vec<i64>) {
    parameter_aggregation(numbers = numbers);
}

/// Only what is even goes on.
#[pipeline]
fn parameter_aggregation_script(#[default([1, 2, 3, 4])] numbers: Vec<i64>) {
    let known = numbers.map(odd_or_even);
    for (num, evenness) in known.num.zip(known.evenness) {
        if evenness == "even" {
            divide_by_2(num);
        }
    }
}

/// Divides the work into parts.
#[component]
fn split(parts: i64) -> Vec<i64> {
    (1..=parts).collect()
}

/// Does the work of a part.
#[component]
fn double(part: i64) -> i64 {
    2 * part
}

/// Puts all parts together.
#[component]
fn total(results: Vec<i64>) -> i64 {
    results.iter().sum()
}

/// Divides work, does it, and puts it together.
#[pipeline]
fn map_reduce(#[default(4)] parts: i64) -> i64 {
    total(split(parts).map(double))
}
