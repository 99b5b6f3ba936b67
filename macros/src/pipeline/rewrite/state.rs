//! State of variables from outside of a block that may not run, or runs for each item: where the block is a run-time
//! one, nothing may change it.
//!
//! rustc's borrow checker knows what changes a variable. In front of the block the variable is borrowed, by a guard's
//! answer: that of a plain block keeps nothing, that of a run-time one keeps the borrow to the end of the block. What
//! surely is a change is answered in our own words before.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use std::collections::BTreeMap;
use syn::{Ident, Member, Stmt, parse_quote, parse_quote_spanned};

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
