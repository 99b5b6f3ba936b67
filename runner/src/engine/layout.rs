//! How `format!` sets a value in its width.

use pipewright_dsl::graph::{Align, Layout};
use pipewright_dsl::types::Type;

/// A printed value in its width.
pub(super) fn lay_out(text: &str, ty: &Type, layout: &Layout) -> String {
    let is_number = matches!(ty, Type::Integer | Type::Number);
    let mut text = match layout.precision {
        Some(most) if !is_number => text.chars().take(most).collect(),
        _ => text.to_owned(),
    };
    if is_number && layout.plus && !text.starts_with('-') {
        text.insert(0, '+');
    }
    let missing = layout.width.saturating_sub(text.chars().count());
    if is_number && layout.zeros {
        let sign = text.starts_with(['-', '+']).into();
        text.insert_str(sign, &"0".repeat(missing));
        return text;
    }
    let align = layout.align.unwrap_or(match is_number {
        true => Align::Right,
        false => Align::Left,
    });
    let before = match align {
        Align::Left => 0,
        Align::Center => missing / 2,
        Align::Right => missing,
    };
    let fill = |count| layout.fill.unwrap_or(' ').to_string().repeat(count);
    format!("{}{text}{}", fill(before), fill(missing - before))
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
            let set = |layout: Layout| lay_out(&text, &Type::Integer, &layout);
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
            let set = |layout: Layout| lay_out(&text, &Type::String, &layout);
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
