//! Steps, and shapes of DAGs.

use crate::components::{fail, pass, print_message};
use pipewright::prelude::*;

/// One step, then two at the same time.
#[pipeline]
fn steps() {
    let first = print_message("hello1");
    print_message("hello2a").after(&first);
    print_message("hello2b").after(&first);
}

/// A diamond.
#[pipeline]
fn dag_diamond() {
    let a = print_message("A");
    let b = print_message("B").after(&a);
    let c = print_message("C").after(&a);
    print_message("D").after(&b).after(&c);
}

/// Two tasks to start from.
#[pipeline]
fn dag_multiroot() {
    let a = print_message("A");
    let b = print_message("B");
    print_message("C").after(&a);
    print_message("D").after(&a).after(&b);
}

/// Prints a message three times, at the same time.
#[pipeline]
fn echo_thrice(message: String) {
    for number in 1..=3 {
        print_message(format!("{message}{number}"));
    }
}

/// A diamond whose corners are three tasks each.
#[pipeline]
fn dag_diamond_steps() {
    let a = echo_thrice("A");
    let b = echo_thrice("B").after(&a);
    let c = echo_thrice("C").after(&a);
    echo_thrice("D").after(&b).after(&c);
}

/// A diamond with a name.
#[pipeline]
fn nested_diamond(message: String) {
    let a = print_message(format!("{message}A"));
    let b = print_message(format!("{message}B")).after(&a);
    let c = print_message(format!("{message}C")).after(&a);
    print_message(format!("{message}D")).after(&b).after(&c);
}

/// A diamond of diamonds.
#[pipeline]
fn dag_nested() {
    let a = nested_diamond("A");
    let b = nested_diamond("B").after(&a);
    let c = nested_diamond("C").after(&a);
    nested_diamond("D").after(&b).after(&c);
}

/// What runs depends on how others ended.
#[pipeline]
fn dag_enhanced_depends() {
    let a = pass();
    let b = pass().after(&a).allow_failure();
    let c = fail().after(&a).allow_failure();
    let first = pass().after(&a).after(&c);
    if b.is_some() || c.is_some() {
        let second = pass().after(&first);
        pass().after(&second);
    }
    if b.is_some() && c.is_some() {
        pass();
    }
}

/// What a container does without being told.
#[component]
fn say() -> Container {
    Container::new("argoproj/argosay:v2").command(["argosay"])
}

/// One task.
#[pipeline]
fn inline() {
    say();
}

/// A text, and a file of text.
#[derive(Outputs)]
struct Generated {
    parameter: String,
    file: String,
}

/// Makes a text and a file.
#[component]
fn generate() -> Generated {
    Generated {
        parameter: "my-output-parameter".to_owned(),
        file: "hello world".to_owned(),
    }
}

/// Prints both.
#[component]
fn consume(parameter: String, file: String) {
    println!("input parameter value: {parameter}\ninput artifact contents:\n{file}");
}

/// Consumes what it is given, and makes more.
#[pipeline]
fn nested(parameter: String, file: String) -> Generated {
    consume(parameter, file);
    generate()
}

/// A pipeline in a pipeline, with inputs and outputs.
#[pipeline]
fn nested_workflow() {
    let made = generate();
    let inner = nested(made.parameter, made.file);
    consume(inner.parameter, inner.file);
}
