//! From a graph to a plan.

use super::names::Names;
use super::split;
use super::{Argument, Dag, Expression, Output, Plan, Run, Source, Task, Template};
use crate::{recursion, uses};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{self, ExitValue, Graph, Options, Pace, Parameter, StepId, StepKind};
use pipewright_ir::kube;
use pipewright_ir::types::Type;
use std::collections::HashMap;

mod branches;
mod calls;
mod groups;
mod loops;
mod order;
mod sizes;
mod templates;
mod threading;
mod values;
mod wrappers;

/// Puts the blocks of a graph into DAGs of as many tasks as Argo takes in one. The plan can be compiled only if none of the
/// diagnostics is an error.
pub fn lower(graph: &Graph) -> (Plan, Vec<Diagnostic>) {
    lower_within(graph, kube::TASKS_MAX)
}

/// The same with at most so many tasks in a DAG, at least 2. Only the blocks of an `if` may have more.
pub fn lower_within(graph: &Graph, most: usize) -> (Plan, Vec<Diagnostic>) {
    let (mut plan, mut diagnostics) = whole(graph);
    diagnostics.extend(split::split(&mut plan, most.max(2)));
    (plan, diagnostics)
}

fn whole(graph: &Graph) -> (Plan, Vec<Diagnostic>) {
    let mut lowering = Lowering::new(graph);
    lowering.names_of_templates();
    lowering.open(&lowering.name.clone(), &graph.at);
    lowering.parameters(&graph.parameters);
    let too_large = sizes::check(graph);
    if !too_large.is_empty() {
        lowering.diagnostics.extend(too_large);
        return lowering.finish(None);
    }
    lowering.diagnostics.extend(recursion::endless(graph));
    lowering.block(&graph.body);
    lowering.outputs(&graph.outputs);
    let exit = graph.exit.as_ref().map(|exit| lowering.exit(exit, "exit"));
    lowering.close();
    lowering.finish(exit)
}

struct Lowering<'g> {
    graph: &'g Graph,
    /// Name of the pipeline in kebab case.
    name: String,
    templates: Vec<Template>,
    /// The templates of components and options that calls have asked for.
    known_templates: HashMap<(u32, Options), usize>,
    template_names: Names,
    diagnostics: Vec<Diagnostic>,
    task_names: Names,
    step_names: HashMap<StepId, String>,
    /// What each step gives that anybody needs.
    needed: Needed,
    dags: Vec<Dag>,
    /// The DAGs of the pipelines that are called.
    called: HashMap<u32, usize>,
    /// The parameters of the pipeline whose steps are being lowered.
    parameters: &'g [Parameter],
    /// The DAGs that are being made for it, outermost first.
    open: Vec<OpenDag>,
    /// How many blocks of each kind were met.
    blocks: HashMap<&'static str, u32>,
}

/// What steps give that anybody needs, without what holds nothing.
#[derive(Default)]
struct Needed {
    /// The values of blocks, by index.
    results: HashMap<StepId, Vec<u32>>,
    /// The outputs of tasks and calls, by name.
    outputs: HashMap<StepId, Vec<String>>,
}

/// A DAG that is being made.
struct OpenDag {
    dag: usize,
    /// The tasks of its steps.
    tasks: HashMap<StepId, usize>,
    /// The values that come in from outside.
    threaded: HashMap<Leaf, String>,
    /// The same in the order of the inputs.
    order: Vec<Leaf>,
    /// The names of its inputs.
    names: Names,
    /// Steps outside that its steps start after.
    after: Vec<StepId>,
}

/// A value that has a place of its own: all others are made of these.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Leaf {
    Parameter(u32),
    Output(StepId, String),
    Result(StepId, u32),
    Item(StepId, u32),
    Exit(ExitValue),
}

impl<'g> Lowering<'g> {
    fn new(graph: &'g Graph) -> Self {
        Self {
            graph,
            name: kube::to_dns_label(&graph.name),
            templates: vec![],
            known_templates: HashMap::new(),
            template_names: Names::default(),
            diagnostics: vec![],
            task_names: Names::default(),
            step_names: HashMap::new(),
            needed: needed(graph),
            dags: vec![],
            called: HashMap::new(),
            parameters: &graph.parameters,
            open: vec![],
            blocks: HashMap::new(),
        }
    }

    fn finish(self, exit: Option<super::Exit>) -> (Plan, Vec<Diagnostic>) {
        let plan = Plan {
            name: self.name,
            description: self.graph.description.clone(),
            program: self.graph.program.clone(),
            parameters: self.graph.parameters.clone(),
            templates: self.templates,
            dags: self.dags,
            exit,
            at: self.graph.at.clone(),
        };
        (plan, self.diagnostics)
    }

