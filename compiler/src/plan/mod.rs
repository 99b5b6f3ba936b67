//! A pipeline as nested DAGs: what every target and the local engine start from.
//!
//! In the graph a value can be used anywhere below its block. In a plan each DAG is closed: its expressions name only
//! its own inputs and the outputs of its own tasks; values from outside are captured as inputs, values of blocks come
//! out as outputs. Names are made unique, components and the options of their calls are put together as templates. It
//! knows nothing of any target: what a target needs besides is made of a plan by [`passes`](crate::passes).

mod expression;
mod lower;
mod names;
mod order;

pub use expression::Expression;
pub use lower::lower;
pub use names::Names;

use pipewright_ir::arena::{Arena, Id};
use pipewright_ir::formula::Formula;
use pipewright_ir::graph::{
    Body, Component, Input, Location, Options, Parallelism, Parameter, Program,
};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Id of a template in its plan.
pub type TemplateId = Id<Template>;

/// Id of a DAG in its plan.
pub type DagId = Id<Dag>;

/// Id of a task in its DAG.
pub type TaskId = Id<Task>;

/// A pipeline that is ready for a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// Name of the pipeline in kebab case.
    pub name: String,
    /// Name of the pipeline's function.
    pub function: String,
    /// What the pipeline does.
    pub description: Option<String>,
    /// Where the components of the pipeline's crate run.
    pub program: Program,
    /// What a run is given: the inputs of the first DAG.
    pub parameters: Vec<Parameter>,
    /// What tasks run, each with another component or other options.
    pub templates: Arena<Template>,
    /// All blocks.
    pub dags: Arena<Dag>,
    /// The pipeline's own block.
    pub root: DagId,
    /// What runs when the pipeline has ended, however it ended.
    pub exit: Option<Exit>,
    /// Where the pipeline's function stands.
    pub at: Location,
}

/// A component and how it runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Template {
    /// Unique among templates and DAGs; a DNS label.
    pub name: String,
    /// The component.
    pub component: Component,
    /// The options of the component and of the calls that share this template.
    pub options: Options,
    /// Inputs of the template beside those of the component: operands of what the program computes.
    pub operands: Vec<Port>,
    /// Inputs of the component that its program computes.
    pub computed: Vec<Computed>,
}

/// An input that the program computes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Computed {
    /// Name of the input.
    pub input: String,
    /// Its value, of inputs of the template.
    #[serde(serialize_with = "formula")]
    pub formula: Formula,
}

fn formula<S: Serializer>(formula: &Formula, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(formula)
}

impl Template {
    /// A component with the options of a call.
    pub(crate) fn new(name: String, component: Component, options: Options) -> Self {
        Self {
            name,
            component,
            options,
            operands: vec![],
            computed: vec![],
        }
    }

    /// Inputs of the component that the template has, too: all but those that are computed.
    pub fn inputs(&self) -> impl Iterator<Item = &Input> {
        let is_computed =
            |input: &Input| self.computed.iter().any(|known| known.input == input.name);
        let inputs = self.component.inputs.iter();
        inputs.filter(move |input| !is_computed(input))
    }

    /// What its tasks' outputs depend on beside their inputs: the code, and what the code finds in its environment. Two
    /// templates of one text may take over each other's outputs.
    pub fn code(&self) -> String {
        let component = &self.component;
        let mut parts = vec![
            component.key.clone(),
            component.signature(),
            component.digest.clone(),
        ];
        let json = |value: Result<Json, String>| value.map(|json| json.to_string()).ok();
        if let Body::Container(spec) = &component.body {
            parts.extend(json(Json::of(spec)));
        }
        let env = self.options.env.iter();
        let env: BTreeMap<&str, &str> = env
            .map(|variable| (&*variable.name, &*variable.value))
            .collect();
        if !env.is_empty() {
            parts.extend(json(Json::of(&env)));
        }
        parts.join(" ")
    }
}

/// A block: tasks with their order, closed by inputs and outputs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dag {
    /// Unique among templates and DAGs; a DNS label.
    pub name: String,
    /// Values from outside.
    pub inputs: Vec<Port>,
    /// What runs.
    pub tasks: Arena<Task>,
    /// Values for outside.
    pub outputs: Vec<Output>,
    /// Further tries of all of it when it fails.
    pub retries: u32,
    /// Where the block stands.
    pub at: Location,
}

/// An input of a DAG.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Port {
    /// Unique in its DAG.
    pub name: String,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
}

/// An output of a DAG.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Output {
    /// Unique in its DAG.
    pub name: String,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
    /// What it is for.
    pub description: Option<String>,
    /// Where it comes from.
    pub value: Source,
}

/// Where an output of a DAG comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// One expression.
    Expression(Expression),
    /// The value of an `if`: that of the branch that runs. Exactly one of the conditions holds.
    Branches(Vec<Branch>),
    /// What a task that may fail gives, or nothing if it failed.
    Attempt {
        /// The task.
        task: TaskId,
        /// What it gives if it succeeded.
        value: Expression,
    },
}

impl Source {
    /// Changes the expressions that it is made of.
    pub(crate) fn visit_mut(&mut self, visitor: &mut impl FnMut(&mut Expression)) {
        match self {
            Self::Expression(value) | Self::Attempt { value, .. } => value.visit_mut(visitor),
            Self::Branches(branches) => {
                for branch in branches {
                    branch.condition.visit_mut(visitor);
                    branch.value.visit_mut(visitor);
                }
            }
        }
    }

