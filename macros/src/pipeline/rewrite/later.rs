//! Code that stands behind what is visited, or runs again: what it mentions is needed there.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::HashSet;
use syn::visit::{self, Visit};
use syn::{Block, ExprPath, Ident, Macro, PatIdent, Stmt};

/// Parts of code in their order, of which one is visited.
pub(super) struct Later {
    parts: Vec<Part>,
    current: usize,
    /// Number of blocks around it.
    pub(super) depth: usize,
}

/// A part of the code.
struct Part {
    mentions: HashSet<String>,
    /// Names that it binds for the parts behind it.
    binds: HashSet<String>,
}

impl Later {
    /// Statements of a block.
    pub(super) fn of_block(block: &Block) -> Self {
        Self::new(block.stmts.iter().map(|statement| Part {
            mentions: mentions(|names| names.visit_stmt(statement)).names,
            binds: match statement {
                Stmt::Local(local) => bound(|names| names.visit_pat(&local.pat)),
                _ => HashSet::new(),
            },
        }))
    }

    /// Code that stands behind the visited one, in parts, of which one ends with each call of `next`.
    pub(super) fn of_parts(parts: impl IntoIterator<Item = HashSet<String>>) -> Self {
        Self::new(parts.into_iter().map(|mentions| Part {
            mentions,
            binds: HashSet::new(),
        }))
    }

    /// Code that may run again: the visited one is behind itself.
    pub(super) fn again(mentions: HashSet<String>) -> Self {
        let mut again = Self::of_parts([HashSet::new(), mentions]);
        again.current = 0;
        again
    }

    fn new(parts: impl Iterator<Item = Part>) -> Self {
        Self {
            parts: parts.collect(),
            current: 0,
            depth: 0,
        }
    }

    pub(super) fn next(&mut self) {
        self.current += 1;
    }
}

/// Test for a name that code behind the visited one mentions. The innermost code comes first.
pub(super) fn is_mentioned<'a>(mut frames: impl Iterator<Item = &'a Later>, name: &str) -> bool {
    frames.any(|later| {
        for part in later.parts.iter().skip(later.current + 1) {
            if part.mentions.contains(name) {
                return true;
            }
            if part.binds.contains(name) {
                return false;
            }
        }
        false
    })
}

/// Names that code mentions.
#[derive(Default)]
pub(super) struct Mentions {
    pub(super) names: HashSet<String>,
    /// There is a `mut`, or a method that gives what changes its receiver.
    pub(super) has_mut: bool,
    pub(super) has_closure: bool,
}

/// The names that are mentioned in what a visit goes through.
pub(super) fn mentions(visit: impl FnOnce(&mut Mentions)) -> Mentions {
    let mut mentions = Mentions::default();
    visit(&mut mentions);
    mentions
}

impl<'ast> Visit<'ast> for Mentions {
    fn visit_expr_path(&mut self, path: &'ast ExprPath) {
        if let Some(name) = path.path.get_ident() {
            self.names.insert(name.to_string());
        }
    }

    fn visit_expr_reference(&mut self, reference: &'ast syn::ExprReference) {
        self.has_mut |= reference.mutability.is_some();
        visit::visit_expr_reference(self, reference);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.has_closure = true;
        visit::visit_expr_closure(self, closure);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let method = call.method.to_string();
        self.has_mut |= method.ends_with("_mut") || method == "leak" || method == "by_ref";
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, invocation: &'ast Macro) {
        words(invocation.tokens.clone(), &mut |word| {
            self.has_mut |= word == "mut";
            self.names.insert(word.to_string());
        });
    }
}

/// Calls a function with each word of tokens, but those behind a dot.
pub(super) fn words(tokens: TokenStream, found: &mut impl FnMut(Ident)) {
    let mut is_member = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) if !is_member => found(word),
            TokenTree::Group(group) => words(group.stream(), found),
            TokenTree::Punct(punct) => {
                is_member = punct.as_char() == '.';
                continue;
            }
            _ => {}
        }
        is_member = false;
    }
}

/// The names that are bound in what a visit goes through.
fn bound(visit: impl FnOnce(&mut Bound)) -> HashSet<String> {
    let mut bound = Bound::default();
    visit(&mut bound);
    bound.0
}

#[derive(Default)]
struct Bound(HashSet<String>);

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'ast PatIdent) {
        self.0.insert(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }
}
