//! State of a plan that is being made.

use super::component_names::component_names;
use crate::plan::{Dag, DagId, Exit, Names, Plan, Run, Task, TaskId, Template, TemplateId};
use crate::uses;
use pipewright_ir::arena::{Arena, ArenaMap, Id};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{
    self, Component, ExitValue, Graph, Options, Parameter, Pipeline, RuntimeOption, Step, StepId,
};
use pipewright_ir::kube;
use pipewright_ir::types::Type;
use std::collections::HashMap;

/// A graph on its way into a plan.
pub(super) struct Lowering<'g> {
    pub(super) graph: &'g Graph,
    /// Name of the pipeline in kebab case.
    pub(super) name: String,
    pub(super) templates: Arena<Template>,
    /// The templates of components and options that calls have asked for.
    /// Names of the components, each of which is there once.
    pub(super) component_names: ArenaMap<Component, String>,
    pub(super) known_templates: HashMap<TemplateKey, TemplateId>,
    pub(super) template_names: Names,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) task_names: Names,
    pub(super) step_names: ArenaMap<Step, Option<String>>,
    pub(super) needed: Needed<'g>,
    pub(super) dags: Arena<Dag>,
    /// The DAGs of the pipelines that are called.
    pub(super) called: HashMap<Id<Pipeline>, DagId>,
    /// The parameters of the pipeline whose steps are being lowered.
    pub(super) parameters: &'g [Parameter],
    /// The DAGs that are being made for it, outermost first.
    pub(super) open: Vec<OpenDag>,
    /// How many blocks of each kind were met.
    pub(super) blocks: HashMap<&'static str, u32>,
}

/// Values of steps that somebody uses, without those that hold nothing.
pub(super) struct Needed<'g> {
    /// The values of blocks, by index.
    pub(super) results: ArenaMap<Step, Vec<u32>>,
    /// The outputs of tasks and calls, by name.
    pub(super) outputs: ArenaMap<Step, Vec<&'g str>>,
}

/// A DAG that is being made.
pub(super) struct OpenDag {
    pub(super) dag: DagId,
    /// The tasks of its steps.
    pub(super) tasks: HashMap<StepId, TaskId>,
    /// The inputs by which variables of outer blocks come in.
    pub(super) captures: HashMap<Variable, String>,
    /// The same in the order of the inputs.
    pub(super) order: Vec<Variable>,
    /// The names of its inputs.
    pub(super) names: Names,
    /// Steps outside that its steps start after.
    pub(super) after: Vec<StepId>,
}

/// What tasks that share a template have in common: a component, its options, those that are known only when the pipeline
/// runs, and whether the name for people is.
pub(super) type TemplateKey = (Id<Component>, Options, Vec<RuntimeOption>, bool);

/// A value that all others are made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Variable {
    /// A parameter of the pipeline, by its index.
    Parameter(u32),
    /// An output of a task or called pipeline.
    Output(StepId, String),
    /// A value of a block.
    Result(StepId, u32),
    /// A part of the item of a loop.
    Item(StepId, u32),
    /// The end of what an exit handler belongs to.
    Exit(ExitValue),
}

/// Characters of a pipeline's name: Kubernetes names each run of it with six more.
const NAME_MAX: usize = kube::DNS_LABEL_MAX - 6;

impl<'g> Lowering<'g> {
    pub(super) fn new(graph: &'g Graph) -> Self {
        Self {
            graph,
            name: kube::to_dns_label_within(&graph.name, NAME_MAX),
            templates: Arena::new(),
            component_names: component_names(graph),
            known_templates: HashMap::new(),
            template_names: Names::default(),
            diagnostics: vec![],
            task_names: Names::default(),
            step_names: graph.steps.map(None),
            needed: needed(graph),
            dags: Arena::new(),
            called: HashMap::new(),
            parameters: &graph.parameters,
            open: vec![],
            blocks: HashMap::new(),
        }
    }

