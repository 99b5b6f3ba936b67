use super::{Rewriter, scope};
use proc_macro2::Span;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprIf, Ident, Stmt, parse_quote_spanned};

/// Rewrites an `if` whose condition holds no `let`.
pub(super) fn rewrite_if(rewriter: &mut Rewriter<'_>, branch: &mut ExprIf, unused: bool) -> Expr {
    // Without an `else` there is no value, unless the block has one by mistake.
    let unused = unused || branch.else_branch.is_none() && value(&branch.then_branch).is_none();
    let token = branch.if_token.span;
    rewriter.visit_expr_mut(&mut branch.cond);
    let guard = rewriter.guard(token);
    rewriter.scopes.enter_branch(&guard);
    rewriter.value_is_unused = unused;
    rewriter.visit_block_mut(&mut branch.then_branch);
    if let Some((_, otherwise)) = &mut branch.else_branch {
        rewriter.value_is_unused = unused;
        rewriter.visit_expr_mut(otherwise);
    }
    rewriter.scopes.leave_branch();

    let (condition, then) = (&branch.cond, &branch.then_branch);
    let otherwise = branch.else_branch.as_ref().map(|(_, otherwise)| otherwise);
    let start =
        quote_spanned!(token=> ::pipewright::__private::rewrite::condition(#condition).branch());
    if unused {
        return parse_quote_spanned! {token=> {
            let mut #guard = #start;
            if ::pipewright::__private::rewrite::Branching::then(&mut #guard) #then
            if ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard) { #otherwise }
            #guard.end();
        }};
    }
    let Some(otherwise) = otherwise else {
        let span = value(then).map_or(token, Spanned::span);
        let first = Ident::new("__then", span);
        let asked = Ident::new(&guard.to_string(), span);
        let merged = quote_spanned!(span=> #asked.merge_nothing(#first));
        return parse_quote_spanned! {token=> {
            let mut #guard = #start;
            let #first = if ::pipewright::__private::rewrite::Branching::then(&mut #guard) {
                ::core::option::Option::Some(#then)
            } else {
                ::core::option::Option::None
            };
            if ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard) {}
            #merged
        }};
    };
    let (first, second) = (
        Ident::new("__then", token),
        Ident::new("__otherwise", token),
    );
    parse_quote_spanned! {token=> {
        let mut #guard = #start;
        let #first = if ::pipewright::__private::rewrite::Branching::then(&mut #guard) {
            ::core::option::Option::Some(#then)
        } else {
            ::core::option::Option::None
        };
        let #second = if ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard) {
            ::pipewright::__private::rewrite::like(&#first, #otherwise)
        } else {
            ::core::option::Option::None
        };
        #guard.merge(#first, #second)
    }}
}

/// What a block gives, where it may be the output of a task.
fn value(block: &Block) -> Option<&Expr> {
    match block.stmts.last() {
        Some(Stmt::Expr(expression, None)) if may_be_output(expression) => Some(expression),
        _ => None,
    }
}

fn may_be_output(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::Call(_) | Expr::MethodCall(_) | Expr::Path(_) | Expr::Field(_)
    )
}

/// Drops the value of a block whose value is not used, so that the call of a component that gives nothing needs no `;`.
pub(super) fn drop_value(expression: &mut Expr) {
    if may_be_output(expression) {
        let span = expression.span();
        *expression = Expr::Verbatim(
            quote_spanned!(span=> ::pipewright::__private::rewrite::unused(#expression)),
        );
    }
}

/// Rewrites the parts of a loop; the loop itself stays.
pub(super) fn rewrite_loop(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    match expression {
        Expr::While(each) => {
            rewriter.scopes.enter();
            rewriter.visit_expr_mut(&mut each.cond);
            if !super::operators::has_let(&each.cond) {
                let condition = &each.cond;
                *each.cond = Expr::Verbatim(quote_spanned! {condition.span()=>
                    ::pipewright::__private::rewrite::Known::known(#condition)
                });
            }
            rewriter
                .scopes
                .enter_loop(each.label.as_ref().map(|label| &label.name));
            rewriter.visit_loop_body(&mut each.body);
            rewriter.scopes.leave();
        }
        Expr::ForLoop(each) => {
            rewriter.visit_expr_mut(&mut each.expr);
            rewriter
                .scopes
                .enter_loop(each.label.as_ref().map(|label| &label.name));
            rewriter.scopes.enter();
            rewriter.scopes.bind(&each.pat);
            rewriter.visit_loop_body(&mut each.body);
            rewriter.scopes.leave();
        }
        Expr::Loop(each) => {
            rewriter
                .scopes
                .enter_loop(each.label.as_ref().map(|label| &label.name));
            rewriter.visit_loop_body(&mut each.body);
        }
        _ => return,
    }
    rewriter.scopes.leave_loop();
}

/// Asks the guards of the branches that an expression leaves early.
pub(super) fn guard_leaving(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    visit_mut::visit_expr_mut(rewriter, expression);
    let (guards, span) = match &*expression {
        Expr::Return(token) => (rewriter.scopes.guards_of_return(), token.return_token.span),
        Expr::Try(tried) => (
            rewriter.scopes.guards_of_return(),
            tried.question_token.span(),
        ),
        Expr::Break(leave) => (
            rewriter.scopes.guards_of_break(leave.label.as_ref()),
            leave.break_token.span,
        ),
        Expr::Continue(leave) => (
            rewriter.scopes.guards_of_break(leave.label.as_ref()),
            leave.continue_token.span,
        ),
        _ => return,
    };
    ask(&guards, "may_leave", span, expression);
}

/// Asks the guards of the branches out of which a variable is assigned.
pub(super) fn guard_assignment(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    let Expr::Assign(assign) = &mut *expression else {
        return;
    };
    rewriter.visit_expr_mut(&mut assign.right);
    let place = (*assign.left).clone();
    guard_change(rewriter, &place, expression);
}

/// Asks the guards of the branches out of which the variable of a place is changed by an expression.
pub(super) fn guard_change(rewriter: &Rewriter<'_>, place: &Expr, expression: &mut Expr) {
    // One question is enough: an answer for each variable would say the same.
    let outer = scope::variables(place).into_iter().find_map(|variable| {
        let guards = rewriter.scopes.guards_of_assignment(variable);
        (!guards.is_empty()).then_some((guards, variable.span()))
    });
    if let Some((guards, span)) = outer {
        ask(&guards, "may_assign", span, expression);
    }
}

/// Puts questions to guards in front of an expression. The guards' names take the span of what is asked for, so that
/// the answer stands there.
fn ask(guards: &[&Ident], question: &str, span: Span, expression: &mut Expr) {
    if guards.is_empty() {
        return;
    }
    let question = Ident::new(question, span);
    let questions = guards.iter().map(|guard| {
        let guard = Ident::new(&guard.to_string(), span);
        quote_spanned!(span=> #guard.#question();)
    });
    let questions = quote!(#(#questions)*);
    *expression = parse_quote_spanned!(span=> { #questions #expression });
}
