//! State of variables from outside of a block that may not run, or runs for each item: where the block is a run-time
//! one, nothing may change it.
//!
//! rustc's borrow checker knows what changes a variable. In front of the block the variable is borrowed, by a guard's
//! answer: that of a plain block keeps nothing, that of a run-time one keeps the borrow to the end of the block. What
//! surely is a change is answered in our own words before.

use super::guards;
use super::rewriter::{OpenCall, Rewriter};
use super::scope::{self, GuardKind, Reach};
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use std::collections::BTreeMap;
use syn::spanned::Spanned;
use syn::{
    Expr, ExprMethodCall, ExprReference, Ident, Macro, Member, Stmt, parse_quote,
    parse_quote_spanned,
};

/// What is done with a variable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// rustc knows whether it is changed.
    Perhaps,
    /// An assignment, about which the guard is asked already.
    Assigned,
}

/// What a block does with variables from outside, by their names.
#[derive(Default)]
pub(super) struct State {
    variables: BTreeMap<String, Variable>,
    /// Questions to guards, for which there is no better place.
    questions: TokenStream,
}

struct Variable {
    name: Ident,
    /// The fields that are named, if the variable is never named as a whole.
    fields: Option<BTreeMap<String, Member>>,
    is_assigned: bool,
    /// Code behind the block mentions it: the block does not move it.
    is_needed: bool,
}

impl State {
    pub(super) fn note(
        &mut self,
        variable: &Ident,
        member: Option<&Member>,
        change: Change,
        is_needed: bool,
    ) {
        let known = self.variables.entry(variable.to_string());
        let known = known.or_insert_with(|| Variable {
            name: variable.clone(),
            fields: Some(BTreeMap::new()),
            is_assigned: false,
            is_needed: false,
        });
        known.is_assigned |= change == Change::Assigned;
        known.is_needed |= is_needed;
        match member {
            Some(member) => {
                if let Some(fields) = &mut known.fields {
                    fields.insert(quote!(#member).to_string(), member.clone());
                }
            }
            None => known.fields = None,
        }
    }

    /// Adds a question to guards in front of the block.
    pub(super) fn ask(&mut self, question: TokenStream) {
        self.questions.extend(question);
    }

    /// Statements in front of a block that keep its variables as they are.
    pub(super) fn statements(&self, guard: &Ident) -> Vec<Stmt> {
        let mut statements = vec![];
        if !self.questions.is_empty() {
            let questions = &self.questions;
            statements.push(parse_quote!({ #questions }));
        }
        // What is assigned may not be there yet. It is refused in a run-time block, so nothing else needs an answer.
        let kept = self.variables.values().filter(|kept| !kept.is_assigned);
        statements.extend(kept.flat_map(|variable| variable.kept(guard)));
        statements
    }
}

impl Variable {
    fn kept(&self, guard: &Ident) -> Vec<Stmt> {
        let span = guard.span();
        let name = Ident::new(&self.name.to_string(), span);
        // A field is named in a closure that is not called: `Deref` must not run for it.
        let places = match &self.fields {
            None => vec![quote_spanned!(span=> ::pipewright::__private::rewrite::outside(&#name))],
            Some(fields) => fields
                .values()
                .map(|field| {
                    quote_spanned! {span=>
                        ::pipewright::__private::rewrite::outside_field(|| &#name.#field)
                    }
                })
                .collect(),
        };
        let kept = Ident::new("_read_only_in_a_run_time_block", span);
        let kept = places.into_iter().map(|place| {
            let answer = match self.is_needed {
                true => quote_spanned!(span=> #place.hold(&#guard)),
                false => quote_spanned!(span=> (&&#place).keep(&#guard)),
            };
            parse_quote_spanned!(span=> let #kept = #answer;)
        });
        kept.collect()
    }
}

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
