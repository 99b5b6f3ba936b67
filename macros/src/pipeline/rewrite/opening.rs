use super::scope::{GuardKind, Scopes};
use super::{Rewriter, branch, matching};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprIf, ExprMatch, Ident, Pat, parse_quote_spanned};

/// A pattern that takes an option apart, and what it is taken from.
struct Opening<'a> {
    pattern: &'a Pat,
    subject: &'a mut Expr,
    /// Where the `let` or `match` stands.
    token: Span,
}

/// Whether an `if` is an `if let Some(name) = ..`, and nothing else.
pub(super) fn is_opening(branch: &ExprIf) -> bool {
    matches!(&*branch.cond, Expr::Let(binding) if opens(&binding.pat))
}

/// Whether a `match` has an arm for `Some(name)` and one for all else.
pub(super) fn is_match(choice: &ExprMatch) -> bool {
    let [first, second] = &choice.arms[..] else {
        return false;
    };
    let is_plain = |arm: &syn::Arm| arm.attrs.is_empty();
    let is_open = match (&first.pat, &second.pat) {
        (some, Pat::Wild(_)) => opens(some),
        (some, none) if is_none(none) => opens(some),
        (none, some) => is_none(none) && opens(some),
    };
    is_open && is_plain(first) && is_plain(second)
}

/// `Some(name)` or `Some(_)`.
fn opens(pattern: &Pat) -> bool {
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
    let opening = Opening {
        pattern: &binding.pat,
        subject: &mut binding.expr,
        token: binding.let_token.span,
    };
    let otherwise = branch
        .else_branch
        .as_mut()
        .map(|(_, otherwise)| &mut **otherwise);
    rewrite(
        rewriter,
        opening,
        &mut branch.then_branch,
        otherwise,
        unused,
    )
}

/// Rewrites a `match` whose option may be a run-time one.
pub(super) fn rewrite_match(
    rewriter: &mut Rewriter<'_>,
    choice: &mut ExprMatch,
    unused: bool,
) -> Expr {
    choice.arms.sort_by_key(|arm| !opens(&arm.pat));
    let [some, other] = &choice.arms[..] else {
        return Expr::Match(choice.clone());
    };
    let (mut then, otherwise) = (matching::block(some), matching::block(other));
    let token = other.fat_arrow_token.spans[0];
    let mut otherwise: Expr = parse_quote_spanned!(token=> #otherwise);
    let opening = Opening {
        pattern: &some.pat,
        subject: &mut choice.expr,
        token: choice.match_token.span,
    };
    rewrite(rewriter, opening, &mut then, Some(&mut otherwise), unused)
}

fn rewrite(
    rewriter: &mut Rewriter<'_>,
    opening: Opening<'_>,
    then: &mut Block,
    mut otherwise: Option<&mut Expr>,
    unused: bool,
) -> Expr {
    let Opening {
        pattern,
        subject,
        token,
    } = opening;
    rewriter.visit_expr_mut(subject);
    let guard = rewriter.guard(token);
    rewriter.scopes.enter_branch(&guard, GuardKind::Branch);
    rewriter.scopes.enter();
    rewriter.scopes.bind(pattern);
    rewriter.value_is_unused = unused;
    rewriter.visit_block_mut(then);
    rewriter.scopes.leave();
    if let Some(otherwise) = &mut otherwise {
        rewriter.value_is_unused = unused;
        rewriter.visit_expr_mut(otherwise);
    }
    rewriter.scopes.leave_branch();

    let span = subject.span();
    let (start, opened) = (
        Ident::new("__start", token),
        Ident::new(&format!("{guard}_opened"), span),
    );
    let test = quote_spanned!(token=> let #pattern = #opened);
    let chosen = branch::choose(&guard, quote!(#start), test, then, otherwise, unused);
    let subject = taken(pattern, subject);
    // What is taken apart lives as long as the blocks, as it does in an `if let`.
    parse_quote_spanned! {token=>
        match (&&::pipewright::__private::rewrite::Opening::new(#subject)).open() {
            (#start, #opened) => #chosen
        }
    }
}

/// Answers a run-time option where only a plain one can be taken apart: in `let .. else`, `while let` and behind `&&`.
///
/// What a variable holds is not asked: it could be a `&mut`, which this would move.
pub(super) fn rewrite_plain(scopes: &Scopes, pattern: &Pat, subject: &mut Expr) {
    let is_asked = match &*subject {
        Expr::Call(_) | Expr::MethodCall(_) => true,
        Expr::Path(path) => path
            .path
            .get_ident()
            .is_some_and(|name| scopes.is_parameter(name)),
        _ => false,
    };
    if is_asked && opens(pattern) {
        let (span, taken) = (subject.span(), taken(pattern, subject));
        *subject = Expr::Verbatim(quote_spanned! {span=>
            (&&::pipewright::__private::rewrite::Opening::new(#taken)).take_apart()
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
