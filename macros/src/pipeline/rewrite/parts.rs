//! Patterns of several parts: those of a run-time value are asked for in words of ours, which rustc reports. Those of plain
//! values stay what they are.

use super::scope::Scopes;
use super::{call, later};
use quote::quote_spanned;
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, ExprCall, ExprMatch, ExprMethodCall, Local, Pat, PatIdent, Token};

/// Asks about what a function gives that a `let` takes apart.
///
/// A method may give what its type is found for by the pattern only, and a variable may be taken apart in part.
pub(super) fn rewrite_let(local: &mut Local) {
    let Some(init) = &mut local.init else {
        return;
    };
    if init.diverge.is_none() && matches!(local.pat, Pat::Tuple(_)) && is_call(&init.expr) {
        rewrite_whole(&mut init.expr);
    }
}

/// Asks about what is taken apart.
pub(super) fn rewrite_whole(whole: &mut Expr) {
    let span = whole.span();
    *whole = Expr::Verbatim(quote_spanned! {span=>
        ::pipewright::__private::rewrite::TakenApart::new(#whole).whole().0
    });
}

/// Test for the call of a function by its name, which is none of a type or trait: what those give is often found out from
/// what is done with it.
pub(super) fn is_call(expression: &Expr) -> bool {
    let Expr::Call(call) = expression else {
        return false;
    };
    let Expr::Path(function) = &*call.func else {
        return false;
    };
    let is_type =
        |segment: &syn::PathSegment| segment.ident.to_string().starts_with(char::is_uppercase);
    function.qself.is_none() && !function.path.segments.iter().any(is_type)
}

/// Test for a `let` of one name for what a function gives.
pub(super) fn is_returned(local: &Local) -> bool {
    let name =
        matches!(&local.pat, Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none());
    name && local.init.as_ref().is_some_and(|init| is_call(&init.expr))
}

/// Test for an expression whose type is known at once, and may be that of a run-time value.
pub(super) fn is_known(scopes: &Scopes, expression: &Expr) -> bool {
    match expression {
        Expr::Path(path) => path
            .path
            .get_ident()
            .is_some_and(|name| scopes.is_known(name)),
        expression => is_call(expression),
    }
}

/// The fields of structs among the arguments of a function that may be run-time values: a plain struct takes none.
///
/// Other structs are left alone: of a generic one rustc often finds out later what it holds.
pub(super) fn structs_among(scopes: &Scopes, call: &ExprCall) -> Vec<Vec<bool>> {
    let is_asked = |argument: &Expr| match argument {
        Expr::Struct(made) => made
            .fields
            .iter()
            .map(|field| is_known(scopes, &field.expr))
            .collect(),
        _ => vec![],
    };
    let is_named = matches!(&*call.func, Expr::Path(_));
    let arguments = call.args.iter().filter(|_| is_named);
    arguments
        .map(|argument| is_asked(call::value_of(argument)))
        .collect()
}

/// Asks about what was found.
pub(super) fn rewrite_structs(call: &mut ExprCall, structs: &[Vec<bool>]) {
    for (argument, is_asked) in call.args.iter_mut().zip(structs) {
        let Expr::Struct(made) = call::value(argument) else {
            continue;
        };
        let fields = made.fields.iter_mut().zip(is_asked);
        for (field, _) in fields.filter(|(_, is_asked)| **is_asked) {
            let (value, span) = (&field.expr, field.expr.span());
            field.expr = Expr::Verbatim(quote_spanned! {span=>
                ::pipewright::__private::rewrite::TakenApart::new(#value).field()
            });
            // `count` alone stands for its own value.
            field.colon_token.get_or_insert(Token![:](span));
        }
    }
}

/// What a `match` that stays one asks about: its subject, or parts of that.
pub(super) enum Asked {
    Whole(bool),
    Parts(Vec<bool>),
}

/// Finds what may be a run-time value that patterns look into. What they do not is moved or left as it is.
///
/// A variable that is needed once more could be moved by the question.
pub(super) fn asked_of_match(scopes: &Scopes, choice: &ExprMatch) -> Asked {
    let in_arms = later::mentions(|names| choice.arms.iter().for_each(|arm| names.visit_arm(arm)));
    let patterns = || choice.arms.iter().map(|arm| &arm.pat);
    match &*choice.expr {
        Expr::Tuple(tuple) => {
            let parts = tuple.elems.iter().enumerate();
            let is_asked = |(index, part): (usize, &Expr)| {
                is_known(scopes, part) && patterns().any(|pattern| part_looks(pattern, index))
            };
            Asked::Parts(parts.map(is_asked).collect())
        }
        subject => {
            let is_free = match subject {
                Expr::Path(path) => path.path.get_ident().is_some_and(|name| {
                    let text = name.to_string();
                    scopes.is_parameter(name)
                        || !scopes.is_needed(&text) && !in_arms.names.contains(&text)
                }),
                _ => true,
            };
            Asked::Whole(is_free && is_known(scopes, subject) && patterns().any(looks))
        }
    }
}

/// Asks about what was found.
pub(super) fn rewrite_match(choice: &mut ExprMatch, asked: &Asked) {
    let ask = |subject: &mut Expr| {
        let span = subject.span();
        *subject = Expr::Verbatim(quote_spanned! {span=>
            ::pipewright::__private::rewrite::TakenApart::new(#subject).matched()
        });
    };
    match (asked, &mut *choice.expr) {
        (Asked::Whole(true), subject) => ask(subject),
        (Asked::Parts(is_asked), Expr::Tuple(tuple)) => {
            let parts = tuple.elems.iter_mut().zip(is_asked);
            parts
                .filter(|(_, is_asked)| **is_asked)
                .for_each(|(part, _)| ask(part));
        }
        _ => {}
    }
}

/// Test for a pattern that looks into what it is given, or whose guard does.
fn looks(pattern: &Pat) -> bool {
    match pattern {
        Pat::Wild(_) | Pat::Rest(_) => false,
        Pat::Ident(name) => {
            name.subpat.is_some() || name.ident.to_string().starts_with(char::is_uppercase)
        }
        Pat::Paren(inner) => looks(&inner.pat),
        Pat::Or(cases) => cases.cases.iter().any(looks),
        Pat::Guard(guarded) => {
            let bound = names_of(&guarded.pat);
            let asked = later::mentions(|names| names.visit_expr(&guarded.guard)).names;
            looks(&guarded.pat) || !bound.is_disjoint(&asked)
        }
        _ => true,
    }
}

/// Test for a pattern that looks into a part of a tuple.
fn part_looks(pattern: &Pat, index: usize) -> bool {
    match pattern {
        Pat::Tuple(tuple) if !tuple.elems.iter().any(|part| matches!(part, Pat::Rest(_))) => {
            tuple.elems.get(index).is_some_and(looks)
        }
        Pat::Paren(inner) => part_looks(&inner.pat, index),
        Pat::Or(cases) => cases.cases.iter().any(|case| part_looks(case, index)),
        Pat::Guard(guarded) => {
            let asked = later::mentions(|names| names.visit_expr(&guarded.guard)).names;
            let part = match &*guarded.pat {
                Pat::Tuple(tuple) => tuple.elems.get(index),
                _ => None,
            };
            part_looks(&guarded.pat, index)
                || part.is_some_and(|part| !names_of(part).is_disjoint(&asked))
        }
        _ => false,
    }
}

/// The names that a pattern binds.
fn names_of(pattern: &Pat) -> HashSet<String> {
    #[derive(Default)]
    struct Names(HashSet<String>);

    impl<'ast> Visit<'ast> for Names {
        fn visit_pat_ident(&mut self, name: &'ast PatIdent) {
            self.0.insert(name.ident.to_string());
            syn::visit::visit_pat_ident(self, name);
        }
    }

    let mut names = Names::default();
    names.visit_pat(pattern);
    names.0
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
