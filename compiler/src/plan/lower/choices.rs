//! `if`s that run nothing: their blocks hold values only, so that they are values themselves.

use super::lowering::Lowering;
use crate::plan::Expression;
use crate::uses;
use pipewright_ir::expression::Operator;
use pipewright_ir::graph::{If, StepId, StepKind, ValueId};

impl<'g> Lowering<'g> {
    /// The steps of a block that run something, or give something in a way that only a task can.
    pub(super) fn running(&self, steps: &[StepId]) -> Vec<StepId> {
        let steps = steps.iter().copied();
        steps.filter(|step| self.runs(*step)).collect()
    }

    fn runs(&self, step: StepId) -> bool {
        match &self.graph.steps[step].kind {
            StepKind::Task(_) | StepKind::Call(_) => true,
            StepKind::If(_) => self.only_values(step).is_none(),
            StepKind::Each(_) | StepKind::Group(_) => {
                !self.needed.results[step].is_empty()
                    || self.graph.steps[step]
                        .kind
                        .blocks()
                        .iter()
                        .any(|block| block.iter().any(|inner| self.runs(*inner)))
            }
        }
    }

    /// The `if` that a step is, if it runs nothing.
    pub(super) fn only_values(&self, step: StepId) -> Option<&'g If> {
        let StepKind::If(branch) = &self.graph.steps[step].kind else {
            return None;
        };
        let mut steps = branch.then.iter().chain(&branch.otherwise);
        steps.all(|step| !self.runs(*step)).then_some(branch)
    }

    /// A value of an `if` that runs nothing.
    pub(super) fn choose(&mut self, branch: &If, index: u32) -> Expression {
        let value = &branch.values[index as usize];
        let operator = Operator::Choose {
            condition: self.expression(branch.condition),
            then: self.expression(value.then),
            otherwise: self.expression(value.otherwise),
        };
        let ty = self.graph.values[value.otherwise].ty.clone();
        Expression::operator(operator, ty)
    }

    /// The steps that have ended when a step has: itself, or those whose values it chooses from.
    pub(super) fn ending(&self, step: StepId) -> Vec<StepId> {
        let mut seen = vec![step];
        let mut ending = vec![];
        let mut next = 0;
        while let Some(step) = seen.get(next).copied() {
            next += 1;
            if self.runs(step) {
                ending.push(step);
                continue;
            }
            let kind = &self.graph.steps[step].kind;
            let values = uses::all_behind(self.graph, step);
            let mut found = self.graph.steps[step].after.clone();
            for value in values.into_iter().chain(kind.operands()) {
                self.sources(value, &mut found);
            }
            found.retain(|step| !seen.contains(step));
            seen.extend(found);
        }
        ending
    }

    /// The steps that give what a value is made of.
    fn sources(&self, value: ValueId, steps: &mut Vec<StepId>) {
        let expression = &self.graph.values[value].expression;
        steps.extend(expression.step());
        for operand in expression.operands() {
            self.sources(operand, steps);
        }
    }
}
