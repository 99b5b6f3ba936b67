//! What surely changes the state of a variable: the guards of the blocks that it comes into from outside are asked.

use super::guards;
use super::rewriter::{OpenCall, Rewriter};
use super::scope::{self, GuardKind, Reach};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall, ExprReference, Ident, Macro};

/// Methods of lists, maps, texts and options that change them.
const OF_COLLECTIONS: &[&str] = &[
    "append",
    "as_mut",
    "clear",
    "dedup",
    "dedup_by",
    "dedup_by_key",
    "drain",
    "entry",
    "extend",
    "extend_from_slice",
    "fill",
    "first_mut",
    "get_mut",
    "get_or_insert",
    "get_or_insert_with",
    "insert",
    "insert_str",
    "iter_mut",
    "last_mut",
    "pop",
    "pop_back",
    "pop_first",
    "pop_front",
    "pop_last",
    "push",
    "push_back",
    "push_front",
    "push_str",
    "remove",
    "resize",
    "retain",
    "reverse",
    "rotate_left",
    "rotate_right",
    "sort",
    "sort_by",
    "sort_by_key",
    "sort_unstable",
    "split_off",
    "splice",
    "swap",
    "swap_remove",
    "truncate",
    "values_mut",
];

/// Methods of iterators that advance them.
const OF_ITERATORS: &[&str] = &["by_ref", "next", "next_back", "nth", "nth_back"];

/// Asks about a method that changes its receiver, where that is of a type of Rust's own library.
pub(super) fn ask_about_method(rewriter: &mut Rewriter<'_>, call: &ExprMethodCall) {
    let method = call.method.to_string();
    let of = match &*method {
        "take" | "replace" => "option",
        name if OF_COLLECTIONS.contains(&name) => "collection",
        name if OF_ITERATORS.contains(&name) => "iterator",
        _ => return,
    };
    let span = call.method.span();
    let of = Ident::new(of, span);
    let Some((variable, place)) = place(&call.receiver, span) else {
        return;
    };
    let changed = quote_spanned!(span=> (&&#place).#of());
    ask(rewriter, variable, span, &changed);
}

/// The variable of a receiver, and the place as it was before the block.
fn place(receiver: &Expr, span: Span) -> Option<(&Ident, TokenStream)> {
    match receiver {
        Expr::Path(path) => {
            let variable = path.path.get_ident()?;
            let name = Ident::new(&variable.to_string(), span);
            let place = quote_spanned!(span=> ::pipewright::__private::rewrite::outside(&#name));
            Some((variable, place))
        }
        Expr::Field(field) => {
            let Expr::Path(base) = &*field.base else {
                return None;
            };
            let (variable, member) = (base.path.get_ident()?, &field.member);
            let name = Ident::new(&variable.to_string(), span);
            let place = quote_spanned! {span=>
                ::pipewright::__private::rewrite::outside_field(|| &#name.#member)
            };
            Some((variable, place))
        }
        _ => None,
    }
}

/// Asks about a `&mut` of a variable.
///
/// A call with several of them is one mistake.
pub(super) fn ask_about_reference(rewriter: &mut Rewriter<'_>, reference: &ExprReference) {
    let is_asked = |call: OpenCall| call.is_asked;
    if reference.mutability.is_none() || rewriter.call.is_some_and(is_asked) {
        return;
    }
    if let Some(call) = &mut rewriter.call {
        call.is_asked = true;
    }
    let variables = scope::variables(&reference.expr);
    if let Some(variable) = variables.first() {
        surely(rewriter, variable, reference.span());
    }
}

/// Asks about the macros that write into their first argument.
pub(super) fn ask_about_macro(rewriter: &mut Rewriter<'_>, invocation: &Macro) {
    let name = invocation.path.segments.last().map(|last| &last.ident);
    let writes = name.is_some_and(|name| name == "write" || name == "writeln");
    let mut tokens = invocation.tokens.clone().into_iter();
    if let (Some(TokenTree::Ident(variable)), Some(TokenTree::Punct(comma))) =
        (tokens.next(), tokens.next())
        && writes
        && comma.as_char() == ','
    {
        surely(rewriter, &variable, variable.span());
    }
}

/// Asks about the call of a closure that must be `mut` to be called.
pub(super) fn ask_about_call(rewriter: &mut Rewriter<'_>, function: &Expr) {
    if let Expr::Path(path) = function
        && let Some(variable) = path.path.get_ident()
        && rewriter.scopes.reach(&variable.to_string()) == Reach::Own
    {
        surely(rewriter, variable, variable.span());
    }
}

fn surely(rewriter: &mut Rewriter<'_>, variable: &Ident, span: Span) {
    let changed = quote_spanned!(span=> ::pipewright::__private::rewrite::Changed);
    ask(rewriter, variable, span, &changed);
}

/// Asks the guards of the blocks that a variable comes into from outside.
fn ask(rewriter: &mut Rewriter<'_>, variable: &Ident, span: Span, changed: &TokenStream) {
    let guards = rewriter.scopes.guards_of_change(variable);
    if guards.is_empty() || !rewriter.scopes.is_changeable(&variable.to_string()) {
        return;
    }
    let questions = guards::questions(&guards, GuardKind::may_change, span, changed);
    rewriter.scopes.ask_in_front(questions);
}
