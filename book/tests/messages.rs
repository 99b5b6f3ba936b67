//! The messages that the pages quote are those that users meet.

use pipewright_book::page::{self, Block};
use std::path::{Path, PathBuf};

/// What stands between double backticks in the index of errors is a message.
#[test]
fn the_index_of_errors_quotes_real_messages() {
    let (pages, known) = (page::all(), Known::new());
    let index = pages.iter().find(|page| page.name == "errors.md");
    let text = index.expect("there is an index").prose().join(" ");
    let messages: Vec<&str> = text.split("``").skip(1).step_by(2).map(str::trim).collect();
    assert!(messages.len() > 90, "{}", messages.len());
    let unknown = messages
        .into_iter()
        .filter(|message| !known.is_real(message));
    assert_eq!(unknown.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn errors_on_pages_are_real() {
    let known = Known::new();
    let mut quoted = 0;
    for page in page::all() {
        // What is a part of a file is tested where the file is.
        let is_message = |block: &&Block<'_>| block.info == "text" && block.part_of().is_none();
        for block in page.blocks().iter().filter(is_message) {
            for line in &block.lines {
                quoted += 1;
                assert!(known.is_real(line), "{}: {line}", page.name);
            }
        }
    }
    assert!(quoted > 5, "{quoted}");
}

/// Where messages come from.
struct Known {
    /// What tests expect of rustc and of `check`.
    expected: Vec<String>,
    /// Sources of what makes messages, each on one line.
    sources: Vec<String>,
}

impl Known {
    fn new() -> Self {
        let root = page::folder().join("..");
        let all = |folders: &[&str], extension| -> Vec<String> {
            let files = folders.iter().flat_map(|folder| files(&root.join(folder)));
            let files = files.filter(|file| file.extension().is_some_and(|ext| ext == extension));
            files.map(|file| page::read(&file)).collect()
        };
        let sources = all(
            &["compiler/src", "dsl/src", "ir/src", "runner/src", "src"],
            "rs",
        );
        let on_one_line = |source: String| {
            let lines = source.split("\\\n").map(str::trim_start);
            lines.collect::<String>()
        };
        Self {
            expected: all(&["tests"], "stderr"),
            sources: sources.into_iter().map(on_one_line).collect(),
        }
    }

    /// Whether a test expects a message, or all that stands around the names in it is in a source.
    fn is_real(&self, message: &str) -> bool {
        let message = message.strip_prefix("error: ").unwrap_or(message);
        let is_made = || {
            let pieces = message.split('`').step_by(2);
            let pieces = pieces.flat_map(|piece| piece.split(|c: char| c.is_ascii_digit()));
            let mut pieces = pieces
                // Punctuation joins what several sources make.
                .map(|piece| piece.trim_matches([' ', ':', ',', '(', ')']))
                .filter(|piece| piece.len() > 3)
                .peekable();
            pieces.peek().is_some()
                && pieces.all(|piece| self.sources.iter().any(|source| source.contains(piece)))
        };
        self.expected.iter().any(|text| text.contains(message)) || is_made()
    }
}

/// All files below a folder; none if it is missing.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return vec![];
    };
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    let below = |path: PathBuf| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    };
    paths.flat_map(below).collect()
}
