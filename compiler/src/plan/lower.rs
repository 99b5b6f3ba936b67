//! From a graph to a plan.

use super::names::Names;
use super::{
    Argument, Dag, Expression, FormatPiece, Output, Plan, Port, Run, Source, Task, Template,
};
use crate::uses;
use pipewright_dsl::diagnostic::Diagnostic;
use pipewright_dsl::graph::{self, Graph, Options, StepId, StepKind, ValueId};
use pipewright_dsl::json::Json;
use pipewright_dsl::kube;
use pipewright_dsl::types::Type;
use std::collections::HashMap;

mod branches;
mod sizes;
mod templates;
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

    /// The tasks of the DAG that is being made that give a task nothing but their end.
    fn orders(&mut self, task: &graph::Task) -> Vec<usize> {
        let graph = self.graph;
        let mut orders = vec![];
        for argument in &task.arguments {
            let value = graph.value(argument.value);
            let step = match &value.expression {
                graph::Expression::Output { task: step, .. }
                | graph::Expression::Merged { branch: step, .. } => *step,
                _ => continue,
            };
            if value.ty == Type::Null {
                orders.extend(self.resolve_after(step));
            }
        }
        orders
    }

    /// The tasks of the DAG that is being made behind which a step stands by `.after`.
    fn after(&mut self, id: StepId) -> Vec<usize> {
        let others = &self.graph.step(id).after;
        others
            .iter()
            .flat_map(|other| self.resolve_after(*other))
            .collect()
    }

    /// The tasks in the DAG that is being made that end a step; those of an outer DAG are left to the task that runs this one.
    fn resolve_after(&mut self, other: StepId) -> Vec<usize> {
        let ending = self.ending(other).into_iter();
        ending.filter_map(|step| self.task_of(step)).collect()
    }

    fn task_of(&mut self, other: StepId) -> Option<usize> {
        let here = self.open.len().checked_sub(1)?;
        let depth = (0..=here)
            .rev()
            .find(|depth| self.open[*depth].tasks.contains_key(&other))?;
        if depth < here {
            self.open[here].after.push(other);
            return None;
        }
        self.open[here].tasks.get(&other).copied()
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

    /// A value in the DAG that is being made.
    fn expression(&mut self, id: ValueId) -> Expression {
        let graph = self.graph;
        let value = graph.value(id);
        if value.ty == Type::Null {
            // Nothing is written where there is nothing to write.
            return Expression::Literal {
                json: Json::null(),
                ty: Type::Null,
            };
        }
        match &value.expression {
            graph::Expression::Literal(json) => Expression::Literal {
                json: json.clone(),
                ty: value.ty.clone(),
            },
            graph::Expression::Parameter(index) => self.leaf(&Leaf::Parameter(*index)),
            graph::Expression::Output { task, output } => {
                self.leaf(&Leaf::Output(*task, output.clone()))
            }
            graph::Expression::Merged { branch, index } => match self.only_values(*branch) {
                Some(values) => self.choose(values, *index),
                None => self.leaf(&Leaf::Merged(*branch, *index)),
            },
            graph::Expression::Format(pieces) => {
                let piece = |piece: &graph::FormatPiece| match piece {
                    graph::FormatPiece::Text(text) => FormatPiece::Text(text.clone()),
                    graph::FormatPiece::Value(value) => FormatPiece::Value(self.expression(*value)),
                };
                Expression::Format(pieces.iter().map(piece).collect())
            }
            graph::Expression::Compare {
                comparison,
                left,
                right,
            } => Expression::Compare {
                comparison: *comparison,
                left: Box::new(self.expression(*left)),
                right: Box::new(self.expression(*right)),
            },
            graph::Expression::And(left, right) => {
                let left = Box::new(self.expression(*left));
                Expression::And(left, Box::new(self.expression(*right)))
            }
            graph::Expression::Or(left, right) => {
                let left = Box::new(self.expression(*left));
                Expression::Or(left, Box::new(self.expression(*right)))
            }
            graph::Expression::Not(value) => self.expression(*value).negate(),
        }
    }

    fn leaf(&mut self, leaf: &Leaf) -> Expression {
        let depth = self.open.len().saturating_sub(1);
        self.leaf_at(leaf, depth)
    }

    /// A value in one of the DAGs that are being made.
    fn leaf_at(&mut self, leaf: &Leaf, depth: usize) -> Expression {
        let ty = self.type_of(leaf);
        let step = match leaf {
            Leaf::Parameter(_) => None,
            Leaf::Output(step, _) | Leaf::Merged(step, _) => Some(*step),
        };
        let task = step.and_then(|step| self.open[depth].tasks.get(&step).copied());
        match task {
            Some(task) => Expression::Output {
                task,
                output: match leaf {
                    Leaf::Output(_, output) => output.clone(),
                    Leaf::Merged(step, index) => self.merged_name(*step, *index as usize),
                    Leaf::Parameter(_) => String::new(),
                },
                ty,
            },
            None => Expression::Input {
                name: self.thread(leaf, depth),
                ty,
            },
        }
    }

    /// The input by which a value comes into a DAG.
    fn thread(&mut self, leaf: &Leaf, depth: usize) -> String {
        if let Some(name) = self.open[depth].threaded.get(leaf) {
            return name.clone();
        }
        let name = match leaf {
            Leaf::Parameter(index) => self.graph.parameters[*index as usize].name.clone(),
            // The names of parameters have no `-`, so that these are never the same.
            Leaf::Output(step, output) => format!("{}-{output}", self.step_name(*step)),
            Leaf::Merged(step, index) => format!(
                "{}-{}",
                self.step_name(*step),
                self.merged_name(*step, *index as usize)
            ),
        };
        let ty = self.type_of(leaf);
        let open = &mut self.open[depth];
        let name = open.names.unique(&name);
        open.threaded.insert(leaf.clone(), name.clone());
        open.order.push(leaf.clone());
        self.dags[open.dag].inputs.push(Port {
            name: name.clone(),
            ty,
        });
        name
    }

    /// The name of the task of a step; a step that is named only later is given by its number.
    fn step_name(&self, step: StepId) -> String {
        self.step_names
            .get(&step)
            .cloned()
            .unwrap_or_else(|| format!("step-{}", step.0))
    }

    fn type_of(&self, leaf: &Leaf) -> Type {
        match leaf {
            Leaf::Parameter(index) => self.graph.parameters[*index as usize].ty.clone(),
            Leaf::Output(step, output) => match &self.graph.step(*step).kind {
                StepKind::Task(task) => {
                    let component = &self.graph.components[task.component as usize];
                    component
                        .output(output)
                        .map_or(Type::Null, |output| output.ty.clone())
                }
                StepKind::If(_) => Type::Null,
            },
            Leaf::Merged(step, index) => match &self.graph.step(*step).kind {
                StepKind::If(branch) => self
                    .graph
                    .value(branch.values[*index as usize].then)
                    .ty
                    .clone(),
                StepKind::Task(_) => Type::Null,
            },
        }
    }

    /// Reports tasks of the DAG that is being made that wait for each other.
    fn order_tasks(&mut self) {
        let dag = self.dag();
        let mut waits: Vec<usize> = dag.tasks.iter().map(|task| task.after.len()).collect();
        let mut followers = vec![vec![]; dag.tasks.len()];
        for (index, task) in dag.tasks.iter().enumerate() {
            for before in &task.after {
                followers[*before].push(index);
            }
        }
        let mut ready: Vec<usize> = (0..waits.len())
            .filter(|index| waits[*index] == 0)
            .collect();
        while let Some(done) = ready.pop() {
            for follower in &followers[done] {
                waits[*follower] -= 1;
                if waits[*follower] == 0 {
                    ready.push(*follower);
                }
            }
        }
        let stuck: Vec<usize> = (0..waits.len()).filter(|index| waits[*index] > 0).collect();
        let Some(cycle) = cycle(dag, &stuck) else {
            return;
        };
        let names: Vec<_> = cycle
            .iter()
            .map(|index| format!("`{}`", dag.tasks[*index].name))
            .collect();
        let at = dag.tasks[cycle[0]].at.clone();
        let message = format!("these tasks wait for each other: {}", names.join(" after "));
        let help = "remove one of the `.after(..)`, or the use of an output";
        self.diagnostics
            .push(Diagnostic::error(&at, message).help(help));
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

/// A cycle among tasks that all wait for one of them, closed by its first task.
fn cycle(dag: &Dag, stuck: &[usize]) -> Option<Vec<usize>> {
    let mut path = vec![*stuck.first()?];
    loop {
        let last = *path.last()?;
        let next = dag.tasks[last]
            .after
            .iter()
            .copied()
            .find(|before| stuck.contains(before))?;
        if let Some(start) = path.iter().position(|known| *known == next) {
            let mut cycle = path.split_off(start);
            cycle.push(next);
            return Some(cycle);
        }
        path.push(next);
    }
}
