//! From a graph to a plan.

use super::names::Names;
use super::{Argument, Dag, Expression, Output, Plan, Run, Source, Task, Template};
use crate::uses;
use pipewright_dsl::diagnostic::Diagnostic;
use pipewright_dsl::graph::{self, Graph, Options, StepId, StepKind};
use pipewright_dsl::kube;
use pipewright_dsl::types::Type;
use std::collections::HashMap;

mod branches;
mod order;
mod sizes;
mod templates;
mod threading;
mod values;

/// Puts the blocks of a graph into DAGs. The plan can be compiled only if none of the diagnostics is an error.
pub fn lower(graph: &Graph) -> (Plan, Vec<Diagnostic>) {
    let mut lowering = Lowering::new(graph);
    let name = kube::to_dns_label(&graph.name);
    lowering.names_of_templates(&name);
    lowering.open(&name, &graph.at);
    let too_large = sizes::check(graph);
    if !too_large.is_empty() {
        lowering.diagnostics.extend(too_large);
        return lowering.finish(name);
    }
    lowering.block(&graph.body);
    for output in &graph.outputs {
        let value = lowering.expression(output.value);
        lowering.dag().outputs.push(Output {
            name: output.name.clone(),
            ty: value.ty(),
            description: output.description.clone(),
            value: Source::Expression(value),
        });
    }
    lowering.close();
    lowering.finish(name)
}

struct Lowering<'g> {
    graph: &'g Graph,
    templates: Vec<Template>,
    /// The templates of components and options that calls have asked for.
    known_templates: HashMap<(u32, Options), usize>,
    template_names: Names,
    diagnostics: Vec<Diagnostic>,
    task_names: Names,
    step_names: HashMap<StepId, String>,
    /// The values of each `if` that anybody needs.
    merged: HashMap<StepId, Vec<u32>>,
    dags: Vec<Dag>,
    /// The DAGs that are being made, outermost first.
    open: Vec<OpenDag>,
    /// How many `if`s were met.
    ifs: u32,
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
    Merged(StepId, u32),
}

impl<'g> Lowering<'g> {
    fn new(graph: &'g Graph) -> Self {
        Self {
            graph,
            templates: vec![],
            known_templates: HashMap::new(),
            template_names: Names::default(),
            diagnostics: vec![],
            task_names: Names::default(),
            step_names: HashMap::new(),
            merged: merged(graph),
            dags: vec![],
            open: vec![],
            ifs: 0,
        }
    }

    fn finish(self, name: String) -> (Plan, Vec<Diagnostic>) {
        let plan = Plan {
            name,
            description: self.graph.description.clone(),
            program: self.graph.program.clone(),
            parameters: self.graph.parameters.clone(),
            templates: self.templates,
            dags: self.dags,
            at: self.graph.at.clone(),
        };
        (plan, self.diagnostics)
    }

    fn open(&mut self, name: &str, at: &graph::Location) {
        let dag = self.dags.len();
        let name = self.template_names.unique(name);
        self.dags.push(Dag {
            name,
            inputs: vec![],
            tasks: vec![],
            outputs: vec![],
            at: at.clone(),
        });
        let root = self.open.is_empty();
        self.open.push(OpenDag {
            dag,
            tasks: HashMap::new(),
            threaded: HashMap::new(),
            order: vec![],
            names: Names::default(),
            after: vec![],
        });
        if root {
            for index in 0..self.graph.parameters.len() as u32 {
                self.thread(&Leaf::Parameter(index), 0);
            }
        }
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

    fn step(&mut self, id: StepId) -> Task {
        let graph = self.graph;
        let step = graph.step(id);
        match &step.kind {
            StepKind::Task(task) => {
                let component = &graph.components[task.component as usize];
                let template = self.template(task.component, &task.options);
                let arguments = task.arguments.iter().map(|argument| Argument {
                    input: argument.input.clone(),
                    value: self.expression(argument.value),
                });
                let arguments: Vec<_> = arguments.collect();
                let mut after = self.after(id);
                after.extend(self.orders(task));
                let name = self.task_names.unique(&task_name(&component.name));
                self.step_names.insert(id, name.clone());
                self.finish_task(Task {
                    name,
                    run: Run::Template(template),
                    arguments,
                    condition: None,
                    after,
                    at: step.at.clone(),
                })
            }
            StepKind::If(branch) => self.branch(id, branch),
        }
    }

    /// Adds the tasks whose values a task uses to those it starts after.
    fn finish_task(&mut self, mut task: Task) -> Task {
        let arguments = task.arguments.iter().map(|argument| &argument.value);
        for expression in arguments.chain(&task.condition) {
            task.after.extend(expression.tasks());
        }
        task.after.sort_unstable();
        task.after.dedup();
        task
    }
}

/// The values of each `if` that anybody needs, without those that hold nothing.
fn merged(graph: &Graph) -> HashMap<StepId, Vec<u32>> {
    let mut merged: HashMap<StepId, Vec<u32>> = HashMap::new();
    let needed = uses::needed(graph, uses::roots(graph));
    for (value, _) in graph
        .values
        .iter()
        .zip(needed)
        .filter(|(_, needed)| *needed)
    {
        if let graph::Expression::Merged { branch, index } = &value.expression
            && value.ty != Type::Null
        {
            merged.entry(*branch).or_default().push(*index);
        }
    }
    merged
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
