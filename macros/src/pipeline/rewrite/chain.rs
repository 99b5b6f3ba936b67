//! An `if` with many `else if`, or a `match` with many arms: the blocks stand one behind the other in the expansion.
//! Within each other, rustc would run out of stack.

use super::branch::{self, tail, tail_elements, tail_value};
use super::later::{self, Later};
use super::rewriter::{self, Rewriter};
use super::scope::GuardKind;
use super::{if_let, operators, step_names};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use std::collections::HashSet;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprIf, ExprLet, Ident, Lifetime, Pat};

/// So many blocks may stand within each other.
pub(super) const MOST_NESTED: usize = 16;

/// Test for an `if` that is rewritten here: of many conditions, up to one that joins a `let` with others.
pub(super) fn is_long(branch: &ExprIf) -> bool {
    stands_behind(branch)
        && std::iter::successors(Some(branch), |branch| next(branch)).count() > MOST_NESTED
}

/// The `else if` of an `if`.
fn next(branch: &ExprIf) -> Option<&ExprIf> {
    match branch
        .else_branch
        .as_ref()
        .map(|(_, otherwise)| &**otherwise)
    {
        Some(Expr::If(next)) if stands_behind(next) => Some(next),
        _ => None,
    }
}

/// Test for a condition that can stand behind others.
fn stands_behind(branch: &ExprIf) -> bool {
    if_let::is_if_let(branch) || !operators::has_let(&branch.cond)
}

