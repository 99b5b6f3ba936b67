//! What Argo's files did, kept in a file.

use super::pair::Pair;
use super::side::Side;
use std::collections::BTreeMap;
use std::path::Path;

/// The file, below `tests/`.
pub(crate) const FILE: &str = "parity/outcomes.txt";

/// The lines of each example whose outcome is not left to chance.
type Outcomes = BTreeMap<String, String>;

/// The text of the file.
pub(crate) fn text<'a>(pairs: &[Pair], sides: impl Iterator<Item = &'a Side>) -> String {
    let kept = pairs
        .iter()
        .zip(sides)
        .filter(|(pair, _)| pair.holds.is_none());
    let text = kept.map(|(pair, side)| format!("{}\n{}", pair.upstream, side.lines()));
    text.collect::<Vec<_>>().join("\n")
}

/// What the file says.
pub(crate) fn read() -> Outcomes {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(FILE);
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let parts = text.split("\n\n").filter_map(|part| part.split_once('\n'));
    parts
        .map(|(name, lines)| (name.to_owned(), lines.trim_end().to_owned() + "\n"))
        .collect()
}

/// What one side does that it should not.
pub(crate) fn differences(pair: &Pair, side: &Side, expected: &Outcomes) -> Option<String> {
    let mut problems = side.problems.clone();
    match pair.holds {
        Some(law) => problems.extend(law(side).err()),
        None => {
            let expected = expected.get(pair.upstream).map_or("", String::as_str);
            let lines = side.lines();
            let (expected, lines) = match side.knows_inputs {
                true => (expected.to_owned(), lines),
                false => (without_inputs(expected), without_inputs(&lines)),
            };
            if expected != lines {
                problems.push(format!("expected\n{expected}is\n{lines}"));
            }
        }
    }
    if problems.is_empty() {
        return None;
    }
    let messages = side.messages.join("\n  ");
    let problems = problems.join("\n  ");
    let (name, example) = (side.name, pair.upstream);
    Some(
        format!("{example}, {name}:\n  {problems}\n  {messages}")
            .trim_end()
            .to_owned(),
    )
}

/// The lines without what stands after `<-`.
fn without_inputs(lines: &str) -> String {
    let lines = lines
        .lines()
        .map(|line| line.split(" <-").next().unwrap_or(line));
    let mut lines: Vec<_> = lines.map(|line| format!("{line}\n")).collect();
    lines.sort();
    lines.concat()
}
