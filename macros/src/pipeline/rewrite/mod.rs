//! Rewrites operators and control flow, so that they work on run-time values too; all else stays as it is written.

mod arm;
mod attributes;
mod branch;
mod call;
mod chain;
mod changes;
mod dropped;
mod format;
mod guards;
mod if_let;
mod later;
mod loops;
mod matching;
mod operators;
mod own_format;
mod parts;
mod rewriter;
mod scope;
mod sides;
mod state;
mod step_names;

pub(crate) use attributes::of as attributes_of;
pub(super) use step_names::StepName;

use crate::errors::Errors;
use crate::signature::Parameter;
use later::Later;
use rewriter::{OpenCall, Rewriter};
use scope::{Given, Reach, Scopes};
use state::Change;
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMatch, Ident, Item, Macro, Member, Stmt, Token};

/// Rewrites the body of a pipeline. `is_unit` tells that the value of the block is not used. Returns the names of its loops
/// and branches.
pub(super) fn rewrite(
    pipeline: &Ident,
    block: &mut Block,
    parameters: &[Parameter],
    is_unit: bool,
    errors: &mut Errors,
) -> Vec<StepName> {
    let mut rewriter = Rewriter::new(pipeline, block, is_unit, errors);
    rewriter.scopes.enter();
    for parameter in parameters {
        let own = parameter.mutability.map(|_| Reach::Own);
        let reach = own.unwrap_or(Reach::Nothing);
        rewriter.scopes.bind_name(&parameter.name, reach);
    }
    rewriter.visit_block_mut(block);
    rewriter.step_names.finish()
}

impl VisitMut for Rewriter<'_> {
    fn visit_item_mut(&mut self, _: &mut Item) {}

    fn visit_block_mut(&mut self, block: &mut Block) {
        let unused = std::mem::take(&mut self.value_is_unused);
        self.scopes.enter();
        self.scopes.enter_later(Later::of_block(block));
        let last = block.stmts.len().saturating_sub(1);
        for (index, statement) in block.stmts.iter_mut().enumerate() {
            let is_last = index == last;
            match statement {
                // A macro at the end of a block is its value.
                Stmt::Macro(invocation) if is_last && invocation.semi_token.is_none() => {
                    if let Some(mut formatted) = format::rewrite(self, &invocation.mac) {
                        attributes::put(&mut formatted, std::mem::take(&mut invocation.attrs));
                        *statement = Stmt::Expr(formatted, None);
                    } else {
                        self.visit_macro_mut(&mut invocation.mac);
                    }
                }
                Stmt::Expr(expression, semicolon) if is_last && semicolon.is_none() => {
                    self.value_is_unused = unused;
                    self.visit_expr_mut(expression);
                    if unused {
                        branch::drop_value(expression);
                    }
                }
                Stmt::Expr(expression, semicolon) => {
                    // Arms without braces may give what a semicolon drops.
                    let is_dropped = semicolon.is_some() && matches!(expression, Expr::Match(_));
                    self.value_is_unused = !is_dropped;
                    self.visit_expr_mut(expression);
                }
                Stmt::Local(local) => {
                    let init = local.init.as_ref();
                    let given = |init: &syn::LocalInit| self.scopes.given(&init.expr);
                    let mut given = init.map(given).unwrap_or_default();
                    given.returned = parts::is_returned(local);
                    let is_dropped = dropped::is_dropped(local);
                    visit_mut::visit_local_mut(self, local);
                    if is_dropped {
                        dropped::rewrite(self, local);
                    }
                    parts::rewrite_let(local);
                    if let Some(init) = local.init.as_mut().filter(|init| init.diverge.is_some()) {
                        if_let::rewrite_plain(&self.scopes, &local.pat, &mut init.expr);
                    }
                    self.scopes.bind(&local.pat, given);
                }
                statement => visit_mut::visit_stmt_mut(self, statement),
            }
            self.scopes.next_later();
        }
        self.scopes.leave_later();
        self.scopes.leave();
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        let attributes = attributes::take(expression);
        self.rewrite(expression);
        attributes::put(expression, attributes);
    }

    /// A macro of others: what it does with the variables that it names is known to rustc only.
    fn visit_macro_mut(&mut self, invocation: &mut Macro) {
        changes::ask_about_macro(self, invocation);
        let scopes: &mut Scopes = &mut self.scopes;
        later::words(invocation.tokens.clone(), &mut |word| {
            scopes.note(&word, None, Change::Perhaps);
        });
    }
}

