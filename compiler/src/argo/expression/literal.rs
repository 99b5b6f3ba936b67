//! Texts as literals.

use crate::code::{Code, word};
use pipewright_ir::types::Type;

/// A text as a literal. It holds no brace, for which Argo looks before it reads expressions, and nothing that Argo
/// writes otherwise on the way there.
pub(in crate::argo) fn literal(text: &str) -> Code {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    for c in text.chars() {
        let code = u32::from(c);
        match c {
            '\'' | '\\' | '{' | '}' | '<' | '>' | '&' | '\0'..='\u{1f}' | '\u{7f}' => {
                literal += &format!("\\x{code:02x}");
            }
            ' '..='~' => literal.push(c),
            '\u{80}'..='\u{ffff}' => literal += &format!("\\u{code:04x}"),
            _ => literal += &format!("\\U{code:08x}"),
        }
    }
    literal.push('\'');
    word(literal)
}

/// The wire text of nothing.
pub(in crate::argo) fn nothing(ty: &Type) -> &'static str {
    if ty.is_text() { "json:null" } else { "null" }
}

/// Code of an optional value, or an empty text where there is nothing. `given` is the wire text of the value, which is no
/// text.
pub(in crate::argo) fn when_given(given: Code, value: Code) -> Code {
    given.equals(literal("null")).choose(literal(""), value)
}