    /// The expressions that it is made of.
    pub fn expressions(&self) -> Vec<&Expression> {
        match self {
            Self::Expression(value) | Self::Attempt { value, .. } => vec![value],
            Self::Branches(branches) => {
                let branches = branches.iter();
                branches
                    .flat_map(|branch| [&branch.condition, &branch.value])
                    .collect()
            }
        }
    }
}

/// A branch that may give a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Branch {
    /// When it runs.
    pub condition: Expression,
    /// The task that runs then; none if the block is empty.
    pub task: Option<TaskId>,
    /// The value it gives.
    pub value: Expression,
}

/// A call of a template or of a DAG.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Task {
    /// Unique in the pipeline; a DNS label.
    pub name: String,
    /// What it runs.
    pub run: Run,
    /// What it is given; inputs that are left out have their defaults.
    pub arguments: Vec<Argument>,
    /// It runs once for each item. Its outputs are lists then.
    pub each: Option<Each>,
    /// It is skipped unless this holds.
    pub condition: Option<Expression>,
    /// Whether its DAG goes on when it fails, as if it had succeeded.
    pub may_fail: bool,
    /// What runs when it has ended, however it ended.
    pub exit: Option<Exit>,
    /// Tasks of the same DAG that end before it starts, in ascending order; those whose values it uses are among them.
    pub after: Vec<TaskId>,
    /// What people call it.
    pub display_name: Option<String>,
    /// Where it stands.
    pub at: Location,
}

/// Loop of a task: lists side by side, to the end of the shortest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Each {
    /// At least one of them is a list.
    pub items: Vec<Items>,
    /// Items that run at the same time.
    pub parallelism: Parallelism,
}

/// Part of an item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Items {
    /// The input of the block that holds it.
    pub input: String,
    /// Where it comes from.
    pub source: ItemSource,
}

/// Where the items of a loop come from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemSource {
    /// The elements of a list.
    List(Expression),
    /// Their numbers, from 0.
    Index,
}

/// A DAG that runs at the end of a task or of the pipeline, however it ended. If it fails, so does what it belongs to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exit {
    /// The DAG.
    pub dag: DagId,
    /// What it is given besides.
    pub arguments: Vec<Argument>,
    /// The input that is told the status: `Succeeded` or `Failed`.
    pub status: Option<String>,
    /// The input that is told the failed tasks: a list of structs with `task` and `message`.
    pub failures: Option<String>,
}

impl Task {
    /// Changes the expressions that are evaluated in its DAG before it starts.
    pub(crate) fn visit_mut(&mut self, visitor: &mut impl FnMut(&mut Expression)) {
        let exit = self.exit.iter_mut().flat_map(|exit| &mut exit.arguments);
        for argument in self.arguments.iter_mut().chain(exit) {
            argument.value.visit_mut(visitor);
        }
        for items in self.each.iter_mut().flat_map(|each| &mut each.items) {
            if let ItemSource::List(list) = &mut items.source {
                list.visit_mut(visitor);
            }
        }
        if let Some(condition) = &mut self.condition {
            condition.visit_mut(visitor);
        }
    }

    /// The DAG that it runs.
    pub fn dag(&self) -> Option<DagId> {
        match self.run {
            Run::Dag(dag) => Some(dag),
            Run::Template(_) => None,
        }
    }

    /// The expressions that are evaluated in its DAG before it starts.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        let arguments = self.arguments.iter().map(|argument| &argument.value);
        let items = self.each.iter().flat_map(|each| &each.items);
        let lists = items.filter_map(|items| match &items.source {
            ItemSource::List(list) => Some(list),
            ItemSource::Index => None,
        });
        let exit = self.exit.iter().flat_map(|exit| &exit.arguments);
        let exit = exit.map(|argument| &argument.value);
        arguments.chain(lists).chain(exit).chain(&self.condition)
    }
}

/// What a task runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// A template.
    Template(TemplateId),
    /// A DAG.
    Dag(DagId),
}

/// A value for an input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Argument {
    /// Name of the input.
    pub input: String,
    /// The value.
    pub value: Expression,
}

impl Plan {
    /// The pipeline's own block.
    pub fn root(&self) -> &Dag {
        &self.dags[self.root]
    }

    /// All tasks of all blocks.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.dags.values().flat_map(|dag| dag.tasks.values())
    }

    /// The names of all templates and blocks.
    pub fn names(&self) -> Names {
        let templates = self.templates.values().map(|template| &template.name);
        templates
            .chain(self.dags.values().map(|dag| &dag.name))
            .collect()
    }

    /// The names of all tasks.
    pub fn task_names(&self) -> Names {
        self.tasks().map(|task| &task.name).collect()
    }
}

impl Dag {
    /// A block without tasks.
    pub(crate) fn new(name: String, at: &Location) -> Self {
        Self {
            name,
            inputs: vec![],
            tasks: Arena::new(),
            outputs: vec![],
            retries: 0,
            at: at.clone(),
        }
    }
}

impl Task {
    /// A task that is given nothing and waits for nothing.
    pub(crate) fn new(name: String, run: Run, at: &Location) -> Self {
        Self {
            name,
            run,
            arguments: vec![],
            each: None,
            condition: None,
            may_fail: false,
            exit: None,
            after: vec![],
            display_name: None,
            at: at.clone(),
        }
    }

    /// Adds the tasks whose values it uses to those it starts after.
    pub(crate) fn order(&mut self) {
        let used: Vec<TaskId> = self.expressions().flat_map(Expression::tasks).collect();
        self.after.extend(used);
        self.after.sort_unstable();
        self.after.dedup();
    }
}
