//! Components that have one name, that of a module, or long names that begin alike.

use pipewright::prelude::*;
use std::fmt as formatting;

mod first {
    use super::*;

    #[component]
    pub(super) fn load(n: i64) -> i64 {
        n + 1
    }
}

mod second {
    use super::*;

    #[component]
    pub(super) fn load(n: i64) -> i64 {
        n * 10
    }

    #[component(name = "load")]
    pub(super) fn load_again(n: i64) -> i64 {
        n - 3
    }
}

#[component]
fn a_component_whose_name_is_so_long_that_kubernetes_has_no_room_for_its_end_once(n: i64) -> i64 {
    n * 2
}

#[component]
fn a_component_whose_name_is_so_long_that_kubernetes_has_no_room_for_its_end_twice(n: i64) -> i64 {
    n * 4
}

/// Each of them does what it does.
#[pipeline]
fn names_that_are_alike(n: i64) -> i64 {
    let loaded = second::load_again(second::load(first::load(n)));
    let once =
        a_component_whose_name_is_so_long_that_kubernetes_has_no_room_for_its_end_once(loaded);
    a_component_whose_name_is_so_long_that_kubernetes_has_no_room_for_its_end_twice(once)
}

/// A pipeline's name that is longer than that of a workflow can be.
#[pipeline]
fn a_pipeline_whose_name_is_so_long_that_kubernetes_has_no_room_for_its_end(n: i64) -> i64 {
    first::load(n)
}

mod shift {
    use super::*;

    #[component]
    pub(super) fn shift(n: i64, #[default(5)] by: i64) -> i64 {
        n + by
    }

    #[pipeline]
    pub(super) fn shifted(n: i64) -> i64 {
        shift(n, by = n)
    }
}

// A component brings a type of its name: beside the module it has another name.
use shift::shift as shift_by;
use shift::shifted;

mod parts {
    pub(super) mod scale {
        pub(in crate::names) const FACTOR: i64 = 7;
    }
}

#[component]
fn scale(n: i64) -> i64 {
    n * parts::scale::FACTOR
}

#[component]
fn fmt(n: i64) -> String {
    struct Signed(i64);

    impl formatting::Display for Signed {
        fn fmt(&self, f: &mut formatting::Formatter<'_>) -> formatting::Result {
            write!(f, "{:+}", self.0)
        }
    }

    Signed(n).to_string()
}

/// Components and a pipeline that have the names of modules.
#[pipeline]
fn names_of_modules(n: i64) -> String {
    let moved = shift::shift(shift_by(n, by = 1));
    fmt(scale(shifted(moved)))
}

/// A default that is the constant of a name that expansions could have.
const REQUIRED: i64 = 40;

// Names that expansions have, too.
#[component]
fn taken_names(
    __task: i64,
    __start0: i64,
    __branch0: i64,
    call: i64,
    builder: i64,
    given: i64,
    inputs: i64,
    invocation: i64,
    returned: i64,
    error: i64,
    causes: i64,
    #[default(REQUIRED)] __width1: i64,
    #[default(REQUIRED + 1)] __descriptor: i64,
) -> Result<String, String> {
    let all = [
        __task, __start0, __branch0, call, builder, given, inputs, invocation,
    ];
    let rest = [returned, error, causes, __width1, __descriptor];
    Ok(format!("{all:?}{rest:?}"))
}

/// Inputs, parameters and variables may have any name.
#[pipeline]
fn names_of_expansions(__task: i64, #[default(REQUIRED - 38)] __start0: i64) -> String {
    let __width1 = 4;
    let __argument0 = __task + __start0;
    let taken = taken_names(
        causes = 11,
        __task = __task,
        __start0 = __start0,
        __branch0 = 3,
        call = 4,
        builder = 5,
        given = 6,
        inputs = 7,
        invocation = 8,
        returned = 9,
        error = 10,
        __width1 = 12,
    );
    format!(
        "{__argument0:>__width1$}{taken:>0$}{__width1:.>__width1$}",
        __width1 + 1
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn functions_of_a_renamed_component_are_called() {
        assert_eq!(super::shift_by::call(1, 2), 3);
        assert_eq!(super::shift::shift::call(1, 2), 3);
        assert_eq!(super::shifted::pipeline().name, "shifted");
    }
}
