use crate::case::{Case, case, exactly};

pub(super) fn cases() -> Vec<Case> {
    vec![
        case("calculation")
            .of("calculation")
            .with("a", 7)
            .with("b", 8)
            .gives_json("output", exactly("18")),
        case("calculation")
            .of("calculation")
            .with("a", 7)
            .gives_json("output", exactly("18")),
        case("calculation")
            .of("calculation")
            .with("a", 7)
            .with("b", 0)
            .fails(["divide"])
            .omits(["add-2"]),
        conditional(21, "3 is small", &["if-1/medium", "if-1/large"]),
        conditional(1, "15 is medium", &["if-1/small", "if-1/large"]),
        conditional(3, "50 is large", &["if-1/medium", "if-1/small"]),
        case("recommender")
            .of("recommender")
            .before("update-data", "train")
            .before("train", "publish-model")
            .argo_only(),
    ]
}

fn conditional(seed: u64, value: &str, skipped: &[&str]) -> Case {
    case("conditional")
        .of("conditional")
        .with("seed", seed)
        .skips(skipped)
        .gives(value)
}
