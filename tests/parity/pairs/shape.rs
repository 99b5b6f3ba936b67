//! Steps and shapes of DAGs.

use super::{Pair, pair};

pub(super) fn pairs() -> Vec<Pair> {
    vec![
        pair("steps")
            .same("hello1", "print-message")
            .takes("message")
            .same("hello2a | hello2b", "print-message-2 | print-message-3")
            .takes("message")
            .order("hello1", "hello2a"),
        corners(pair("dag-diamond"))
            .order("A", "B")
            .order("A", "C")
            .order("B", "D")
            .order("C", "D"),
        corners(pair("dag-multiroot"))
            .order("A", "C")
            .order("A", "D")
            .order("B", "D"),
        pair("dag-diamond-steps")
            .same(
                "A/echo",
                "echo-thrice/print-message | echo-thrice/print-message-2 | echo-thrice/print-message-3",
            )
            .takes("message")
            .same(
                "B/echo",
                "echo-thrice-2/print-message | echo-thrice-2/print-message-2 | echo-thrice-2/print-message-3",
            )
            .takes("message")
            .same(
                "C/echo",
                "echo-thrice-3/print-message | echo-thrice-3/print-message-2 | echo-thrice-3/print-message-3",
            )
            .takes("message")
            .same(
                "D/echo",
                "echo-thrice-4/print-message | echo-thrice-4/print-message-2 | echo-thrice-4/print-message-3",
            )
            .takes("message")
            .order("A/echo", "B/echo")
            .order("A/echo", "C/echo")
            .order("B/echo", "D/echo")
            .order("C/echo", "D/echo")
            .note("The items are known when the pipeline is written: there is a task for each."),
        nested(nested(nested(nested(pair("dag-nested"), 0), 1), 2), 3)
            .order("A/A", "B/A")
            .order("A/A", "C/A")
            .order("B/A", "D/A")
            .order("C/A", "D/A"),
        pair("dag-enhanced-depends")
            .same("A", "pass")
            .same("B", "attempt-1/pass-2")
            .same("C", "attempt-2/fail")
            .same("should-execute-1", "pass-3")
            .same("should-execute-2 | should-execute-3", "if-1-then/pass-4 | if-1-then/pass-5")
            .same("should-not-execute", "if-2/pass-6")
            .ran()
            .order("C", "should-execute-1")
            .note("The task that may fail says so; `if` on whether it did stands for `depends`. What does not run is omitted there and skipped here."),
        say("dag-inline-workflow"),
        say("steps-inline-workflow"),
        say("dag-inline-workflowtemplate").template(),
        pair("nested-workflow")
            .same("/generate", "generate")
            .same("nested-wf/consume", "nested/consume")
            .same("nested-wf/generate", "nested/generate-2")
            .same("/consume", "consume-2")
            .order("/generate", "nested-wf/consume")
            .order("nested-wf/generate", "/consume")
            .note("What the file is an artifact of is a value here."),
    ]
}

/// Four tasks, which say their names.
fn corners(pair: Pair) -> Pair {
    pair.same("A", "print-message")
        .takes("message")
        .same("B", "print-message-2")
        .takes("message")
        .same("C", "print-message-3")
        .takes("message")
        .same("D", "print-message-4")
        .takes("message")
}

/// A diamond in a corner of the outer one.
fn nested(pair: Pair, corner: usize) -> Pair {
    const THEIRS: [&str; 4] = [
        "A/A | A/B | A/C | A/D",
        "B/A | B/B | B/C | B/D",
        "C/A | C/B | C/C | C/D",
        "D/A | D/B | D/C | D/D",
    ];
    const OURS: [&str; 4] = [
        "nested-diamond/print-message | nested-diamond/print-message-2 | nested-diamond/print-message-3 | nested-diamond/print-message-4",
        "nested-diamond-2/print-message | nested-diamond-2/print-message-2 | nested-diamond-2/print-message-3 | nested-diamond-2/print-message-4",
        "nested-diamond-3/print-message | nested-diamond-3/print-message-2 | nested-diamond-3/print-message-3 | nested-diamond-3/print-message-4",
        "nested-diamond-4/print-message | nested-diamond-4/print-message-2 | nested-diamond-4/print-message-3 | nested-diamond-4/print-message-4",
    ];
    pair.same(THEIRS[corner], OURS[corner]).takes("message")
}

/// One task in a workflow.
fn say(upstream: &'static str) -> Pair {
    pair(upstream).with("inline").same("a", "say").not_here()
}
