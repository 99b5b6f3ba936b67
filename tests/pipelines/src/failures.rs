//! Tasks that fail: what depends on them does not run, everything else does.

use crate::components::*;
use pipewright::prelude::*;

#[component]
fn panic(reason: String) -> String {
    panic!("{reason}");
}

#[component]
fn abort() -> String {
    std::process::abort();
}

/// Kills its own process, as the kernel does when memory is short.
#[component]
fn kill() -> String {
    let status = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let process = status.split(' ').next().unwrap_or_default().to_owned();
    let busybox = std::process::Command::new("sh")
        .args(["-c", &format!("kill -9 {process}")])
        .status();
    println!("{busybox:?}");
    std::process::abort();
}

#[component]
fn exit(code: i32) -> String {
    std::process::exit(code);
}

#[component]
pub(crate) fn sleep(seconds: u64) -> String {
    std::thread::sleep(std::time::Duration::from_secs(seconds));
    "rested".into()
}

/// A component that fails, with a dependant, a dependant of that, and a branch of its own.
#[pipeline]
fn failing() -> String {
    let failed = fail("{{workflow.name}} it had to");
    let after = text(failed);
    let first = text("independent");
    note(first);
    let second = text(format!("{after}{first}"));
    second
}

/// A component that panics.
#[pipeline]
fn panicking() -> String {
    let failed = panic("at the \"disco\"");
    note(failed);
    text("independent")
}

/// A component that aborts, and one that exits behind our back.
#[pipeline]
fn aborting(code: i32) {
    note(abort());
    note(exit(code));
    less();
}

/// A component that exits without its outputs, as if all were well.
#[pipeline]
fn leaving() {
    note(exit(0));
    less();
}

/// A component that is killed.
#[pipeline]
fn killed() {
    note(kill());
    less();
}

/// A component that fails whenever it is tried.
#[component(retries = 2)]
fn fail_always() -> Result<i64, String> {
    Err("not this time".into())
}

/// A component that is tried again, by its attribute and by its call.
#[pipeline]
fn retried() {
    let first = fail_always();
    let second = fail("once more").retries(1);
    let third = text("fine").retries(2);
    note(format!("{first}{second}"));
    note(third);
}

/// A component that takes too long, one in time, and one that is tried again.
#[pipeline]
fn timed_out() {
    let late = sleep(60).timeout(seconds(2));
    let early = sleep(0).timeout(seconds(60));
    note(late);
    note(early);
}

/// A task in a block fails; the pipeline's other tasks go on.
#[pipeline]
fn failing_block(n: i64) -> String {
    let n = integer(n);
    let made = if n > 10 {
        let failed = fail("inside");
        note("beside");
        text(failed)
    } else {
        text("fine")
    };
    note("independent");
    text(made)
}

/// A condition needs a value of a task that fails.
#[pipeline]
fn failing_condition() {
    let failed = fail("no value");
    if failed == "x" {
        equal();
    } else {
        not_equal();
    }
    less();
}

/// Two blocks deep.
#[pipeline]
fn failing_nested(a: bool, b: bool) -> String {
    let made = if a {
        let word = text("a");
        if b { fail("deep") } else { word }
    } else {
        text("fine")
    };
    text(format!("{made}!"))
}

/// A failing task that nothing depends on, in a block and outside.
#[pipeline]
fn failing_alone(go: bool) -> String {
    if go {
        fail("in the block");
        note("beside");
    }
    text("made")
}

/// Tasks behind a failed one by `.after` only.
#[pipeline]
fn failing_before() {
    let failed = fail("first");
    let second = note("second").after(&failed);
    note("third").after(&second);
    if boolean(true) {
        note("block").after(&failed);
    }
    less();
}
