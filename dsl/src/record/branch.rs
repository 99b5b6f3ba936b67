use super::current::with;
use super::operand::Operand;
use super::operators::{and, or};
use super::scope::{ScopeId, ScopeKind};
use crate::reference::Reference;
use pipewright_ir::expression::Operator;
use pipewright_ir::graph::{Expression, If, Location, Merged, StepId, StepKind};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

/// An `if` whose branches are being recorded.
pub(crate) struct OpenIf {
    step: StepId,
    /// The scope of its first branch.
    then: ScopeId,
    /// The scope of its second branch, once it has begun.
    otherwise: Option<ScopeId>,
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
            then: recorder.open_scope(ScopeKind::If, at),
            otherwise: None,
            at: at.clone(),
        }
    })
}

impl OpenIf {
    /// Ends the first branch and starts the second.
    pub(crate) fn otherwise(&mut self) {
        self.otherwise = with(&self.at, |recorder| {
            let steps = recorder.close_scope(self.then);
            if let StepKind::If(branch) = &mut recorder.step_mut(self.step).kind {
                branch.then = steps;
            }
            Some(recorder.open_scope(ScopeKind::If, &self.at))
        });
    }

    /// Ends the second branch.
    pub(crate) fn end(&self) -> Merge {
        with(&self.at, |recorder| {
            let otherwise = self.otherwise.unwrap_or(self.then);
            let steps = recorder.close_scope(otherwise);
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

/// The right side of `&&` or `||` that is being recorded. It becomes the block of an `if` only if it has steps.
pub(crate) struct OpenSide {
    left: Reference,
    /// The left side that needs no right one.
    decides: bool,
    scope: ScopeId,
    /// Number of values before it.
    values: usize,
    at: Location,
}

/// Starts the right side of `&&`, or of `||` if a left side that holds decides.
pub(crate) fn enter_side(left: Reference, decides: bool, at: &Location) -> OpenSide {
    with(at, |recorder| {
        // A left side that cannot be used here is told once, when both are joined.
        OpenSide {
            left,
            decides,
            values: recorder.values.len(),
            scope: recorder.open_scope(ScopeKind::If, at),
            at: at.clone(),
        }
    })
}

impl OpenSide {
    /// Ends the right side. Returns the value of both.
    pub(crate) fn join(self, right: Operand) -> Reference {
        let at = &self.at;
        let steps = with(at, |recorder| recorder.close_scope(self.scope));
        if steps.is_empty() {
            // Nothing runs in it: its values are those of the block around it.
            with(at, |recorder| {
                let newest = recorder.values.len() - self.values;
                recorder.merge_scope(self.scope, newest);
            });
            return match self.decides {
                true => or(Operand::Value(self.left), right, at),
                false => and(Operand::Value(self.left), right, at),
            };
        }
        with(at, |recorder| {
            let condition = match self.decides {
                true => {
                    let left = recorder.used(self.left, at);
                    let not = Expression::Operator(Operator::Not(left));
                    recorder.value(not, Type::Boolean, at).id
                }
                false => recorder.used(self.left, at),
            };
            let literal = Json::of(&self.decides).unwrap_or_else(|_| Json::null());
            let otherwise = recorder.value(Expression::Literal(literal), Type::Boolean, at);
            let right = match right {
                Operand::Value(right) => recorder.used_behind(right, &[self.scope], at),
                other => recorder.operand(other, at),
            };
            let otherwise = otherwise.id;
            let step = recorder.push(
                StepKind::If(If {
                    condition,
                    then: steps,
                    otherwise: vec![],
                    values: vec![Merged {
                        then: right,
                        otherwise,
                    }],
                }),
                at,
            );
            let result = Expression::Result { step, index: 0 };
            recorder.value(result, Type::Boolean, at)
        })
    }
}
