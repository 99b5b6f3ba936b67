//! DAGs, their tasks, and the values between these.

// A task is given expressions, which name tasks by their typed ids: a file for each would import the other.

use super::{Port, TemplateId};
use pipewright_ir::arena::{Arena, Id};
use pipewright_ir::expression::Operator;
use pipewright_ir::graph::{Location, Parallelism};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde::Serialize;

/// Id of a DAG in its plan.
pub type DagId = Id<Dag>;

/// Id of a task in its DAG.
pub type TaskId = Id<Task>;

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
    pub each: Option<Box<Each>>,
    /// It is skipped unless this holds.
    pub condition: Option<Expression>,
    /// Whether its DAG goes on when it fails, as if it had succeeded.
    pub may_fail: bool,
    /// What runs when it has ended, however it ended.
    pub exit: Option<Box<Exit>>,
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

/// A value in a DAG.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// Written in the source.
    Literal {
        /// The value.
        json: Json,
        /// Its type.
        #[serde(rename = "type")]
        ty: Type,
    },
    /// An input of the DAG.
    Input {
        /// Its name.
        name: String,
        /// Its type.
        #[serde(rename = "type")]
        ty: Type,
    },
    /// An output of a task of the DAG.
    Output {
        /// The task.
        task: TaskId,
        /// Name of the output.
        output: String,
        /// Its type.
        #[serde(rename = "type")]
        ty: Type,
    },
    /// Made of other values.
    Operator {
        /// The operator.
        operator: Box<Operator<Expression>>,
        /// Type of the result.
        #[serde(rename = "type")]
        ty: Type,
    },
}
