//! The engine and the executor with real processes: this test is the program of its own tasks.

mod block;
mod components;
mod each;
mod exec;
mod exits;
mod failure;
mod groups;
mod limits;
mod output;
mod people;
mod plans;
mod run;
mod stop;

use std::panic::catch_unwind;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

macro_rules! tests {
    ($($module:ident: $($name:ident)*;)*) => {
        &[$($((concat!(stringify!($module), "::", stringify!($name)), $module::$name),)*)*]
    };
}

const TESTS: &[(&str, fn())] = tests! {
    exec: values_as_words values_in_one_word computed_inputs inputs_that_cannot_be_computed all_outputs wrong_names wrong_values missing_input failing panicking forgotten_output
        output_that_json_cannot_hold other_version unknown_component unwritable_output trailing_newlines long_words;
    run: chain defaults parameters parallel one_at_a_time order large_values environment empty integers;
    block: branches nested skipped_value format condition_without_value;
    failure: message panic dependants_are_omitted independent_tasks_go_on all_others_run omitted_in_blocks retries_help retries_used_up timeout
        timeout_kills_children signal exit_code containers arguments left_behind no_program;
    output: lines flood lossy error_line;
    each: collected texts numbers side_by_side empty failing_items failing_fast nested of_a_template many no_list;
    limits: one_after_the_other two_at_a_time as_many_as_there_are;
    groups: attempts attempts_in_loops tries_of_blocks tries_used_up recursion too_deep without_tasks;
    exits: of_the_pipeline told_of_failures failing_handler of_a_part failures_of_a_part not_of_what_did_not_run handlers_that_cannot_start;
    people: answers refusals limits stops;
    stop: running_tasks handlers_still_run twice loops_and_retries before_the_start observers_that_wait panicking_observer;
};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let first = arguments.next();
    if first
        .as_ref()
        .is_some_and(|word| word == pipewright_runner::exec::COMMAND)
    {
        return pipewright_runner::exec::main(&components::Registry, arguments);
    }
    let words: Vec<String> = (first.into_iter().chain(arguments))
        .filter_map(|word| word.into_string().ok())
        .collect();
    // None of these tests is ignored.
    if words.iter().any(|word| word == "--ignored") {
        return ExitCode::SUCCESS;
    }
    let filter = words.iter().find(|word| !word.starts_with('-'));
    let wanted = |(name, _): &&(&str, fn())| filter.is_none_or(|filter| name.contains(filter));
    let failed = run(&TESTS.iter().filter(wanted).collect::<Vec<_>>());
    if failed.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("failed: {failed:?}");
    ExitCode::FAILURE
}

/// Runs tests, some at a time, and gives the names of those that failed.
fn run(tests: &[&(&'static str, fn())]) -> Vec<&'static str> {
    // More than there are processors: the tests wait for processes most of the time.
    const AT_A_TIME: usize = 4;
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(vec![]));
    let work = || {
        while let Some((name, test)) = tests.get(next.fetch_add(1, Ordering::Relaxed)) {
            let passed = catch_unwind(test).is_ok();
            println!("test {name} ... {}", if passed { "ok" } else { "FAILED" });
            if !passed {
                failed.lock().expect("no holder panics").push(*name);
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(work);
        }
    });
    failed.into_inner().expect("no holder panics")
}
