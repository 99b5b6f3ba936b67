//! Texts of several lines.

use super::text::is_shown;

/// A text of several lines that is printed as a literal block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Literal<'a> {
    text: &'a str,
}

impl<'a> Literal<'a> {
    /// The block for a text, if it has several lines and all readers read it back as it is.
    pub(super) fn new(text: &'a str) -> Option<Self> {
        let lines = text.trim_end_matches('\n');
        if !lines.contains('\n') {
            return None;
        }
        let blank =
            |line: &str| !line.is_empty() && line.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
        let shown = text
            .chars()
            .all(|character| matches!(character, '\n' | '\t') || is_shown(character));
        (shown && !lines.split('\n').any(blank)).then_some(Literal { text })
    }

    /// Whether the block means something else once the line end after it is cut off, as some readers do between
    /// documents and at the end of the last one.
    pub(super) fn needs_line_end(self) -> bool {
        self.text.ends_with('\n')
    }

    /// Appends the header and the lines, without the last line end.
    ///
    /// The lines start at the column `indent`, two after that of the key or dash.
    pub(super) fn write(self, out: &mut String, indent: usize) {
        let lines = self.text.trim_end_matches('\n');
        out.push('|');
        if lines.starts_with([' ', '\t', '\n']) {
            out.push('2');
        }
        let ends = self.text.len() - lines.len();
        out.push_str(match ends {
            0 => "-",
            1 => "",
            _ => "+",
        });
        for line in lines.split('\n') {
            out.push('\n');
            if !line.is_empty() {
                out.extend(std::iter::repeat_n(' ', indent));
                out.push_str(line);
            }
        }
        out.extend(std::iter::repeat_n('\n', ends.saturating_sub(1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals() {
        let table = [
            ("a\nb", Some("|-\n  a\n  b")),
            ("a\nb\n", Some("|\n  a\n  b")),
            ("a\nb\n\n", Some("|+\n  a\n  b\n")),
            ("a\n\n\tb\n", Some("|\n  a\n\n  \tb")),
            (" a\nb", Some("|2-\n   a\n  b")),
            ("\na\n", Some("|2\n\n  a")),
            ("\ta\nb ", Some("|2-\n  \ta\n  b ")),
            ("a", None),
            ("a\n", None),
            ("\n", None),
            ("\n\n\n", None),
            ("a\r\nb", None),
            ("a\n \nb", None),
            ("a\n\t", None),
            ("a\n\u{85}b", None),
            ("a\n\u{2028}b", None),
        ];
        for (text, expected) in table {
            let literal = Literal::new(text).map(|literal| {
                let mut out = String::new();
                literal.write(&mut out, 2);
                out
            });
            assert_eq!(literal.as_deref(), expected, "{text:?}");
        }
    }
}
