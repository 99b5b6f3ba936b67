//! Values as text: what Argo carries between tasks, what people give on the command line.
//!
//! Strings and enums are written as they are, everything else as JSON. Text that Argo or Kubernetes would take for code
//! of theirs (`{{…}}`, `$(…)`), or cannot carry, is written as `json:` and a JSON string in which the dangerous
//! characters are escaped. What people and ready images wrote, and nobody has looked at yet, is base64 behind `base64:`.
//! Within JSON the same characters are escaped in place. No two values share a
//! text. Argo's own expressions escape more characters than [`encode`] does, so that a string may have two.

use crate::artifact;
use crate::json::Json;
use crate::types::Type;
use base64ct::{Base64, Encoding};
use std::borrow::Cow;
use std::fmt::Write;

/// What stands before a string that is written as JSON.
pub const ESCAPED: &str = "json:";

/// What stands before the base64 of what a person or a ready image wrote.
pub const WRITTEN: &str = "base64:";

/// Nothing where there may be a text, which `null` is.
const NO_TEXT: &str = "json:null";

/// The value that a person or a ready image wrote: a text as it is, all else as JSON.
///
/// # Errors
/// The text of the parser's error when the type is no text, and it is no JSON.
pub fn read(ty: &Type, text: &str) -> Result<Json, String> {
    if ty.artifact().is_some() {
        // A URI is no JSON, and needs none.
        let json = Json::parse(text).or_else(|_| Json::of(text))?;
        return artifact::read(ty, &json);
    }
    match ty.is_text() {
        true if ty.is_optional() && text == NO_TEXT => Ok(Json::null()),
        true => Json::of(text),
        false => Json::parse(text),
    }
}

/// The text that [`read`] reads as a value. In JSON nothing stands that Argo would evaluate.
pub fn write(ty: &Type, json: &Json) -> String {
    match ty.is_text() {
        true if json.is_null() => NO_TEXT.into(),
        true => display(ty, json),
        false => escape(json.as_str()),
    }
}

/// The text that stands for a value.
///
/// ```
/// use pipewright_ir::{json::Json, types::Type, wire};
/// let text = |value: &str| wire::encode(&Type::String, &Json::of(value).unwrap());
/// assert_eq!(text("plain"), "plain");
/// assert_eq!(text("{{x}}"), r#"json:"\\u007b\\u007bx}}""#.replace(r"\\", r"\"));
/// ```
pub fn encode(ty: &Type, json: &Json) -> String {
    if ty.is_text() {
        match json.to::<String>() {
            Ok(text) => encode_text(&text),
            Err(_) => format!("{ESCAPED}{}", escape(json.as_str())),
        }
    } else {
        escape(json.as_str())
    }
}

/// The text that stands for a string.
pub fn encode_text(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        let json = Json::of(text).unwrap_or_else(|_| Json::null());
        format!("{ESCAPED}{}", escape(json.as_str()))
    }
}

/// The text of a value for people: a string as it is, everything else as JSON.
pub fn display(ty: &Type, json: &Json) -> String {
    if let (Some(_), Ok(uris)) = (ty.artifact(), artifact::uris(ty, json)) {
        return uris.to().unwrap_or_else(|_| uris.to_string());
    }
    match json.to::<String>() {
        Ok(text) if ty.is_text() => text,
        _ => json.to_string(),
    }
}

/// The text that somebody wrote, of a wire text that carries it; else the wire text. For messages.
pub fn shown(wire: &str) -> Cow<'_, str> {
    let base64 = wire.strip_prefix(WRITTEN);
    let bytes = base64.and_then(|base64| Base64::decode_vec(base64).ok());
    match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
        Some(text) => text.into(),
        None => wire.into(),
    }
}

