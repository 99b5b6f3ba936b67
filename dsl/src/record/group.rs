use super::current::with;
use super::scope::{ScopeId, ScopeKind};
use crate::reference::Reference;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Exit, ExitValue, Expression, Group, Location, StepId, StepKind};
use pipewright_ir::options::Given;
use pipewright_ir::types::Type;

/// A group whose block is being recorded.
pub(crate) struct OpenGroup {
    step: StepId,
    scope: ScopeId,
    at: Location,
}

/// Starts a group and its block.
pub(crate) fn enter_group(
    retries: Option<u32>,
    display_name: Option<(Given<String>, Location)>,
    after: &[StepId],
    at: &Location,
) -> OpenGroup {
    with(at, |recorder| {
        let group = Group {
            body: vec![],
            values: vec![],
            retries,
            exit: None,
        };
        let step = recorder.push(StepKind::Group(group), at);
        recorder.step_mut(step).after = after.to_vec();
        if let Some((name, at)) = display_name {
            recorder.display(step, name, &at);
        }
        OpenGroup {
            step,
            scope: recorder.open_scope(ScopeKind::Group, at),
            at: at.clone(),
        }
    })
}

impl OpenGroup {
    /// Ends the block.
    pub(crate) fn end(&self) {
        with(&self.at, |recorder| {
            let steps = recorder.close_scope(self.scope);
            if let StepKind::Group(group) = &mut recorder.step_mut(self.step).kind {
                group.body = steps;
            }
        });
    }

    /// A value of the block behind it.
    pub(crate) fn value(&self, value: Reference) -> Reference {
        with(&self.at, |recorder| {
            let value = recorder.used_behind(value, &[self.scope], &self.at);
            let ty = recorder.value_of(value).ty.clone();
            let mut index = 0;
            if let StepKind::Group(group) = &mut recorder.step_mut(self.step).kind {
                index = group.values.len() as u32;
                group.values.push(value);
            }
            let step = self.step;
            recorder.value(Expression::Result { step, index }, ty, &self.at)
        })
    }

    /// A handle of the group itself.
    pub(crate) fn done(&self) -> Reference {
        with(&self.at, |recorder| {
            let (step, index) = (self.step, 0);
            recorder.value(Expression::Result { step, index }, Type::Null, &self.at)
        })
    }

    /// Gives the group its exit handler.
    pub(crate) fn exit(&self, body: Vec<StepId>) {
        with(&self.at, |recorder| {
            if let StepKind::Group(group) = &mut recorder.step_mut(self.step).kind {
                group.exit = Some(Exit { body });
            }
        });
    }
}

/// Starts the block of an exit handler.
pub(crate) fn enter_exit(at: &Location) -> ScopeId {
    with(at, |recorder| recorder.open_scope(ScopeKind::Exit, at))
}

/// The status or the failures, for the handler that is being recorded.
pub(crate) fn exit_value(value: ExitValue, at: &Location) -> Reference {
    with(at, |recorder| {
        recorder.value(Expression::Exit(value), value.ty(), at)
    })
}

/// Ends the block of an exit handler.
pub(crate) fn leave_exit(exit: ScopeId, at: &Location) -> Vec<StepId> {
    with(at, |recorder| {
        let steps = recorder.close_scope(exit);
        if steps.is_empty() {
            let message = "this exit handler runs nothing";
            let help = "call a component in it";
            recorder.report(Diagnostic::error(at, message).help(help));
        }
        steps
    })
}

/// Gives the pipeline that is being recorded an exit handler.
pub(crate) fn pipeline_exit(body: Vec<StepId>, at: &Location) {
    with(at, |recorder| {
        let Some(frame) = recorder.frame() else {
            return;
        };
        if frame.open.len() > 1 {
            let message = "`on_exit` stands in a block";
            let help = "it belongs to the whole pipeline: call it outside of blocks, or use `group().on_exit(..)` for a part";
            recorder.report(Diagnostic::error(at, message).help(help));
            return;
        }
        let exit = frame.exit.get_or_insert(Exit { body: vec![] });
        exit.body.extend(body);
    });
}
