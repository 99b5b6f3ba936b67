use crate::call::{start, task};
use crate::errors::Errors;
use proc_macro2::{Delimiter, Group};
use quote::{quote, quote_spanned};
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::{Expr, ExprAssign};

/// Rewrites a call with named arguments: `train(data, epochs = 20)`.
pub(super) fn rewrite(expression: &mut Expr, errors: &mut Errors) {
    let Expr::Call(call) = &*expression else {
        return;
    };
    let named: Vec<&ExprAssign> = call.args.iter().filter_map(assignment).collect();
    let Expr::Path(function) = &*call.func else {
        return;
    };
    if named.is_empty() {
        return;
    }
    let positional: Vec<&Expr> = call
        .args
        .iter()
        .filter(|argument| assignment(argument).is_none())
        .collect();
    if call
        .args
        .iter()
        .skip(positional.len())
        .any(|argument| assignment(argument).is_none())
    {
        let late = call
            .args
            .iter()
            .rev()
            .find(|argument| assignment(argument).is_none());
        errors.add(
            late,
            "this argument has no name and stands behind one that has",
            "put it before the named ones",
        );
        return;
    }
    if let Some(again) = repeated(&named) {
        let name = &again.left;
        errors.add(
            name,
            format!("the input `{}` is given twice", quote!(#name)),
            "remove one of the two",
        );
        return;
    }
    let span = function.span();
    // Brackets of the user: rustc proposes changes within them.
    let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#(#positional),*));
    arguments.set_span(call.paren_token.span.join());
    let setters = named.iter().map(|argument| {
        let (name, value) = (&argument.left, &argument.right);
        quote_spanned!(value.span()=> .#name(#value))
    });
    let setters = quote!(#(#setters)*);
    let (start, task) = (start(positional.len(), span), task(span));
    *expression = Expr::Verbatim(
        quote_spanned!(span=> #function::#task(#function::#start #arguments #setters)),
    );
}

/// Value of an argument: behind its name, if it has one.
pub(super) fn value(argument: &mut Expr) -> &mut Expr {
    if assignment(argument).is_none() {
        return argument;
    }
    match argument {
        Expr::Assign(named) => &mut named.right,
        argument => argument,
    }
}

/// The same, to look at.
pub(super) fn value_of(argument: &Expr) -> &Expr {
    assignment(argument).map_or(argument, |named| &named.right)
}

/// The first argument whose name stands before it already.
fn repeated<'a>(named: &[&'a ExprAssign]) -> Option<&'a ExprAssign> {
    let mut known = HashSet::new();
    let mut is_new = |argument: &&&ExprAssign| {
        let name = &argument.left;
        known.insert(quote!(#name).to_string())
    };
    named.iter().find(|argument| !is_new(argument)).copied()
}

fn assignment(argument: &Expr) -> Option<&ExprAssign> {
    match argument {
        Expr::Assign(assign) if matches!(&*assign.left, Expr::Path(path) if path.path.get_ident().is_some()) => {
            Some(assign)
        }
        _ => None,
    }
}
