//! `.after`: tasks that use no values of those before them.

use crate::components::*;
use pipewright::prelude::*;

/// Takes a while.
#[component]
fn wait() {
    std::thread::sleep(std::time::Duration::from_millis(1500));
}

#[component]
fn wait_and_tell(word: String) -> String {
    std::thread::sleep(std::time::Duration::from_millis(1500));
    word
}

#[component]
fn end() {}

/// A task after two others, one of which gives nothing.
#[pipeline]
fn after_tasks() {
    let first = wait();
    let second = wait_and_tell("x");
    end().after(&first).after(&second);
}

/// Order within a block, and of a block behind a task from outside.
#[pipeline]
fn after_in_block(go: bool) {
    let before = wait();
    if go {
        let inside = wait_and_tell("x");
        let last = end().after(&inside);
        note("after the end").after(&last).after(&before);
    }
}

/// A task of the only step of a block, behind one from outside.
#[pipeline]
fn after_from_outside(go: bool) {
    let before = wait();
    if go {
        end().after(&before);
    }
}

/// A task after an `if`, whether its block ran or was skipped.
#[pipeline]
fn after_if(go: bool) {
    let word = if go { wait_and_tell("x") } else { text("y") };
    end().after(&word);
}

/// A task after one of a block, in a block within.
#[pipeline]
fn after_in_nested_block(a: bool, b: bool) {
    let outer = wait();
    if a {
        let middle = wait();
        if b {
            end().after(&middle).after(&outer);
        }
        note("beside");
    }
}

/// A task after a value that is chosen from those of two tasks.
#[pipeline]
fn after_chosen_value(go: bool) {
    let first = wait_and_tell("x");
    let second = text("y");
    let chosen = if go { second } else { first };
    let again = if go { chosen } else { second };
    end().after(&again);
}
