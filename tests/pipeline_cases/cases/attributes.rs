use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("not_configured")
            .with("number", 1)
            .gives("one")
            .skips(["match-integer/text-2"]),
        case("configured_inputs").gives("2"),
        case("linted").with("number", 1).with("other", 2),
    ]
}
