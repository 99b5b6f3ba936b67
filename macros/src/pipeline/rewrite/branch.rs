use super::scope::GuardKind;
use super::{Rewriter, scope};
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Block, Expr, ExprBreak, ExprContinue, ExprIf, Ident, Lifetime, Stmt, parse_quote_spanned,
};

/// Rewrites an `if` whose condition holds no `let`.
pub(super) fn rewrite_if(rewriter: &mut Rewriter<'_>, branch: &mut ExprIf, unused: bool) -> Expr {
    // Without an `else` there is no value, unless the block has one by mistake.
    let unused = unused || branch.else_branch.is_none() && value(&branch.then_branch).is_none();
    let token = branch.if_token.span;
    rewriter.visit_expr_mut(&mut branch.cond);
    let guard = rewriter.guard(token);
    rewriter.scopes.enter_branch(&guard, GuardKind::Branch);
    rewriter.value_is_unused = unused;
    rewriter.visit_block_mut(&mut branch.then_branch);
    if let Some((_, otherwise)) = &mut branch.else_branch {
        rewriter.value_is_unused = unused;
        rewriter.visit_expr_mut(otherwise);
    }
    rewriter.scopes.leave_branch();

    let condition = &branch.cond;
    let start =
        quote_spanned!(token=> ::pipewright::__private::rewrite::condition(#condition).branch());
    let otherwise = branch
        .else_branch
        .as_mut()
        .map(|(_, otherwise)| &mut **otherwise);
    let test = test(&guard);
    choose(
        &guard,
        start,
        test,
        &mut branch.then_branch,
        otherwise,
        unused,
    )
}

/// Whether the first block of a guard runs.
pub(super) fn test(guard: &Ident) -> TokenStream {
    quote_spanned!(guard.span()=> ::pipewright::__private::rewrite::Branching::then(&mut #guard))
}

/// An `if` of a guard that `start` makes. The first block stands behind `test`.
pub(super) fn choose(
    guard: &Ident,
    start: TokenStream,
    test: TokenStream,
    then: &mut Block,
    otherwise: Option<&mut Expr>,
    unused: bool,
) -> Expr {
    let token = guard.span();
    // Where one block runs, rustc sees no way from it to the other one: both may move a variable.
    let done = Lifetime::new(&format!("'{guard}"), token);
    if unused {
        let Some(otherwise) = otherwise else {
            return parse_quote_spanned! {token=> {
                let mut #guard = #start;
                if #test #then
                ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
                #guard.end();
            }};
        };
        return parse_quote_spanned! {token=> #done: {
            let mut #guard = #start;
            if #test {
                #then
                if #guard.is_done() {
                    break #done;
                }
                #guard.go_on();
            }
            ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
            { #otherwise }
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
            let #first = if #test {
                ::core::option::Option::Some(#then)
            } else {
                ::core::option::Option::None
            };
            ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
            #guard.end();
            #merged
        }};
    };
    give_elements(guard, then.stmts.last_mut());
    let mut block = match otherwise {
        Expr::Block(block) => Some(&mut block.block),
        _ => None,
    };
    give_elements(
        guard,
        block.as_mut().and_then(|block| block.stmts.last_mut()),
    );
    let (first, second) = (
        Ident::new("__then", token),
        Ident::new("__otherwise", token),
    );
    let given_first = give(
        guard,
        &first,
        tail(then.stmts.last()).unwrap_or((token, token)),
    );
    let end = block.and_then(|block| tail(block.stmts.last()));
    let given_second = give(guard, &second, end.unwrap_or((token, token)));
    parse_quote_spanned! {token=> #done: {
        let mut #guard = #start;
        let #first = if #test {
            let #first = #then;
            if #guard.is_done() {
                break #done #guard.only(#first);
            }
            #guard.go_on();
            ::core::option::Option::Some(#first)
        } else {
            ::core::option::Option::None
        };
        ::pipewright::__private::rewrite::Branching::otherwise(&mut #guard);
        let #second = #guard.second(&#first, #otherwise);
        #guard.end();
        let #first = #given_first;
        let #second = ::pipewright::__private::rewrite::like(&#first, { #given_second });
        #guard.merge(#first, #second)
    }}
}

/// What both blocks of an `if` give has one type: a plain value becomes a `Value` where the `if` is a run-time one. The
/// outermost tokens reach over what the block gives, where rustc reports another type. All names stand elsewhere: an editor
/// that is asked about a name of the user finds nothing else there.
fn give(guard: &Ident, given: &Ident, (first, last): (Span, Span)) -> TokenStream {
    let token = guard.span();
    let inner = quote_spanned! {token=>
        &&&&::pipewright::__private::rewrite::Give::new(&#guard, #guard.given(#given))
    };
    let mut receiver = Group::new(Delimiter::Parenthesis, inner);
    receiver.set_span(first);
    let mut call = Group::new(Delimiter::Parenthesis, TokenStream::new());
    call.set_span(last);
    let give = quote_spanned!(token=> .give);
    quote!(#receiver #give #call)
}

/// The elements of a tuple at the end of a block are each a value.
fn give_elements(guard: &Ident, last: Option<&mut Stmt>) {
    let Some(Stmt::Expr(Expr::Tuple(tuple), None)) = last else {
        return;
    };
    for element in &mut tuple.elems {
        let span = element.span();
        let guard = Ident::new(&guard.to_string(), span);
        *element = Expr::Verbatim(quote_spanned! {span=>
            (&&&&::pipewright::__private::rewrite::Give::new(&#guard, #element)).give()
        });
    }
}

/// Where the tokens of what a block gives begin and end.
fn tail(last: Option<&Stmt>) -> Option<(Span, Span)> {
    let tokens = match last? {
        Stmt::Expr(expression, None) => expression.to_token_stream(),
        Stmt::Macro(invocation) => invocation.to_token_stream(),
        _ => return None,
    };
    let mut tokens = tokens.into_iter();
    let first = tokens.next()?.span();
    Some((first, tokens.last().map_or(first, |last| last.span())))
}

/// What a block gives, where it may be the output of a task.
pub(super) fn value(block: &Block) -> Option<&Expr> {
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

/// Rewrites the parts of a `while` or `loop`; the loop itself stays.
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
            rewriter.enter_loop(&mut each.label, each.while_token.span);
            rewriter.visit_loop_body(&mut each.body);
            rewriter.scopes.leave();
        }
        Expr::Loop(each) => {
            rewriter.enter_loop(&mut each.label, each.loop_token.span);
            rewriter.visit_loop_body(&mut each.body);
        }
        _ => return,
    }
    rewriter.scopes.leave_loop();
}

/// Asks the guards of the branches that an expression leaves early.
pub(super) fn guard_leaving(rewriter: &mut Rewriter<'_>, expression: &mut Expr) {
    visit_mut::visit_expr_mut(rewriter, expression);
    match expression {
        Expr::Break(ExprBreak {
            label: label @ None,
            break_token: syn::token::Break { span },
            ..
        })
        | Expr::Continue(ExprContinue {
            label: label @ None,
            continue_token: syn::token::Continue { span },
            ..
        }) => *label = rewriter.scopes.inner_loop(*span),
        _ => {}
    }
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
    ask(&guards, GuardKind::may_leave, span, expression);
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
        ask(&guards, GuardKind::may_assign, span, expression);
    }
}

/// Puts questions to guards in front of an expression. The guards' names take the span of what is asked for, so that
/// the answer stands there.
///
/// A loop is asked through the branches. What a run-time branch gives then has no known type, and rustc is silent about it
/// behind the answer of that branch: one block that is left with another one is one mistake.
fn ask(
    guards: &[(&Ident, GuardKind)],
    question: fn(GuardKind) -> &'static str,
    span: Span,
    expression: &mut Expr,
) {
    if guards.is_empty() {
        return;
    }
    let named = |guard: &Ident| Ident::new(&guard.to_string(), span);
    let is_branch = |kind| matches!(kind, GuardKind::Branch);
    let (branches, loops): (Vec<_>, Vec<_>) = guards.iter().partition(|(_, kind)| is_branch(*kind));
    let branches: Vec<_> = branches.iter().map(|(guard, _)| named(guard)).collect();
    let of_branches = branches.iter().map(|guard| {
        let question = Ident::new(question(GuardKind::Branch), span);
        quote_spanned!(span=> #guard.#question();)
    });
    let of_loops = loops.iter().map(|(guard, kind)| {
        let (guard, question) = (named(guard), Ident::new(question(*kind), span));
        let asked = branches.iter().fold(
            quote_spanned!(span=> &#guard),
            |asked, branch| quote_spanned!(span=> #branch.only(#asked)),
        );
        quote_spanned! {span=>
            ::pipewright::__private::rewrite::LoopGuard::#question(#asked);
        }
    });
    let questions = quote!(#(#of_branches)* #(#of_loops)*);
    *expression = parse_quote_spanned!(span=> { #questions #expression });
}
