//! The page that tells of all examples.

use super::catalogue::GROUPS;
use super::left_out;
use super::pair::{Pair, Role};

/// Its text.
pub(crate) fn text(pairs: &[Pair]) -> String {
    let mut text = HEAD.to_owned();
    for (group, files) in GROUPS {
        let here: Vec<_> = pairs
            .iter()
            .filter(|pair| files.contains(&pair.upstream))
            .collect();
        let out: Vec<_> = left_out::all()
            .filter(|(file, _)| files.contains(file))
            .collect();
        text += &format!("\n## {group}\n");
        if !here.is_empty() {
            text += "\n| Argo's file | pipeline | their tasks = ours | what is different |\n|---|---|---|---|\n";
            text.extend(here.into_iter().map(row));
        }
        if !out.is_empty() {
            text += "\n| left out | why |\n|---|---|\n";
            text.extend(
                out.iter()
                    .map(|(file, why)| format!("| {file} | {why} |\n")),
            );
        }
    }
    text
}

const HEAD: &str = "# argo-examples

Argo's own examples as a typed author writes them: components are Rust functions, and a ready image stands only where the
example is about one. `tests/parity` runs Argo's files (from the Go module that the testbed is built with) and
these pipelines in one run of the testbed, and the pipelines on this machine too, and compares: how the workflow ends,
how often each task ran, failed or was skipped, what it was given and what it gave where the example is about that, and
the order where the example has one. Where a coin decides, what must hold for every fall is checked of all three.

    PIPEWRIGHT_ARGO_TESTBED=... cargo test --test parity -- --include-ignored
    PIPEWRIGHT_BLESS=1 ...              # writes this page and tests/parity/outcomes.txt (what Argo's files did) anew

The tables are made from `tests/parity/pairs` and `left_out.rs`. A task is named by the end of its path, or by all of it
behind a `/`; `a + b` are compared as one; a block of ours that does not run stands for its tasks. Values in brackets are
the same on both sides.
";

fn row(pair: &Pair) -> String {
    let roles: Vec<String> = pair.roles.iter().map(role).collect();
    let mut notes = vec![];
    if pair.holds.is_some() {
        notes.push("What holds for every outcome is compared.".to_owned());
    }
    let edits = pair.edits.iter();
    notes.extend(edits.map(|(from, to)| match to.trim() {
        "" => format!(
            "The file does not run with `{}`, which is taken out.",
            one_line(from)
        ),
        to => format!(
            "The file does not run with `{}`, which becomes `{to}`.",
            one_line(from)
        ),
    }));
    if !pair.note.is_empty() {
        notes.push(pair.note.to_owned());
    }
    format!(
        "| {} | {} | {} | {} |\n",
        pair.upstream,
        pair.ours,
        roles.join("; "),
        notes.join(" ")
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn role(role: &Role) -> String {
    let mut text = format!("{} = {}", role.theirs.join(" + "), role.ours.join(" + "));
    let inputs = role.inputs.iter().map(|(theirs, _)| *theirs);
    let values: Vec<&str> = inputs.chain(role.outputs.iter().copied()).collect();
    if !values.is_empty() {
        text += &format!(" ({})", values.join(", "));
    }
    if role.ran {
        text += ", those that ran";
    }
    text
}
