use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("after_tasks")
            .before("wait", "end")
            .before("wait-and-tell", "end"),
        case("after_in_block")
            .with("go", true)
            .before("wait", "if-1/if-1-then/wait-and-tell")
            .before("if-1/if-1-then/wait-and-tell", "if-1/if-1-then/end")
            .before("if-1/if-1-then/end", "if-1/if-1-then/note"),
        case("after_in_block")
            .with("go", false)
            .skips(["if-1/if-1-then"]),
        case("after_from_outside")
            .with("go", true)
            .before("wait", "if-1/end"),
        case("after_from_outside")
            .with("go", false)
            .skips(["if-1/end"]),
        case("after_if")
            .with("go", true)
            .skips(["if-1/text"])
            .before("if-1/wait-and-tell", "end"),
        case("after_if")
            .with("go", false)
            .skips(["if-1/wait-and-tell"])
            .before("if-1/text", "end"),
        case("after_chosen_value")
            .with("go", true)
            .before("wait-and-tell", "end")
            .before("text", "end"),
        case("after_in_nested_block")
            .with("a", true)
            .with("b", true)
            .before("if-1/if-1-then/wait-2", "if-1/if-1-then/if-2/end")
            .before("wait", "if-1/if-1-then/if-2/end"),
        case("after_in_nested_block")
            .with("a", true)
            .with("b", false)
            .skips(["if-1/if-1-then/if-2/end"]),
        case("after_in_nested_block")
            .with("a", false)
            .with("b", true)
            .skips(["if-1/if-1-then"]),
    ]
}
