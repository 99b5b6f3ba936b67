use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("after_tasks")
            .before("wait", "end")
            .before("wait-and-tell", "end"),
        case("after_in_block")
            .with("go", true)
            .before("wait", "if-go/if-go-then/wait-and-tell")
            .before("if-go/if-go-then/wait-and-tell", "if-go/if-go-then/end")
            .before("if-go/if-go-then/end", "if-go/if-go-then/note"),
        case("after_in_block")
            .with("go", false)
            .skips(["if-go/if-go-then"]),
        case("after_from_outside")
            .with("go", true)
            .before("wait", "if-go/end"),
        case("after_from_outside")
            .with("go", false)
            .skips(["if-go/end"]),
        case("after_if")
            .with("go", true)
            .skips(["if-go/text"])
            .before("if-go/wait-and-tell", "end"),
        case("after_if")
            .with("go", false)
            .skips(["if-go/wait-and-tell"])
            .before("if-go/text", "end"),
        case("after_chosen_value")
            .with("go", true)
            .before("wait-and-tell", "end")
            .before("text", "end"),
        case("after_in_nested_block")
            .with("a", true)
            .with("b", true)
            .before("if-a/if-a-then/wait-2", "if-a/if-a-then/if-b/end")
            .before("wait", "if-a/if-a-then/if-b/end"),
        case("after_in_nested_block")
            .with("a", true)
            .with("b", false)
            .skips(["if-a/if-a-then/if-b/end"]),
        case("after_in_nested_block")
            .with("a", false)
            .with("b", true)
            .skips(["if-a/if-a-then"]),
    ]
}
