//! `let _ = ..`: the author drops a value on purpose.

use super::rewriter::Rewriter;
use proc_macro2::Span;
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Local, Pat, parse_quote_spanned};

/// Test for a `let _` of what a call gives. A variable is not moved there, and stays as it is.
pub(super) fn is_dropped(local: &Local) -> bool {
    let init = local.init.as_ref();
    matches!(local.pat, Pat::Wild(_))
        && init.is_some_and(|init| matches!(*init.expr, Expr::Call(_) | Expr::MethodCall(_)))
}

/// Notes the handles of such a value. Its temporaries live as long as they did.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, local: &mut Local) {
    let Some(init) = &mut local.init else {
        return;
    };
    let (value, span) = (&init.expr, init.expr.span());
    let dropped = Ident::new(&rewriter.name(), Span::call_site());
    let noted =
        quote_spanned!(span=> (&&::pipewright::__private::rewrite::Dropped(&#dropped)).note());
    *init.expr = parse_quote_spanned!(span=> match #value { #dropped => #noted });
}
