use super::later::Later;
use super::own_format::has_own_format;
use super::scope::{GuardKind, Scopes};
use super::step_names::StepNames;
use crate::errors::Errors;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashSet;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, Label, Lifetime, Stmt, Token, parse_quote};

/// The state of the rewriting of a body. What becomes of each expression stands in its `VisitMut`.
pub(super) struct Rewriter<'a> {
    pub(super) errors: &'a mut Errors,
    pub(super) scopes: Scopes,
    pub(super) step_names: StepNames,
    /// Number of branches that were named.
    branches: u32,
    /// The value of the expression that is visited next is not used.
    pub(super) value_is_unused: bool,
    /// The call whose arguments are visited.
    pub(super) call: Option<OpenCall>,
    /// The pipeline has a macro `format!` of the user.
    pub(super) has_own_format: bool,
    /// Beginning of all names that are made here: none of the user's begins so.
    prefix: String,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(
        pipeline: &Ident,
        body: &Block,
        value_is_unused: bool,
        errors: &'a mut Errors,
    ) -> Self {
        Self {
            errors,
            scopes: Scopes::default(),
            step_names: StepNames::default(),
            branches: 0,
            value_is_unused,
            call: None,
            has_own_format: has_own_format(pipeline, body),
            prefix: prefix(body),
        }
    }

    /// Enters a loop, which gets a label: in a block with a label, as an `if` becomes one, a `break` must name its loop.
    pub(super) fn enter_loop(&mut self, label: &mut Option<Label>, span: Span) {
        let label = label.get_or_insert_with(|| {
            let name = self.name();
            Label {
                name: Lifetime::new(&format!("'{name}"), span),
                colon_token: Token![:](span),
            }
        });
        self.scopes.enter_loop(&label.name);
    }

    pub(super) fn visit_loop_body(&mut self, body: &mut Block) {
        self.value_is_unused = true;
        self.visit_block_mut(body);
    }

    /// A name that nothing else has.
    pub(super) fn name(&mut self) -> String {
        let name = format!("{}{}", self.prefix, self.branches);
        self.branches += 1;
        name
    }

    /// A name for the guard of a branch, with the span of the branch's first token.
    pub(super) fn guard(&mut self, span: Span) -> Ident {
        Ident::new(&self.name(), span)
    }

    /// Visits the block of a guard, which leaves variables from outside as they are if the guard is a run-time one.
    /// `behind` are the names that the blocks mention that are recorded behind it.
    pub(super) fn visit_branch(
        &mut self,
        guard: &Ident,
        block: &mut Block,
        unused: bool,
        behind: HashSet<String>,
        bind: impl FnOnce(&mut Self),
    ) {
        self.scopes
            .enter_later(Later::of_parts([HashSet::new(), behind]));
        self.scopes.enter_branch(guard, GuardKind::Branch);
        self.scopes.enter();
        bind(self);
        self.value_is_unused = unused;
        self.visit_block_mut(block);
        self.scopes.leave();
        let state = self.scopes.leave_branch();
        self.scopes.leave_later();
        block.stmts.splice(0..0, state.statements(guard));
    }

    /// The same for an `else`.
    pub(super) fn visit_otherwise(&mut self, guard: &Ident, otherwise: &mut Expr, unused: bool) {
        self.scopes.enter_branch(guard, GuardKind::Branch);
        self.value_is_unused = unused;
        self.visit_expr_mut(otherwise);
        let state = self.scopes.leave_branch();
        within(otherwise, state.statements(guard));
    }
}

/// A call whose arguments are visited.
#[derive(Clone, Copy)]
pub(super) struct OpenCall {
    /// The guards were asked about one of them.
    pub(super) is_asked: bool,
    /// A closure may be given what changes variables.
    pub(super) gives_change: bool,
}

/// Puts statements in front of an expression.
pub(super) fn within(expression: &mut Expr, statements: Vec<Stmt>) {
    match expression {
        _ if statements.is_empty() => {}
        Expr::Block(block) if block.label.is_none() => {
            block.block.stmts.splice(0..0, statements);
        }
        other => *other = parse_quote!({ #(#statements)* #other }),
    }
}

/// A beginning of names that no name of a body has.
fn prefix(body: &Block) -> String {
    let mut names = HashSet::new();
    all_words(body.to_token_stream(), &mut |word| {
        if word.starts_with("__") {
            names.insert(word);
        }
    });
    let mut prefix = String::from("__branch");
    while names.iter().any(|name| name.starts_with(&prefix)) {
        prefix.insert(0, '_');
    }
    prefix
}

fn all_words(tokens: TokenStream, found: &mut impl FnMut(String)) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => found(word.to_string()),
            // A text may name a variable.
            TokenTree::Literal(text) => {
                let text = text.to_string();
                let words = text.split(|letter: char| letter != '_' && !letter.is_alphanumeric());
                words.for_each(|word| found(word.to_owned()));
            }
            TokenTree::Group(group) => all_words(group.stream(), found),
            TokenTree::Punct(_) => {}
        }
    }
}
