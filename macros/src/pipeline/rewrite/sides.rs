//! The right side of `&&` and `||`, which runs only where the left one does not decide.

use super::rewriter::Rewriter;
use super::scope::GuardKind;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident};

/// Rewrites both sides, of which the left one is rewritten already.
pub(super) fn rewrite(
    rewriter: &mut Rewriter<'_>,
    left: &TokenStream,
    right: &mut Expr,
    (method, span): (&str, Span),
    wrap: impl FnOnce(&Expr) -> TokenStream,
) -> TokenStream {
    let logical = quote_spanned!(span=> ::pipewright::__private::rewrite::logical);
    if only_reads(right) {
        rewriter.visit_expr_mut(right);
        let (method, wrapped) = (Ident::new(method, span), wrap(right));
        let right = quote_spanned!(right.span()=> || #wrapped);
        return quote_spanned!(span=> #logical(#left).#method(#right));
    }
    let guard = rewriter.guard(span);
    rewriter.scopes.enter_branch(&guard, GuardKind::Branch);
    rewriter.visit_expr_mut(right);
    let state = rewriter.scopes.leave_branch().statements(&guard);
    let (start, wrapped) = (format_ident!("start_{method}", span = span), wrap(right));
    let value = format_ident!("{guard}_right", span = right.span());
    quote_spanned! {span=> {
        let mut #guard = #logical(#left).#start();
        let #value = if #guard.asks() {
            #(#state)*
            ::core::option::Option::Some(#wrapped)
        } else {
            ::core::option::Option::None
        };
        #guard.join(#value)
    }}
}

/// Test for an expression that calls nothing, and so neither records tasks nor changes state.
fn only_reads(expression: &Expr) -> bool {
    match expression {
        Expr::Path(_) | Expr::Lit(_) => true,
        Expr::Field(field) => only_reads(&field.base),
        Expr::Paren(inner) => only_reads(&inner.expr),
        Expr::Unary(unary) => only_reads(&unary.expr),
        Expr::Binary(binary) => only_reads(&binary.left) && only_reads(&binary.right),
        Expr::Reference(reference) => reference.mutability.is_none() && only_reads(&reference.expr),
        _ => false,
    }
}
