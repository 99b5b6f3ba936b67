use crate::case::{Case, case, exactly};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("several_outputs")
            .with("a", 23.5)
            .with("b", 7)
            .gives_json("quotient", exactly("1"))
            .gives_json("remainder", exactly("0.5")),
        case("outputs_of_types")
            .with("word", "{{é}}")
            .gives_named("text", "{{é}}{{é}} 5")
            .gives_named("count", 7)
            .gives_json("list", exactly("[0.5,1e21]"))
            .gives_named("flag", true)
            .gives_named("type", "in between"),
        case("outputs_of_types")
            .with("word", "")
            .gives_named("text", " 0")
            .gives_named("count", 2)
            .gives_json("list", exactly("[0.5,1e21]"))
            .gives_named("flag", false)
            .gives_named("type", "in between"),
        case("no_outputs")
            .with("word", "a")
            .before("note", "note-2"),
        case("results").with("word", "-12").gives(-12),
        case("results").with("word", "x").fails(["try-integer"]),
        case("parameter_as_output")
            .with("word", "{{workflow.name}}")
            .with("level", "Low")
            .gives_named("word", "{{workflow.name}}")
            .gives_named("level", "Low"),
        case("one_template").with("word", "w").gives("w1"),
    ]
}
