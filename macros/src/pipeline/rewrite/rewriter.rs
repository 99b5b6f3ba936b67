use super::scope::Scopes;
use super::step_names::StepNames;
use crate::errors::Errors;
use proc_macro2::Span;
use syn::visit_mut::VisitMut;
use syn::{Block, Ident, Label, Lifetime, Token};

/// The state of the rewriting of a body. What becomes of each expression stands in its `VisitMut`.
pub(super) struct Rewriter<'a> {
    pub(super) errors: &'a mut Errors,
    pub(super) scopes: Scopes,
    pub(super) step_names: StepNames,
    /// Number of branches that were named.
    branches: u32,
    /// The value of the expression that is visited next is not used.
    pub(super) value_is_unused: bool,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(value_is_unused: bool, errors: &'a mut Errors) -> Self {
        Self {
            errors,
            scopes: Scopes::default(),
            step_names: StepNames::default(),
            branches: 0,
            value_is_unused,
        }
    }

    /// Enters a loop, which gets a label: in a block with a label, as an `if` becomes one, a `break` must name its loop.
    pub(super) fn enter_loop(&mut self, label: &mut Option<Label>, span: Span) {
        let label = label.get_or_insert_with(|| {
            let name = format!("'__loop{}", self.branches);
            self.branches += 1;
            Label {
                name: Lifetime::new(&name, span),
                colon_token: Token![:](span),
            }
        });
        self.scopes.enter_loop(&label.name);
    }

    pub(super) fn visit_loop_body(&mut self, body: &mut Block) {
        self.value_is_unused = true;
        self.visit_block_mut(body);
    }

    /// A name for the guard of a branch, with the span of the branch's first token.
    pub(super) fn guard(&mut self, span: Span) -> Ident {
        let name = format!("__branch{}", self.branches);
        self.branches += 1;
        Ident::new(&name, span)
    }
}
