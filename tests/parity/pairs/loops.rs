//! Loops and what becomes of their outputs.

use super::{Pair, pair};
use crate::laws;

pub(super) fn pairs() -> Vec<Pair> {
    vec![
        pair("loops")
            .same("print-message-loop", "print-message")
            .takes("message"),
        pair("loops-dag")
            .same("A", "print-message")
            .takes("message")
            .same("B", "each-message/print-message-2")
            .takes("message")
            .same("C", "print-message-3")
            .takes("message")
            .order("A", "B")
            .order("B", "C"),
        pair("loops-maps")
            .same(
                "test-linux",
                "describe-system | describe-system-2 | describe-system-3 | describe-system-4",
            )
            .takes("image")
            .takes("tag")
            .note(SYSTEMS),
        pair("loops-param-argument")
            .same("test-linux", "describe-system")
            .takes("image")
            .takes("tag")
            .note(SYSTEMS),
        pair("loops-param-result")
            .same("generate", "numbers")
            .same("sleep", "sleep")
            .takes("seconds")
            .order("generate", "sleep")
            .edited("range(20, 31)", "range(5)"),
        sequences(pair("loops-sequence")),
        pair("withsequence-nested-result")
            .same("hello-a", "hello")
            .gives("output")
            .same("hello-b/hello-b", "hello-hello/hello-2")
            .gives("output")
            .ran()
            .same("hello-b/hello-c", "hello-hello/each-2/hello-3")
            .gives("output")
            .ran()
            .others()
            .holds(laws::nested_counts)
            .note(
                "Argo counts from 1 down to 0 where a task gives 0; a range of Rust is empty then.",
            ),
        pair("handle-large-output-results")
            .same("get-items", "items")
            .same("sequence-param", "item")
            .takes("index")
            .order("get-items", "sequence-param")
            .note("The list of items is a value here, not a file."),
        pair("loops-arbitrary-sequential-steps")
            .same("unit-step", "take-step")
            .takes("message"),
        aggregation(pair("parameter-aggregation")),
        aggregation(pair("parameter-aggregation-dag")),
        pair("parameter-aggregation-script")
            .same("odd-or-even", "odd-or-even")
            .takes("num")
            .same("divide-by-2", "divide-by-2")
            .takes("num")
            .order("odd-or-even", "divide-by-2"),
        pair("map-reduce")
            .same("split", "split")
            .same("map", "double")
            .same("reduce", "total")
            .order("split", "map")
            .order("map", "reduce")
            .note("The parts are values here, not files of a bucket, and ours gives the sum."),
    ]
}

const SYSTEMS: &str =
    "The task runs in the image that the item names; ours takes the item as data.";

fn sequences(pair: Pair) -> Pair {
    pair.same(
        "sequence-count",
        "print-message | print-message-2 | print-message-3 | print-message-4 | print-message-5",
    )
    .same(
        "sequence-start-end",
        "print-message-6 | print-message-7 | print-message-8 | print-message-9 | print-message-10 | print-message-11",
    )
    .same("sequence-param", "print-message-12")
    .same(
        "sequence-negative",
        "print-message-13 | print-message-14 | print-message-15 | print-message-16 | print-message-17 | print-message-18",
    )
    .same(
        "sequence-format",
        "print-message-19 | print-message-20 | print-message-21 | print-message-22 | print-message-23",
    )
    .edited("name: msg", "name: message")
    .edited("inputs.parameters.msg", "inputs.parameters.message")
    .each_takes("message")
}

fn aggregation(pair: Pair) -> Pair {
    pair.same("odd-or-even", "odd-or-even")
        .takes("num")
        .same("print-nums | print-evenness", "print-numbers | print-list")
        .same("divide-by-2", "if-1-then/divide-by-2 | if-1-then")
        .same("print", "if-1-then/print-message")
        .takes("message")
        .order("odd-or-even", "print-nums")
        .note("The last tasks of the file loop over what the others gave; ours stand in the same block.")
}
