//! The pages hang together: all are listed and tested, all links lead somewhere, what they copy is what it was copied from.

use pipewright_book::page::{self, Page};
use std::collections::BTreeSet;

const SUMMARY: &str = "SUMMARY.md";

#[test]
fn all_pages_are_listed() {
    let pages = page::all();
    let summary = pages.iter().find(|page| page.name == SUMMARY);
    let summary = summary.expect("there is a summary");
    let listed: BTreeSet<_> = links(summary).into_iter().map(|(page, _)| page).collect();
    let names = pages.iter().map(|page| page.name.clone());
    let there: BTreeSet<_> = names.filter(|name| name != SUMMARY).collect();
    assert_eq!(listed, there);
}

#[test]
fn all_pages_are_tested() {
    let lib = page::read(&page::folder().join("src/lib.rs"));
    for page in page::all().iter().filter(|page| page.name != SUMMARY) {
        assert!(lib.contains(&format!("{:?}", page.name)), "{}", page.name);
        for block in page.blocks() {
            // A part of a file is tested where the file is.
            let tested = block.info.starts_with("rust")
                && block.info.contains("ignore") == block.part_of().is_some();
            let other = [
                "console",
                "sh",
                "text",
                "toml",
                "yaml",
                "python",
                "dockerfile",
            ];
            assert!(
                tested || other.contains(&block.info),
                "{}: `{}`",
                page.name,
                block.info
            );
        }
    }
}

#[test]
fn all_links_lead_somewhere() {
    let pages = page::all();
    for from in &pages {
        for (name, anchor) in links(from) {
            let to = pages.iter().find(|page| page.name == name);
            let to = to.unwrap_or_else(|| panic!("{}: there is no page `{name}`", from.name));
            let known = anchor.is_empty() || anchors(to).contains(&anchor);
            assert!(known, "{}: there is no `{name}#{anchor}`", from.name);
        }
    }
}

#[test]
fn copies_are_what_they_were_copied_from() {
    let mut copies = 0;
    for page in page::all() {
        for block in page.blocks() {
            let name = block.mark.strip_prefix("<!-- file: ");
            let Some(name) = name.and_then(|rest| rest.strip_suffix(" -->")) else {
                continue;
            };
            copies += 1;
            let file = page::read(&page::folder().join(name));
            // The file's own description is left out.
            let lines = file
                .lines()
                .skip_while(|line| line.starts_with("//!") || line.is_empty());
            assert_eq!(
                block.lines,
                lines.collect::<Vec<_>>(),
                "{}: {name}",
                page.name
            );
        }
    }
    assert!(copies > 0);
}

#[test]
fn parts_are_in_their_files() {
    let mut parts = 0;
    for page in page::all() {
        for block in page.blocks() {
            let Some(name) = block.part_of() else {
                continue;
            };
            parts += 1;
            let file = page::read(&page::folder().join(name));
            let lines: Vec<_> = file.lines().collect();
            let is_there = lines
                .windows(block.lines.len())
                .any(|lines| lines == block.lines);
            let lines = block.lines.join("\n");
            assert!(
                is_there,
                "{}: {name} has other lines than\n{lines}",
                page.name
            );
        }
    }
    assert!(parts > 0);
}

/// The pages that a page links to, with the places in them.
fn links(page: &Page) -> Vec<(String, String)> {
    let text = page.prose().join("\n");
    let targets = text.split("](").skip(1);
    let targets = targets.filter_map(|rest| rest.split_once(')'));
    targets
        .map(|(target, _)| {
            let (name, anchor) = target.split_once('#').unwrap_or((target, ""));
            let name = if name.is_empty() { &page.name } else { name };
            (name.to_owned(), anchor.to_owned())
        })
        .collect()
}

/// The places of a page that can be linked to, as mdBook names them.
fn anchors(page: &Page) -> BTreeSet<String> {
    let headings = page
        .prose()
        .into_iter()
        .filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| -> String {
        let text = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = text
            .chars()
            .filter(|c| c.is_alphanumeric() || "-_ ".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(anchor).collect()
}
