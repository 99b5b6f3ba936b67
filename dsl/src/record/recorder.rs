use super::scope::{Frame, OpenScope, Scope, ScopeId, ScopeKind, Source};
use crate::component::ComponentDescriptor;
use crate::pipeline::PipelineDescriptor;
use pipewright_ir::arena::{Arena, ArenaMap, Id};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{
    Component, Exit, Graph, Location, Pipeline, Program, Step, StepId, StepKind, Value, ValueId,
};
use pipewright_ir::types::Type;
use std::any::Any;
use std::collections::HashMap;

/// A pipeline while it is being recorded, with all that it calls.
#[derive(Default)]
pub(crate) struct Recorder {
    pub(super) components: Arena<Component>,
    /// Each component by its key.
    known: HashMap<String, Id<Component>>,
    pub(super) values: Arena<Value>,
    /// Origin of each value.
    pub(super) origins: ArenaMap<Value, Origin>,
    steps: Arena<Step>,
    /// All scopes that were ever open.
    pub(super) scopes: Arena<Scope>,
    /// The pipelines whose functions run, outermost first.
    pub(super) frames: Vec<Frame>,
    pub(super) pipelines: Arena<Pipeline>,
    /// Each called pipeline by its key.
    pub(super) known_pipelines: HashMap<&'static str, Id<Pipeline>>,
    /// The fields of values that are structs.
    pub(super) fields: HashMap<ValueId, &'static (dyn Any + Send + Sync)>,
    /// Values that the author drops on purpose.
    dropped: Vec<ValueId>,
    diagnostics: Vec<Diagnostic>,
}

/// Origin of a value.
pub(super) struct Origin {
    /// The scope in which it was made.
    pub(super) scope: ScopeId,
    /// Presence of the value before any task has run. Kept, since a value may be made of others in many ways.
    pub(super) is_early: bool,
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
            dropped: self.dropped,
            exit: None,
            pipelines: self.pipelines,
        };
        (graph, self.diagnostics)
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Notes values that the author drops on purpose.
    pub(super) fn drop_values(&mut self, values: impl IntoIterator<Item = ValueId>) {
        self.dropped.extend(values);
    }

    pub(crate) fn step(&self, id: StepId) -> &Step {
        &self.steps[id]
    }

    pub(crate) fn step_mut(&mut self, id: StepId) -> &mut Step {
        &mut self.steps[id]
    }

    pub(crate) fn push(&mut self, kind: StepKind, at: &Location) -> StepId {
        let frame = self.frames.last();
        let name = frame.and_then(|frame| frame.step_name(&kind, at));
        let id = self.steps.alloc(Step {
            kind,
            after: vec![],
            may_fail: false,
            name,
            display_name: None,
            at: at.clone(),
        });
        let open = self
            .frames
            .last_mut()
            .and_then(|frame| frame.open.last_mut());
        if let Some(open) = open {
            open.steps.push(id);
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

    /// The location of a call. A function that is given to another one, as in `list.map(train)`, is called from Rust's own
    /// library: then it is that of the step that was recorded last.
    pub(super) fn call_site(&self, at: Location) -> Location {
        let is_library = at.file.ends_with("core/src/ops/function.rs");
        match self.steps.values().next_back().filter(|_| is_library) {
            Some(step) => step.at.clone(),
            None => at,
        }
    }

    /// Starts to record another pipeline.
    pub(super) fn enter(&mut self, pipeline: &PipelineDescriptor) {
        let source = Source {
            file: pipeline.at.file.clone(),
            step_names: pipeline.step_names,
        };
        self.frames.push(Frame::new(source));
        self.open_scope(ScopeKind::Pipeline, &pipeline.at);
    }

    /// Ends the pipeline that is being recorded, whose function has come to its end. Returns its exit handler and steps.
    pub(super) fn end(&mut self) -> (Option<Exit>, Vec<StepId>) {
        let open = self.frames.last().map_or(0, |frame| frame.open.len());
        for scope in (1..open).rev() {
            self.leave_early(scope + 1 == open);
        }
        let mut frame = self.leave();
        let body = frame.open.drain(..).next();
        let steps = body.map(|open| open.steps).unwrap_or_default();
        (frame.exit.take(), steps)
    }

    /// Leaves the pipeline that is being recorded.
    pub(super) fn leave(&mut self) -> Frame {
        let frame = self.frames.pop();
        let frame = frame.unwrap_or_else(|| Frame::new(Source::default()));
        for open in &frame.open {
            self.scopes[open.scope].is_open = false;
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
        open.expect("a pipeline that is recorded has an open scope")
            .scope
    }

    pub(super) fn open_scope(&mut self, kind: ScopeKind, at: &Location) -> ScopeId {
        let scope = self.scopes.alloc(Scope {
            kind,
            is_open: true,
        });
        if let Some(frame) = self.frames.last_mut() {
            frame.open.push(OpenScope {
                scope,
                steps: vec![],
                at: at.clone(),
            });
        }
        scope
    }

    /// Closes a scope, and those within it that were left early. Returns its steps.
    pub(super) fn close_scope(&mut self, scope: ScopeId) -> Vec<StepId> {
        // A pipeline whose function panics may have left it already.
        if !self.scopes[scope].is_open {
            return vec![];
        }
        let mut is_innermost = true;
        while self
            .frames
            .last()
            .is_some_and(|frame| !frame.open.is_empty())
        {
            if self.scope() == scope {
                return self.close_last().map(|last| last.steps).unwrap_or_default();
            }
            self.leave_early(is_innermost);
            is_innermost = false;
        }
        vec![]
    }

    /// Closes the innermost scope.
    fn close_last(&mut self) -> Option<OpenScope> {
        let last = self.frames.last_mut()?.open.pop()?;
        self.scopes[last.scope].is_open = false;
        Some(last)
    }

    /// Closes the innermost scope, which was not closed by its own end. What left it is reported once, for the first of
    /// the scopes that it left.
    fn leave_early(&mut self, is_first: bool) {
        let Some(last) = self.close_last().filter(|_| is_first) else {
            return;
        };
        let kind = self.scopes[last.scope].kind.name();
        self.report_left(kind, &last.at);
    }

    /// Reports a block that was left early, where the macro could not see it.
    pub(super) fn report_left(&mut self, kind: &str, at: &Location) {
        let message = format!("the block of this {kind} is left early");
        let help = "`return`, `break`, `continue` and `?` cannot leave a block of the graph, in a macro neither";
        self.report(Diagnostic::error(at, message).help(help));
    }

    /// Makes the values of a scope that has ended, all of them among the newest ones, those of the scope around it.
    pub(super) fn merge_scope(&mut self, scope: ScopeId, newest: usize) {
        let around = self.scope();
        let newest = self.origins.iter().rev().take(newest);
        let inside = newest.filter(|(_, origin)| origin.scope == scope);
        for id in inside.map(|(id, _)| id).collect::<Vec<_>>() {
            self.origins[id].scope = around;
        }
    }
}
