//! From a graph to a plan.

use super::{Argument, Dag, DagId, Expression, Names, Output, Plan, Run, Source, Task, TaskId};
use super::{Template, TemplateId};
use crate::{recursion, uses};
use pipewright_ir::arena::{Arena, Id};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{
    self, Component, ExitValue, Graph, Options, Parameter, Pipeline, StepId, StepKind,
};
use pipewright_ir::kube;
use pipewright_ir::types::Type;
use std::collections::HashMap;

mod branches;
mod calls;
mod captures;
mod choices;
mod groups;
mod loops;
mod order;
mod sizes;
mod templates;
mod wrappers;

/// Puts the blocks of a graph into DAGs. The plan can be used only if none of the diagnostics is an error.
pub fn lower(graph: &Graph) -> (Plan, Vec<Diagnostic>) {
    let mut lowering = Lowering::new(graph);
    lowering.names_of_templates();
    let root = lowering.open(&lowering.name.clone(), &graph.at);
    lowering.parameters(&graph.parameters);
    let too_large = sizes::check(graph);
    if !too_large.is_empty() {
        lowering.diagnostics.extend(too_large);
        return lowering.finish(root, None);
    }
    lowering.diagnostics.extend(recursion::endless(graph));
    lowering.block(&graph.body);
    lowering.outputs(&graph.outputs);
    let exit = graph.exit.as_ref().map(|exit| lowering.exit(exit, "exit"));
    lowering.close();
    lowering.finish(root, exit)
}

struct Lowering<'g> {
    graph: &'g Graph,
    /// Name of the pipeline in kebab case.
    name: String,
    templates: Arena<Template>,
    /// The templates of components and options that calls have asked for.
    known_templates: HashMap<(Id<Component>, Options), TemplateId>,
    template_names: Names,
    diagnostics: Vec<Diagnostic>,
    task_names: Names,
    step_names: HashMap<StepId, String>,
    needed: Needed,
    dags: Arena<Dag>,
    /// The DAGs of the pipelines that are called.
    called: HashMap<Id<Pipeline>, DagId>,
    /// The parameters of the pipeline whose steps are being lowered.
    parameters: &'g [Parameter],
    /// The DAGs that are being made for it, outermost first.
    open: Vec<OpenDag>,
    /// How many blocks of each kind were met.
    blocks: HashMap<&'static str, u32>,
}

/// Values of steps that somebody uses, without those that hold nothing.
#[derive(Default)]
struct Needed {
    /// The values of blocks, by index.
    results: HashMap<StepId, Vec<u32>>,
    /// The outputs of tasks and calls, by name.
    outputs: HashMap<StepId, Vec<String>>,
}

/// A DAG that is being made.
struct OpenDag {
    dag: DagId,
    /// The tasks of its steps.
    tasks: HashMap<StepId, TaskId>,
    /// The inputs by which variables of outer blocks come in.
    captures: HashMap<Variable, String>,
    /// The same in the order of the inputs.
    order: Vec<Variable>,
    /// The names of its inputs.
    names: Names,
    /// Steps outside that its steps start after.
    after: Vec<StepId>,
}

/// A value that all others are made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Variable {
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

impl<'g> Lowering<'g> {
    fn new(graph: &'g Graph) -> Self {
        Self {
            graph,
            name: kube::to_dns_label(&graph.name),
            templates: Arena::new(),
            known_templates: HashMap::new(),
            template_names: Names::default(),
            diagnostics: vec![],
            task_names: Names::default(),
            step_names: HashMap::new(),
            needed: needed(graph),
            dags: Arena::new(),
            called: HashMap::new(),
            parameters: &graph.parameters,
            open: vec![],
            blocks: HashMap::new(),
        }
    }

