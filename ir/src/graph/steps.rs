//! Steps, the values between them, and the pipelines that they call.

// Each refers to the others by typed ids, so that a file for each would import the others.

use super::{Component, ExitValue, Location, Options, Parallelism, Parameter};
use crate::arena::Id;
use crate::expression::Operator;
use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};

/// Id of a step in its graph, in the order of the source.
pub type StepId = Id<Step>;

/// Id of a value in its graph.
pub type ValueId = Id<Value>;

/// Something that a pipeline does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it does.
    pub kind: StepKind,
    /// Steps that end before it starts, beside those whose values it uses.
    pub after: Vec<StepId>,
    /// Whether the pipeline goes on when it fails: its values are optional then, and nothing if it did.
    pub may_fail: bool,
    /// What people call it, where its own name does not tell enough.
    pub display_name: Option<String>,
    /// Where it stands.
    pub at: Location,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Calls a component.
    Task(Task),
    /// Runs one of two blocks.
    If(If),
    /// Runs a block for each item of lists.
    Each(Each),
    /// Runs a block.
    Group(Group),
    /// Calls a pipeline.
    Call(Call),
}

impl StepKind {
    /// The blocks of the step itself; those of a called pipeline are not among them.
    pub fn blocks(&self) -> Vec<&[StepId]> {
        match self {
            Self::Task(_) | Self::Call(_) => vec![],
            Self::If(branch) => vec![&branch.then, &branch.otherwise],
            Self::Each(each) => vec![&each.body],
            Self::Group(group) => {
                let exit = group.exit.as_ref().map(|exit| &exit.body[..]);
                std::iter::once(&group.body[..]).chain(exit).collect()
            }
        }
    }

    /// The values that the step is given or depends on.
    pub fn operands(&self) -> Vec<ValueId> {
        match self {
            Self::Task(task) => values(&task.arguments),
            Self::Call(call) => values(&call.arguments),
            Self::If(branch) => vec![branch.condition],
            Self::Each(each) => each.items.iter().filter_map(Items::list).collect(),
            Self::Group(_) => vec![],
        }
    }
}

fn values(arguments: &[Argument]) -> Vec<ValueId> {
    arguments.iter().map(|argument| argument.value).collect()
}

/// A call of a component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// The component.
    pub component: Id<Component>,
    /// What it is given, in the order of the component's inputs; inputs that are left out have their defaults.
    pub arguments: Vec<Argument>,
    /// What differs from the component's options.
    pub options: Options,
}

/// A value for an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument {
    /// Name of the input.
    pub input: String,
    /// The value.
    pub value: ValueId,
}

/// An `if` whose condition is known when the pipeline runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct If {
    /// What decides.
    pub condition: ValueId,
    /// What runs when it holds.
    pub then: Vec<StepId>,
    /// What runs when it does not.
    pub otherwise: Vec<StepId>,
    /// The values that the `if` produces.
    pub values: Vec<Merged>,
}

/// A value of an `if`: one of its branches gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The value when the condition holds.
    pub then: ValueId,
    /// The value when it does not.
    pub otherwise: ValueId,
}

/// A loop over lists that are known when the pipeline runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Each {
    /// What the loop goes through side by side, to the end of the shortest list; there is at least one list.
    pub items: Vec<Items>,
    /// What runs for each item.
    pub body: Vec<StepId>,
    /// The values of the body that are collected in the order of the items, into a list each.
    pub values: Vec<ValueId>,
    /// Items that run at the same time.
    pub parallelism: Parallelism,
}

/// What a loop goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Items {
    /// The elements of a list.
    List(ValueId),
    /// The numbers of the elements, from 0.
    Index,
}

impl Items {
    /// The list whose elements these are.
    pub fn list(&self) -> Option<ValueId> {
        match self {
            Self::List(list) => Some(*list),
            Self::Index => None,
        }
    }
}

/// A block of its own, for what concerns all of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// What runs.
    pub body: Vec<StepId>,
    /// The values that leave the block.
    pub values: Vec<ValueId>,
    /// How often the whole block is tried again when it fails.
    pub retries: Option<u32>,
    /// What runs when the block has ended.
    pub exit: Option<Exit>,
}

/// A call of a pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// The pipeline.
    pub pipeline: Id<Pipeline>,
    /// What it is given; parameters that are left out have their defaults.
    pub arguments: Vec<Argument>,
    /// How often the whole pipeline is tried again when it fails.
    pub retries: Option<u32>,
}

/// What runs when a block has ended, however it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// What runs. It sees parameters, and the two values below.
    pub body: Vec<StepId>,
}

/// A value that is known when the pipeline runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// Where it comes from.
    pub expression: Expression,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Where it was made.
    pub at: Location,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// Written in the source.
    Literal(Json),
    /// A parameter of the pipeline, by its index in the signature.
    Parameter(u32),
    /// An output of a task or of a called pipeline.
    Output {
        /// The task or call.
        step: StepId,
        /// Name of the output.
        output: String,
    },
    /// A value that a step with blocks produces: of an `if` that of the block that runs, of a loop the list of what its
    /// items give, of a group the value itself.
    Result {
        /// The step.
        step: StepId,
        /// Which of its values.
        index: u32,
    },
    /// What a loop is at: an element of one of its lists, or its number.
    Item {
        /// The loop.
        each: StepId,
        /// Which of its items.
        index: u32,
    },
    /// How the block that an exit handler belongs to has ended.
    Exit(ExitValue),
    /// Made of other values.
    Operator(Operator<ValueId>),
}

impl Expression {
    /// The values that this one is made of, without those of steps.
    pub fn operands(&self) -> Vec<ValueId> {
        match self {
            Self::Literal(_)
            | Self::Parameter(_)
            | Self::Output { .. }
            | Self::Result { .. }
            | Self::Item { .. }
            | Self::Exit(_) => vec![],
            Self::Operator(operator) => operator.operands().copied().collect(),
        }
    }

    /// The step that gives the value.
    pub fn step(&self) -> Option<StepId> {
        match self {
            Self::Output { step, .. } | Self::Result { step, .. } => Some(*step),
            _ => None,
        }
    }
}

/// A pipeline that is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pipeline {
    /// Path of the function, such as `calculation::total`; one pipeline, one key.
    pub key: String,
    /// Name of the function.
    pub name: String,
    /// From its doc comment.
    pub description: Option<String>,
    /// Where the function stands.
    pub at: Location,
    /// What a call is given.
    pub parameters: Vec<Parameter>,
    /// The steps of its own block, in the order of the source.
    pub body: Vec<StepId>,
    /// What it returns, by name.
    pub outputs: Vec<PipelineOutput>,
    /// What runs when it has ended, however it ended.
    pub exit: Option<Exit>,
}

/// A value that a pipeline returns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PipelineOutput {
    /// `output` for a single one, else the field's name.
    pub name: String,
    /// The value.
    pub value: ValueId,
    /// From the field's doc comment.
    pub description: Option<String>,
}
