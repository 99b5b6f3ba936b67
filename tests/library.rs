//! `pipewright::{compile, run}` without the command line.

use pipewright::prelude::*;
use pipewright::run::{EngineError, Error, Event, Json, Options};
use std::collections::BTreeMap;

#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[pipeline]
fn sum(a: f64, b: f64, #[default(0.0)] c: f64) -> f64 {
    add(add(a, b), c)
}

fn arguments(arguments: &[(&str, &str)]) -> BTreeMap<String, Json> {
    let argument = |(name, text): &(&str, &str)| {
        let value = Json::parse(text).expect("the text is JSON");
        ((*name).to_owned(), value)
    };
    arguments.iter().map(argument).collect()
}

#[test]
fn all_wrong_arguments_are_told() {
    let mut events: Vec<Event> = vec![];
    let mut observer = |event: &Event| events.push(event.clone());
    let given = arguments(&[("a", "\"x\""), ("d", "1")]);
    let error = pipewright::run(sum::pipeline(), &given, &Options::default(), &mut observer)
        .expect_err("nothing runs");
    let Error::Engine(EngineError::Arguments(problems)) = error else {
        panic!("{error}");
    };
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "parameter `b` is missing; it expects number",
            "`sum` has no parameter `d`",
            "parameter `a` is of the type number: invalid type: string \"x\", expected f64 at line 1 column 3",
        ]
    );
    assert!(events.is_empty());
}
