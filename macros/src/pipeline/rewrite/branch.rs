use super::rewriter::Rewriter;
use super::{later, step_names};
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprIf, Ident, Lifetime, Stmt, parse_quote_spanned};

/// Rewrites an `if` whose condition holds no `let`.
pub(super) fn rewrite_if(rewriter: &mut Rewriter<'_>, branch: &mut ExprIf, unused: bool) -> Expr {
    // Without an `else` there is no value, unless the block has one by mistake.
    let unused = unused || branch.else_branch.is_none() && value(&branch.then_branch).is_none();
    let token = branch.if_token.span;
    let name = step_names::of_expression(&branch.cond);
    rewriter.step_names.add("if", token, name.as_deref());
    rewriter.visit_expr_mut(&mut branch.cond);
    let guard = rewriter.guard(token);
    let condition = &branch.cond;
    let start =
        quote_spanned!(token=> ::pipewright::__private::rewrite::condition(#condition).branch());
    let otherwise = branch.else_branch.as_mut();
    let mut otherwise = otherwise.map(|(_, otherwise)| &mut **otherwise);
    let behind = mentions_of(otherwise.as_deref());
    let then = &mut branch.then_branch;
    rewriter.visit_branch(&guard, then, unused, behind, |_| {});
    if let Some(otherwise) = &mut otherwise {
        rewriter.visit_otherwise(&guard, otherwise, unused);
    }
    let test = test(&guard);
    choose(&guard, start, test, then, otherwise, unused)
}

/// The names that an `else` mentions.
pub(super) fn mentions_of(otherwise: Option<&Expr>) -> HashSet<String> {
    let names = |otherwise| later::mentions(|names| names.visit_expr(otherwise)).names;
    otherwise.map(names).unwrap_or_default()
}

/// Test of a guard: does its first block run?
pub(super) fn test(guard: &Ident) -> TokenStream {
    quote_spanned!(guard.span()=> ::pipewright::__private::rewrite::Branching::then(&mut #guard))
}

/// An `if` of a guard that `start` makes. The first block stands behind `test`.
pub(super) fn choose(
    guard: &Ident,
    start: TokenStream,
    test: TokenStream,
    then: &mut Block,
    otherwise: Option<&mut Expr>,
    unused: bool,
) -> Expr {
    let token = guard.span();
    // Where one block runs, rustc sees no way from it to the other one: both may move a variable.
    let done = Lifetime::new(&format!("'{guard}"), token);
    if unused {
        let Some(otherwise) = otherwise else {
            return parse_quote_spanned! {token=> {
                let mut #guard = #start;
                if #test #then
                ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
                #guard.end();
            }};
        };
        return parse_quote_spanned! {token=> #done: {
            let mut #guard = #start;
            if #test {
                #then
                if #guard.is_done() {
                    break #done;
                }
                #guard.go_on();
            }
            ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
            { #otherwise }
            #guard.end();
        }};
    }
    let Some(otherwise) = otherwise else {
        let span = value(then).map_or(token, Spanned::span);
        let first = format_ident!("{guard}_then", span = span);
        let asked = Ident::new(&guard.to_string(), span);
        let merged = quote_spanned!(span=> #asked.merge_without_else(#first));
        return parse_quote_spanned! {token=> {
            let mut #guard = #start;
            let #first = if #test {
                ::core::option::Option::Some(#then)
            } else {
                ::core::option::Option::None
            };
            ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
            #guard.end();
            #merged
        }};
    };
    tail_elements(guard, then.stmts.last_mut());
    let mut block = match otherwise {
        Expr::Block(block) => Some(&mut block.block),
        _ => None,
    };
    tail_elements(
        guard,
        block.as_mut().and_then(|block| block.stmts.last_mut()),
    );
    let first = format_ident!("{guard}_then", span = token);
    let second = format_ident!("{guard}_otherwise", span = token);
    let first_value = tail_value(
        guard,
        &first,
        tail(then.stmts.last()).unwrap_or((token, token)),
    );
    let end = block.and_then(|block| tail(block.stmts.last()));
    let second_value = tail_value(guard, &second, end.unwrap_or((token, token)));
    parse_quote_spanned! {token=> #done: {
        let mut #guard = #start;
        let #first = if #test {
            let #first = #then;
            if #guard.is_done() {
                break #done #guard.only(#first);
            }
            #guard.go_on();
            ::core::option::Option::Some(#first)
        } else {
            ::core::option::Option::None
        };
        ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
        let #second = #guard.second(&#first, #otherwise);
        #guard.end();
        let #first = #first_value;
        let #second = ::pipewright::__private::rewrite::like(&#first, { #second_value });
        #guard.merge(#first, #second)
    }}
}

/// The value of a block in the type that both blocks of an `if` have: a plain value becomes a `Value` where the `if` is a
/// run-time one. The outermost tokens reach over the block's value, where rustc reports another type. All names stand elsewhere: an editor
/// that is asked about a name of the user finds nothing else there.
pub(super) fn tail_value(guard: &Ident, value: &Ident, (first, last): (Span, Span)) -> TokenStream {
    let token = guard.span();
    let inner = quote_spanned! {token=>
        &&&&::pipewright::__private::rewrite::Tail::new(&#guard, #guard.block_value(#value))
    };
    let mut receiver = Group::new(Delimiter::Parenthesis, inner);
    receiver.set_span(first);
    let mut call = Group::new(Delimiter::Parenthesis, TokenStream::new());
    call.set_span(last);
    let method = quote_spanned!(token=> .value);
    quote!(#receiver #method #call)
}

/// The elements of a tuple at the end of a block are each a value.
pub(super) fn tail_elements(guard: &Ident, last: Option<&mut Stmt>) {
    let Some(Stmt::Expr(Expr::Tuple(tuple), None)) = last else {
        return;
    };
    for element in &mut tuple.elems {
        let span = element.span();
        let guard = Ident::new(&guard.to_string(), span);
        *element = Expr::Verbatim(quote_spanned! {span=>
            (&&&&::pipewright::__private::rewrite::Tail::new(&#guard, #element)).value()
        });
    }
}

/// Spans of the first and last token of a block's value.
pub(super) fn tail(last: Option<&Stmt>) -> Option<(Span, Span)> {
    let tokens = match last? {
        Stmt::Expr(expression, None) => expression.to_token_stream(),
        Stmt::Macro(invocation) => invocation.to_token_stream(),
        _ => return None,
    };
    let mut tokens = tokens.into_iter();
    let first = tokens.next()?.span();
    Some((first, tokens.last().map_or(first, |last| last.span())))
}

/// Value of a block, where it may be the output of a task.
pub(super) fn value(block: &Block) -> Option<&Expr> {
    match block.stmts.last() {
        Some(Stmt::Expr(expression, None)) if may_be_output(expression) => Some(expression),
        _ => None,
    }
}

fn may_be_output(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::Call(_) | Expr::MethodCall(_) | Expr::Path(_) | Expr::Field(_)
    )
}

/// Drops the value of a block whose value is not used, so that the call of a component that gives nothing needs no `;`.
pub(super) fn drop_value(expression: &mut Expr) {
    if may_be_output(expression) {
        let span = expression.span();
        *expression = Expr::Verbatim(
            quote_spanned!(span=> ::pipewright::__private::rewrite::unused(#expression)),
        );
    }
}
