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
        case("map_reduce")
            .of("map-reduce")
            .with("text", "a b {{a}}\nB\n$(a) c")
            .gives_json("output", exactly(r#"{"a":3,"b":2,"c":1}"#)),
        case("map_reduce")
            .of("map-reduce")
            .with("text", "")
            .gives_json("output", exactly("{}"))
            .skips(["each-part"]),
        recursion(100, 1, &["if-1/improve-2"]),
        recursion(1, 2, &["if-1/improve-2/if-1/improve-2"]),
        case("improve")
            .of("recursion")
            .with_json("model", exactly(r#"{"slope":1.0,"loss":9.0}"#))
            .with("wanted", 0)
            .with("rounds", 20)
            .gives_json("model", exactly(MODEL))
            .gives_named("rounds", 20)
            .skips(["if-1/improve"]),
        case("sub_pipelines")
            .of("sub-pipelines")
            .gives_named("result", "the left one is larger")
            .gives_named("rows", 13),
        case("load")
            .of("sub-pipelines")
            .with("source", "sales")
            .gives_json("mean", exactly(MEAN))
            .gives_named("count", 8),
    ]
}

const MODEL: &str = r#"{"slope":1.7425000000000002,"loss":0.4836718749999992}"#;
const MEAN: &str = "46.625";

fn recursion(wanted: i64, rounds: u32, skipped: &[&str]) -> Case {
    let model = match rounds {
        1 => r#"{"slope":1.4925000000000002,"loss":1.8805468749999985}"#,
        _ => r#"{"slope":1.865625,"loss":0.1402685546874997}"#,
    };
    case("recursion")
        .of("recursion")
        .with("wanted", wanted)
        .skips(skipped.iter().map(|path| format!("improve/{path}")))
        .gives_json("model", exactly(model))
        .gives_named("rounds", rounds)
}

fn conditional(seed: u64, value: &str, skipped: &[&str]) -> Case {
    case("conditional")
        .of("conditional")
        .with("seed", seed)
        .skips(skipped)
        .gives(value)
}
