use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("failing").fails(["fail"]).omits(["text", "text-3"]),
        case("panicking").fails(["panic"]).omits(["note"]),
        case("aborting")
            .with("code", 3)
            .fails(["abort", "exit"])
            .omits(["note", "note-2"]),
        case("leaving").errs(["exit"]).omits(["note"]),
        case("killed").fails(["kill"]).omits(["note"]),
        case("retried")
            .fails(["fail-always", "fail"])
            .tries("fail-always", 3)
            .tries("fail", 2)
            .omits(["note"]),
        case("timed_out").fails(["sleep"]).omits(["note"]),
        case("failing_block")
            .with("n", 11)
            .fails(["if-1", "if-1/if-1-then", "if-1/if-1-then/fail"])
            .omits(["if-1/if-1-then/text", "text-3"])
            .skips(["if-1/text-2"]),
        case("failing_block")
            .with("n", 1)
            .skips(["if-1/if-1-then"])
            .gives("fine"),
        case("failing_condition").fails(["fail"]).omits(["if-1"]),
        failing_nested(true, true)
            .fails([
                "if-a",
                "if-a/if-a-then",
                "if-a/if-a-then/if-b",
                "if-a/if-a-then/if-b/fail",
            ])
            .skips(["if-a/text-2"])
            .omits(["text-3"]),
        failing_nested(true, false)
            .skips(["if-a/text-2", "if-a/if-a-then/if-b/fail"])
            .gives("a!"),
        failing_nested(false, true)
            .skips(["if-a/if-a-then"])
            .gives("fine!"),
        case("failing_alone").with("go", true).fails([
            "if-go",
            "if-go/if-go-then",
            "if-go/if-go-then/fail",
        ]),
        case("failing_alone")
            .with("go", false)
            .skips(["if-go/if-go-then"])
            .gives("made"),
        case("failing_before")
            .fails(["fail"])
            .omits(["note", "note-2", "if-boolean"]),
    ]
}

fn failing_nested(a: bool, b: bool) -> Case {
    case("failing_nested").with("a", a).with("b", b)
}
