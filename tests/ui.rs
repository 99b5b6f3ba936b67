//! Mistakes of users and what rustc says about them; see the README in `ui`.

use std::path::{Path, PathBuf};

/// Every mistake gives the error that is kept beside it.
///
/// The feature `tokio` permits what one of the cases tries.
#[cfg(not(feature = "tokio"))]
#[test]
fn mistakes_are_answered() {
    // Without cases that pass, trybuild hands all of them to one cargo, which checks them side by side.
    let cases = trybuild::TestCases::new();
    for folder in folders() {
        cases.compile_fail(folder.join("*.rs"));
    }
}

/// Every case has one error, at the line that the case marks with `//~`, and no warning. No text depends on where the
/// sources of Rust are, or tells how the macros work.
#[test]
fn errors_stand_at_the_mistakes() {
    let problems: Vec<String> = cases()
        .iter()
        .flat_map(|case| {
            let problems = problems(case);
            problems
                .into_iter()
                .map(|problem| format!("{}: {problem}", case.display()))
        })
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// An expected error without its case is left over from a rename.
#[test]
fn errors_have_cases() {
    let files = folders().into_iter().flat_map(|folder| files(&folder));
    let left: Vec<_> = files
        .filter(|path| has_extension(path, "stderr") && !path.with_extension("rs").exists())
        .collect();
    assert_eq!(left, Vec::<PathBuf>::new());
}

/// Words of generated code that users should not meet.
const INTERNALS: [&str; 9] = [
    "__body",
    "__FIELD",
    "__OUTPUTS",
    "__branch",
    "__argument",
    "__then",
    "__otherwise",
    "Compare<",
    "originates in",
];

fn problems(case: &Path) -> Vec<String> {
    let source = std::fs::read_to_string(case).expect("the case");
    let Ok(text) = std::fs::read_to_string(case.with_extension("stderr")) else {
        return vec!["there is no expected error".into()];
    };
    let mut problems = vec![];
    let errors = text
        .lines()
        .filter(|line| line.starts_with("error"))
        .count();
    if errors != 1 {
        problems.push(format!("{errors} errors instead of one"));
    }
    if text.lines().any(|line| line.starts_with("warning")) {
        problems.push("a warning".into());
    }
    for word in INTERNALS.iter().filter(|word| text.contains(**word)) {
        problems.push(format!("`{word}` in the text"));
    }
    for word in ["$RUST", "/rustc/", "$CARGO"] {
        if text.contains(word) {
            problems.push(format!("a source that is not ours, `{word}`"));
        }
    }
    let marked: Vec<usize> = (1..)
        .zip(source.lines())
        .filter(|(_, line)| line.contains("//~"))
        .map(|(number, _)| number)
        .collect();
    let at = location(case, &text);
    if marked.len() != 1 || at != marked.first().copied() {
        problems.push(format!(
            "the error is at line {at:?}, the mark at {marked:?}"
        ));
    }
    if let Some(line) = at.and_then(|number| source.lines().nth(number - 1))
        && line.trim_start().starts_with("#[")
    {
        problems.push(format!("the error is on an attribute: {line}"));
    }
    problems
}

/// The line of the first location, if that is in the case.
fn location(case: &Path, text: &str) -> Option<usize> {
    let first = text
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let place = first.strip_prefix(case.to_str()?)?.strip_prefix(':')?;
    place.split(':').next()?.parse().ok()
}

fn cases() -> Vec<PathBuf> {
    let files = folders().into_iter().flat_map(|folder| files(&folder));
    files.filter(|path| has_extension(path, "rs")).collect()
}

/// The folders of mistakes, one for each concern.
fn folders() -> Vec<PathBuf> {
    let mut folders = files(Path::new("tests/ui"));
    folders.retain(|path| path.is_dir());
    folders
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder of cases");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    files.sort();
    files
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}
