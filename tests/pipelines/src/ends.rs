//! How parts of a pipeline end: groups, what may fail, exit handlers.

use crate::components::{fail, integer, note, text};
use pipewright::prelude::*;

/// Keeps its order in a group, and waits for what stands before it.
#[pipeline]
fn grouped(value: i64) -> i64 {
    let setup = note("setup");
    let result = group().after(&setup).run(|| {
        let first = integer(value);
        note("beside");
        integer(first + 1)
    });
    note("behind").after(&result);
    result
}

/// A group that gives nothing can be waited for.
#[pipeline]
fn group_of_nothing() {
    let done = group().display_name("First part").run(|| {
        note("a");
        note("b");
    });
    note("c").after(&done);
}

/// All of a group is tried again.
#[pipeline]
fn retried_group(reason: String) -> String {
    let inner = group().retries(1).run(|| {
        let before = text(reason);
        fail(before)
    });
    text(inner)
}

/// A task that may fail, and who waits for it.
#[pipeline]
fn forgiven_task(reason: String) -> String {
    let result = fail(reason).allow_failure();
    let after = note("after").after(&result);
    text(result.unwrap_or("nothing")).after(&after)
}

/// Whether it failed decides.
#[pipeline]
fn decided_by_failure(value: i64) -> String {
    let result = crate::loops::positive(value).allow_failure();
    if result.is_some() {
        text(format!("got {}", result.unwrap_or(0)))
    } else {
        text("got nothing")
    }
}

/// Tells how it ended.
#[component]
pub(crate) fn tell(
    status: ExitStatus,
    failures: Vec<TaskFailure>,
    name: String,
) -> Result<(), String> {
    println!("{name}: {status:?} {failures:?}");
    let expected = match name.as_str() {
        "good" => status == ExitStatus::Succeeded && failures.is_empty(),
        _ => {
            status == ExitStatus::Failed
                && failures.iter().any(|failure| {
                    // What the task says, and not only its exit code.
                    failure.task == "positive" && failure.message.contains(" is negative")
                })
        }
    };
    if expected {
        Ok(())
    } else {
        Err(format!("{status:?} {failures:?}"))
    }
}

/// The handler of a pipeline runs whether it fails or not.
#[pipeline]
fn with_handler(value: i64, name: String) -> i64 {
    on_exit(|exit| {
        tell(exit.status, exit.failures, name);
        if exit.status == ExitStatus::Failed {
            note("it failed");
        }
    });
    crate::loops::positive(value)
}

/// A number that is negative for a failure of `positive`.
#[component]
pub(crate) fn sign_of(failure: TaskFailure) -> i64 {
    if failure.task == "positive" { -1 } else { 1 }
}

/// The handler goes through several failures, and adds others that are none of the pipeline's.
#[pipeline]
fn with_handler_of_each(list: Vec<i64>, fails: bool) {
    on_exit(|exit| {
        for failure in exit.failures {
            let sign = sign_of(failure);
            if fails {
                crate::loops::positive(sign);
            }
        }
    });
    list.map(crate::loops::positive);
}

/// The handler runs when a task takes too long, too.
#[pipeline]
fn late_with_handler() {
    on_exit(|exit| {
        if exit.status == ExitStatus::Failed {
            note("too late");
        }
    });
    let late = crate::failures::sleep(60).timeout(seconds(2));
    note("behind").after(&late);
}

/// A handler that fails.
#[pipeline]
fn with_failing_handler(value: i64) -> i64 {
    on_exit(|_| {
        fail("handler");
    });
    integer(value)
}

/// The handler of a part runs when the part has ended, before what comes behind it.
#[pipeline]
fn part_with_handler(value: i64) -> i64 {
    let part = group()
        .on_exit(move |exit| {
            note(format!("{value} {}", exit.status));
        })
        .run(|| crate::loops::positive(value));
    integer(part)
}

/// A part with tries and a handler.
#[pipeline]
fn retried_part_with_handler(value: i64) -> i64 {
    let part = group()
        .retries(1)
        .on_exit(|exit| {
            note(format!("{}", exit.status));
        })
        .run(|| crate::loops::positive(value));
    integer(part)
}
