use super::rewriter::Rewriter;
use super::scope::GuardKind;
use super::{branch, step_names};
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Arm, Block, Expr, ExprMatch, Ident, Pat, Stmt, parse_quote_spanned};

/// Values that each arm compares with, those of its patterns; anything for `None`.
pub(super) type Conditions = Vec<Option<Vec<TokenStream>>>;

/// The conditions of a `match` that may be on a run-time value: of literals, ranges, variants and constants.
pub(super) fn conditions(choice: &ExprMatch) -> Option<Conditions> {
    let plain = |arm: &Arm| {
        if !arm.attrs.is_empty() {
            return None;
        }
        let mut values = vec![];
        let (pattern, guard) = parts(&arm.pat);
        let is_limited = collect(pattern, &mut values)?;
        Some((is_limited || guard.is_some()).then_some(values))
    };
    let arms: Conditions = choice.arms.iter().map(plain).collect::<Option<_>>()?;
    arms.iter().any(Option::is_some).then_some(arms)
}

/// A pattern and its guard.
fn parts(pattern: &Pat) -> (&Pat, Option<&Expr>) {
    match pattern {
        Pat::Guard(guarded) => (&guarded.pat, Some(&guarded.guard)),
        pattern => (pattern, None),
    }
}

/// Adds the values of a pattern. Returns `false` for a pattern that any value fits, and `None` for one that cannot be
/// compared with.
fn collect(pattern: &Pat, values: &mut Vec<TokenStream>) -> Option<bool> {
    match pattern {
        Pat::Wild(_) => return Some(false),
        Pat::Lit(literal) => values.push(literal.to_token_stream()),
        Pat::Range(range) => values.push(range.to_token_stream()),
        Pat::Path(path) => values.push(path.to_token_stream()),
        Pat::Ident(name)
            if name.by_ref.is_none()
                && name.mutability.is_none()
                && name.subpat.is_none()
                && is_constant(&name.ident) =>
        {
            values.push(name.to_token_stream());
        }
        Pat::Paren(inner) => return collect(&inner.pat, values),
        Pat::Or(cases) => {
            let mut is_limited = true;
            for case in &cases.cases {
                is_limited &= collect(case, values)?;
            }
            return Some(is_limited);
        }
        // A negative number.
        Pat::Verbatim(tokens) => {
            let tokens_of: Vec<TokenTree> = tokens.clone().into_iter().collect();
            match &tokens_of[..] {
                [TokenTree::Punct(minus), TokenTree::Literal(_)] if minus.as_char() == '-' => {
                    values.push(tokens.clone());
                }
                _ => return None,
            }
        }
        _ => return None,
    }
    Some(true)
}

/// Test for the name of a constant or variant in a pattern, which is no new variable.
fn is_constant(name: &Ident) -> bool {
    let name = name.to_string();
    name.starts_with(|first: char| first.is_uppercase())
}

