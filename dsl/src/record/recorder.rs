use super::{Operand, with};
use crate::component::ComponentDescriptor;
use crate::diagnostic::Diagnostic;
use crate::graph::{
    Component, Expression, Graph, If, Location, Merged, Program, Step, StepId, StepKind, Value,
    ValueId,
};
use crate::handle::Reference;
use crate::json::Json;
use crate::types::Type;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};

/// A pipeline while it is being recorded.
#[derive(Default)]
pub(crate) struct Recorder {
    number: u32,
    components: Vec<Component>,
    /// Index of each component by its key.
    known: HashMap<&'static str, u32>,
    values: Vec<Value>,
    /// The scope in which each value was made.
    scope_of: Vec<u32>,
    steps: Vec<Step>,
    /// Whether each scope is still open; the pipeline's own is the first.
    is_open: Vec<bool>,
    /// Open scopes, outermost first, with their steps.
    scopes: Vec<(u32, Vec<StepId>)>,
    diagnostics: Vec<Diagnostic>,
}

impl Recorder {
    pub(crate) fn new() -> Self {
        static RECORDINGS: AtomicU32 = AtomicU32::new(0);
        let mut recorder = Self {
            number: RECORDINGS.fetch_add(1, Ordering::Relaxed),
            ..Self::default()
        };
        recorder.open_scope();
        recorder
    }

    pub(crate) fn finish(mut self, at: &Location) -> (Graph, Vec<Diagnostic>) {
        let graph = Graph {
            name: String::new(),
            description: None,
            at: at.clone(),
            program: Program::default(),
            parameters: vec![],
            components: self.components,
            values: self.values,
            steps: self.steps,
            body: self
                .scopes
                .drain(..)
                .next()
                .map(|(_, steps)| steps)
                .unwrap_or_default(),
            outputs: vec![],
        };
        (graph, self.diagnostics)
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(crate) fn value(&mut self, expression: Expression, ty: Type, at: &Location) -> Reference {
        let id = ValueId(self.values.len() as u32);
        self.values.push(Value {
            expression,
            ty,
            at: at.clone(),
        });
        self.scope_of
            .push(self.scopes.last().map_or(0, |(scope, _)| *scope));
        self.reference(id)
    }

    pub(crate) fn reference(&self, id: ValueId) -> Reference {
        Reference {
            recording: self.number,
            id,
        }
    }

    /// The value of an operand that is used at a place; reports one that cannot be used there.
    pub(crate) fn operand(&mut self, operand: Operand, at: &Location) -> ValueId {
        match operand {
            Operand::Value(reference) => self.used(reference, at),
            Operand::Literal(json, ty) => self.value(Expression::Literal(json), ty, at).id,
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
    fn used_behind(&mut self, reference: Reference, blocks: &[u32], at: &Location) -> ValueId {
        let id = reference.id;
        if reference.recording != self.number {
            self.report(Diagnostic::error(at, "this value belongs to another pipeline").help(
                "a pipeline sees its own parameters and tasks only; pass the value as a parameter",
            ));
            return self
                .value(Expression::Literal(Json::null()), Type::Json, at)
                .id;
        }
        let scope = self.scope_of[id.0 as usize];
        if !self.is_open[scope as usize] && !blocks.contains(&scope) {
            let what = self.describe(id);
            self.report(
                Diagnostic::error(
                    at,
                    format!("{what} is used outside of the `if` that makes it"),
                )
                .help("make the `if` produce the value: `let x = if condition { a } else { b };`"),
            );
        }
        id
    }

    pub(crate) fn value_of(&self, id: ValueId) -> &Value {
        &self.values[id.0 as usize]
    }

    fn describe(&self, id: ValueId) -> String {
        match &self.value_of(id).expression {
            Expression::Output { task, output } => match &self.step(*task).kind {
                StepKind::Task(task) => {
                    let component = &self.components[task.component as usize].name;
                    format!("output `{output}` of `{component}`")
                }
                StepKind::If(_) => format!("output `{output}`"),
            },
            _ => "a value".into(),
        }
    }

    pub(crate) fn step(&self, id: StepId) -> &Step {
        &self.steps[id.0 as usize]
    }

    pub(crate) fn step_mut(&mut self, id: StepId) -> &mut Step {
        &mut self.steps[id.0 as usize]
    }

    pub(crate) fn push(&mut self, kind: StepKind, at: &Location) -> StepId {
        let id = StepId(self.steps.len() as u32);
        self.steps.push(Step {
            kind,
            after: vec![],
            at: at.clone(),
        });
        if let Some((_, steps)) = self.scopes.last_mut() {
            steps.push(id);
        }
        id
    }

    /// The index of a component; reports what is wrong with it the first time.
    pub(crate) fn component(&mut self, descriptor: &'static ComponentDescriptor) -> u32 {
        if let Some(&index) = self.known.get(descriptor.key) {
            return index;
        }
        let (component, problems) = descriptor.component();
        for problem in problems {
            self.report(Diagnostic::error(&component.at, problem));
        }
        let index = self.components.len() as u32;
        self.components.push(component);
        self.known.insert(descriptor.key, index);
        index
    }

    pub(crate) fn output_type(&self, component: u32, output: &str) -> Option<Type> {
        let output = self.components[component as usize].output(output)?;
        Some(output.ty.clone())
    }

    fn open_scope(&mut self) -> u32 {
        let scope = self.is_open.len() as u32;
        self.is_open.push(true);
        self.scopes.push((scope, vec![]));
        scope
    }

    fn close_scope(&mut self) -> Vec<StepId> {
        let (scope, steps) = self.scopes.pop().unwrap_or_default();
        self.is_open[scope as usize] = false;
        steps
    }
}

/// An `if` whose branches are being recorded.
pub(crate) struct OpenIf {
    step: StepId,
    /// The scope of its first branch.
    then: u32,
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
            then: recorder.open_scope(),
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
            recorder.open_scope();
        });
    }

    /// Ends the second branch.
    pub(crate) fn end(&self) -> Merge {
        with(&self.at, |recorder| {
            let otherwise = recorder.scopes.last().map_or(0, |(scope, _)| *scope);
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

/// Gives an `if` its values.
#[doc(hidden)]
pub struct Merge {
    step: StepId,
    /// The scopes of its branches.
    blocks: [u32; 2],
    at: Location,
}

impl Merge {
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
            let branch = self.step;
            recorder.value(Expression::Merged { branch, index }, ty, &self.at)
        })
    }
}
