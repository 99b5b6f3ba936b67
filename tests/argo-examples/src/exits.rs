//! Exit handlers.

use crate::components::{fail, print_message};
use pipewright::prelude::*;

/// Says goodbye.
#[component]
fn clean_up(message: String) {
    println!("{message}");
}

/// A message, and a handler of its own.
fn with_clean_up(message: &'static str, step: pipewright::GroupOptions<'_>) -> Value<()> {
    step.on_exit(|_| clean_up("step cleanup"))
        .run(|| print_message(message))
}

/// Each task of a DAG has a handler.
#[pipeline]
fn exit_handler_dag_level() {
    let a = with_clean_up("A", group());
    let b = with_clean_up("B", group().after(&a));
    let c = with_clean_up("C", group().after(&a));
    with_clean_up("D", group().after(&b).after(&c));
}

/// Each step has a handler.
#[pipeline]
fn exit_handler_step_level() {
    let first = with_clean_up("hello1", group());
    with_clean_up("hello2a", group().after(&first));
    with_clean_up("hello2b", group().after(&first));
}

/// Prints with a ready image.
#[component]
fn hello_world() -> Container {
    Container::new("busybox").command(["echo", "hello world"])
}

/// Prints with a ready image.
#[component]
fn goodbye_world() -> Container {
    Container::new("busybox").command(["echo", "goodbye world"])
}

/// A handler that is a container.
#[pipeline]
fn template_on_exit() {
    let a = group().on_exit(|_| goodbye_world()).run(hello_world);
    group()
        .after(&a)
        .on_exit(|_| goodbye_world())
        .run(hello_world);
}

/// Tells a channel how it went.
#[component]
fn notify(status: ExitStatus) {
    println!("finished: {status}");
}

/// Says hello.
#[component]
fn say_hello() {
    println!("hello");
}

/// Tells how it went, whatever happens.
#[pipeline]
fn exit_handler_slack() {
    on_exit(|exit| notify(exit.status));
    say_hello();
}

/// Tells people what failed.
#[component]
fn send_email(status: ExitStatus, failures: Vec<TaskFailure>) {
    println!("{status}: {failures:?}");
}

/// Is glad.
#[component]
fn celebrate() {
    println!("hooray!");
}

/// Is sad.
#[component]
fn cry() {
    println!("boohoo!");
}

/// A handler of a few tasks, some of which run.
#[pipeline]
fn exit_handlers() {
    on_exit(|exit| {
        send_email(exit.status, exit.failures);
        if exit.status == ExitStatus::Succeeded {
            celebrate();
        } else {
            cry();
        }
    });
    fail();
}