/// Rewrites a `match`: a real one decides about a plain value, and comparisons in their order about a run-time one.
pub(super) fn rewrite(
    rewriter: &mut Rewriter<'_>,
    choice: &mut ExprMatch,
    conditions: &Conditions,
    unused: bool,
) -> Expr {
    let step_name = step_names::of_expression(&choice.expr);
    for arm in &choice.arms {
        let at = arm.fat_arrow_token.spans[0];
        rewriter.step_names.add("match", at, step_name.as_deref());
    }
    rewriter.visit_expr_mut(&mut choice.expr);
    let token = choice.match_token.span;
    let name = rewriter.guard(token);
    let subject = &choice.expr;
    let first = subject.span();
    let is_guarded = |arm: &Arm| parts(&arm.pat).1.is_some();
    let is_guarded = choice.arms.iter().any(is_guarded);
    let method = match is_guarded {
        true => Ident::new("guarded", first),
        false => Ident::new("select", first),
    };
    let asked = quote_spanned! {first=>
        (&&&::pipewright::__private::rewrite::Scrutinee(&(#subject))).#method
    };
    let select = select(choice);
    let mut select = Group::new(Delimiter::Parenthesis, select);
    select.set_span(first);
    let arms = chain(
        rewriter,
        &name,
        &mut choice.arms,
        conditions,
        is_guarded,
        unused,
    );
    // What is looked at lives as long as the arms, as it does in a `match`.
    parse_quote_spanned! {token=>
        match #asked #select {
            #name => #arms
        }
    }
}

/// A closure of the patterns as they are written, which gives the index of the arm.
fn select(choice: &ExprMatch) -> TokenStream {
    let span = choice.expr.span();
    let subject = Ident::new("__subject", span);
    let arms = choice.arms.iter().zip(0_u32..).map(|(arm, index)| {
        // All of an arm stands in the source, up to the end of its body, where rustc proposes others.
        let (mut index, mut end) = (Literal::u32_suffixed(index), Literal::u32_suffixed(0));
        let ((pattern, guard), arrow, span) =
            (parts(&arm.pat), &arm.fat_arrow_token, arm.body.span());
        // A guard is asked where the arm is.
        let guard = guard.map(
            |guard| quote_spanned!(guard.span()=> if ::pipewright::__private::rewrite::perhaps()),
        );
        index.set_span(span);
        let last = arm.body.to_token_stream().into_iter().last();
        end.set_span(last.map_or(span, |last| last.span()));
        quote_spanned!(span=> #pattern #guard #arrow #index | #end,)
    });
    let mut braces = Group::new(Delimiter::Brace, quote!(#(#arms)*));
    braces.set_span(choice.brace_token.span.join());
    let (token, looked_at) = (&choice.match_token, quote_spanned!(span=> *#subject));
    quote!(|#subject| #token #looked_at #braces)
}

/// The arms as an `if` for each, with the following ones in its `else`.
fn chain(
    rewriter: &mut Rewriter<'_>,
    name: &Ident,
    arms: &mut [Arm],
    conditions: &Conditions,
    is_guarded: bool,
    unused: bool,
) -> Expr {
    let index = conditions.len() - arms.len();
    let [arm, others @ ..] = arms else {
        return Expr::Verbatim(quote!({}));
    };
    let token = arm.fat_arrow_token.spans[0];
    let mut asked = parts(&arm.pat).1.cloned();
    if let Some(asked) = &mut asked {
        rewriter.visit_expr_mut(asked);
    }
    if others.is_empty() {
        let block = body(rewriter, arm, unused);
        return match asked {
            // rustc finds that something is left.
            Some(asked) => parse_quote_spanned!(token=> { let _ = || #asked; #block }),
            None => parse_quote_spanned!(token=> #block),
        };
    }
    let guard = rewriter.guard(token);
    rewriter.scopes.enter_branch(&guard, GuardKind::Branch);
    let mut then = body(rewriter, arm, unused);
    let mut otherwise = chain(rewriter, name, others, conditions, is_guarded, unused);
    rewriter.scopes.leave_branch();
    let index = index as u32;
    let values = conditions[index as usize].iter().flatten().map(|value| {
        let span = value
            .clone()
            .into_iter()
            .next()
            .map_or(token, |token| token.span());
        quote_spanned!(span=> (&&::pipewright::__private::rewrite::PatternValue::new(__patterns, #value)).add();)
    });
    let patterns = quote!(|__patterns| { #(#values)* });
    let start = match is_guarded {
        false => quote_spanned!(token=> #name.arm(#index, #patterns)),
        true => guarded(name, parts(&arm.pat).0, &patterns, asked.as_ref(), token),
    };
    let test = branch::test(&guard);
    branch::choose(&guard, start, test, &mut then, Some(&mut otherwise), unused)
}

/// The guard of an arm in a `match` with guards: the pattern holds, and what the arm asks for.
fn guarded(
    name: &Ident,
    pattern: &Pat,
    patterns: &TokenStream,
    asked: Option<&Expr>,
    token: Span,
) -> TokenStream {
    let span = pattern.span();
    let plain = match pattern {
        Pat::Wild(_) => quote_spanned!(span=> |_| true),
        _ => quote_spanned!(span=> |__subject| match *__subject { #pattern => true, _ => false }),
    };
    let mut holds = quote_spanned!(token=> #name.case(#plain, #patterns));
    if let Some(asked) = asked {
        let asked = quote_spanned! {asked.span()=>
            || ::pipewright::__private::rewrite::guarding(#asked)
        };
        holds = quote_spanned! {token=>
            ::pipewright::__private::rewrite::logical(#holds).and(#asked)
        };
    }
    quote_spanned!(token=> ::pipewright::__private::rewrite::condition(#holds).branch())
}

/// The rewritten block of an arm.
fn body(rewriter: &mut Rewriter<'_>, arm: &Arm, unused: bool) -> Block {
    let mut block = block(arm);
    rewriter.value_is_unused = unused;
    rewriter.visit_block_mut(&mut block);
    block
}

/// The block of an arm.
pub(super) fn block(arm: &Arm) -> Block {
    match &*arm.body {
        Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => {
            block.block.clone()
        }
        other => Block {
            brace_token: syn::token::Brace(arm.fat_arrow_token.spans[0]),
            stmts: vec![Stmt::Expr(other.clone(), None)],
        },
    }
}
