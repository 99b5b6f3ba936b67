use crate::case::{Case, case};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = ends();
    cases.push(
        case("with_handler_of_each")
            .with("list", vec![1, 2])
            .with("fails", true)
            .skips(["exit/each-failure"]),
    );
    cases.extend([false, true].map(each_failure));
    cases
}

/// Four failures of one second, and a handler that goes through them.
fn each_failure(fails: bool) -> Case {
    let failed = |path: &str| {
        (0..4)
            .map(|item| path.replace('#', &item.to_string()))
            .collect()
    };
    let item: Vec<String> = failed("each-1(#)");
    let task: Vec<String> = failed("each-1(#)/positive");
    let block: Vec<String> = failed("exit/each-failure(#)/if-fails");
    let told: Vec<String> = failed("exit/each-failure(#)/if-fails/positive-2");
    let outer: Vec<String> = failed("exit/each-failure(#)");
    let case = case("with_handler_of_each")
        .with("list", vec![-1, -2, -3, -4])
        .with("fails", fails)
        .fails(["each-1", "each-1"])
        .fails(item)
        .fails(task);
    match fails {
        false => case.skips(told),
        true => case
            .fails(["exit", "exit/each-failure", "exit/each-failure"])
            .fails(outer)
            .fails(block)
            .fails(told),
    }
}

fn ends() -> Vec<Case> {
    vec![
        case("grouped")
            .with("value", 1)
            .gives(2)
            .before("note", "group-1/integer")
            .before("group-1/integer-2", "note-3"),
        case("group_of_nothing").before("first-part/note-2", "note-3"),
        case("retried_group")
            .with("reason", "x")
            .fails(["group-1", "group-1/fail"])
            .tries("group-1", 2)
            .omits(["text-2"]),
        case("forgiven_task")
            .with("reason", "x")
            .gives("nothing")
            .forgives(["attempt-1/fail"])
            .before("note", "text"),
        case("decided_by_failure")
            .with("value", 3)
            .gives("got 3")
            .skips(["if-1/text-2"]),
        case("decided_by_failure")
            .with("value", -3)
            .gives("got nothing")
            .forgives(["attempt-1/positive"])
            .skips(["if-1/text"]),
        case("with_handler")
            .with("value", 3)
            .with("name", "good")
            .gives(3)
            .skips(["exit/if-1/note"])
            .before("positive", "exit/tell"),
        case("with_handler")
            .with("value", -3)
            .with("name", "bad")
            .fails(["positive"]),
        case("late_with_handler").fails(["sleep"]).omits(["note"]),
        case("with_failing_handler")
            .with("value", 3)
            .fails(["exit", "exit/fail"]),
        case("part_with_handler")
            .with("value", 3)
            .gives(3)
            .before("group-1/exit/note", "integer"),
        case("part_with_handler")
            .with("value", -3)
            .fails(["group-1", "group-1/positive"])
            .omits(["integer"]),
        case("retried_part_with_handler")
            .with("value", -3)
            .fails(["group-1", "group-1/positive"])
            .tries("group-1", 2)
            .omits(["integer"]),
    ]
}
