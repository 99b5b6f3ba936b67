//! Patterns of several parts: those of a run-time value are asked for in words of ours, which rustc reports. Those of plain
//! values stay what they are.

use super::scope::Scopes;
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall, Local, Pat};

/// Asks about what a function gives that a `let` takes apart.
///
/// A method may give what its type is found for by the pattern only, and a variable may be taken apart in part.
pub(super) fn rewrite_let(local: &mut Local) {
    let Some(init) = &mut local.init else {
        return;
    };
    let is_plain_call =
        matches!(&*init.expr, Expr::Call(call) if matches!(&*call.func, Expr::Path(_)));
    if init.diverge.is_none() && matches!(local.pat, Pat::Tuple(_)) && is_plain_call {
        let (whole, span) = (&init.expr, init.expr.span());
        *init.expr = Expr::Verbatim(quote_spanned! {span=>
            ::pipewright::__private::rewrite::TakenApart::new(#whole).whole().0
        });
    }
}

/// Asks about the list of `list.map(|(a, b)| ..)`. A variable that may be changed is borrowed there, and not moved.
pub(super) fn rewrite_receiver(scopes: &Scopes, call: &mut ExprMethodCall) {
    let loops = call.method == "map" || call.method == "for_each";
    let Some(Expr::Closure(closure)) = call.args.first().filter(|_| loops) else {
        return;
    };
    let is_list = match &*call.receiver {
        Expr::Path(path) => path
            .path
            .get_ident()
            .is_some_and(|name| !scopes.is_changeable(&name.to_string())),
        Expr::Call(_) => true,
        _ => false,
    };
    if is_list && matches!(closure.inputs.first(), Some(Pat::Tuple(_))) {
        let (list, span) = (&call.receiver, call.receiver.span());
        *call.receiver = Expr::Verbatim(quote_spanned! {span=>
            ::pipewright::__private::rewrite::TakenApart::new(#list).whole().0
        });
    }
}
