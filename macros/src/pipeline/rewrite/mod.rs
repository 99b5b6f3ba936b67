//! Rewrites operators and control flow, so that they work on run-time values too; all else stays as it is written.

mod branch;
mod call;
mod format;
mod guards;
mod if_let;
mod loops;
mod matching;
mod operators;
mod rewriter;
mod scope;
mod step_names;

pub(super) use step_names::StepName;

use crate::errors::Errors;
use crate::signature::Parameter;
use rewriter::Rewriter;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Item, Stmt};

/// Rewrites the body of a pipeline. `is_unit` tells that the value of the block is not used. Returns the names of its loops
/// and branches.
pub(super) fn rewrite(
    block: &mut Block,
    parameters: &[Parameter],
    is_unit: bool,
    errors: &mut Errors,
) -> Vec<StepName> {
    let mut rewriter = Rewriter::new(is_unit, errors);
    rewriter.scopes.enter();
    for parameter in parameters {
        rewriter.scopes.bind_name(&parameter.name);
    }
    rewriter.visit_block_mut(block);
    rewriter.step_names.finish()
}

impl VisitMut for Rewriter<'_> {
    fn visit_item_mut(&mut self, _: &mut Item) {}

    fn visit_block_mut(&mut self, block: &mut Block) {
        let unused = std::mem::take(&mut self.value_is_unused);
        self.scopes.enter();
        let last = block.stmts.len().saturating_sub(1);
        for (index, statement) in block.stmts.iter_mut().enumerate() {
            let is_last = index == last;
            match statement {
                // A macro at the end of a block is its value.
                Stmt::Macro(invocation) if is_last && invocation.semi_token.is_none() => {
                    if let Some(formatted) = format::rewrite(self, &invocation.mac) {
                        *statement = Stmt::Expr(formatted, None);
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
                    visit_mut::visit_local_mut(self, local);
                    if let Some(init) = local.init.as_mut().filter(|init| init.diverge.is_some()) {
                        if_let::rewrite_plain(&self.scopes, &local.pat, &mut init.expr);
                    }
                    self.scopes.bind(&local.pat);
                }
                statement => visit_mut::visit_stmt_mut(self, statement),
            }
        }
        self.scopes.leave();
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        let unused = std::mem::take(&mut self.value_is_unused);
        match expression {
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
            Expr::Match(choice) => match matching::conditions(choice) {
                Some(arms) => *expression = matching::rewrite(self, choice, &arms, unused),
                None => {
                    self.visit_expr_mut(&mut choice.expr);
                    for arm in &mut choice.arms {
                        self.value_is_unused = unused;
                        self.visit_arm_mut(arm);
                    }
                }
            },
            Expr::Let(binding) => {
                self.visit_expr_mut(&mut binding.expr);
                if_let::rewrite_plain(&self.scopes, &binding.pat, &mut binding.expr);
                self.scopes.bind(&binding.pat);
            }
            Expr::Block(block) => {
                self.value_is_unused = unused;
                self.visit_block_mut(&mut block.block);
            }
            Expr::Binary(_) => operators::rewrite(self, expression),
            Expr::ForLoop(each) => *expression = loops::rewrite(self, each),
            Expr::MethodCall(call) => {
                self.step_names.add_method(call);
                visit_mut::visit_expr_method_call_mut(self, call);
                loops::rewrite_receiver(call);
            }
            Expr::While(_) | Expr::Loop(_) => loops::rewrite_plain(self, expression),
            Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) | Expr::Try(_) => {
                guards::guard_leaving(self, expression);
            }
            Expr::Assign(_) => guards::guard_assignment(self, expression),
            Expr::Closure(closure) => {
                self.scopes.enter();
                self.scopes.enter_function();
                for input in &closure.inputs {
                    self.scopes.bind(input);
                }
                self.visit_expr_mut(&mut closure.body);
                self.scopes.leave_function();
                self.scopes.leave();
            }
            Expr::Async(block) => {
                self.scopes.enter_function();
                self.visit_block_mut(&mut block.block);
                self.scopes.leave_function();
            }
            Expr::Call(call) => {
                self.visit_expr_mut(&mut call.func);
                for argument in &mut call.args {
                    self.visit_expr_mut(call::value(argument));
                }
                call::rewrite(expression, self.errors);
            }
            Expr::Macro(invocation) => {
                if let Some(formatted) = format::rewrite(self, &invocation.mac) {
                    *expression = formatted;
                }
            }
            expression => visit_mut::visit_expr_mut(self, expression),
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        self.scopes.enter();
        self.scopes.bind(&arm.pat);
        visit_mut::visit_arm_mut(self, arm);
        self.scopes.leave();
    }
}
