use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("unrolled")
            .with("word", "w")
            .gives("start+0-1{{2'3 1 2"),
        case("unrolled_conditions")
            .with("n", 5)
            .skips(["if-1/text-2", "if-2/text-3", "if-3/text-4"])
            .gives("none"),
        case("unrolled_conditions")
            .with("n", 25)
            .skips(["if-3/text-4"])
            .gives("over 20"),
        case("helped")
            .with("word", "{{x}}")
            .gives("{{x}}!!")
            .before("text-2", "text"),
        case("taken_apart").gives(
            "[5, 2] [3, 4] [2, 4] [1, 3] 1one2two [\"one1\", \"two2\"] Some(\"three3\") 3 ab",
        ),
        case("plain_parts")
            .with("word", "w")
            .with("rows", 9)
            .gives("w none 7 1 part 1 5 part 4 9 five 9 7"),
        case("own_format")
            .with("word", "w")
            .gives(["own path", "own import"]),
        case("own_format_of_a_body")
            .with("word", "w")
            .gives(["w", "other"]),
        case("format_by_path").with("word", "w").gives(["w!", "w?"]),
        case("plain_conditions")
            .with("word", "w")
            .gives("w 3 three"),
    ]
}