impl Rewriter<'_> {
    /// Visits the arguments of a call. A closure among them may be given what changes the receiver or other arguments.
    fn visit_arguments(&mut self, arguments: &mut Punctuated<Expr, Token![,]>, receiver: bool) {
        let mut others = arguments
            .iter()
            .filter(|argument| !matches!(argument, Expr::Closure(_)));
        let gives_change = receiver || others.any(|other| self.scopes.given(other).change);
        let is_asked = false;
        let outer = self.call.replace(OpenCall {
            is_asked,
            gives_change,
        });
        for argument in arguments {
            self.visit_expr_mut(call::value(argument));
        }
        self.call = outer;
    }

    /// Visits the parts of a `match` that stays one.
    fn visit_match(&mut self, choice: &mut ExprMatch, unused: bool) {
        let given = self.scopes.given(&choice.expr);
        let is_asked = parts::asked_of_match(&self.scopes, choice);
        self.visit_expr_mut(&mut choice.expr);
        parts::rewrite_match(choice, &is_asked);
        for arm in &mut choice.arms {
            self.scopes.enter();
            self.scopes.bind(&arm.pat, given);
            self.value_is_unused = unused;
            self.visit_arm_mut(arm);
            self.scopes.leave();
        }
    }

    fn rewrite(&mut self, expression: &mut Expr) {
        let unused = std::mem::take(&mut self.value_is_unused);
        match expression {
            Expr::If(branch) if chain::is_long(branch) => {
                *expression = chain::rewrite_if(self, branch, unused);
            }
            Expr::If(branch) if !operators::has_let(&branch.cond) => {
                *expression = branch::rewrite_if(self, branch, unused);
            }
            Expr::If(branch) if if_let::is_if_let(branch) => {
                *expression = if_let::rewrite_if(self, branch, unused);
            }
            Expr::If(branch) => {
                // The names of its patterns end with its first block.
                self.scopes.enter();
                self.visit_expr_mut(&mut branch.cond);
                self.value_is_unused = unused;
                self.visit_block_mut(&mut branch.then_branch);
                self.scopes.leave();
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    self.value_is_unused = unused;
                    self.visit_expr_mut(otherwise);
                }
            }
            Expr::Match(choice) if if_let::is_match(choice) => {
                *expression = if_let::rewrite_match(self, choice, unused);
            }
            Expr::Match(choice) => {
                let step_name = step_names::of_expression(&choice.expr);
                let held = matching::bind_names(self, choice);
                match matching::conditions(choice) {
                    Some(arms) => {
                        let name = step_name.as_deref();
                        *expression = matching::rewrite(self, choice, &arms, name, unused);
                    }
                    None => self.visit_match(choice, unused),
                }
                if let Some((variable, mut subject)) = held {
                    self.visit_expr_mut(&mut subject);
                    *expression = matching::within_held(&variable, &subject, expression);
                }
            }
            Expr::Let(binding) => {
                let given = self.scopes.given(&binding.expr);
                self.visit_expr_mut(&mut binding.expr);
                if_let::rewrite_plain(&self.scopes, &binding.pat, &mut binding.expr);
                self.scopes.bind(&binding.pat, given);
            }
            Expr::Block(block) => {
                self.value_is_unused = unused;
                if let Some(label) = &block.label {
                    self.scopes.enter_label(&label.name, false);
                }
                self.visit_block_mut(&mut block.block);
                if block.label.is_some() {
                    self.scopes.leave_loop();
                }
            }
            Expr::Path(path) => {
                if let Some(name) = path.path.get_ident() {
                    self.scopes.note(name, None, Change::Perhaps);
                }
            }
            Expr::Field(field) => match &*field.base {
                Expr::Path(base) if let Some(name) = base.path.get_ident() => {
                    let (name, member) = (name.clone(), field.member.clone());
                    self.scopes.note(&name, Some(&member), Change::Perhaps);
                }
                base => {
                    let is_part =
                        matches!(field.member, Member::Unnamed(_)) && parts::is_call(base);
                    visit_mut::visit_expr_field_mut(self, field);
                    if is_part {
                        parts::rewrite_whole(&mut field.base);
                    }
                }
            },
            Expr::Reference(reference) => {
                changes::ask_about_reference(self, reference);
                visit_mut::visit_expr_reference_mut(self, reference);
            }
            Expr::Binary(_) => operators::rewrite(self, expression),
            Expr::ForLoop(each) => *expression = loops::rewrite(self, each),
            Expr::MethodCall(call) => {
                self.step_names.add_method(call);
                changes::ask_about_method(self, call);
                let gives_change = self.scopes.given(&call.receiver).change;
                self.visit_expr_mut(&mut call.receiver);
                self.visit_arguments(&mut call.args, gives_change);
                parts::rewrite_receiver(&self.scopes, call);
                loops::rewrite_receiver(call);
            }
            Expr::While(_) | Expr::Loop(_) => loops::rewrite_plain(self, expression),
            Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) | Expr::Try(_) => {
                guards::guard_leaving(self, expression);
            }
            Expr::Assign(_) => guards::guard_assignment(self, expression),
            Expr::Closure(closure) => {
                // It may be called again.
                let again = later::mentions(|names| names.visit_expr(&closure.body)).names;
                self.scopes.enter_later(Later::again(again));
                self.scopes.enter();
                self.scopes.enter_function();
                let change = self.call.is_none_or(|call| call.gives_change);
                let closure_given = Given {
                    change,
                    ..Given::default()
                };
                for input in &closure.inputs {
                    self.scopes.bind(input, closure_given);
                }
                let call = self.call.take();
                self.visit_expr_mut(&mut closure.body);
                self.call = call;
                self.scopes.leave_function();
                self.scopes.leave();
                self.scopes.leave_later();
            }
            Expr::Async(block) => {
                self.scopes.enter_function();
                self.visit_block_mut(&mut block.block);
                self.scopes.leave_function();
            }
            Expr::Call(call) => {
                changes::ask_about_call(self, &call.func);
                self.visit_expr_mut(&mut call.func);
                let structs = parts::structs_among(&self.scopes, call);
                self.visit_arguments(&mut call.args, false);
                parts::rewrite_structs(call, &structs);
                call::rewrite(expression, self.errors);
            }
            Expr::Macro(invocation) => {
                if let Some(formatted) = format::rewrite(self, &invocation.mac) {
                    *expression = formatted;
                } else {
                    self.visit_macro_mut(&mut invocation.mac);
                }
            }
            expression => visit_mut::visit_expr_mut(self, expression),
        }
    }
}
