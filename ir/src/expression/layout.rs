//! Layout of a value in a formatted text.

use crate::types::Type;
use serde::{Deserialize, Serialize};

/// Layout of a value in a formatted text: the part of `{..}` behind the colon.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Layout {
    /// At least as many characters.
    pub width: usize,
    /// What fills the rest.
    pub fill: Option<char>,
    /// Where the value stands; by default numbers stand right and all else left.
    pub align: Option<Align>,
    /// Zeros between the sign and the digits fill the rest.
    pub zeros: bool,
    /// A number that is not negative has a sign too.
    pub plus: bool,
    /// At most as many characters of a text.
    pub precision: Option<usize>,
}

impl Layout {
    /// The same without the parts that Rust passes over for values of a type.
    #[must_use]
    pub fn of(self, ty: &Type) -> Self {
        match ty {
            Type::Integer | Type::Number if self.zeros => Self {
                fill: None,
                align: None,
                precision: None,
                ..self
            },
            Type::Integer | Type::Number => Self {
                precision: None,
                ..self
            },
            _ => Self {
                zeros: false,
                plus: false,
                ..self
            },
        }
    }
}

/// Where a value stands in its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// `<`
    Left,
    /// `^`
    Center,
    /// `>`
    Right,
}

impl Layout {
    /// A printed value in its width.
    pub fn set(&self, text: &str, is_number: bool) -> String {
        let mut text = match self.precision {
            Some(most) if !is_number => text.chars().take(most).collect(),
            _ => text.to_owned(),
        };
        if is_number && self.plus && !text.starts_with('-') {
            text.insert(0, '+');
        }
        let missing = self.width.saturating_sub(text.chars().count());
        if is_number && self.zeros {
            let sign = text.starts_with(['-', '+']).into();
            text.insert_str(sign, &"0".repeat(missing));
            return text;
        }
        let align = self.align.unwrap_or(match is_number {
            true => Align::Right,
            false => Align::Left,
        });
        let before = match align {
            Align::Left => 0,
            Align::Center => missing / 2,
            Align::Right => missing,
        };
        let fill = |count| self.fill.unwrap_or(' ').to_string().repeat(count);
        format!("{}{text}{}", fill(before), fill(missing - before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALIGNS: [Option<Align>; 4] = [
        None,
        Some(Align::Left),
        Some(Align::Center),
        Some(Align::Right),
    ];

    proptest! {
        #[test]
        fn integers_as_rust(number in any::<i64>(), width in 0..30_usize) {
            let text = number.to_string();
            let layout = |align, zeros, plus| Layout { width, align, zeros, plus, ..Layout::default() };
            let set = |layout: Layout| layout.set(&text, true);
            let rust = [
                format!("{number:width$}"),
                format!("{number:<width$}"),
                format!("{number:^width$}"),
                format!("{number:>width$}"),
            ];
            for (align, expected) in ALIGNS.into_iter().zip(rust) {
                prop_assert_eq!(set(layout(align, false, false)), expected);
                prop_assert_eq!(set(layout(align, true, false)), format!("{number:0width$}"));
                prop_assert_eq!(set(layout(align, true, true)), format!("{number:+0width$}"));
            }
            prop_assert_eq!(set(layout(None, false, true)), format!("{number:+width$}"));
        }

        #[test]
        fn texts_as_rust(text in any::<String>(), width in 0..9_usize, most in 0..9_usize) {
            let layout = |align, fill, precision| Layout { width, align, fill, precision, ..Layout::default() };
            let set = |layout: Layout| layout.set(&text, false);
            let rust = [
                format!("{text:width$}"),
                format!("{text:<width$}"),
                format!("{text:^width$}"),
                format!("{text:>width$}"),
            ];
            for (align, expected) in ALIGNS.into_iter().zip(rust) {
                prop_assert_eq!(set(layout(align, None, None)), expected);
            }
            let centered = layout(Some(Align::Center), Some('é'), Some(most));
            prop_assert_eq!(set(centered), format!("{text:é^width$.most$}"));
        }
    }
}
