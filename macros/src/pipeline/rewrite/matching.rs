use super::chain::{self, Chain};
use super::later::{self, Later};
use super::rewriter::{self, Rewriter};
use super::scope::GuardKind;
use super::{arm, branch, sides};
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use std::collections::HashSet;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Arm, Expr, ExprMatch, Ident, Pat, PatIdent, parse_quote_spanned};

/// Values that each arm compares with, those of its patterns; anything for `None`.
pub(super) type Conditions = Vec<Option<Vec<TokenStream>>>;

/// The conditions of a `match` that may be on a run-time value: of literals, ranges, variants and constants.
pub(super) fn conditions(choice: &ExprMatch) -> Option<Conditions> {
    let plain = |arm: &Arm| {
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

/// Puts the names of patterns into their arms: `k => ..` becomes `_ => { let k = subject; .. }`, as no pattern of a run-time
/// value binds a name. Returns a variable and the subject that it holds, if that cannot be written again.
///
/// Nothing is done where arms have guards: those look at a name before it is bound.
pub(super) fn bind_names(
    rewriter: &mut Rewriter<'_>,
    choice: &mut ExprMatch,
) -> Option<(Ident, Expr)> {
    let has = |test: fn(&Arm) -> bool| choice.arms.iter().any(test);
    let is_bound = has(|arm| binding(&arm.pat).is_some())
        && has(|arm| collect(&arm.pat, &mut vec![]) == Some(true))
        && !has(|arm| parts(&arm.pat).1.is_some());
    if !is_bound {
        return None;
    }
    let span = choice.expr.span();
    let held = (!is_again(&choice.expr)).then(|| {
        let held = rewriter.guard(span);
        let subject = std::mem::replace(&mut *choice.expr, parse_quote_spanned!(span=> #held));
        (held, subject)
    });
    let subject = &choice.expr;
    for arm in &mut choice.arms {
        let Some(name) = binding(&arm.pat) else {
            continue;
        };
        let (name, body, span) = (name.clone(), &arm.body, arm.body.span());
        *arm.body = parse_quote_spanned!(span=> { let #name = #subject; #body });
        arm.pat = parse_quote_spanned!(name.span()=> _);
    }
    held
}

/// A `match` within a variable that holds what it is about, for as long as a `match` does.
pub(super) fn within_held(variable: &Ident, subject: &Expr, choice: &Expr) -> Expr {
    parse_quote_spanned! {variable.span()=>
        match #subject {
            #variable => #choice
        }
    }
}

/// The name that a pattern binds, if it is nothing else.
fn binding(pattern: &Pat) -> Option<&PatIdent> {
    match pattern {
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
            (!is_constant(&name.ident)).then_some(name)
        }
        _ => None,
    }
}

/// Test for a variable or a field of one.
fn is_again(subject: &Expr) -> bool {
    match subject {
        Expr::Path(path) => path.path.get_ident().is_some(),
        Expr::Field(field) => is_again(&field.base),
        _ => false,
    }
}

/// Rewrites a `match`: a real one decides about a plain value, and comparisons in their order about a run-time one.
pub(super) fn rewrite(
    rewriter: &mut Rewriter<'_>,
    choice: &mut ExprMatch,
    conditions: &Conditions,
    step_name: Option<&str>,
    unused: bool,
) -> Expr {
    for arm in &choice.arms {
        let at = arm.fat_arrow_token.spans[0];
        rewriter.step_names.add("match", at, step_name);
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
    let mut matching = Matching {
        name: &name,
        conditions,
        is_guarded,
        unused,
        // The arms that are recorded behind one.
        mentions: choice.arms.iter().map(mentions).collect(),
    };
    let arms = match choice.arms.len() > chain::MOST_NESTED {
        true => matching.flat(rewriter, &choice.arms),
        false => matching.nested(rewriter, &choice.arms),
    };
    // What is looked at lives as long as the arms, as it does in a `match`.
    parse_quote_spanned! {token=>
        match #asked #select {
            #name => #arms
        }
    }
}

/// The names that an arm mentions.
fn mentions(arm: &Arm) -> HashSet<String> {
    later::mentions(|names| names.visit_arm(arm)).names
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
        let attributes = &arm.attrs;
        quote_spanned!(span=> #(#attributes)* #pattern #guard #arrow #index | #end,)
    });
    let mut braces = Group::new(Delimiter::Brace, quote!(#(#arms)*));
    braces.set_span(choice.brace_token.span.join());
    let (token, looked_at) = (&choice.match_token, quote_spanned!(span=> *#subject));
    quote!(|#subject| #token #looked_at #braces)
}

/// Arms that are being rewritten.
struct Matching<'a> {
    /// Name of what was found about the value.
    name: &'a Ident,
    conditions: &'a Conditions,
    is_guarded: bool,
    unused: bool,
    /// Names that each arm mentions.
    mentions: Vec<HashSet<String>>,
}

impl Matching<'_> {
    /// The arms as an `if` for each, with the following ones in its `else`.
    fn nested(&mut self, rewriter: &mut Rewriter<'_>, arms: &[Arm]) -> Expr {
        let index = self.conditions.len() - arms.len();
        let [arm, others @ ..] = arms else {
            return Expr::Verbatim(quote!({}));
        };
        let token = arm.fat_arrow_token.spans[0];
        if others.is_empty() {
            return self.last(rewriter, arm);
        }
        let guard = rewriter.guard(token);
        let start = self.start(rewriter, arm, index);
        let behind = self.mentions[index + 1..].iter().flatten().cloned();
        let mut then = arm::block(arm);
        rewriter.visit_branch(&guard, &mut then, self.unused, behind.collect(), |_| {});
        rewriter.scopes.enter_branch(&guard, GuardKind::Branch);
        let mut otherwise = self.nested(rewriter, others);
        let state = rewriter.scopes.leave_branch();
        rewriter::within(&mut otherwise, state.statements(&guard));
        let test = branch::test(&guard);
        branch::choose(
            &guard,
            start,
            test,
            &mut then,
            Some(&mut otherwise),
            self.unused,
        )
    }

    /// The arms as an `if` for each, one behind the other.
    fn flat(&mut self, rewriter: &mut Rewriter<'_>, arms: &[Arm]) -> Expr {
        let [arms @ .., last] = arms else {
            return Expr::Verbatim(quote!({}));
        };
        let mut chain = Chain::default();
        rewriter
            .scopes
            .enter_later(Later::of_parts(std::mem::take(&mut self.mentions)));
        for (index, arm) in arms.iter().enumerate() {
            let guard = rewriter.guard(arm.fat_arrow_token.spans[0]);
            let start = chain.behind_others(rewriter, |rewriter| self.start(rewriter, arm, index));
            let mut then = arm::block(arm);
            rewriter.visit_branch(&guard, &mut then, self.unused, HashSet::new(), |_| {});
            chain.add(guard, start, then);
            rewriter.scopes.next_later();
        }
        let otherwise = chain.behind_others(rewriter, |rewriter| self.last(rewriter, last));
        rewriter.scopes.leave_later();
        chain.finish(Some(otherwise), self.unused)
    }

    /// The last arm, which is for all that is left.
    fn last(&self, rewriter: &mut Rewriter<'_>, arm: &Arm) -> Expr {
        let token = arm.fat_arrow_token.spans[0];
        let asked = parts(&arm.pat).1.cloned();
        let asked = asked.map(|mut asked| {
            rewriter.visit_expr_mut(&mut asked);
            asked
        });
        let mut block = arm::block(arm);
        rewriter.value_is_unused = self.unused;
        rewriter.visit_block_mut(&mut block);
        match asked {
            // rustc finds that something is left.
            Some(asked) => parse_quote_spanned!(token=> { let _ = || #asked; #block }),
            None => parse_quote_spanned!(token=> #block),
        }
    }

    /// The guard that the `if` of an arm starts with.
    fn start(&self, rewriter: &mut Rewriter<'_>, arm: &Arm, index: usize) -> TokenStream {
        let (name, token) = (self.name, arm.fat_arrow_token.spans[0]);
        let patterns = format_ident!("{name}_patterns", span = token);
        let values = self.conditions[index].iter().flatten().map(|value| {
            let span = value
                .clone()
                .into_iter()
                .next()
                .map_or(token, |token| token.span());
            quote_spanned!(span=> (&&::pipewright::__private::rewrite::PatternValue::new(&#patterns, #value)).add();)
        });
        // No closure: rustc's time grows with the square of their number.
        let found = quote_spanned!(token=> let #patterns = #name.patterns(); #(#values)*);
        let index = index as u32;
        if !self.is_guarded {
            return quote_spanned!(token=> { #found #name.arm(#index, #patterns) });
        }
        let (pattern, asked) = parts(&arm.pat);
        let span = pattern.span();
        let subject = format_ident!("{name}_subject", span = span);
        let plain = match pattern {
            Pat::Wild(_) => quote_spanned!(span=> true),
            _ => quote_spanned! {span=>
                match #name.subject() {
                    ::core::option::Option::Some(#subject) => match *#subject {
                        #pattern => true,
                        _ => false,
                    },
                    ::core::option::Option::None => false,
                }
            },
        };
        let mut holds = quote_spanned!(token=> { #found #name.case(#plain, #patterns) });
        if let Some(asked) = asked {
            let wrap = |asked: &Expr| quote_spanned!(asked.span()=> ::pipewright::__private::rewrite::guarding(#asked));
            holds = sides::rewrite(rewriter, &holds, &mut asked.clone(), ("and", token), wrap);
        }
        quote_spanned!(token=> ::pipewright::__private::rewrite::condition(#holds).branch())
    }
}
