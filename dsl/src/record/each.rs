use super::current::{is_recording, with};
use super::scope::{ScopeId, ScopeKind};
use crate::reference::Reference;
use pipewright_ir::graph::{Each, Expression, Items, Location, Parallelism, StepId, StepKind};
use pipewright_ir::types::Type;

/// A loop whose block is being recorded.
pub(crate) struct OpenEach {
    step: StepId,
    scope: ScopeId,
    at: Location,
}

/// A list that a loop goes through, or the numbers of its items.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Source {
    List(Reference),
    Index,
}

/// Starts a loop and its block.
pub(crate) fn enter_each(
    sources: &[Source],
    parallelism: Parallelism,
    after: &[StepId],
    at: &Location,
) -> OpenEach {
    with(at, |recorder| {
        let items = sources.iter().map(|source| match source {
            Source::List(list) => Items::List(recorder.used(*list, at)),
            Source::Index => Items::Index,
        });
        let items = items.collect();
        let step = recorder.push(
            StepKind::Each(Each {
                items,
                body: vec![],
                values: vec![],
                parallelism,
            }),
            at,
        );
        recorder.step_mut(step).after = after.to_vec();
        OpenEach {
            step,
            scope: recorder.open_scope(ScopeKind::Each, at),
            at: at.clone(),
        }
    })
}

impl OpenEach {
    /// The item of one of the sources.
    pub(crate) fn item(&self, index: u32) -> Reference {
        with(&self.at, |recorder| {
            let StepKind::Each(each) = &recorder.step(self.step).kind else {
                unreachable!("a loop stays one")
            };
            let ty = match each.items[index as usize] {
                Items::Index => Type::Integer,
                Items::List(list) => match &recorder.value_of(list).ty {
                    Type::List(item) => (**item).clone(),
                    _ => Type::Json,
                },
            };
            let each = self.step;
            recorder.value(Expression::Item { each, index }, ty, &self.at)
        })
    }

    /// Ends the block. Nothing happens when nothing is recorded any more.
    pub(crate) fn end(&self) {
        if !is_recording() {
            return;
        }
        with(&self.at, |recorder| {
            let steps = recorder.close_scope(self.scope);
            if let StepKind::Each(each) = &mut recorder.step_mut(self.step).kind {
                each.body = steps;
            }
        });
    }

    /// Reports that the block was left before its end.
    pub(crate) fn left_early(&self) {
        if is_recording() {
            with(&self.at, |recorder| {
                recorder.report_left(ScopeKind::Each.name(), &self.at);
            });
        }
    }

    /// The list of a value of the block, one for each item.
    pub(crate) fn collect(&self, value: Reference) -> Reference {
        with(&self.at, |recorder| {
            let value = recorder.used_behind(value, &[self.scope], &self.at);
            let ty = recorder.value_of(value).ty.clone();
            let mut index = 0;
            if let StepKind::Each(each) = &mut recorder.step_mut(self.step).kind {
                index = each.values.len() as u32;
                each.values.push(value);
            }
            let step = self.step;
            let list = Type::List(Box::new(ty));
            recorder.value(Expression::Result { step, index }, list, &self.at)
        })
    }

    /// A handle of the loop itself.
    pub(crate) fn done(&self) -> Reference {
        with(&self.at, |recorder| {
            let (step, index) = (self.step, 0);
            recorder.value(Expression::Result { step, index }, Type::Null, &self.at)
        })
    }
}
