//! Statements that leave a block early, or assign a variable from outside of it: its guard is asked in front of them.

use super::rewriter::Rewriter;
use super::scope::{self, GuardKind};
use super::state::Change;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprBreak, ExprContinue, Ident, parse_quote_spanned};

/// Puts the question in front of an expression that leaves branches early.
pub(super) fn guard_leaving(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    visit_mut::visit_expr_mut(rewriter, expression);
    match expression {
        // An `if` becomes a block with a label, in which rustc takes no `break` without one.
        Expr::Break(ExprBreak {
            label: label @ None,
            break_token: syn::token::Break { span },
            ..
        })
        | Expr::Continue(ExprContinue {
            label: label @ None,
            continue_token: syn::token::Continue { span },
            ..
        }) => *label = rewriter.scopes.inner_loop(*span),
        _ => {}
    }
    let (guards, span) = match &*expression {
        Expr::Return(token) => (rewriter.scopes.guards_of_return(), token.return_token.span),
        Expr::Try(tried) => (
            rewriter.scopes.guards_of_return(),
            tried.question_token.span(),
        ),
        Expr::Break(leave) => (
            rewriter.scopes.guards_of_break(leave.label.as_ref()),
            leave.break_token.span,
        ),
        Expr::Continue(leave) => (
            rewriter.scopes.guards_of_break(leave.label.as_ref()),
            leave.continue_token.span,
        ),
        _ => return,
    };
    ask(&guards, GuardKind::may_leave, span, expression);
}

/// Puts the question in front of an assignment to a variable outside of branches.
pub(super) fn guard_assignment(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    let Expr::Assign(assign) = &mut *expression else {
        return;
    };
    rewriter.visit_expr_mut(&mut assign.right);
    let place = (*assign.left).clone();
    guard_change(rewriter, &place, expression);
}

/// Puts the question in front of an expression that changes the variable of a place expression outside of branches.
pub(super) fn guard_change(rewriter: &mut Rewriter<'_>, place: &Expr, expression: &mut Expr) {
    for variable in scope::variables(place) {
        rewriter.scopes.note(variable, None, Change::Assigned);
    }
    // One question is enough: an answer for each variable would say the same.
    let outer = scope::variables(place).into_iter().find_map(|variable| {
        let guards = rewriter.scopes.guards_of_change(variable);
        (!guards.is_empty()).then_some((guards, variable.span()))
    });
    if let Some((guards, span)) = outer {
        ask(&guards, GuardKind::may_assign, span, expression);
    }
}

/// Puts questions to guards in front of an expression. The guards' names take the span of what is asked for, so that
/// the answer stands there.
///
/// A loop is asked through the branches. What a run-time branch gives then has no known type, and rustc is silent about it
/// behind the answer of that branch: one block that is left with another one is one mistake.
fn ask(
    guards: &[(&Ident, GuardKind)],
    question: fn(GuardKind) -> &'static str,
    span: Span,
    expression: &mut Expr,
) {
    if !guards.is_empty() {
        let questions = questions(guards, question, span, &TokenStream::new());
        *expression = parse_quote_spanned!(span=> { #questions #expression });
    }
}

/// Questions to guards. What they are about is their argument, if it must be told.
pub(super) fn questions(
    guards: &[(&Ident, GuardKind)],
    question: fn(GuardKind) -> &'static str,
    span: Span,
    about: &TokenStream,
) -> TokenStream {
    let named = |guard: &Ident| Ident::new(&guard.to_string(), span);
    let is_branch = |kind| matches!(kind, GuardKind::Branch);
    let (branches, loops): (Vec<_>, Vec<_>) = guards.iter().partition(|(_, kind)| is_branch(*kind));
    let branches: Vec<_> = branches.iter().map(|(guard, _)| named(guard)).collect();
    let of_branches = branches.iter().map(|guard| {
        let question = Ident::new(question(GuardKind::Branch), span);
        quote_spanned!(span=> #guard.#question(#about);)
    });
    let of_loops = loops.iter().map(|(guard, kind)| {
        let (guard, question) = (named(guard), Ident::new(question(*kind), span));
        let asked = branches.iter().fold(
            quote_spanned!(span=> &#guard),
            |asked, branch| quote_spanned!(span=> #branch.only(#asked)),
        );
        let about = (!about.is_empty()).then(|| quote_spanned!(span=> , #about));
        quote_spanned! {span=>
            ::pipewright::__private::rewrite::LoopGuard::#question(#asked #about);
        }
    });
    quote!(#(#of_branches)* #(#of_loops)*)
}