    fn finish(self, root: DagId, exit: Option<super::Exit>) -> (Plan, Vec<Diagnostic>) {
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
    fn open(&mut self, name: &str, at: &graph::Location) -> DagId {
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

    /// Makes parameters the inputs of the DAG that is being made.
    fn parameters(&mut self, parameters: &'g [Parameter]) {
        self.parameters = parameters;
        let depth = self.depth();
        for index in 0..parameters.len() as u32 {
            self.capture(&Variable::Parameter(index), depth);
        }
    }

    /// The DAG that is being made: which of the open ones.
    fn depth(&self) -> usize {
        self.open.len() - 1
    }

    fn opened(&mut self) -> &mut OpenDag {
        self.open.last_mut().expect("a DAG is being made")
    }

    /// The DAG that is being made.
    fn dag(&mut self) -> &mut Dag {
        let dag = self.opened().dag;
        &mut self.dags[dag]
    }

    fn close(&mut self) -> OpenDag {
        self.open.pop().expect("a DAG that is closed was opened")
    }

    /// Adds the tasks of a block to the DAG that is being made.
    fn block(&mut self, steps: &[StepId]) {
        let steps = self.running(steps);
        // A step may use the end of a later one.
        for (index, step) in (0..).zip(&steps) {
            self.opened().tasks.insert(*step, Id::new(index));
        }
        for step in steps {
            let task = self.step(step);
            self.dag().tasks.alloc(task);
        }
        self.report_cycle();
    }

    /// Adds the task of a step to the DAG that is being made.
    fn add(&mut self, id: StepId, task: Task) -> TaskId {
        let task = self.dag().tasks.alloc(task);
        self.opened().tasks.insert(id, task);
        task
    }

    /// Gives the DAG that is being made the outputs of a pipeline.
    fn outputs(&mut self, outputs: &[graph::PipelineOutput]) {
        for output in outputs {
            let value = self.expression(output.value);
            self.dag().outputs.push(Output {
                name: output.name.clone(),
                ty: value.ty().clone(),
                description: output.description.clone(),
                value: Source::Expression(value),
            });
        }
    }

    /// The task of a step in the DAG that is being made.
    fn step(&mut self, id: StepId) -> Task {
        let task = if self.graph.steps[id].may_fail {
            self.attempt(id)
        } else {
            self.plain(id)
        };
        let mut after = self.after(id);
        after.extend(task.after.iter().copied());
        ordered(Task { after, ..task })
    }

    /// The task of a step, without the steps that it starts after, and which must not fail.
    fn plain(&mut self, id: StepId) -> Task {
        match &self.graph.steps[id].kind {
            StepKind::Task(task) => self.task(id, task),
            StepKind::If(branch) => self.branch(id, branch),
            StepKind::Each(each) => self.each(id, each),
            StepKind::Group(group) => self.group(id, group),
            StepKind::Call(call) => self.call(id, call),
        }
    }

    fn task(&mut self, id: StepId, task: &'g graph::Task) -> Task {
        let graph = self.graph;
        let component = &graph.components[task.component];
        let template = self.template(task.component, &task.options);
        let arguments = self.arguments(&task.arguments);
        let after = self.orders(&task.arguments);
        let name = self.name_step(id, &kube::to_dns_label(&component.name));
        ordered(Task {
            arguments,
            after,
            ..self.new_task(id, name, Run::Template(template))
        })
    }

    /// A task of a step that is given nothing.
    fn new_task(&self, id: StepId, name: String, run: Run) -> Task {
        let step = &self.graph.steps[id];
        Task {
            display_name: step.display_name.clone(),
            ..Task::new(name, run, &step.at)
        }
    }

    fn arguments(&mut self, arguments: &[graph::Argument]) -> Vec<Argument> {
        let argument = |argument: &graph::Argument| Argument {
            input: argument.input.clone(),
            value: self.expression(argument.value),
        };
        arguments.iter().map(argument).collect()
    }

    /// The name of the task of a step: what people call it, or a name of its own.
    fn name_step(&mut self, id: StepId, name: &str) -> String {
        let display_name = self.graph.steps[id].display_name.as_deref();
        let label = display_name.map(kube::to_dns_label).unwrap_or_default();
        let name = if kube::is_dns_label(&label) {
            self.task_names.unique(&label)
        } else {
            self.task_names.unique(name)
        };
        self.step_names.insert(id, name.clone());
        name
    }

    /// The name of the task of a block: by the author's names, or by its kind and number.
    fn name_block(&mut self, id: StepId, kind: &'static str) -> String {
        let name = match &self.graph.steps[id].name {
            Some(name) => name.clone(),
            None => self.next_block(kind),
        };
        self.name_step(id, &name)
    }

    /// The name of the next block of a kind.
    fn next_block(&mut self, kind: &'static str) -> String {
        let count = self.blocks.entry(kind).or_default();
        *count += 1;
        format!("{kind}-{count}")
    }
}

/// A task that starts after those whose values it uses.
fn ordered(mut task: Task) -> Task {
    task.order();
    task
}

/// Values of steps that somebody uses.
fn needed(graph: &Graph) -> Needed {
    let mut found = Needed::default();
    let needed = uses::needed(graph, uses::roots(graph));
    let values = graph.values.iter().filter(|(id, _)| needed[*id]);
    for (_, value) in values.filter(|(_, value)| value.ty != Type::Null) {
        match &value.expression {
            graph::Expression::Result { step, index } => {
                let results = found.results.entry(*step).or_default();
                if !results.contains(index) {
                    results.push(*index);
                }
            }
            graph::Expression::Output { step, output } => {
                let outputs = found.outputs.entry(*step).or_default();
                if !outputs.contains(output) {
                    outputs.push(output.clone());
                }
            }
            _ => {}
        }
    }
    found
}