/// Rewrites an `if` with many `else if`.
pub(super) fn rewrite_if(rewriter: &mut Rewriter<'_>, branch: &mut ExprIf, unused: bool) -> Expr {
    let (branches, otherwise) = taken_apart(branch);
    let unused = unused || otherwise.is_none();
    let mentions = branches.iter().map(|(_, condition, then)| {
        let mentions = later::mentions(|names| {
            names.visit_expr(condition);
            names.visit_block(then);
        });
        mentions.names
    });
    let last = branch::mentions_of(otherwise.as_ref());
    let mentions = mentions.chain([last]).collect::<Vec<_>>();
    rewriter.scopes.enter_later(Later::of_parts(mentions));
    let mut chain = Chain::default();
    for (token, mut condition, mut then) in branches {
        match &mut condition {
            Expr::Let(binding) => chain.add_option(rewriter, binding, then, unused),
            condition => {
                let name = step_names::of_expression(condition);
                rewriter.step_names.add("if", token, name.as_deref());
                let start = chain.behind_others(rewriter, |rewriter| {
                    rewriter.visit_expr_mut(condition);
                    quote_spanned!(token=> ::pipewright::__private::rewrite::condition(#condition).branch())
                });
                let guard = rewriter.guard(token);
                rewriter.visit_branch(&guard, &mut then, unused, HashSet::new(), |_| {});
                chain.add(guard, start, then);
            }
        }
        rewriter.scopes.next_later();
    }
    let otherwise = otherwise.map(|mut otherwise| {
        chain.behind_others(rewriter, |rewriter| {
            rewriter.value_is_unused = unused;
            rewriter.visit_expr_mut(&mut otherwise);
            otherwise
        })
    });
    rewriter.scopes.leave_later();
    chain.finish(otherwise, unused)
}

/// Token, condition and block of each `if`, and the last `else`.
fn taken_apart(branch: &mut ExprIf) -> (Vec<(Span, Expr, Block)>, Option<Expr>) {
    let mut branches = vec![];
    let mut rest = branch.else_branch.take();
    branches.push((
        branch.if_token.span,
        (*branch.cond).clone(),
        branch.then_branch.clone(),
    ));
    loop {
        match rest.map(|(_, otherwise)| *otherwise) {
            Some(Expr::If(next)) if stands_behind(&next) => {
                branches.push((next.if_token.span, *next.cond, next.then_branch));
                rest = next.else_branch;
            }
            otherwise => return (branches, otherwise),
        }
    }
}

/// Blocks of which one runs, with their guards, and what starts each.
#[derive(Default)]
pub(super) struct Chain(Vec<(Ident, Start, Block)>);

/// Code that makes a guard.
enum Start {
    Condition(TokenStream),
    /// The guard comes with the option that its block takes apart.
    Option {
        option: TokenStream,
        pattern: Box<Pat>,
    },
}

impl Start {
    /// Makes the guard, and goes on with `then` where it is known. What is taken apart lives until the end of `then`.
    fn tokens(
        &self,
        guard: &Ident,
        declare: Option<TokenStream>,
        then: TokenStream,
    ) -> TokenStream {
        let token = guard.span();
        match self {
            Self::Condition(start) => quote_spanned!(token=> #declare #guard = #start; #then),
            Self::Option { option, .. } => {
                let (start, taken) = (start_of(guard), option_of(guard));
                quote_spanned! {token=>
                    match #option.branch() {
                        (#start, #taken) => {
                            #declare #guard = #start;
                            #then
                        }
                    }
                }
            }
        }
    }

    /// Test for the block of the guard.
    fn test(&self, guard: &Ident) -> TokenStream {
        match self {
            Self::Condition(_) => branch::test(guard),
            Self::Option { pattern, .. } => {
                let taken = option_of(guard);
                quote_spanned!(guard.span()=> let #pattern = #taken)
            }
        }
    }
}

impl Chain {
    pub(super) fn add(&mut self, guard: Ident, start: TokenStream, then: Block) {
        self.0.push((guard, Start::Condition(start), then));
    }

    /// Rewrites an `if let`, and adds it.
    fn add_option(
        &mut self,
        rewriter: &mut Rewriter<'_>,
        binding: &mut ExprLet,
        mut then: Block,
        unused: bool,
    ) {
        let (token, pattern) = (binding.let_token.span, binding.pat.clone());
        let name = if_let::name(binding);
        rewriter.step_names.add("if", token, name.as_deref());
        let given = rewriter.scopes.given(&binding.expr);
        let option = self.behind_others(rewriter, |rewriter| {
            rewriter.visit_expr_mut(&mut binding.expr);
            if_let::option(&pattern, &binding.expr, token)
        });
        let guard = rewriter.guard(token);
        rewriter.visit_branch(&guard, &mut then, unused, HashSet::new(), |rewriter| {
            rewriter.scopes.bind(&pattern, given);
        });
        self.0
            .push((guard, Start::Option { option, pattern }, then));
    }

    /// Rewrites what is recorded behind the other blocks. All guards are of one kind, so one of them is asked for all.
    pub(super) fn behind_others<T: Within>(
        &self,
        rewriter: &mut Rewriter<'_>,
        rewrite: impl FnOnce(&mut Rewriter<'_>) -> T,
    ) -> T {
        let Some((guard, ..)) = self.0.last() else {
            return rewrite(rewriter);
        };
        rewriter.scopes.enter_branch(guard, GuardKind::Branch);
        let rewritten = rewrite(rewriter);
        let state = rewriter.scopes.leave_branch();
        rewritten.within(state.statements(guard))
    }

    pub(super) fn finish(self, otherwise: Option<Expr>, unused: bool) -> Expr {
        let [(first, ..), ..] = &self.0[..] else {
            return otherwise.unwrap_or(Expr::Verbatim(TokenStream::new()));
        };
        let done = Lifetime::new(&format!("'{first}"), first.span());
        Expr::Verbatim(match otherwise {
            Some(otherwise) if !unused => self.values(&done, otherwise),
            otherwise => self.statements(&done, otherwise),
        })
    }

    /// The blocks, whose values nobody uses.
    fn statements(&self, done: &Lifetime, otherwise: Option<Expr>) -> TokenStream {
        let mut tokens = TokenStream::new();
        for (guard, start, then) in &self.0 {
            let (span, same) = (guard.span(), self.same(guard));
            let test = start.test(guard);
            let block = quote_spanned! {span=>
                #same
                if #test {
                    #then
                    if #guard.is_done() {
                        break #done;
                    }
                    #guard.go_on();
                }
                ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
            };
            tokens.extend(start.tokens(guard, None, block));
        }
        let span = done.span();
        tokens.extend(otherwise.map(|otherwise| quote_spanned!(span=> { #otherwise })));
        for (guard, ..) in self.0.iter().rev() {
            tokens.extend(quote_spanned!(guard.span()=> #guard.end();));
        }
        let guards = self.0.iter().map(|(guard, ..)| guard);
        quote_spanned! {span=>
            #done: {
                let (#(mut #guards,)*);
                #tokens
            }
        }
    }

    /// The blocks, of which one gives the value.
    ///
    /// There is one `let` for each: each is a scope of its own, of which rustc bears a few thousand. And no `break` with a
    /// value: rustc compares each of them with all others.
    fn values(mut self, done: &Lifetime, mut otherwise: Expr) -> TokenStream {
        let (first, span) = (self.0[0].0.clone(), done.span());
        let value = format_ident!("{first}_value", span = span);
        let all = format_ident!("{first}_all", span = span);
        let (mut tokens, mut ends) = (TokenStream::new(), vec![]);
        for index in 0..self.0.len() {
            let same = self.same(&self.0[index].0);
            let (guard, start, then) = &mut self.0[index];
            let token = guard.span();
            tail_elements(guard, then.stmts.last_mut());
            ends.push(tail(then.stmts.last()).unwrap_or((token, token)));
            let (given, test) = (value_of(guard), start.test(guard));
            let block = quote_spanned! {token=>
                #same
                let #given = if #test {
                    let #given = #then;
                    if #guard.is_done() {
                        #value = #guard.gives(#given);
                        break #done;
                    }
                    #guard.go_on();
                    ::core::option::Option::Some(#given)
                } else {
                    ::core::option::Option::None
                };
                ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
                (#guard, #given)
            };
            let declare = quote_spanned!(token=> let mut);
            let both = start.tokens(guard, Some(declare), block);
            tokens.extend(quote_spanned!(token=> let (mut #guard, #given) = { #both };));
        }
        let mut end = None;
        if let (Some((guard, ..)), Expr::Block(block)) = (self.0.last(), &mut otherwise) {
            tail_elements(guard, block.block.stmts.last_mut());
            end = tail(block.block.stmts.last());
        }
        let mut others = otherwise.into_token_stream();
        let mut declared = Some(quote_spanned!(span=> let mut));
        for ((guard, ..), first_end) in self.0.iter().zip(ends).rev() {
            let (given, token) = (value_of(guard), guard.span());
            let second = format_ident!("{guard}_otherwise", span = token);
            let first_value = tail_value(guard, &given, first_end);
            let second_value = tail_value(guard, &second, end.take().unwrap_or((token, token)));
            let declared = declared.take();
            tokens.extend(quote_spanned! {token=>
                #declared #all = {
                    let #second = #guard.second(&#given, #others);
                    #guard.end();
                    let #given = #first_value;
                    let #second = ::pipewright::__private::rewrite::like(&#given, { #second_value });
                    #guard.merge(#given, #second)
                };
            });
            others = all.to_token_stream();
        }
        quote_spanned! {span=> {
            let #value;
            #done: {
                #tokens
                #value = #all;
            }
            #value
        }}
    }

    /// Asks whether a guard is of the kind of the first one: the end of a plain block would leave run-time ones.
    fn same(&self, guard: &Ident) -> Option<TokenStream> {
        let (first, ..) = self.0.first()?;
        (first != guard).then(|| quote_spanned!(guard.span()=> #first.same(&#guard);))
    }
}

/// Name of the value of a guard's block.
fn value_of(guard: &Ident) -> Ident {
    format_ident!("{guard}_then", span = guard.span())
}

/// Names of a guard before its block, and of the option that comes with it.
fn start_of(guard: &Ident) -> Ident {
    format_ident!("{guard}_start", span = guard.span())
}

fn option_of(guard: &Ident) -> Ident {
    format_ident!("{guard}_option", span = guard.span())
}

/// Code that statements can be put in front of.
pub(super) trait Within {
    fn within(self, statements: Vec<syn::Stmt>) -> Self;
}

impl Within for Expr {
    fn within(mut self, statements: Vec<syn::Stmt>) -> Self {
        rewriter::within(&mut self, statements);
        self
    }
}

impl Within for TokenStream {
    fn within(self, statements: Vec<syn::Stmt>) -> Self {
        match statements[..] {
            [] => self,
            _ => quote::quote!({ #(#statements)* #self }),
        }
    }
}
