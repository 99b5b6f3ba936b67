//! Texts on a line: which are plainly words, and how the others are quoted.

use std::fmt::Write as _;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// After a key or a dash.
    Block,
    /// Between braces or brackets, or as a key: here more characters have a meaning.
    Flow,
}

/// What some reader takes for a boolean, a null or a number, whatever the case of its letters.
const RESERVED: [&str; 12] = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity",
];

/// Bytes of the longest of them.
const RESERVED_MAX: usize = "infinity".len();

/// Appends a text to a line, in quotes if any reader could take it for something else.
pub(super) fn write(out: &mut String, text: &str, place: Place) {
    if is_plain(text, place) {
        out.push_str(text);
        return;
    }
    let (mut single, mut double, mut escapes) = (0_usize, 0_usize, false);
    for character in text.chars() {
        match character {
            '\'' => single += 1,
            '"' | '\\' => double += 1,
            _ => escapes |= !is_shown(character),
        }
    }
    if !escapes && double == 0 {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else if !escapes && single < double {
        write_single(out, text);
    } else {
        write_double(out, text);
    }
}

fn write_single(out: &mut String, text: &str) {
    out.push('\'');
    for (index, part) in text.split('\'').enumerate() {
        if index > 0 {
            out.push_str("''");
        }
        out.push_str(part);
    }
    out.push('\'');
}

fn write_double(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_shown(character) => out.push(character),
            _ => {
                let code = u32::from(character);
                let written = match code {
                    0..=0xff => write!(out, "\\x{code:02X}"),
                    0x100..=0xffff => write!(out, "\\u{code:04X}"),
                    _ => write!(out, "\\U{code:08X}"),
                };
                debug_assert!(written.is_ok(), "a string takes any text");
            }
        }
    }
    out.push('"');
}

/// Whether all readers take a character as it is. What would reorder or hide others is not among them.
pub(super) fn is_shown(character: char) -> bool {
    if character.is_ascii() {
        return !character.is_ascii_control();
    }
    !matches!(
        character,
        '\u{80}'..='\u{9f}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'..='\u{ffff}'
    )
}

/// Whether a text is plainly a word, or several, to every reader.
fn is_plain(text: &str, place: Place) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let may_start = match first {
        'a'..='z' | 'A'..='Z' | '_' | '/' | '(' | '$' => true,
        '-' => {
            text.trim_start_matches('-')
                .starts_with(|next: char| next.is_ascii_alphabetic())
                && !text.starts_with("---")
        }
        '.' => text.starts_with("./") || text.starts_with("../"),
        '0'..='9' => is_measure(text),
        _ => !first.is_ascii() && first.is_alphabetic(),
    };
    may_start && holds_only_words(text, place) && !is_reserved(text)
}

fn holds_only_words(text: &str, place: Place) -> bool {
    let mut letters = false;
    let mut previous = ' ';
    for (index, character) in text.char_indices() {
        // What is asked for the next one is ASCII itself.
        let next = || text.as_bytes().get(index + 1);
        let good = match character {
            'a'..='z' | 'A'..='Z' => {
                letters = true;
                true
            }
            '0'..='9'
            | '_'
            | '-'
            | '.'
            | '/'
            | '@'
            | '$'
            | '%'
            | '+'
            | '~'
            | '^'
            | '('
            | ')'
            | '!'
            | ';'
            | '<'
            | '>'
            | '*'
            | '&'
            | '|'
            | '\\'
            | '='
            | '\''
            | '"'
            | '`' => true,
            ' ' => next().is_some(),
            '#' => previous != ' ',
            ',' | '?' => place == Place::Block,
            ':' => place == Place::Block && next().is_some_and(|&next| next != b' '),
            _ if character.is_ascii() => false,
            _ => {
                letters |= character.is_alphabetic();
                is_shown(character) && !character.is_whitespace()
            }
        };
        if !good {
            return false;
        }
        previous = character;
    }
    letters
}