    pub(super) fn finish(self, root: DagId, exit: Option<Exit>) -> (Plan, Vec<Diagnostic>) {
        let plan = Plan {
            name: self.name,
            function: self.graph.name.clone(),
            description: self.graph.description.clone(),
            program: self.graph.program.clone(),
            parameters: self.graph.parameters.clone(),
            templates: self.templates,
            dags: self.dags,
            root,
            exit,
            at: self.graph.at.clone(),
        };
        (plan, self.diagnostics)
    }

    /// Starts a DAG.
    pub(super) fn open(&mut self, name: &str, at: &graph::Location) -> DagId {
        let name = self.template_names.unique(name);
        let dag = self.dags.alloc(Dag::new(name, at));
        self.open.push(OpenDag {
            dag,
            tasks: HashMap::new(),
            captures: HashMap::new(),
            order: vec![],
            names: Names::default(),
            after: vec![],
        });
        dag
    }

    /// The DAG that is being made: which of the open ones.
    pub(super) fn depth(&self) -> usize {
        self.open.len() - 1
    }

    pub(super) fn opened(&mut self) -> &mut OpenDag {
        self.open.last_mut().expect("a DAG is being made")
    }

    /// The DAG that is being made.
    pub(super) fn dag(&mut self) -> &mut Dag {
        let dag = self.opened().dag;
        &mut self.dags[dag]
    }

    pub(super) fn close(&mut self) -> OpenDag {
        self.open.pop().expect("a DAG that is closed was opened")
    }

    /// Adds the task of a step to the DAG that is being made.
    pub(super) fn add(&mut self, id: StepId, task: Task) -> TaskId {
        let task = self.dag().tasks.alloc(task);
        self.opened().tasks.insert(id, task);
        task
    }

    /// A task of a step that is given nothing.
    pub(super) fn new_task(&self, id: StepId, name: String, run: Run) -> Task {
        let step = &self.graph.steps[id];
        Task {
            display_name: step.display_name.clone(),
            ..Task::new(name, run, &step.at)
        }
    }

    /// The name of the task of a step: what people call it, or a name of its own.
    pub(super) fn name_step(&mut self, id: StepId, name: &str) -> String {
        let display_name = self.graph.steps[id].display_name.as_deref();
        let label = display_name.map(kube::to_dns_label).unwrap_or_default();
        let name = if kube::is_dns_label(&label) {
            self.task_names.unique(&label)
        } else {
            self.task_names.unique(name)
        };
        self.step_names[id] = Some(name.clone());
        name
    }

    /// The name of the task of a block: by the author's names, or by its kind and number.
    pub(super) fn name_block(&mut self, id: StepId, kind: &'static str) -> String {
        let name = match &self.graph.steps[id].name {
            Some(name) => name.clone(),
            None => self.next_block(kind),
        };
        self.name_step(id, &name)
    }

    /// The name of the next block of a kind.
    pub(super) fn next_block(&mut self, kind: &'static str) -> String {
        let count = self.blocks.entry(kind).or_default();
        *count += 1;
        format!("{kind}-{count}")
    }
}

/// A task that starts after those whose values it uses.
pub(super) fn ordered(mut task: Task) -> Task {
    task.order();
    task
}

/// Values of steps that somebody uses.
fn needed(graph: &Graph) -> Needed<'_> {
    let mut found = Needed {
        results: graph.steps.map(vec![]),
        outputs: graph.steps.map(vec![]),
    };
    let needed = uses::needed(graph, uses::roots(graph));
    let values = graph.values.iter().filter(|(id, _)| needed[*id]);
    for (_, value) in values.filter(|(_, value)| value.ty != Type::Null) {
        match &value.expression {
            graph::Expression::Result { step, index } => {
                let results = &mut found.results[*step];
                if !results.contains(index) {
                    results.push(*index);
                }
            }
            graph::Expression::Output { step, output } => {
                let outputs = &mut found.outputs[*step];
                if !outputs.contains(&&**output) {
                    outputs.push(output);
                }
            }
            _ => {}
        }
    }
    found
}
