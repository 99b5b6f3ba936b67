//! Names of loops and branches, made of the author's own: `each-part` for `for part in parts`.
//!
//! A name is known by the location at which its step is recorded, so that no code of the user changes for it: whether
//! `list.map(|part| ..)` is a loop of the graph or of plain Rust is known only when it runs.

use crate::signature::unraw;
use proc_macro2::Span;
use syn::{Expr, ExprMethodCall, Ident, Member, Pat, UnOp};

/// Name of a step, by the location of its construct.
pub(crate) struct StepName {
    pub(crate) line: u32,
    pub(crate) column: u32,
    /// Kind and name, such as `each-part`.
    pub(crate) name: String,
}

/// Names that were found in a body.
#[derive(Default)]
pub(super) struct StepNames(Vec<StepName>);

impl StepNames {
    /// Names a step that is recorded at a span.
    pub(super) fn add(&mut self, kind: &str, at: Span, name: Option<&str>) {
        if let Some(name) = name {
            let start = at.start();
            self.0.push(StepName {
                line: start.line as u32,
                column: start.column as u32 + 1,
                name: format!("{kind}-{name}"),
            });
        }
    }

    /// Names the loop that a method with a closure may be, or the branch: `parts.map(|part| ..)`.
    pub(super) fn add_method(&mut self, call: &ExprMethodCall) {
        let is_loop = call.method == "map" || call.method == "for_each";
        let Some(Expr::Closure(closure)) = call.args.first().filter(|_| is_loop) else {
            return;
        };
        let item = closure
            .inputs
            .first()
            .and_then(|item| of_item(item, &call.receiver));
        for kind in ["each", "if"] {
            self.add(kind, call.method.span(), item.as_deref());
        }
    }

    pub(super) fn finish(self) -> Vec<StepName> {
        self.0
    }
}

/// The name of the items of a loop. The numbers of `enumerate` are left out.
pub(super) fn of_item(item: &Pat, head: &Expr) -> Option<String> {
    match item {
        Pat::Tuple(tuple) if tuple.elems.len() == 2 && is_enumerated(head) => {
            of_pattern(&tuple.elems[1]).or_else(|| of_pattern(&tuple.elems[0]))
        }
        item => of_pattern(item),
    }
}

/// The names that a pattern binds.
pub(super) fn of_pattern(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(name) if name.subpat.is_none() => of_ident(&name.ident),
        Pat::Paren(inner) => of_pattern(&inner.pat),
        Pat::Type(typed) => of_pattern(&typed.pat),
        Pat::Tuple(tuple) => {
            let names: Vec<String> = tuple.elems.iter().filter_map(of_pattern).collect();
            (!names.is_empty()).then(|| names.join("-"))
        }
        Pat::TupleStruct(some) if some.elems.len() == 1 => of_pattern(&some.elems[0]),
        _ => None,
    }
}

/// The name of a condition or of the subject of a `match`, if it has a single one.
pub(super) fn of_expression(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Path(path) => path.path.get_ident().and_then(of_ident),
        Expr::Field(field) => match &field.member {
            Member::Named(name) => of_ident(name),
            Member::Unnamed(_) => None,
        },
        Expr::Call(call) => match &*call.func {
            Expr::Path(function) => of_ident(&function.path.segments.last()?.ident),
            _ => None,
        },
        Expr::Unary(not) if matches!(not.op, UnOp::Not(_)) => {
            of_expression(&not.expr).map(|name| format!("not-{name}"))
        }
        Expr::Paren(inner) => of_expression(&inner.expr),
        Expr::Reference(inner) => of_expression(&inner.expr),
        _ => None,
    }
}

/// A name that says something, and that a workflow can have.
fn of_ident(name: &Ident) -> Option<String> {
    let name = unraw(name);
    let is_name = name.is_ascii() && !name.starts_with('_');
    is_name.then_some(name)
}

/// Test for a head whose items have their numbers in front.
fn is_enumerated(head: &Expr) -> bool {
    match head {
        Expr::MethodCall(call) if call.method == "enumerate" => true,
        // Methods of a loop's head that leave its items as they are.
        Expr::MethodCall(call) => {
            let methods = ["parallelism", "fail_fast", "after"];
            methods.iter().any(|method| call.method == method) && is_enumerated(&call.receiver)
        }
        Expr::Paren(inner) => is_enumerated(&inner.expr),
        _ => false,
    }
}
