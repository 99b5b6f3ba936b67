//! Text of others as a terminal may show it: nothing in it moves the cursor, hides what stands before it, or looks like a
//! line of the program.

use std::borrow::Cow;
use std::fmt::Write;

/// A text in one line: what would do something else than be read is written as Rust escapes it.
///
/// ```
/// use pipewright_ir::shown;
/// assert_eq!(shown::line("a\tb\r\n\u{1b}[2J"), "a\tb\\r\\n\\u{1b}[2J");
/// ```
pub fn line(text: &str) -> Cow<'_, str> {
    escaped(text, |c| c == '\n' || is_harmful(c))
}

/// A text of several lines. See [`line()`].
pub fn lines(text: &str) -> Cow<'_, str> {
    escaped(text, is_harmful)
}

/// A text of several lines, each but the first behind a mark of its own.
///
/// ```
/// use pipewright_ir::shown;
/// assert_eq!(shown::behind("  | ", "first\nsecond\n"), "first\n  | second");
/// ```
pub fn behind(mark: &str, text: &str) -> String {
    let text = lines(text.trim_end_matches('\n'));
    text.replace('\n', &format!("\n{mark}"))
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match is_escaped(c) {
            true => {
                let _ = write!(shown, "{}", c.escape_default());
            }
            false => shown.push(c),
        }
    }
    shown.into()
}

/// Whether a character is no letter to be read: it controls a terminal, or turns the direction of what stands around it.
fn is_harmful(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            true
        }
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_stays() {
        for text in ["", "größe\t=\\n", "日本 👍 {{x}} $(y)"] {
            assert_eq!(line(text), text);
            assert!(matches!(line(text), Cow::Borrowed(_)));
        }
        assert_eq!(lines("a\nb"), "a\nb");
    }

    #[test]
    fn what_does_something_is_escaped() {
        let harmful = "\u{0}\u{7}\u{8}\u{b}\r\u{1b}\u{7f}\u{85}\u{9b}\u{202e}\u{2066}\u{2029}";
        for c in harmful.chars() {
            let text = format!("a{c}b");
            assert!(!line(&text).contains(c), "{text:?}");
            assert!(!behind("| ", &text).contains(c), "{text:?}");
        }
        assert_eq!(line("a\nb"), "a\\nb");
        assert_eq!(behind("| ", "a\n\u{1b}c"), "a\n| \\u{1b}c");
    }
}
