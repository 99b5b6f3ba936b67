use super::later::{self, Later};
use super::state::{Change, State};
use proc_macro2::{Span, TokenStream};
use std::collections::HashMap;
use syn::visit::{self, Visit};
use syn::{Expr, Ident, Lifetime, Member, Pat, PatIdent};

/// Names, branches, loops and functions that are open around the expression that is visited.
#[derive(Default)]
pub(super) struct Scopes {
    /// Names bound in each open block.
    names: Vec<HashMap<String, Binding>>,
    branches: Vec<Branch>,
    /// Open loops and blocks with labels.
    loops: Vec<Labelled>,
    /// Code behind what is visited.
    later: Vec<Later>,
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
    /// What it does with variables from outside.
    state: State,
}

/// A variable.
#[derive(Clone, Copy)]
struct Binding {
    reach: Reach,
    /// There is a closure in it: what that holds is not known to rustc in time.
    has_closure: bool,
    /// It is what a function gives, whose type is known to rustc at once.
    is_returned: bool,
}

/// What an initial value gives to a variable.
#[derive(Clone, Copy, Default)]
pub(super) struct Given {
    /// It may refer to the state of others.
    pub(super) change: bool,
    pub(super) closure: bool,
    /// It is what a function gives.
    pub(super) returned: bool,
}

/// State that a variable may change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    Nothing,
    /// What it refers to.
    Others,
    /// Its own: it is `mut`.
    Own,
}

/// What a `break` with a label may leave.
struct Labelled {
    label: String,
    /// A loop, which is left by a `break` without a label too.
    is_loop: bool,
    /// Number of closures around it.
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

    /// Name of the question for leave to change the state of variables from outside.
    pub(super) fn may_change(self) -> &'static str {
        match self {
            Self::Branch => "may_change",
            Self::Loop => "may_change_in_loop",
        }
    }
}

impl Scopes {
    pub(super) fn enter(&mut self) {
        self.names.push(HashMap::new());
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
        self.enter_label(label, true);
    }

    /// Enters a loop or block with a label.
    pub(super) fn enter_label(&mut self, label: &Lifetime, is_loop: bool) {
        self.loops.push(Labelled {
            label: label.ident.to_string(),
            is_loop,
            functions: self.functions,
        });
    }