/// Whether a text is a number with a unit that no reader takes for a part of the number, such as `500m` or `1.5Gi`.
fn is_measure(text: &str) -> bool {
    let unit = |byte: u8| {
        matches!(
            byte,
            b'n' | b'u' | b'm' | b'k' | b'K' | b'M' | b'G' | b'T' | b'P' | b'i' | b'h' | b's'
        )
    };
    text.bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.' || unit(byte))
        && text.bytes().last().is_some_and(unit)
}

fn is_reserved(text: &str) -> bool {
    text.len() <= RESERVED_MAX && RESERVED.iter().any(|word| word.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, place: Place) -> String {
        let mut out = String::new();
        write(&mut out, text, place);
        out
    }

    #[test]
    fn words_are_plain() {
        let table = [
            "a",
            "add-two",
            "argoproj.io/v1alpha1",
            "python:3.13",
            "/bin/sh",
            "-c",
            "--flag",
            "--flag=x",
            "./run.sh",
            "../x",
            "echo hello",
            "Adds two numbers, and more.",
            "a == b && !c",
            "500m",
            "1.5Gi",
            "10m",
            "1h30m",
            "it's",
            "größe",
            "Ölstand",
            "漢字",
            "party 🎉",
            "a#b",
            "a:b",
            "$(x)",
            "(a)",
            "C:\\x",
            "true-ish",
            "nope",
            "a  b",
            "x=1",
            "is it?",
            "say `x`",
            "_1a",
        ];
        for text in table {
            assert_eq!(written(text, Place::Block), text);
        }
    }

    #[test]
    fn flow_quotes_more() {
        for text in ["python:3.13", "a, b", "is it?", "a:b"] {
            assert_eq!(written(text, Place::Block), text);
            assert_eq!(written(text, Place::Flow), format!("\"{text}\""));
        }
    }

    #[test]
    fn what_may_mislead_is_quoted() {
        let table = [
            "",
            " ",
            "y",
            "N",
            "yes",
            "No",
            "ON",
            "off",
            "True",
            "FALSE",
            "null",
            "Null",
            "~",
            "nan",
            ".nan",
            ".inf",
            "-.INF",
            "Inf",
            "infinity",
            "0",
            "-1",
            "+1",
            "1.0",
            ".5",
            "1e3",
            "1E3",
            "0x1f",
            "0o17",
            "017",
            "0b1",
            "1_000",
            "1:30",
            "2001-01-01",
            "2001-12-14t21:59:43.10-05:00",
            "=",
            "<<",
            "-",
            "--",
            "---",
            "...",
            "--- a",
            "- a",
            "? a",
            ": a",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "'a'",
            "\"a\"",
            "[a]",
            "{a}",
            "{{a}}",
            "a {{b}}",
            "a[0]",
            " a",
            "a ",
            "a\u{a0}",
            "1",
            "1.2.3",
            "/",
            "_",
            "1Ei",
            "-1m",
            "²",
            "١",
        ];
        for text in table {
            for place in [Place::Block, Place::Flow] {
                let written = written(text, place);
                assert!(
                    written.starts_with(['"', '\'']),
                    "{text:?} became {written}"
                );
            }
        }
    }

    #[test]
    fn the_shorter_quotes_are_taken() {
        let table = [
            (r#"{"a": 1}"#, r#"'{"a": 1}'"#),
            (r#"{"it's"}"#, r#"'{"it''s"}'"#),
            ("'a'", "\"'a'\""),
            ("'\"", "\"'\\\"\""),
            ("{\"a\"}\n", "\"{\\\"a\\\"}\\n\""),
            (
                "\t\r\0\u{85}\u{feff}\u{1f389}",
                "\"\\t\\r\\x00\\x85\\uFEFF\u{1f389}\"",
            ),
            ("a\u{202e}b", "\"a\\u202Eb\""),
        ];
        for (text, expected) in table {
            assert_eq!(written(text, Place::Block), expected);
        }
    }
}
