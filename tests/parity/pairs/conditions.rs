//! Conditionals and recursion.

use super::{Pair, pair};
use crate::laws;

pub(super) fn pairs() -> Vec<Pair> {
    vec![
        flip(pair("coinflip")).holds(laws::one_side),
        flip(pair("conditional-artifacts").with("conditional-result"))
            .holds(laws::one_side)
            .note(ARTIFACT),
        flip(pair("dag-conditional-artifacts").with("conditional-result"))
            .holds(laws::one_side)
            .note(ARTIFACT),
        flip(pair("conditional-parameters").with("conditional-result"))
            .output("stepresult", "output")
            .holds(laws::one_side),
        flip(pair("dag-conditional-parameters").with("conditional-result"))
            .output("stepresult", "output")
            .holds(laws::one_side),
        flips(pair("coinflip-recursive")).holds(laws::one_head),
        flips(pair("dag-coinflip")).holds(laws::four_heads),
        pair("conditionals")
            .same("print-hello-govaluate | print-hello-expr", "cowsay | cowsay-2")
            .edited(
                "      - name: print-hello-expr-json\n        template: argosay\n        when: \"{{=jsonpath(workflow.parameters.json, '$[0].value') == 'true'}}\" # expr form\n",
                "",
            )
            .note("It names a parameter `json` that the file does not have."),
        pair("conditionals-complex")
            .same("flip-coin", "flip-coin")
            .gives("output")
            .same("flip-again", "flip-coin-2")
            .gives("output")
            .same("heads", "match-first/heads")
            .same("tails", "match-first/tails")
            .same("complex-condition", "if-1/print-message")
            .same("heads-regex", "match-again/heads-2")
            .same("tails-regex", "match-again/tails-2")
            .order("flip-coin", "flip-again")
            .holds(laws::two_flips)
            .note("The sides are an enum, so `match` stands for the regular expressions."),
        pair("fibonacci-seq-conditional-param")
            .same("printresult", "print-message")
            .takes_as("result", "message")
            .others()
            .edited(
                "      memoize:\n        key: \"{{inputs.parameters.num}}\"\n        maxAge: \"120s\"\n        cache:\n          configMap:\n            name: fibonacci-m\n            key: fibonacci-cache\n",
                "",
            )
            .note("A step that takes a memoized result gets no outputs and fails. Tasks that do the sums are values here."),
        pair("recursive-for-loop")
            .same("iterate-counter", "counter-iteration")
            .takes("counter")
            .gives("output")
            .same("continue", "count-up-2")
            .note("One ends the recursion with a skipped block, as the file does."),
        pair("status-reference")
            .same("flakey-container", "attempt-1/fail")
            .same("failed", "if-1/failed")
            .same("succeeded", "if-1/succeeded")
            .order("flakey-container", "failed"),
    ]
}

const ARTIFACT: &str = "The result is an artifact there and a value here.";

fn flip(pair: Pair) -> Pair {
    pair.same("flip-coin", "flip-coin")
        .gives("output")
        .same("heads", "match-flip-coin/heads")
        .same("tails", "match-flip-coin/tails")
}

fn flips(pair: Pair) -> Pair {
    pair.same("flip-coin", "flip-coin | flip-coin-2")
        .gives("output")
        .same("heads", "heads | heads-2")
        .same("tails", "coinflip-recursive | coinflip-recursive-2")
}
