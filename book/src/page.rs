//! Pages of the guide, taken apart.

use std::path::{Path, PathBuf};

/// A page and the text in it.
#[derive(Debug)]
pub struct Page {
    /// Name of its file.
    pub name: String,
    /// All of it, as Markdown.
    pub text: String,
}

/// A block of code between two fences.
#[derive(Debug, PartialEq, Eq)]
pub struct Block<'p> {
    /// The line before the first fence: `<!-- run -->` marks what a test runs, `<!-- file: PATH -->` a copy of a file, and
    /// `<!-- part: PATH -->` lines of one.
    pub mark: &'p str,
    /// The words behind the first fence, such as `rust,no_run`.
    pub info: &'p str,
    /// Its lines.
    pub lines: Vec<&'p str>,
}

impl<'p> Block<'p> {
    /// The file whose lines it shows, if they are some of one.
    pub fn part_of(&self) -> Option<&'p str> {
        let path = self.mark.strip_prefix("<!-- part: ")?;
        path.strip_suffix(" -->")
    }
}

/// Path of the folder of this crate.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The text of a file.
///
/// # Panics
/// If it cannot be read.
pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All pages, and `SUMMARY.md`, in the order of their names.
///
/// # Panics
/// If they cannot be read.
pub fn all() -> Vec<Page> {
    let entries = std::fs::read_dir(folder().join("pages")).expect("the folder of the pages");
    let paths = entries.map(|entry| entry.expect("a page").path());
    let mut pages: Vec<Page> = paths
        .map(|path| Page {
            name: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into(),
            text: read(&path),
        })
        .collect();
    pages.sort_by(|left, right| left.name.cmp(&right.name));
    pages
}

impl Page {
    /// The blocks of code in their order.
    pub fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = vec![];
        let (mut open, mut before): (Option<Block<'_>>, &str) = (None, "");
        for line in self.text.lines() {
            match (&mut open, line.strip_prefix("```")) {
                (None, Some(info)) => {
                    open = Some(Block {
                        mark: before,
                        info,
                        lines: vec![],
                    });
                }
                (Some(_), Some("")) => blocks.extend(open.take()),
                (Some(block), _) => block.lines.push(line),
                (None, None) => {}
            }
            before = line;
        }
        assert_eq!(open, None, "{}: a fence is not closed", self.name);
        blocks
    }

    /// The lines outside of code.
    pub fn prose(&self) -> Vec<&str> {
        let mut in_code = false;
        let mut prose = vec![];
        for line in self.text.lines() {
            if line.starts_with("```") {
                in_code = !in_code;
            } else if !in_code {
                prose.push(line);
            }
        }
        prose
    }
}
