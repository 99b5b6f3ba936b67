//! How `format!` sets a value in its width.

use super::literal::literal;
use pipewright_ir::graph::{Align, Layout};
use pipewright_ir::types::Type;

/// A printed value in its width.
pub(super) fn lay_out(text: String, ty: &Type, layout: &Layout) -> String {
    if *layout == Layout::default() {
        return text;
    }
    let is_number = matches!(ty, Type::Integer | Type::Number);
    let mut shown = "text".to_owned();
    if let Some(most) = layout.precision.filter(|_| !is_number) {
        shown = format!("join(take(split(text, ''), {most}), '')");
    }
    if is_number && layout.plus {
        shown = "(text startsWith '-' ? text : '+' + text)".to_owned();
    }
    if layout.width == 0 {
        return format!("(let text = {text}; {shown})");
    }
    let fill = |count: &str| {
        let fill = layout.fill.unwrap_or(' ').to_string();
        format!("repeat({}, {count})", literal(&fill))
    };
    let align = layout.align.unwrap_or(match is_number {
        true => Align::Right,
        false => Align::Left,
    });
    let set = if is_number && layout.zeros {
        "(shown matches '^[-+]' ? shown[:1] : '') + repeat('0', missing) + (shown matches '^[-+]' ? shown[1:] : shown)".to_owned()
    } else {
        match align {
            Align::Left => format!("shown + {}", fill("missing")),
            Align::Right => format!("{} + shown", fill("missing")),
            Align::Center => format!(
                "{} + shown + {}",
                fill("int(missing / 2)"),
                fill("missing - int(missing / 2)")
            ),
        }
    };
    // Argo 3.6 counts bytes in texts.
    let missing = format!("max(0, {} - len(split(shown, '')))", layout.width);
    format!("(let text = {text}; let shown = {shown}; let missing = {missing}; {set})")
}
