//! Basics, parameters and globals.

use crate::components::print_message;
use pipewright::prelude::*;

/// Prints with a ready image.
#[component]
fn say_hello() -> Container {
    Container::new("busybox").command(["echo", "hello world"])
}

/// A container that says hello.
#[pipeline]
fn hello_world() {
    say_hello();
}

/// `This is a simple hello world example.`
/// It has **Markdown** in its description.
#[pipeline]
fn title_and_description_with_markdown() {
    say_hello();
}

/// A parameter of the workflow goes to a task.
#[pipeline]
fn arguments_parameters(#[default("hello world")] message: String) {
    print_message(message);
}

/// Prints with a ready image.
#[component]
fn print_anywhere(message: Input<String>) -> Container {
    Container::new("busybox").command(["echo"]).arg(message)
}

/// A parameter that any task can use.
#[pipeline]
fn global_parameters(#[default("hello world")] message: String) {
    print_anywhere(message);
}

/// Makes a greeting.
#[component]
fn greeting() -> String {
    "hello world".to_owned()
}

/// An output of a task is the input of the next.
#[pipeline]
fn output_parameter() {
    print_message(greeting());
}

/// Prints in colors.
#[component]
fn print_colors() {
    for (color, name) in [(0, "none"), (31, "red"), (32, "green"), (34, "blue")] {
        println!("\x1b[{color}m{name}\x1b[0m");
    }
}

/// Logs keep their colors.
#[pipeline]
fn colored_logs() {
    print_colors();
}

/// Counts slowly.
#[component]
fn count(seconds: Input<u32>) -> Container {
    let script = "for I in $(seq 1 \"$1\"); do echo $I; sleep 1; done";
    Container::new("busybox")
        .command(["sh", "-c", script, "sh"])
        .arg(seconds)
}

/// Runs for long.
#[pipeline]
fn forever(#[default(2)] seconds: u32) {
    count(seconds);
}
