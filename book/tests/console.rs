//! What the pages show of the program `watch` is what it prints.
//!
//! A block with the mark `<!-- run -->` holds commands behind `$` and what they print, standard error first. `…` stands
//! for any lines. `PIPEWRIGHT_BLESS=1` writes the blocks without `…` anew.

use pipewright_book::page::{self, Block};
use std::path::Path;
use std::process::Command;

#[test]
fn programs_print_what_the_pages_show() {
    let bless = std::env::var_os("PIPEWRIGHT_BLESS").is_some();
    let mut commands = 0;
    for page in page::all() {
        let mut text = page.text.clone();
        for block in page.blocks() {
            if block.mark != "<!-- run -->" {
                continue;
            }
            for (command, shown) in sessions(&block) {
                commands += 1;
                let printed = printed(command);
                let shown = shown.join("\n");
                if bless && !shown.contains('…') {
                    let old = format!("$ {command}\n{shown}\n```");
                    text = text.replace(&old, &format!("$ {command}\n{printed}\n```"));
                } else {
                    let what = format!("{}: {command}\n{printed}", page.name);
                    assert!(
                        matches(&without_times(&shown), &without_times(&printed)),
                        "{what}"
                    );
                }
            }
        }
        if text != page.text {
            let path = page::folder().join("pages").join(&page.name);
            std::fs::write(path, text).expect("the page can be written");
        }
    }
    assert!(commands > 5, "{commands}");
}

/// The commands of a block, with what it shows behind each.
fn sessions<'b>(block: &Block<'b>) -> Vec<(&'b str, Vec<&'b str>)> {
    let mut sessions: Vec<(&str, Vec<&str>)> = vec![];
    for line in &block.lines {
        match (line.strip_prefix("$ "), sessions.last_mut()) {
            (Some(command), _) => sessions.push((command, vec![])),
            (None, Some((_, shown))) => shown.push(line),
            (None, None) => panic!("`{line}` stands in front of the first command"),
        }
    }
    sessions
}

fn printed(command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_watch"));
    let folder = program.parent().expect("the program is in a folder");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [folder.to_owned()]
        .into_iter()
        .chain(std::env::split_paths(&path));
    let output = Command::new("sh")
        .args(["-c", command])
        .env(
            "PATH",
            std::env::join_paths(paths).expect("folders without `:`"),
        )
        .env_remove("PIPEWRIGHT_IMAGE")
        .output()
        .expect("there is a shell");
    let text = [output.stderr, output.stdout].concat();
    let text = String::from_utf8(text).expect("the program prints UTF-8");
    text.trim_end().to_owned()
}

/// Whether a text is what is shown, where `…` stands for any lines.
fn matches(shown: &str, printed: &str) -> bool {
    let mut rest = printed;
    let mut parts = shown.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(behind) = rest.strip_prefix(first) else {
        return false;
    };
    rest = behind;
    let mut parts = parts.peekable();
    let mut ends = parts.peek().is_none() && rest.is_empty();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        if is_last && part.is_empty() {
            return true;
        }
        let Some((_, behind)) = rest.split_once(part) else {
            return false;
        };
        rest = behind;
        ends = is_last && rest.is_empty();
    }
    ends
}

/// Times are others each time.
fn without_times(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let (time, rest) = word.split_once("ms").unwrap_or((word, ""));
        let is_time = time.len() < word.len() && time.chars().all(|c| c.is_ascii_digit());
        match is_time {
            true => format!("0ms{rest}"),
            false => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