    /// Starts a DAG.
    fn open(&mut self, name: &str, at: &graph::Location) -> usize {
        let dag = self.dags.len();
        let name = self.template_names.unique(name);
        self.dags.push(Dag {
            name,
            inputs: vec![],
            tasks: vec![],
            outputs: vec![],
            retries: 0,
            pace: Pace::default(),
            at: at.clone(),
        });
        self.open.push(OpenDag {
            dag,
            tasks: HashMap::new(),
            threaded: HashMap::new(),
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
            self.thread(&Leaf::Parameter(index), depth);
        }
    }

    /// Which of the open DAGs is being made.
    fn depth(&self) -> usize {
        self.open.len().saturating_sub(1)
    }

    /// The DAG that is being made.
    fn dag(&mut self) -> &mut Dag {
        let dag = self.open.last().map_or(0, |open| open.dag);
        &mut self.dags[dag]
    }

    fn close(&mut self) -> OpenDag {
        let closed = self.open.pop();
        closed.unwrap_or_else(|| unreachable!("every closed DAG was opened"))
    }

    /// Adds the tasks of a block to the DAG that is being made.
    fn block(&mut self, steps: &[StepId]) {
        let steps = self.running(steps);
        for (index, step) in steps.iter().enumerate() {
            if let Some(open) = self.open.last_mut() {
                open.tasks.insert(*step, index);
            }
        }
        for step in steps {
            let task = self.step(step);
            self.dag().tasks.push(task);
        }
        self.order_tasks();
    }

    /// Gives the DAG that is being made the outputs of a pipeline.
    fn outputs(&mut self, outputs: &[graph::PipelineOutput]) {
        for output in outputs {
            let value = self.expression(output.value);
            self.dag().outputs.push(Output {
                name: output.name.clone(),
                ty: value.ty(),
                description: output.description.clone(),
                value: Source::Expression(value),
            });
        }
    }

    /// The task of a step in the DAG that is being made.
    fn step(&mut self, id: StepId) -> Task {
        let step = self.graph.step(id);
        let task = if step.may_fail {
            self.attempt(id)
        } else {
            self.plain(id)
        };
        let mut after = self.after(id);
        after.extend(task.after.iter().copied());
        self.finish_task(Task { after, ..task })
    }

    /// The task of a step, without the steps that it starts after, and which must not fail.
    fn plain(&mut self, id: StepId) -> Task {
        match &self.graph.step(id).kind {
            StepKind::Task(task) => match self.retries_of_cached(task) {
                Some(retries) => self.wrapped(id, "retry", retries, false),
                None => self.task(id, task),
            },
            StepKind::If(branch) => self.branch(id, branch),
            StepKind::Each(each) => self.each(id, each),
            StepKind::Group(group) => self.group(id, group),
            StepKind::Call(call) => self.call(id, call),
        }
    }

    fn task(&mut self, id: StepId, task: &'g graph::Task) -> Task {
        let graph = self.graph;
        let component = &graph.components[task.component as usize];
        let template = self.template(task.component, &task.options);
        let arguments = self.arguments(&task.arguments);
        let after = self.orders(&task.arguments);
        let name = self.name_step(id, &task_name(&component.name));
        self.finish_task(Task {
            arguments,
            after,
            ..self.new_task(id, name, Run::Template(template))
        })
    }

    /// A task that is given nothing.
    fn new_task(&self, id: StepId, name: String, run: Run) -> Task {
        let step = self.graph.step(id);
        Task {
            name,
            run,
            arguments: vec![],
            each: None,
            condition: None,
            may_fail: false,
            exit: None,
            after: vec![],
            display_name: step.display_name.clone(),
            at: step.at.clone(),
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
        let display_name = self.graph.step(id).display_name.as_deref();
        let label = display_name.map(kube::to_dns_label).unwrap_or_default();
        let name = if kube::is_dns_label(&label) {
            self.task_names.unique(&task_name(&label))
        } else {
            self.task_names.unique(name)
        };
        self.step_names.insert(id, name.clone());
        name
    }

    /// The name of the next block of a kind.
    fn next_block(&mut self, kind: &'static str) -> String {
        let count = self.blocks.entry(kind).or_default();
        *count += 1;
        format!("{kind}-{count}")
    }

    /// Adds the tasks whose values a task uses to those it starts after.
    fn finish_task(&mut self, mut task: Task) -> Task {
        let used: Vec<usize> = task
            .expressions()
            .flat_map(|expression| expression.tasks())
            .collect();
        task.after.extend(used);
        task.after.sort_unstable();
        task.after.dedup();
        task
    }
}

/// What each step gives that anybody needs, without what holds nothing.
fn needed(graph: &Graph) -> Needed {
    let mut found = Needed::default();
    let needed = uses::needed(graph, uses::roots(graph));
    let values = graph.values.iter().zip(needed);
    for (value, _) in values.filter(|(value, needed)| *needed && value.ty != Type::Null) {
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

/// The name of a component's first task. Words of the languages in which targets write conditions cannot be one.
fn task_name(component: &str) -> String {
    const WORDS: [&str; 15] = [
        "let",
        "not",
        "and",
        "or",
        "in",
        "matches",
        "contains",
        "startswith",
        "endswith",
        "true",
        "false",
        "nil",
        "if",
        "else",
        "null",
    ];
    let name = kube::to_dns_label(component);
    if WORDS.contains(&name.as_str()) {
        format!("{name}-1")
    } else {
        name
    }
}
