//! Pipelines with more tasks and templates than one object of Argo holds, and with values that are longer than Linux takes in
//! a word.

use crate::components::integer;
use crate::loops::sum;
use pipewright::prelude::*;

/// As many as a DAG of Argo holds, and a few more.
const MANY: i64 = 204;

/// More tasks than a DAG holds, all of which go into one.
#[pipeline]
fn many_tasks(from: i64) -> i64 {
    let values: Vec<_> = (0..MANY).map(|step| integer(from + step)).collect();
    sum(&values)
}

/// More templates than a workflow holds: each `if` is one.
#[pipeline]
fn many_choices(wanted: i64) -> i64 {
    let mut found = vec![];
    for number in 0..MANY {
        found.push(if wanted == number {
            integer(number * 2)
        } else {
            0
        });
    }
    sum(&found)
}

/// Fails for one number.
#[component]
fn unless(number: i64, bad: i64) -> Result<(), String> {
    match number == bad {
        true => Err(format!("{number} is bad")),
        false => Ok(()),
    }
}

/// More tasks than a DAG holds, none of which waits for another one.
#[pipeline]
fn many_independent(bad: i64) {
    for number in 0..253 {
        unless(number, bad);
    }
}

/// A text as often as is said, in one text and in a list.
#[component]
fn repeated(text: String, times: usize, items: usize) -> Repeated {
    Repeated {
        list: vec![text.clone(); items],
        text: text.repeat(times),
    }
}

#[derive(Outputs)]
struct Repeated {
    text: String,
    list: Vec<String>,
}

/// Bytes of a text and of all texts of a list.
#[component]
fn bytes(text: String, list: Vec<String>) -> (usize, usize) {
    (text.len(), list.iter().map(String::len).sum())
}

/// Long values in inputs, in formulas, and in a block.
#[pipeline]
fn long_values(text: String, times: usize, items: usize) -> Vec<(usize, usize)> {
    let all = repeated(text, times, items);
    let of_text = bytes(all.text, ["{{x}}"]);
    let of_formula = bytes(format!("<{}>", all.text), ["$(y)"]);
    let of_list = if items > 1 {
        bytes("é", all.list)
    } else {
        bytes(text, [text])
    };
    Value::from([of_text, of_formula, of_list])
}
