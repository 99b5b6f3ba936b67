//! Basics, parameters and globals.

use super::{Pair, pair};

pub(super) fn pairs() -> Vec<Pair> {
    vec![
        pair("hello-world").same(".", "say-hello").not_here(),
        pair("title-and-description-with-markdown")
            .same(".", "say-hello")
            .not_here(),
        pair("arguments-parameters")
            .same(".", "print-message")
            .takes("message"),
        pair("global-parameters")
            .same(".", "print-anywhere")
            .note("A parameter of the pipeline is visible everywhere in it, and goes to tasks as their input.")
            .not_here(),
        pair("output-parameter")
            .same("generate-parameter", "greeting")
            .same("consume-parameter", "print-message")
            .takes("message")
            .order("generate-parameter", "consume-parameter")
            .note("The output has no default: a component that succeeds has written it."),
        pair("colored-logs")
            .same(".", "print-colors")
            .edited("range(1, 100)", "range(1, 3)"),
        pair("forever")
            .same(".", "count")
            .edited("$(seq 1 1000)", "$(seq 1 2)")
            .not_here(),
    ]
}
