//! `format!`: text made of pieces, each in its layout.

use super::literal::literal;
use super::{Scope, bare_tag};
use crate::code::{Code, call, word};
use crate::plan::Expression;
use pipewright_ir::expression::{Align, FormatPiece, Layout};
use pipewright_ir::types::Type;
use pipewright_ir::wire;

/// A text that is its own wire text, whatever its values are, and that can be written with tags in it.
pub(super) fn is_plain(pieces: &[FormatPiece<Expression>], scope: &Scope<'_>) -> bool {
    let mut sample = String::new();
    for piece in pieces {
        match piece {
            FormatPiece::Text(text) if text.ends_with('{') => return false,
            FormatPiece::Text(text) => sample.push_str(text),
            FormatPiece::Value { value, layout }
                if *layout == Layout::default() && bare_tag(value, scope).is_some() =>
            {
                sample.push('0');
            }
            FormatPiece::Value { .. } => return false,
        }
    }
    wire::is_plain(&sample)
}

/// A printed value in its layout.
pub(super) fn lay_out(printed: Code, ty: &Type, layout: &Layout) -> Code {
    if *layout == Layout::default() {
        return printed;
    }
    let is_number = matches!(ty, Type::Integer | Type::Number);
    let text = || word("text");
    let mut shown = text();
    if let Some(most) = layout.precision.filter(|_| !is_number) {
        let characters = call("take", [characters(text()), word(most.to_string())]);
        shown = call("join", [characters, literal("")]);
    }
    if is_number && layout.plus {
        let is_negative = text().compare("startsWith", literal("-"));
        shown = is_negative.choose(text(), literal("+").plus(text()));
    }
    if layout.width == 0 {
        return printed.named("text", shown);
    }
    // Argo 3.6 counts bytes in texts.
    let missing = word(layout.width.to_string()).minus(call("len", [characters(word("shown"))]));
    let missing = call("max", [word("0"), missing]);
    let filled = filled(layout, is_number);
    printed.named(
        "text",
        shown.named("shown", missing.named("missing", filled)),
    )
}

/// What is `shown`, with as many characters as are `missing`.
fn filled(layout: &Layout, is_number: bool) -> Code {
    let (shown, missing) = (|| word("shown"), || word("missing"));
    let repeat = |text: &str, count: Code| call("repeat", [literal(text), count]);
    if is_number && layout.zeros {
        let has_sign = || shown().compare("matches", literal("^[-+]"));
        let sign = has_sign().choose(shown().slice("", "1"), literal(""));
        let digits = has_sign().choose(shown().slice("1", ""), shown());
        return sign.plus(repeat("0", missing())).plus(digits);
    }
    let fill = layout.fill.unwrap_or(' ').to_string();
    let align = layout.align.unwrap_or(match is_number {
        true => Align::Right,
        false => Align::Left,
    });
    match align {
        Align::Left => shown().plus(repeat(&fill, missing())),
        Align::Right => repeat(&fill, missing()).plus(shown()),
        Align::Center => {
            let half = || call("int", [missing().product("/", word("2"))]);
            let before = repeat(&fill, half());
            before
                .plus(shown())
                .plus(repeat(&fill, missing().minus(half())))
        }
    }
}

fn characters(text: Code) -> Code {
    call("split", [text, literal("")])
}
