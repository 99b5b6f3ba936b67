//! Words of a formula.

use crate::json::Json;
use serde_json::value::RawValue;

/// A word of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name, or a word such as `if`.
    Word(String),
    /// A number or a text, as JSON.
    Literal(Json),
    /// An operator or bracket.
    Mark(&'static str),
}

/// Longer ones first.
const MARKS: [&str; 26] = [
    "&&", "||", "==", "!=", "<=", ">=", "..=", "..", "+", "-", "*", "/", "%", "<", ">", "!", ".",
    "?", ",", "(", ")", "[", "]", "{", "}", ":",
];

/// Names and words: ASCII letters, digits and `_`, no digit first.
pub(super) fn is_word(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    end.is_none() && text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
}

/// The first word of a text, and the rest of the text.
///
/// # Errors
/// The beginning of a text that is no word.
pub(super) fn next(text: &str) -> Result<Option<(Token, &str)>, String> {
    let text = text.trim_start_matches(' ');
    let Some(first) = text.chars().next() else {
        return Ok(None);
    };
    if first == '"' || first.is_ascii_digit() {
        return literal(text).map(Some);
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if is_part(first) {
        let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        return Ok(Some((Token::Word(word.to_owned()), rest)));
    }
    let mut marks = MARKS.into_iter();
    match marks.find(|mark| text.starts_with(mark)) {
        Some(mark) => Ok(Some((Token::Mark(mark), &text[mark.len()..]))),
        None => Err(format!("unexpected `{first}`")),
    }
}

/// A number or text at the beginning, and the rest.
pub(super) fn literal(text: &str) -> Result<(Token, &str), String> {
    let (json, length) = match text.starts_with('"') {
        true => {
            let (json, length) = json(text)?;
            // In the one form of a text: escapes that were needed on the way are gone.
            (Json::of(&json.to::<String>()?)?, length)
        }
        false => {
            let length = number(text);
            (Json::parse(&text[..length])?, length)
        }
    };
    Ok((Token::Literal(json), &text[length..]))
}

/// The length of the number at the beginning. `0..5` begins with `0`.
fn number(text: &str) -> usize {
    let digits = |at: usize| {
        let rest = text[at..].find(|c: char| !c.is_ascii_digit());
        rest.map_or(text.len(), |length| at + length)
    };
    let mut end = digits(0);
    if text[end..].starts_with('.') && digits(end + 1) > end + 1 {
        end = digits(end + 1);
    }
    if let Some(exponent) = text[end..].strip_prefix(['e', 'E']) {
        let sign = usize::from(exponent.starts_with(['+', '-']));
        end = digits(end + 1 + sign);
    }
    end
}

/// The JSON at the beginning, and its length.
pub(super) fn json(text: &str) -> Result<(Json, usize), String> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Box<RawValue>>();
    let json = match values.next() {
        Some(Ok(raw)) => Json::parse(raw.get())?,
        Some(Err(error)) => return Err(error.to_string()),
        None => return Err("a value is missing".into()),
    };
    Ok((json, values.byte_offset()))
}
