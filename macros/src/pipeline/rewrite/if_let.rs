use super::rewriter::Rewriter;
use super::scope::Scopes;
use super::{arm, branch, step_names};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprIf, ExprLet, ExprMatch, Pat, parse_quote_spanned};

/// A pattern that takes an option apart, and the option.
struct IfLet<'a> {
    pattern: &'a Pat,
    subject: &'a mut Expr,
    /// Span of the `let` or `match`.
    token: Span,
    /// Kind and name of the step.
    name: (&'static str, Option<String>),
}

/// Test for an `if let Some(name) = ..`, and nothing else.
pub(super) fn is_if_let(branch: &ExprIf) -> bool {
    matches!(&*branch.cond, Expr::Let(binding) if is_some(&binding.pat))
}

/// Test for a `match` with one arm for `Some(name)` and one for all else.
pub(super) fn is_match(choice: &ExprMatch) -> bool {
    let [first, second] = &choice.arms[..] else {
        return false;
    };
    match (&first.pat, &second.pat) {
        (some, Pat::Wild(_)) => is_some(some),
        (some, none) if is_none(none) => is_some(some),
        (none, some) => is_none(none) && is_some(some),
    }
}

/// `Some(name)` or `Some(_)`.
fn is_some(pattern: &Pat) -> bool {
    let Pat::TupleStruct(pattern) = pattern else {
        return false;
    };
    let inner = pattern.elems.first().filter(|_| pattern.elems.len() == 1);
    let is_simple = match inner {
        Some(Pat::Wild(_)) => true,
        Some(Pat::Ident(name)) => name.by_ref.is_none() && name.subpat.is_none(),
        _ => false,
    };
    let last = pattern.path.segments.last();
    is_simple && last.is_some_and(|last| last.ident == "Some")
}

fn is_none(pattern: &Pat) -> bool {
    match pattern {
        Pat::Ident(name) => name.ident == "None",
        Pat::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "None"),
        _ => false,
    }
}

/// Rewrites an `if let` whose option may be a run-time one.
pub(super) fn rewrite_if(rewriter: &mut Rewriter<'_>, branch: &mut ExprIf, unused: bool) -> Expr {
    let unused =
        unused || branch.else_branch.is_none() && branch::value(&branch.then_branch).is_none();
    let Expr::Let(binding) = &mut *branch.cond else {
        return Expr::If(branch.clone());
    };
    let if_let = IfLet {
        name: ("if", name(binding)),
        pattern: &binding.pat,
        subject: &mut binding.expr,
        token: binding.let_token.span,
    };
    let otherwise = branch
        .else_branch
        .as_mut()
        .map(|(_, otherwise)| &mut **otherwise);
    rewrite(rewriter, if_let, &mut branch.then_branch, otherwise, unused)
}

/// Name of the step of an `if let`.
pub(super) fn name(binding: &ExprLet) -> Option<String> {
    let name = step_names::of_pattern(&binding.pat);
    name.or_else(|| step_names::of_expression(&binding.expr))
}

/// The option that a pattern is matched with.
pub(super) fn option(pattern: &Pat, subject: &Expr, token: Span) -> TokenStream {
    let taken = taken(pattern, subject);
    quote_spanned!(token=> (&&::pipewright::__private::rewrite::IfLet::new(#taken)))
}

/// Rewrites a `match` whose option may be a run-time one.
pub(super) fn rewrite_match(
    rewriter: &mut Rewriter<'_>,
    choice: &mut ExprMatch,
    unused: bool,
) -> Expr {
    choice.arms.sort_by_key(|arm| !is_some(&arm.pat));
    let [some, other] = &choice.arms[..] else {
        return Expr::Match(choice.clone());
    };
    let (mut then, otherwise) = (arm::block(some), arm::block(other));
    let token = other.fat_arrow_token.spans[0];
    let mut otherwise: Expr = parse_quote_spanned!(token=> #otherwise);
    let name = step_names::of_expression(&choice.expr);
    let name = name.or_else(|| step_names::of_pattern(&some.pat));
    let if_let = IfLet {
        pattern: &some.pat,
        name: ("match", name),
        subject: &mut choice.expr,
        token: choice.match_token.span,
    };
    rewrite(rewriter, if_let, &mut then, Some(&mut otherwise), unused)
}

fn rewrite(
    rewriter: &mut Rewriter<'_>,
    if_let: IfLet<'_>,
    then: &mut Block,
    mut otherwise: Option<&mut Expr>,
    unused: bool,
) -> Expr {
    let IfLet {
        pattern,
        subject,
        token,
        name: (kind, name),
    } = if_let;
    rewriter.step_names.add(kind, token, name.as_deref());
    let given = rewriter.scopes.given(subject);
    rewriter.visit_expr_mut(subject);
    let guard = rewriter.guard(token);
    let behind = branch::mentions_of(otherwise.as_deref());
    rewriter.visit_branch(&guard, then, unused, behind, |rewriter| {
        rewriter.scopes.bind(pattern, given);
    });
    if let Some(otherwise) = &mut otherwise {
        rewriter.visit_otherwise(&guard, otherwise, unused);
    }

    let span = subject.span();
    let start = format_ident!("{guard}_start", span = token);
    let option = format_ident!("{guard}_option", span = span);
    let test = quote_spanned!(token=> let #pattern = #option);
    let chosen = branch::choose(&guard, quote!(#start), test, then, otherwise, unused);
    let matched = self::option(pattern, subject, token);
    // What is taken apart lives as long as the blocks, as it does in an `if let`.
    parse_quote_spanned! {token=>
        match #matched.branch() {
            (#start, #option) => #chosen
        }
    }
}

/// Answers a run-time option where only a plain one can be taken apart: in `let .. else`, `while let` and behind `&&`.
///
/// A variable is left alone: it could hold a `&mut`, which this would move.
pub(super) fn rewrite_plain(scopes: &Scopes, pattern: &Pat, subject: &mut Expr) {
    let is_asked = match &*subject {
        Expr::Call(_) | Expr::MethodCall(_) => true,
        Expr::Path(path) => path
            .path
            .get_ident()
            .is_some_and(|name| scopes.is_parameter(name)),
        _ => false,
    };
    if is_asked && is_some(pattern) {
        let (span, taken) = (subject.span(), taken(pattern, subject));
        *subject = Expr::Verbatim(quote_spanned! {span=>
            (&&::pipewright::__private::rewrite::IfLet::new(#taken)).destructure()
        });
    }
}

/// A pattern without a name moves nothing.
fn taken(pattern: &Pat, subject: &Expr) -> TokenStream {
    match pattern {
        Pat::TupleStruct(some) if matches!(some.elems.first(), Some(Pat::Wild(_))) => {
            quote_spanned!(subject.span()=> &(#subject))
        }
        _ => quote!(#subject),
    }
}
