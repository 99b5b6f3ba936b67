//! What must hold of examples whose outcome is left to chance.

use super::side::Side;

/// Fails with what was expected.
fn check(holds: bool, side: &Side, expected: &str) -> Result<(), String> {
    match holds {
        true => Ok(()),
        false => Err(format!("expected {expected}:\n{}", side.lines())),
    }
}

fn succeeded(side: &Side, role: &str) -> usize {
    side.count(role, "Succeeded")
}

/// The task of the side that showed ran, and the other did not.
pub(crate) fn one_side(side: &Side) -> Result<(), String> {
    let flips = side.values("flip-coin", "output");
    let (ran, skipped) = match flips[..] {
        ["heads"] => ("heads", "tails"),
        ["tails"] => ("tails", "heads"),
        _ => return check(false, side, "one flip, which shows heads or tails"),
    };
    let given = side.output.as_deref().unwrap_or(ran);
    let holds = side.phase == "Succeeded" && succeeded(side, ran) == 1 && given == ran;
    check(
        holds && side.count(skipped, "Skipped") == 1,
        side,
        &format!("that {ran} ran and {skipped} did not"),
    )
}

/// Flips until it is heads.
pub(crate) fn one_head(side: &Side) -> Result<(), String> {
    heads(side, 1)
}

/// Four that flip until it is heads.
pub(crate) fn four_heads(side: &Side) -> Result<(), String> {
    heads(side, 4)
}

fn heads(side: &Side, wanted: usize) -> Result<(), String> {
    let flips = side.values("flip-coin", "output");
    let heads = flips.iter().filter(|flip| **flip == "heads").count();
    let tails = flips.iter().filter(|flip| **flip == "tails").count();
    let holds = side.phase == "Succeeded"
        && heads + tails == flips.len()
        && heads == wanted
        && succeeded(side, "heads") == wanted
        && side.count("heads", "Skipped") == tails
        && side.count("tails", "Skipped") == wanted;
    check(
        holds,
        side,
        &format!("{wanted} times heads, each at its end"),
    )
}

/// What runs follows from two flips.
pub(crate) fn two_flips(side: &Side) -> Result<(), String> {
    let first = side.values("flip-coin", "output");
    let again = side.values("flip-again", "output");
    let ([first], [again]) = (&first[..], &again[..]) else {
        return check(false, side, "two flips");
    };
    let expected = [
        ("heads", *first == "heads"),
        ("tails", *first == "tails"),
        ("complex-condition", *again == "tails"),
        ("heads-regex", *again == "heads"),
        ("tails-regex", *again == "tails"),
    ];
    let holds = expected.iter().all(|(role, runs)| {
        let phase = if *runs { "Succeeded" } else { "Skipped" };
        side.of(role).len() == 1 && side.count(role, phase) == 1
    });
    check(
        holds && side.phase == "Succeeded",
        side,
        "that the flips decide what runs",
    )
}

/// As many items as tasks say.
pub(crate) fn nested_counts(side: &Side) -> Result<(), String> {
    let items = |values: Vec<&str>| -> Option<usize> {
        let counts = values.iter().map(|value| value.parse::<usize>().ok());
        let count = |count: usize| match count {
            0 if side.name == THEIRS => 2,
            count => count,
        };
        counts.map(|known| known.map(count)).sum()
    };
    let outer = items(side.values("hello-a", "output"));
    let inner = items(side.values("hello-b/hello-b", "output"));
    let holds = side.phase == "Succeeded"
        && outer == Some(succeeded(side, "hello-b/hello-b"))
        && inner == Some(succeeded(side, "hello-b/hello-c"));
    check(holds, side, "as many items as the tasks before say")
}

/// The name of Argo's side.
pub(crate) const THEIRS: &str = "Argo's";
