use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    let own = [
        "own_format_of_a_module",
        "own_format_of_an_outer_module",
        "own_format_that_is_imported",
        "own_format_of_another_name",
        "own_format_that_is_used",
    ];
    let own = own.map(|name| case(name).with("word", "w").gives("W"));
    let other = case("format_beside_others").with("word", "w").gives("__w");
    own.into_iter().chain([other]).collect()
}
