//! Attributes of expressions: they stay on what an expression becomes.

use quote::quote;
use syn::{AttrStyle, Attribute, Expr};

/// The attributes that stand in front of an expression: those of its first part.
pub(crate) fn of(expression: &mut Expr) -> Option<&mut Vec<Attribute>> {
    match expression {
        Expr::Assign(assign) => of(&mut assign.left),
        Expr::Array(expression) => Some(&mut expression.attrs),
        Expr::Binary(binary) => of(&mut binary.left),
        Expr::Cast(cast) => of(&mut cast.expr),
        Expr::Block(expression) => Some(&mut expression.attrs),
        Expr::Break(expression) => Some(&mut expression.attrs),
        Expr::Call(expression) => Some(&mut expression.attrs),
        Expr::Closure(expression) => Some(&mut expression.attrs),
        Expr::Continue(expression) => Some(&mut expression.attrs),
        Expr::Field(expression) => Some(&mut expression.attrs),
        Expr::ForLoop(expression) => Some(&mut expression.attrs),
        Expr::If(expression) => Some(&mut expression.attrs),
        Expr::Index(expression) => Some(&mut expression.attrs),
        Expr::Lit(expression) => Some(&mut expression.attrs),
        Expr::Loop(expression) => Some(&mut expression.attrs),
        Expr::Macro(expression) => Some(&mut expression.attrs),
        Expr::Match(expression) => Some(&mut expression.attrs),
        Expr::MethodCall(expression) => Some(&mut expression.attrs),
        Expr::Paren(expression) => Some(&mut expression.attrs),
        Expr::Path(expression) => Some(&mut expression.attrs),
        Expr::Reference(expression) => Some(&mut expression.attrs),
        Expr::Return(expression) => Some(&mut expression.attrs),
        Expr::Struct(expression) => Some(&mut expression.attrs),
        Expr::Try(expression) => Some(&mut expression.attrs),
        Expr::Tuple(expression) => Some(&mut expression.attrs),
        Expr::Unary(expression) => Some(&mut expression.attrs),
        Expr::Unsafe(expression) => Some(&mut expression.attrs),
        Expr::While(expression) => Some(&mut expression.attrs),
        _ => None,
    }
}

/// Takes the attributes off an expression.
pub(super) fn take(expression: &mut Expr) -> Vec<Attribute> {
    let mut attributes = of(expression).map(std::mem::take).unwrap_or_default();
    // Those within braces may not find braces any more.
    for attribute in &mut attributes {
        attribute.style = AttrStyle::Outer;
    }
    attributes
}

/// Puts attributes in front of an expression.
pub(super) fn put(expression: &mut Expr, attributes: Vec<Attribute>) {
    if attributes.is_empty() {
        return;
    }
    match of(expression) {
        Some(place) => *place = attributes,
        None => *expression = Expr::Verbatim(quote!(#(#attributes)* #expression)),
    }
}
