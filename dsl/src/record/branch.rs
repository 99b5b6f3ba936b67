use super::current::with;
use super::scope::{ScopeId, ScopeKind};
use crate::reference::Reference;
use pipewright_ir::graph::{Expression, If, Location, Merged, StepId, StepKind};
use pipewright_ir::types::Type;

/// An `if` whose branches are being recorded.
pub(crate) struct OpenIf {
    step: StepId,
    /// The scope of its first branch.
    then: ScopeId,
    at: Location,
}

/// Starts an `if` and its first branch.
pub(crate) fn enter_if(condition: Reference, at: &Location) -> OpenIf {
    with(at, |recorder| {
        let condition = recorder.used(condition, at);
        let step = recorder.push(
            StepKind::If(If {
                condition,
                then: vec![],
                otherwise: vec![],
                values: vec![],
            }),
            at,
        );
        OpenIf {
            step,
            then: recorder.open_scope(ScopeKind::If),
            at: at.clone(),
        }
    })
}

impl OpenIf {
    /// Ends the first branch and starts the second.
    pub(crate) fn otherwise(&self) {
        with(&self.at, |recorder| {
            let steps = recorder.close_scope();
            if let StepKind::If(branch) = &mut recorder.step_mut(self.step).kind {
                branch.then = steps;
            }
            recorder.open_scope(ScopeKind::If);
        });
    }

    /// Ends the second branch.
    pub(crate) fn end(&self) -> Merge {
        with(&self.at, |recorder| {
            let otherwise = recorder.scope();
            let steps = recorder.close_scope();
            if let StepKind::If(branch) = &mut recorder.step_mut(self.step).kind {
                branch.otherwise = steps;
            }
            Merge {
                step: self.step,
                blocks: [self.then, otherwise],
                at: self.at.clone(),
            }
        })
    }
}

/// Gives an `if` its values, once both blocks have ended.
pub(crate) struct Merge {
    step: StepId,
    /// The scopes of its branches.
    blocks: [ScopeId; 2],
    at: Location,
}

impl Merge {
    /// A handle of the `if` itself.
    pub(crate) fn done(&self) -> Reference {
        with(&self.at, |recorder| {
            let (step, index) = (self.step, 0);
            recorder.value(Expression::Result { step, index }, Type::Null, &self.at)
        })
    }

    /// The value that is `then` or `otherwise`, depending on the branch that runs.
    pub(crate) fn value(&mut self, then: Reference, otherwise: Reference) -> Reference {
        with(&self.at, |recorder| {
            let [inside, beside] = self.blocks;
            let then = recorder.used_behind(then, &[inside], &self.at);
            let otherwise = recorder.used_behind(otherwise, &[beside], &self.at);
            let ty = recorder.value_of(then).ty.clone();
            let merged = Merged { then, otherwise };
            let mut index = 0;
            if let StepKind::If(branch) = &mut recorder.step_mut(self.step).kind {
                index = branch.values.len() as u32;
                branch.values.push(merged);
            }
            let step = self.step;
            recorder.value(Expression::Result { step, index }, ty, &self.at)
        })
    }
}
