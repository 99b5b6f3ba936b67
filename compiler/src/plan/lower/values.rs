//! `if`s that run nothing: their blocks hold values only, so that they are values themselves.

use super::{Expression, Lowering};
use pipewright_dsl::graph::{self, If, StepId, StepKind, ValueId};

impl<'g> Lowering<'g> {
    /// The steps of a block that run something.
    pub(super) fn running(&self, steps: &[StepId]) -> Vec<StepId> {
        let steps = steps.iter().copied();
        steps
            .filter(|step| self.only_values(*step).is_none())
            .collect()
    }

    /// The `if` that a step is, if it runs nothing.
    pub(super) fn only_values(&self, step: StepId) -> Option<&'g If> {
        let StepKind::If(branch) = &self.graph.step(step).kind else {
            return None;
        };
        let mut steps = branch.then.iter().chain(&branch.otherwise);
        steps
            .all(|step| self.only_values(*step).is_some())
            .then_some(branch)
    }

    /// A value of an `if` that runs nothing.
    pub(super) fn choose(&mut self, branch: &If, index: u32) -> Expression {
        let value = &branch.values[index as usize];
        Expression::Choose {
            condition: Box::new(self.expression(branch.condition)),
            then: Box::new(self.expression(value.then)),
            otherwise: Box::new(self.expression(value.otherwise)),
        }
    }

    /// The steps that have ended when a step has: itself, or those whose values it chooses from.
    pub(super) fn ending(&self, step: StepId) -> Vec<StepId> {
        let mut seen = vec![step];
        let mut ending = vec![];
        let mut next = 0;
        while let Some(step) = seen.get(next).copied() {
            next += 1;
            let Some(branch) = self.only_values(step) else {
                ending.push(step);
                continue;
            };
            let values = branch
                .values
                .iter()
                .flat_map(|value| [value.then, value.otherwise]);
            let mut found = self.graph.step(step).after.clone();
            for value in values.chain([branch.condition]) {
                self.sources(value, &mut found);
            }
            found.retain(|step| !seen.contains(step));
            seen.extend(found);
        }
        ending
    }

    /// The steps that give what a value is made of.
    fn sources(&self, value: ValueId, steps: &mut Vec<StepId>) {
        let expression = &self.graph.value(value).expression;
        if let graph::Expression::Output { task: step, .. }
        | graph::Expression::Merged { branch: step, .. } = expression
        {
            steps.push(*step);
        }
        for operand in expression.operands() {
            self.sources(operand, steps);
        }
    }
}
