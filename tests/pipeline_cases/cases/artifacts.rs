use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    [places(), lists(), given(), images()]
        .into_iter()
        .flatten()
        .collect()
}

/// One artifact, wherever a value can be.
fn places() -> Vec<Case> {
    vec![
        case("artifact_chain").with("text", "a").gives("a!"),
        case("artifact_chain").with("text", "").gives("!"),
        case("artifact_chain")
            .with("text", "{{=1+1}} $(x)\n\u{1f600}")
            .gives("{{=1+1}} $(x)\n\u{1f600}!"),
        case("artifact_for_two")
            .with("text", "a b")
            .gives("a b a b A B"),
        case("artifact_of_an_if")
            .with("number", 7)
            .skips(["if-1/if-1-else"])
            .gives("7"),
        case("artifact_of_an_if")
            .with("number", 0)
            .skips(["if-1/made-of"])
            .gives("none!"),
        case("artifact_of_a_choice")
            .with("number", 9)
            .gives("small"),
        case("artifact_of_a_choice")
            .with("number", 10)
            .gives("large"),
        case("optional_artifact")
            .with("number", 2)
            .gives("2 some none none"),
        case("optional_artifact")
            .with("number", 1)
            .gives("none some none none"),
        case("unwrapped_artifact")
            .with("number", 2)
            .skips(["if-made/joined"])
            .gives("2"),
        case("unwrapped_artifact")
            .with("number", 1)
            .skips(["if-made/read"])
            .gives("none"),
        case("artifact_of_a_call").with("text", "t").gives("ta!b!"),
        case("artifact_with_tries").with("text", "t").gives("t!"),
        case("artifact_of_what_may_fail")
            .with("number", 3)
            .gives("3"),
        case("artifact_of_what_may_fail")
            .with("number", -3)
            .forgives(["attempt-1/made-of"])
            .gives("nothing"),
        case("artifact_at_the_end").with("text", "t").gives("t"),
        case("folders_as_artifacts")
            .with("numbers", [1])
            .gives(["1 0", "7 0", "empty 0", "empty 0", "inner 1", "inner 1"]),
    ]
}

/// Lists of them.
fn lists() -> Vec<Case> {
    vec![
        case("artifacts_in_a_loop")
            .with("numbers", [1, 2])
            .gives(["1!", "2!"]),
        case("artifacts_in_a_loop")
            .with("numbers", [0; 0])
            .skips(["each-number", "each-made"])
            .gives([""; 0]),
        case("artifacts_of_a_list")
            .with("text", "first")
            .gives("first second second - 2"),
        case("artifacts_of_a_list_for_a_call")
            .with("text", "t")
            .gives("t t t"),
        case("artifacts_of_a_loop")
            .with("numbers", [3, 1, 2])
            .gives("3 1 2"),
        case("artifacts_of_a_loop").with("numbers", [5]).gives("5"),
        case("artifacts_of_a_loop")
            .with("numbers", [0; 0])
            .skips(["each-number"])
            .gives(""),
        case("artifacts_of_a_nested_loop")
            .with("lists", vec![vec![1, 2], vec![], vec![3]])
            .skips(["each-list(1)/each-number"])
            .gives("1 2; ; 3"),
        case("artifacts_of_a_nested_loop")
            .with("lists", Vec::<Vec<i64>>::new())
            .skips(["each-list"])
            .gives(""),
        case("artifacts_of_what_may_fail")
            .with("numbers", [1, -1, 2])
            .forgives(["each-number(1)/attempt-1/made-of"])
            .gives("1 - 2"),
        case("artifacts_of_one_task")
            .with("numbers", [4, 5])
            .gives("4 5 4 5"),
        case("artifacts_of_one_task")
            .with("numbers", [0; 0])
            .skips(["each-made"])
            .gives(" "),
        case("artifacts_gathered_in_a_loop")
            .with("numbers", [1, 2])
            .with("texts", ["a", "b"])
            .gives(["1a 2a", "1b 2b"]),
    ]
}

/// Those that a run is given, and gives itself.
fn given() -> Vec<Case> {
    vec![
        case("extended")
            .file("data", "given {{x}}")
            .with("text", "t")
            .gives("given {{x}}t!"),
        case("listed")
            .files("list", &["a", "b", "c"])
            .gives("a b c"),
        case("listed").files("list", &[]).gives(""),
    ]
}

/// Those of ready images.
fn images() -> Vec<Case> {
    let cases = [
        case("artifacts_of_images")
            .with("text", "b\na\n")
            .gives("a\nb 4"),
        case("lists_of_artifacts_for_images")
            .with("texts", ["a", "b"])
            .with("text", "c")
            .gives("ab cc"),
        case("artifacts_of_images_everywhere")
            .with("text", "b\na\n")
            .with("count", 1)
            .skips(["if-1/download"])
            .gives("a\nb lost"),
        case("artifacts_of_images_everywhere")
            .with("text", "b\na\n")
            .with("count", 2)
            .skips(["if-1/if-1-else"])
            .gives("many lost"),
    ];
    cases.map(Case::argo_only).into()
}
