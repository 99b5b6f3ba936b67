use super::later::{self, Later};
use super::rewriter::Rewriter;
use super::scope::GuardKind;
use super::{operators, step_names};
use quote::{format_ident, quote_spanned};
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{
    Expr, ExprForLoop, ExprMethodCall, ExprRange, Ident, Pat, RangeLimits, parse_quote_spanned,
};

/// Rewrites a `for`: the loop itself stays, with a head that may be a run-time list.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, each: &mut ExprForLoop) -> Expr {
    let name = step_names::of_item(&each.pat, &each.expr);
    let given = rewriter.scopes.given(&each.expr);
    rewriter.visit_expr_mut(&mut each.expr);
    let token = each.for_token.span;
    let guard = rewriter.guard(token);
    // The block is behind itself, for the next item.
    let again = later::mentions(|names| names.visit_block(&each.body)).names;
    rewriter.scopes.enter_later(Later::again(again));
    rewriter.enter_loop(&mut each.label, token);
    rewriter.scopes.enter_branch(&guard, GuardKind::Loop);
    rewriter.scopes.enter();
    rewriter.scopes.bind(&each.pat, given);
    rewriter.visit_loop_body(&mut each.body);
    rewriter.scopes.leave();
    let state = rewriter.scopes.leave_branch();
    rewriter.scopes.leave_loop();
    rewriter.scopes.leave_later();
    each.body.stmts.splice(0..0, state.statements(&guard));

    let head = head(&each.expr);
    let span = each.expr.span();
    rewriter.step_names.add("each", span, name.as_deref());
    let start = quote_spanned!(span=> ::pipewright::__private::rewrite::loop_head(#head));
    let start = match &*each.pat {
        Pat::Tuple(_) => quote_spanned!(span=> #start.start_of_parts().0),
        _ => quote_spanned!(span=> #start.start()),
    };
    let items = format_ident!("{guard}_items", span = span);
    each.expr = parse_quote_spanned!(span=> #items);
    // What the head borrows lives as long as the loop, as it does in a `for`.
    parse_quote_spanned! {token=>
        match #start {
            (#guard, #items) => #each
        }
    }
}

/// Rewrites the parts of a `while` or `loop`, which stay what they are.
pub(super) fn rewrite_plain(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    let again = later::mentions(|names| names.visit_expr(expression)).names;
    rewriter.scopes.enter_later(Later::again(again));
    match expression {
        Expr::While(each) => {
            rewriter.scopes.enter();
            rewriter.visit_expr_mut(&mut each.cond);
            if !operators::has_let(&each.cond) {
                let condition = &each.cond;
                *each.cond = Expr::Verbatim(quote_spanned! {condition.span()=>
                    ::pipewright::__private::rewrite::WhileCondition::holds(#condition)
                });
            }
            rewriter.enter_loop(&mut each.label, each.while_token.span);
            rewriter.visit_loop_body(&mut each.body);
            rewriter.scopes.leave();
        }
        Expr::Loop(each) => {
            rewriter.enter_loop(&mut each.label, each.loop_token.span);
            rewriter.visit_loop_body(&mut each.body);
        }
        _ => {}
    }
    rewriter.scopes.leave_loop();
    rewriter.scopes.leave_later();
}

/// Rewrites a call such as `(0..count).map(..)`, whose range may have run-time ends.
pub(super) fn rewrite_receiver(call: &mut ExprMethodCall) {
    if let Expr::Paren(paren) = &*call.receiver
        && matches!(&*paren.expr, Expr::Range(_))
    {
        *call.receiver = head(&paren.expr);
    }
}

/// The head, where a range may have run-time ends.
fn head(expression: &Expr) -> Expr {
    match expression {
        Expr::Paren(paren) => head(&paren.expr),
        Expr::Range(ExprRange {
            start: Some(start),
            end: Some(end),
            limits,
            ..
        }) => {
            let method = match limits {
                RangeLimits::HalfOpen(_) => "half_open",
                RangeLimits::Closed(_) => "inclusive",
            };
            let span = end.span();
            let method = Ident::new(method, span);
            Expr::Verbatim(quote_spanned! {span=>
                (&&&::pipewright::__private::rewrite::RangeEnds::new(#start, #end)).#method()
            })
        }
        other => other.clone(),
    }
}
