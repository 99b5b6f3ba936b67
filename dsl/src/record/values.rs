//! Values of the pipeline that is being recorded, and where each can be used.

use super::operand::Operand;
use super::recorder::{Origin, Recorder};
use super::scope::{Scope, ScopeId, ScopeKind};
use crate::reference::Reference;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::Function;
use pipewright_ir::graph::{Expression, Location, StepId, StepKind, Value, ValueId};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;

impl Recorder {
    /// Records a value. Returns its handle.
    pub(crate) fn value(&mut self, expression: Expression, ty: Type, at: &Location) -> Reference {
        let mut operands = expression.operands().into_iter();
        self.origins.push(Origin {
            scope: self.scope(),
            is_early: expression.step().is_none()
                && operands.all(|operand| self.origins[operand].is_early),
        });
        let id = self.values.alloc(Value {
            expression,
            ty,
            at: at.clone(),
        });
        self.reference(id)
    }

    /// A value that is made of another one, in the scope of that one.
    pub(crate) fn value_beside(
        &mut self,
        other: Reference,
        expression: Expression,
        ty: Type,
        at: &Location,
    ) -> Reference {
        let id = self.value(expression, ty, at).id;
        self.origins[id].scope = self.origins[other.id].scope;
        Reference { id, ..other }
    }

    /// The value of a handle, whatever block it belongs to; reports one of another pipeline.
    pub(crate) fn known(&mut self, reference: Reference, at: &Location) -> ValueId {
        match self.frames.last() {
            Some(frame) if frame.number == reference.recording => reference.id,
            _ => self.used(reference, at),
        }
    }

    pub(crate) fn reference(&self, id: ValueId) -> Reference {
        let frame = self.frames.last().expect("a pipeline is being recorded");
        let recording = frame.number;
        Reference { recording, id }
    }

    /// The value of an operand that is used at a location; reports one that cannot be used there.
    pub(crate) fn operand(&mut self, operand: Operand, at: &Location) -> ValueId {
        match operand {
            Operand::Value(reference) => self.used(reference, at),
            Operand::Literal(json, ty) => {
                self.check_printed(json.as_str(), at);
                self.value(Expression::Literal(json), ty, at).id
            }
            Operand::List(elements, ty) => {
                let elements = elements.into_iter();
                let expression = Expression::Operator(Operator::Apply {
                    function: Function::List,
                    arguments: elements.map(|element| self.used(element, at)).collect(),
                });
                self.value(expression, ty, at).id
            }
            // The mistake is told; what follows is recorded as if there were a value, for the mistakes in it.
            Operand::Unwritable(reason, ty) => {
                let message = format!("this value cannot be passed to a task: {reason}");
                self.report(Diagnostic::error(at, message));
                self.value(Expression::Literal(Json::null()), ty, at).id
            }
        }
    }

    /// The value of a handle that is used at a location.
    pub(crate) fn used(&mut self, reference: Reference, at: &Location) -> ValueId {
        self.used_behind(reference, &[], at)
    }

    /// The value of a handle that is used right behind the scopes of blocks.
    pub(super) fn used_behind(
        &mut self,
        reference: Reference,
        blocks: &[ScopeId],
        at: &Location,
    ) -> ValueId {
        let id = reference.id;
        let number = self.frames.last().map(|frame| frame.number);
        if number != Some(reference.recording) {
            self.report(Diagnostic::error(at, "this value belongs to another pipeline").help(
                "a pipeline sees its own parameters and tasks only; pass the value as a parameter",
            ));
            return self
                .value(Expression::Literal(Json::null()), Type::Json, at)
                .id;
        }
        let Origin {
            scope: made_in,
            is_early,
        } = self.origins[id];
        // A block that has ended may not have run, or has run many times: nobody knows which value is meant.
        let Scope { kind, is_open } = self.scopes[made_in];
        if !is_open && !blocks.contains(&made_in) {
            let what = self.describe(id);
            let message = format!(
                "{what} is used outside of the {} that makes it",
                kind.name()
            );
            self.report(Diagnostic::error(at, message).help(kind.way_out()));
        } else if is_open && self.is_out_of_exit(made_in) && !is_early {
            let what = self.describe(id);
            let message = format!("{what} is used in an exit handler");
            let help = "a handler runs even if the task has not: it sees the pipeline's parameters, and what it is told";
            self.report(Diagnostic::error(at, message).help(help));
        }
        id
    }

    /// Test for a scope around an exit handler that is being recorded.
    fn is_out_of_exit(&self, scope: ScopeId) -> bool {
        let open = self.frames.last().map_or(&[][..], |frame| &frame.open);
        let exit = open
            .iter()
            .rposition(|open| self.scopes[open.scope].kind == ScopeKind::Exit);
        let made = open.iter().position(|open| open.scope == scope);
        matches!((exit, made), (Some(exit), Some(made)) if made < exit)
    }

    pub(crate) fn value_of(&self, id: ValueId) -> &Value {
        &self.values[id]
    }

    fn describe(&self, id: ValueId) -> String {
        let Expression::Output { step, output } = &self.value_of(id).expression else {
            return "a value".into();
        };
        let name = match &self.step(*step).kind {
            StepKind::Task(task) => &self.components[task.component].name,
            StepKind::Call(call) => &self.pipelines[call.pipeline].name,
            _ => return format!("output `{output}`"),
        };
        format!("output `{output}` of `{name}`")
    }

    /// The step that gives the value of a handle.
    pub(super) fn step_of(&mut self, handle: Option<Reference>, at: &Location) -> Option<StepId> {
        let id = self.used(handle?, at);
        self.value_of(id).expression.step()
    }
}
