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
mod plans;
mod run;
mod stop;

use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;

macro_rules! tests {
    ($($module:ident: $($name:ident)*;)*) => {
        &[$($((concat!(stringify!($module), "::", stringify!($name)), $module::$name),)*)*]
    };
}

const TESTS: &[(&str, fn())] = tests! {
    exec: values_as_words all_outputs wrong_names wrong_values missing_input failing panicking forgotten_output
        output_that_json_cannot_hold other_version unknown_component unwritable_output trailing_newlines long_words;
    run: chain defaults parameters parallel one_at_a_time order large_values environment empty integers;
    block: branches nested skipped_value format condition_without_value;
    failure: message panic dependants_are_omitted independent_tasks_go_on omitted_in_blocks retries_help retries_used_up timeout
        timeout_kills_children signal exit_code containers arguments left_behind no_program;
    output: lines flood lossy error_line;
    each: collected texts numbers side_by_side empty failing_items failing_fast nested of_a_template many no_list;
    limits: one_after_the_other two_at_a_time as_many_as_there_are;
    groups: attempts attempts_in_loops tries_of_blocks tries_used_up recursion too_deep without_tasks;
    exits: of_the_pipeline told_of_failures failing_handler of_a_part not_of_what_did_not_run handlers_that_cannot_start;
    stop: running_tasks handlers_still_run twice loops_and_retries before_the_start;
};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let first = arguments.next();
    if first.is_some_and(|word| word == pipewright_runner::exec::COMMAND) {
        return pipewright_runner::exec::main(arguments);
    }
    let trial = |(name, test): &(&str, fn())| {
        let test = *test;
        Trial::test(*name, move || {
            test();
            Ok(())
        })
    };
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, TESTS.iter().map(trial).collect()).exit_code()
}
