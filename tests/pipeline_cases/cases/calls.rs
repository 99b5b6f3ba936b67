use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("scale")
            .with("value", 3)
            .gives_named("number", 30)
            .gives_named("label", "none: 30"),
        case("scaled")
            .with("value", 3)
            .gives(vec!["none: 30", "second: 60", "<second: 60>: 10"])
            .before("scale/text", "the-third/integer"),
        case("say").with("message", "{{x}}"),
        case("said")
            .with("message", "first")
            .before("say/note", "say-2/note"),
        case("called_with_a_quotient")
            .with("a", 6)
            .with("b", 2)
            .before("say/note", "say-2/note"),
        case("called_with_a_quotient")
            .with("a", 6)
            .with("b", 0)
            .fails_early(["say"])
            .omits(["say-2"]),
        case("called_in_blocks")
            .with("list", vec![1, 5])
            .with("limit", 3)
            .gives(vec![10, 0])
            .skips(["each-item(0)/if-1/scale", "each-item(1)/if-1/scale-2"]),
        case("sometimes").with("reason", "x").fails(["fail"]),
        case("retried_call")
            .with("reason", "x")
            .fails(["retry-1", "retry-1/sometimes", "retry-1/sometimes/fail"])
            .tries("retry-1", 2)
            .omits(["text-2"]),
        case("forgiven_call")
            .with("reason", "x")
            .gives("it failed")
            .forgives(["attempt-1/sometimes", "attempt-1/sometimes/fail"]),
        case("countdown")
            .with("n", 2)
            .gives("2 1 liftoff")
            .skips(["if-1/countdown/if-2/countdown-2/if-2/countdown-2"]),
        case("even")
            .with("n", 3)
            .gives(false)
            .skips(["if-1/odd/if-2/even/if-3/odd-2/if-2/even"]),
        case("odd")
            .with("n", 1)
            .gives(true)
            .skips(["if-1/even/if-2/odd"]),
        case("called_across_crates").with("from", 1).gives(24),
        case("walk").with("from", 1).gives(103),
        case("steps::walk")
            .with("from", 1)
            .gives_named("next", 2)
            .gives_named("after", 3),
        case("handled").with("value", 3).gives(4),
        case("handled_call").with("value", 3).gives(8),
    ]
}
