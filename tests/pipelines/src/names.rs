//! Components that have one name, or long names that begin alike.

use pipewright::prelude::*;

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
