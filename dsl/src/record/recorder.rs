use super::Operand;
use super::scope::{Frame, Scope, ScopeId, ScopeKind};
use crate::component::ComponentDescriptor;
use crate::handle::Reference;
use pipewright_ir::arena::{Arena, ArenaMap, Id};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::expression::Operator;
use pipewright_ir::function::Function;
use pipewright_ir::graph::{
    Component, Expression, Graph, Location, Pipeline, Program, Step, StepId, StepKind, Value,
    ValueId,
};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use std::any::Any;
use std::collections::HashMap;

/// A pipeline while it is being recorded, with all that it calls.
#[derive(Default)]
pub(crate) struct Recorder {
    components: Arena<Component>,
    /// Each component by its key.
    known: HashMap<String, Id<Component>>,
    values: Arena<Value>,
    /// Origin of each value.
    origins: ArenaMap<Value, Origin>,
    steps: Arena<Step>,
    /// All scopes that were ever open.
    scopes: Arena<Scope>,
    /// The pipelines whose functions run, outermost first.
    frames: Vec<Frame>,
    pub(super) pipelines: Arena<Pipeline>,
    /// Each called pipeline by its key.
    pub(super) known_pipelines: HashMap<&'static str, Id<Pipeline>>,
    /// The fields of values that are structs.
    pub(super) fields: HashMap<ValueId, &'static (dyn Any + Send + Sync)>,
    diagnostics: Vec<Diagnostic>,
}

/// Origin of a value.
struct Origin {
    /// The scope in which it was made.
    scope: ScopeId,
    /// Presence of the value before any task has run. Kept, since a value may be made of others in many ways.
    is_early: bool,
}

impl Recorder {
    /// A graph of all that was recorded, without what the pipeline's signature says.
    pub(crate) fn finish(self, at: &Location) -> (Graph, Vec<Diagnostic>) {
        let graph = Graph {
            name: String::new(),
            description: None,
            at: at.clone(),
            program: Program::default(),
            parameters: vec![],
            components: self.components,
            values: self.values,
            steps: self.steps,
            body: vec![],
            outputs: vec![],
            exit: None,
            pipelines: self.pipelines,
        };
        (graph, self.diagnostics)
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

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
        Reference {
            recording: self.frames.last().map_or(0, |frame| frame.number),
            id,
        }
    }

    /// The value of an operand that is used at a place; reports one that cannot be used there.
    pub(crate) fn operand(&mut self, operand: Operand, at: &Location) -> ValueId {
        match operand {
            Operand::Value(reference) => self.used(reference, at),
            Operand::Literal(json, ty) => self.value(Expression::Literal(json), ty, at).id,
            Operand::List(elements, ty) => {
                let elements = elements.into_iter();
                let expression = Expression::Operator(Operator::Apply {
                    function: Function::List,
                    arguments: elements.map(|element| self.used(element, at)).collect(),
                });
                self.value(expression, ty, at).id
            }
            Operand::Unwritable(reason, ty) => {
                let message = format!("this value cannot be passed to a task: {reason}");
                self.report(Diagnostic::error(at, message));
                self.value(Expression::Literal(Json::null()), ty, at).id
            }
        }
    }

    /// The value of a handle that is used at a place.
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

    /// Whether a scope lies around an exit handler that is being recorded.
    fn is_out_of_exit(&self, scope: ScopeId) -> bool {
        let open = self.frames.last().map_or(&[][..], |frame| &frame.open);
        let exit = open
            .iter()
            .rposition(|(open, _)| self.scopes[*open].kind == ScopeKind::Exit);
        let made = open.iter().position(|(open, _)| *open == scope);
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

    pub(crate) fn step(&self, id: StepId) -> &Step {
        &self.steps[id]
    }

    pub(crate) fn step_mut(&mut self, id: StepId) -> &mut Step {
        &mut self.steps[id]
    }

    pub(crate) fn push(&mut self, kind: StepKind, at: &Location) -> StepId {
        let id = self.steps.alloc(Step {
            kind,
            after: vec![],
            may_fail: false,
            display_name: None,
            at: at.clone(),
        });
        let open = self
            .frames
            .last_mut()
            .and_then(|frame| frame.open.last_mut());
        if let Some((_, steps)) = open {
            steps.push(id);
        }
        id
    }

    /// The id of a component; reports what is wrong with it the first time.
    pub(crate) fn component(&mut self, descriptor: &'static ComponentDescriptor) -> Id<Component> {
        if let Some(&known) = self.known.get(descriptor.key) {
            return known;
        }
        let (component, problems) = descriptor.component();
        for problem in problems {
            self.report(Diagnostic::error(&component.at, problem));
        }
        self.add_component(component)
    }

    /// The id of a component that was made here.
    pub(super) fn add_component(&mut self, component: Component) -> Id<Component> {
        if let Some(&known) = self.known.get(&component.key) {
            return known;
        }
        let key = component.key.clone();
        let id = self.components.alloc(component);
        self.known.insert(key, id);
        id
    }

    /// The outputs of a component with their types.
    pub(super) fn output_types(&self, component: Id<Component>) -> Vec<(String, Type)> {
        let outputs = &self.components[component].outputs;
        let typed = outputs.iter();
        typed
            .map(|output| (output.name.clone(), output.ty.clone()))
            .collect()
    }

    /// The place of a call. A function that is given to another one, as in `list.map(train)`, is called from Rust's own
    /// library: then it is the place of what was recorded last.
    pub(super) fn place(&self, at: Location) -> Location {
        let is_library = at.file.ends_with("core/src/ops/function.rs");
        match self.steps.values().next_back().filter(|_| is_library) {
            Some(step) => step.at.clone(),
            None => at,
        }
    }

    /// Starts to record another pipeline.
    pub(super) fn enter(&mut self) {
        self.frames.push(Frame::new());
        self.open_scope(ScopeKind::Pipeline);
    }

    /// Ends the pipeline that is being recorded.
    pub(super) fn leave(&mut self) -> Frame {
        let frame = self.frames.pop().unwrap_or_else(Frame::new);
        for (scope, _) in &frame.open {
            self.scopes[*scope].is_open = false;
        }
        frame
    }

    /// The pipeline that is being recorded.
    pub(super) fn frame(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    /// The scope that is being recorded.
    pub(super) fn scope(&self) -> ScopeId {
        let open = self.frames.last().and_then(|frame| frame.open.last());
        let (scope, _) = open.expect("a pipeline that is recorded has an open scope");
        *scope
    }

    pub(super) fn open_scope(&mut self, kind: ScopeKind) -> ScopeId {
        let scope = self.scopes.alloc(Scope {
            kind,
            is_open: true,
        });
        if let Some(frame) = self.frames.last_mut() {
            frame.open.push((scope, vec![]));
        }
        scope
    }

    pub(super) fn close_scope(&mut self) -> Vec<StepId> {
        let closed = self.frames.last_mut().and_then(|frame| frame.open.pop());
        // A pipeline whose function panics may have left it already.
        let Some((scope, steps)) = closed else {
            return vec![];
        };
        self.scopes[scope].is_open = false;
        steps
    }
}
