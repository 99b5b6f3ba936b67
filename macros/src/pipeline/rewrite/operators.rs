use super::rewriter::Rewriter;
use super::{guards, sides};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{BinOp, Expr, Ident};

/// Rewrites a binary operator.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    let has_let = has_let(expression);
    let Expr::Binary(binary) = &mut *expression else {
        return;
    };
    let span = binary.op.span();
    let method = match binary.op {
        BinOp::And(_) if !has_let => Some("and"),
        BinOp::Or(_) => Some("or"),
        _ => None,
    };
    if let Some(method) = method {
        rewriter.visit_expr_mut(&mut binary.left);
        let left = binary.left.to_token_stream();
        let wrap = |right: &Expr| right.to_token_stream();
        let sides = sides::rewrite(rewriter, &left, &mut binary.right, (method, span), wrap);
        *expression = Expr::Verbatim(sides);
        return;
    }
    visit_mut::visit_expr_mut(rewriter, expression);
    let Expr::Binary(binary) = &*expression else {
        return;
    };
    let (left, right) = (&binary.left, &binary.right);
    let compare = |method: &str, comparison: &str| -> TokenStream {
        let (method, comparison) = (Ident::new(method, span), Ident::new(comparison, span));
        quote_spanned! {span=>
            (&&&::pipewright::__private::rewrite::Compare(&(#left), &(#right)))
                .#method(::pipewright::__private::Comparison::#comparison)
        }
    };
    let rewritten = match binary.op {
        BinOp::Eq(_) => compare("equality", "Equal"),
        BinOp::Ne(_) => compare("equality", "NotEqual"),
        BinOp::Lt(_) => compare("order", "Less"),
        BinOp::Le(_) => compare("order", "LessOrEqual"),
        BinOp::Gt(_) => compare("order", "Greater"),
        BinOp::Ge(_) => compare("order", "GreaterOrEqual"),
        op if is_assignment(&op) => {
            let place = (*binary.left).clone();
            guards::guard_change(rewriter, &place, expression);
            return;
        }
        _ => return,
    };
    *expression = Expr::Verbatim(rewritten);
}

fn is_assignment(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}

/// Test for a `let` in a condition: no other expression can hold one.
pub(super) fn has_let(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        Expr::Paren(paren) => has_let(&paren.expr),
        _ => false,
    }
}
