//! Messages on texts that do not fit a grammar: a hint for a common slip, or what is expected.

use super::{
    DNS_LABEL_EXPECTED, DURATION_EXPECTED, ENVIRONMENT_VARIABLE_EXPECTED, IMAGE_REFERENCE_EXPECTED,
    MEMORY_EXPECTED, POSITIVE_QUANTITY_EXPECTED, SECONDS_EXPECTED, duration_hint, image_hint,
    memory_hint, quantity_hint,
};

/// `expected ` and a text, as a constant.
macro_rules! expected {
    ($text:expr) => {{
        const WORD: &[u8] = b"expected ";
        const TEXT: &[u8] = $text.as_bytes();
        const JOINED: [u8; WORD.len() + TEXT.len()] = {
            let mut joined = [0; WORD.len() + TEXT.len()];
            let mut index = 0;
            while index < joined.len() {
                joined[index] = if index < WORD.len() {
                    WORD[index]
                } else {
                    TEXT[index - WORD.len()]
                };
                index += 1;
            }
            joined
        };
        const MESSAGE: &str = match std::str::from_utf8(&JOINED) {
            Ok(message) => message,
            Err(_) => $text,
        };
        MESSAGE
    }};
}

/// Message on a text that is no positive quantity.
pub const fn quantity_message(text: &str) -> &'static str {
    match quantity_hint(text) {
        Some(hint) => hint,
        None => expected!(POSITIVE_QUANTITY_EXPECTED),
    }
}

/// Message on a text that is no amount of memory.
pub const fn memory_message(text: &str) -> &'static str {
    match memory_hint(text) {
        Some(hint) => hint,
        None => expected!(MEMORY_EXPECTED),
    }
}

/// Message on a text that is no duration.
pub const fn duration_message(text: &str) -> &'static str {
    match duration_hint(text) {
        Some(hint) => hint,
        None => expected!(DURATION_EXPECTED),
    }
}

/// Message on a time that is no number of seconds.
pub const fn seconds_message() -> &'static str {
    expected!(SECONDS_EXPECTED)
}

/// Message on a text that is no reference of an image.
pub const fn image_message(text: &str) -> &'static str {
    match image_hint(text) {
        Some(hint) => hint,
        None => expected!(IMAGE_REFERENCE_EXPECTED),
    }
}

/// Message on a text that is no name for people and targets.
pub const fn dns_label_message(_: &str) -> &'static str {
    expected!(DNS_LABEL_EXPECTED)
}

/// Message on a text that is no name of an environment variable.
pub const fn environment_variable_message(_: &str) -> &'static str {
    expected!(ENVIRONMENT_VARIABLE_EXPECTED)
}
