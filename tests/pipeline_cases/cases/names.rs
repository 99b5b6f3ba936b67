use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    let long = "a_pipeline_whose_name_is_so_long_that_kubernetes_has_no_room_for_its_end";
    vec![
        case("names_that_are_alike").with("n", 4).gives(8 * 47),
        case("names_of_modules").with("n", 4).gives("+140"),
        case("shifted").with("n", 3).gives(6),
        case("names_of_expansions")
            .with("__task", 1)
            .gives("   3[1, 2, 3, 4, 5, 6, 7, 8][9, 10, 11, 12, 41]...4"),
        case(long).with("n", 4).gives(5),
    ]
}
