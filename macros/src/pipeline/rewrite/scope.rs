use proc_macro2::Span;
use std::collections::HashSet;
use syn::visit::{self, Visit};
use syn::{Expr, Ident, Lifetime, Pat, PatIdent};

/// Names, branches, loops and functions that are open around the expression that is visited.
#[derive(Default)]
pub(super) struct Scopes {
    /// Names bound in each open block.
    names: Vec<HashSet<String>>,
    branches: Vec<Branch>,
    /// Labels of the open loops, with the number of closures around each.
    loops: Vec<(String, u32)>,
    /// Number of open closures.
    functions: u32,
}

/// An open branch of an `if` or block of a loop, and what was open when it began.
struct Branch {
    guard: Ident,
    kind: GuardKind,
    names: usize,
    loops: usize,
    functions: u32,
}

/// Kind of a guard's block.
#[derive(Clone, Copy)]
pub(super) enum GuardKind {
    Branch,
    Loop,
}

impl GuardKind {
    /// Name of the question for leave to end the block early.
    pub(super) fn may_leave(self) -> &'static str {
        match self {
            Self::Branch => "may_leave",
            Self::Loop => "may_leave_loop",
        }
    }

    /// Name of the question for leave to assign variables from outside.
    pub(super) fn may_assign(self) -> &'static str {
        match self {
            Self::Branch => "may_assign",
            Self::Loop => "may_assign_in_loop",
        }
    }
}

impl Scopes {
    pub(super) fn enter(&mut self) {
        self.names.push(HashSet::new());
    }

    pub(super) fn leave(&mut self) {
        self.names.pop();
    }

    pub(super) fn enter_function(&mut self) {
        self.functions += 1;
    }

    pub(super) fn leave_function(&mut self) {
        self.functions -= 1;
    }

    pub(super) fn enter_loop(&mut self, label: &Lifetime) {
        self.loops.push((label.ident.to_string(), self.functions));
    }

    /// The label of the loop that a `break` without one leaves.
    pub(super) fn inner_loop(&self, span: Span) -> Option<Lifetime> {
        let (label, functions) = self.loops.last()?;
        (*functions == self.functions).then(|| Lifetime::new(&format!("'{label}"), span))
    }

    pub(super) fn leave_loop(&mut self) {
        self.loops.pop();
    }

    pub(super) fn enter_branch(&mut self, guard: &Ident, kind: GuardKind) {
        self.branches.push(Branch {
            guard: guard.clone(),
            kind,
            names: self.names.len(),
            loops: self.loops.len(),
            functions: self.functions,
        });
    }

    pub(super) fn leave_branch(&mut self) {
        self.branches.pop();
    }

    pub(super) fn bind_name(&mut self, name: &Ident) {
        if let Some(names) = self.names.last_mut() {
            names.insert(name.to_string());
        }
    }

    pub(super) fn bind(&mut self, pattern: &Pat) {
        struct Names<'a>(&'a mut Scopes);

        impl<'ast> Visit<'ast> for Names<'_> {
            fn visit_pat_ident(&mut self, pattern: &'ast PatIdent) {
                self.0.bind_name(&pattern.ident);
                visit::visit_pat_ident(self, pattern);
            }
        }

        Names(self).visit_pat(pattern);
    }

    /// Test for the name of a parameter of the pipeline. Those stand in the outermost block.
    pub(super) fn is_parameter(&self, name: &Ident) -> bool {
        let name = name.to_string();
        self.names.iter().rposition(|names| names.contains(&name)) == Some(0)
    }

    /// The guards of the branches that an assignment to a variable reaches out of.
    pub(super) fn guards_of_assignment(&self, variable: &Ident) -> Vec<(&Ident, GuardKind)> {
        let name = variable.to_string();
        let is_outer = |branch: &&Branch| {
            !self.names[branch.names..]
                .iter()
                .any(|names| names.contains(&name))
        };
        self.branches
            .iter()
            .filter(is_outer)
            .map(|branch| (&branch.guard, branch.kind))
            .collect()
    }

    /// The guards of the branches that `return` and `?` leave.
    pub(super) fn guards_of_return(&self) -> Vec<(&Ident, GuardKind)> {
        let leaves = |branch: &&Branch| branch.functions == self.functions;
        self.branches
            .iter()
            .filter(leaves)
            .map(|branch| (&branch.guard, branch.kind))
            .collect()
    }

    /// The guards of the branches that `break` and `continue` leave.
    pub(super) fn guards_of_break(&self, label: Option<&Lifetime>) -> Vec<(&Ident, GuardKind)> {
        let target = match label {
            Some(label) => {
                let name = label.ident.to_string();
                self.loops.iter().rposition(|(known, _)| *known == name)
            }
            None => self.loops.len().checked_sub(1),
        };
        let leaves = |branch: &&Branch| target.is_some_and(|target| branch.loops > target);
        self.branches
            .iter()
            .filter(leaves)
            .map(|branch| (&branch.guard, branch.kind))
            .collect()
    }
}

/// The variables that an assignment to a place changes.
pub(super) fn variables(place: &Expr) -> Vec<&Ident> {
    match place {
        Expr::Path(path) => path.path.get_ident().into_iter().collect(),
        Expr::Field(field) => variables(&field.base),
        Expr::Index(index) => variables(&index.expr),
        Expr::Paren(paren) => variables(&paren.expr),
        Expr::Unary(unary) => variables(&unary.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().flat_map(variables).collect(),
        Expr::Array(array) => array.elems.iter().flat_map(variables).collect(),
        Expr::Call(call) => call.args.iter().flat_map(variables).collect(),
        Expr::Struct(value) => value
            .fields
            .iter()
            .flat_map(|field| variables(&field.expr))
            .collect(),
        _ => vec![],
    }
}