    /// The label of the loop that a `break` without one leaves.
    pub(super) fn inner_loop(&self, span: Span) -> Option<Lifetime> {
        let inner = self.loops.iter().rev().find(|open| open.is_loop)?;
        let label = || Lifetime::new(&format!("'{}", inner.label), span);
        (inner.functions == self.functions).then(label)
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
            state: State::default(),
        });
    }

    /// Leaves a branch. Returns what it does with variables from outside.
    pub(super) fn leave_branch(&mut self) -> State {
        let left = self.branches.pop();
        left.map(|branch| branch.state).unwrap_or_default()
    }

    /// Enters code that other code follows.
    pub(super) fn enter_later(&mut self, mut later: Later) {
        later.depth = self.names.len();
        self.later.push(later);
    }

    /// The next part of the code begins.
    pub(super) fn next_later(&mut self) {
        if let Some(later) = self.later.last_mut() {
            later.next();
        }
    }

    pub(super) fn leave_later(&mut self) {
        self.later.pop();
    }

    /// Number of the open block that binds a name.
    fn depth_of(&self, name: &str) -> Option<usize> {
        self.names
            .iter()
            .rposition(|names| names.contains_key(name))
    }

    /// Test for a variable whose state may be changed.
    pub(super) fn is_changeable(&self, name: &str) -> bool {
        self.reach(name) != Reach::Nothing
    }

    pub(super) fn reach(&self, name: &str) -> Reach {
        let depth = self.depth_of(name);
        depth.map_or(Reach::Nothing, |depth| self.names[depth][name].reach)
    }

    /// What an expression may give: what changes state if it holds `mut`, or a variable that does.
    pub(super) fn given(&self, expression: &Expr) -> Given {
        let mentions = later::mentions(|names| names.visit_expr(expression));
        let has_closure = |name: &String| {
            let depth = self.depth_of(name);
            depth.is_some_and(|depth| self.names[depth][name].has_closure)
        };
        let mut names = mentions.names.iter();
        let change = mentions.has_mut || names.any(|name| self.is_changeable(name));
        let closure = mentions.has_closure || mentions.names.iter().any(has_closure);
        Given {
            change,
            closure,
            returned: false,
        }
    }

    /// Notes what is done with a variable, for the branches that it comes into from outside.
    pub(super) fn note(&mut self, variable: &Ident, member: Option<&Member>, change: Change) {
        if self.branches.is_empty() {
            return;
        }
        let name = variable.to_string();
        let Some(depth) = self.depth_of(&name).filter(|_| self.is_changeable(&name)) else {
            return;
        };
        let has_closure = self.names[depth][&name].has_closure;
        for branch in &mut self.branches {
            if branch.names > depth {
                // What stands behind the block, up to the end of the variable.
                let is_behind = |later: &&Later| depth < later.depth && later.depth <= branch.names;
                let behind = self.later.iter().rev().filter(is_behind);
                let is_needed = has_closure || later::is_mentioned(behind, &name);
                branch.state.note(variable, member, change, is_needed);
            }
        }
    }

    /// Puts a question in front of the innermost block.
    pub(super) fn ask_in_front(&mut self, question: TokenStream) {
        if let Some(branch) = self.branches.last_mut() {
            branch.state.ask(question);
        }
    }

    pub(super) fn bind_name(&mut self, name: &Ident, reach: Reach) {
        if let Some(names) = self.names.last_mut() {
            let binding = Binding {
                reach,
                has_closure: false,
                is_returned: false,
            };
            names.insert(name.to_string(), binding);
        }
    }

    /// Binds the names of a pattern, which may be references into what it is given.
    pub(super) fn bind(&mut self, pattern: &Pat, given: Given) {
        struct Names<'a>(&'a mut HashMap<String, Binding>, Binding);

        impl<'ast> Visit<'ast> for Names<'_> {
            fn visit_pat_ident(&mut self, pattern: &'ast PatIdent) {
                let mut binding = self.1;
                if pattern.mutability.is_some() {
                    binding.reach = Reach::Own;
                }
                self.0.insert(pattern.ident.to_string(), binding);
                visit::visit_pat_ident(self, pattern);
            }
        }

        let reach = match given.change {
            true => Reach::Others,
            false => Reach::Nothing,
        };
        let binding = Binding {
            reach,
            has_closure: given.closure,
            is_returned: given.returned,
        };
        if let Some(names) = self.names.last_mut() {
            Names(names, binding).visit_pat(pattern);
        }
    }

    /// Test for the name of a parameter of the pipeline. Those stand in the outermost block.
    pub(super) fn is_parameter(&self, name: &Ident) -> bool {
        self.depth_of(&name.to_string()) == Some(0)
    }

    /// Test for a variable of which it is known at once whether it is a run-time value: a parameter, or what a function
    /// gives.
    pub(super) fn is_known(&self, name: &Ident) -> bool {
        let text = name.to_string();
        let depth = self.depth_of(&text);
        self.is_parameter(name) || depth.is_some_and(|depth| self.names[depth][&text].is_returned)
    }

    /// Test for a variable that the code behind what is visited mentions.
    pub(super) fn is_needed(&self, name: &str) -> bool {
        later::is_mentioned(self.later.iter().rev(), name)
    }

    /// The guards of the branches that an assignment to a variable reaches out of.
    pub(super) fn guards_of_change(&self, variable: &Ident) -> Vec<(&Ident, GuardKind)> {
        let name = variable.to_string();
        let is_outer = |branch: &&Branch| {
            !self.names[branch.names..]
                .iter()
                .any(|names| names.contains_key(&name))
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
                self.loops.iter().rposition(|open| open.label == name)
            }
            None => self.loops.iter().rposition(|open| open.is_loop),
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