/// The beginning of a text, for messages.
pub fn shorten(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

/// The value that a text stands for.
///
/// # Errors
/// What is wrong with the text, when it is not JSON and the type is no text, or when it is an expression that Argo could
/// not evaluate.
pub fn decode(ty: &Type, text: &str) -> Result<Json, String> {
    // No wire text holds it: Argo leaves an expression that it cannot evaluate where it stands.
    if text.contains("{{=") {
        return Err(
            "Argo could not compute it: a number is out of range, or a function has no value"
                .into(),
        );
    }
    if let Some(base64) = text.strip_prefix(WRITTEN) {
        let bytes = Base64::decode_vec(base64).map_err(|error| error.to_string())?;
        let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
        return read(ty, &text);
    }
    if !ty.is_text() {
        return Json::parse(text);
    }
    match text.strip_prefix(ESCAPED) {
        Some(json) => Json::parse(json),
        None => Json::of(text),
    }
}

/// Whether a string can be carried as it is.
pub fn is_plain(text: &str) -> bool {
    let is_expanded_after = |(at, _)| text[at + 1..].starts_with(is_expanded);
    !text.starts_with(ESCAPED)
        && !text.starts_with(WRITTEN)
        && !text.contains("{{")
        && !text.contains(is_hard)
        && !text.match_indices('$').any(is_expanded_after)
}

/// Characters that a hop may spoil wherever they stand: Argo quotes values by the rules of Go, whose escapes for these
/// are not JSON.
fn is_hard(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{10000}'..)
}

/// Whether Kubernetes does something to a `$` in arguments: before `(` and another `$`, and before the bytes of
/// characters that are not ASCII.
fn is_expanded(next: char) -> bool {
    matches!(next, '(' | '$') || !next.is_ascii()
}

/// JSON text with the characters of [`is_plain`] escaped. They stand inside strings only, so that the value is the same.
pub(crate) fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let mut rest = json.chars().peekable();
    let mut last = ' ';
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let unsafe_here = match c {
            '{' => next == '{' || last == '{',
            '$' => is_expanded(next) || last == '$',
            c => is_hard(c),
        };
        if unsafe_here {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(c);
        }
        last = c;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn awkward() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[ -~]{0,6}",
            any::<String>(),
            Just("{{".to_owned()),
            Just("$(".to_owned()),
            Just("$$".to_owned()),
            Just("json:".to_owned()),
            Just("\"".to_owned()),
            Just("\\".to_owned()),
            Just("\u{7}\u{b}\u{7f}".to_owned()),
        ];
        prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_string_comes_back(text in awkward()) {
            let json = Json::of(&text).unwrap();
            let wire = encode(&Type::String, &json);
            prop_assert_eq!(decode(&Type::String, &wire).unwrap().to::<String>().unwrap(), text);
            prop_assert!(!wire.contains("{{") && !wire.contains("$(") && !wire.contains("$$"), "{}", wire);
            prop_assert!(!wire.contains(is_hard));
        }

        #[test]
        fn every_struct_comes_back(text in awkward(), key in awkward()) {
            let value = serde_json::json!({ key: [text] });
            let wire = encode(&Type::any_struct(), &Json::of(&value).unwrap());
            prop_assert_eq!(decode(&Type::any_struct(), &wire).unwrap().to::<serde_json::Value>().unwrap(), value);
            prop_assert!(!wire.contains("{{") && !wire.contains("$(") && !wire.contains("$$"), "{}", wire);
        }

        #[test]
        fn decoding_never_panics(text in any::<String>()) {
            let _ = decode(&Type::String, &text);
            let _ = decode(&Type::any_struct(), &text);
        }
    }

    #[test]
    fn what_argo_could_not_compute_is_refused() {
        for ty in [Type::String, Type::Integer, Type::any_struct()] {
            let refused = decode(&ty, "{{=sprig.fail('integer overflow')}}");
            assert!(refused.unwrap_err().contains("could not compute"));
        }
    }

    #[test]
    fn nothing_is_not_a_text() {
        let ty = Type::Optional(Box::new(Type::String));
        assert_eq!(encode(&ty, &Json::null()), "json:null");
        assert!(decode(&ty, "json:null").unwrap().is_null());
        assert_eq!(decode(&ty, "null").unwrap().as_str(), r#""null""#);
        assert_eq!(decode(&ty, "").unwrap().as_str(), r#""""#);
    }

    #[test]
    fn one_value_one_text() {
        assert_eq!(encode_text("json:x"), r#"json:"json:x""#);
        assert_eq!(encode_text("${a} $5 {x} }}"), "${a} $5 {x} }}");
        assert_eq!(encode_text("a$$b"), r#"json:"a\u0024\u0024b""#);
        assert_eq!(encode_text("😀"), r#"json:"\ud83d\ude00""#);
    }
}
