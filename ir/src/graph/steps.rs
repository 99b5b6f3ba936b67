//! Steps, the values between them, and the pipelines that they call.

// Each refers to the others by typed ids, so that a file for each would import the others.

use super::{Component, ExitValue, Location, Options, Parallelism, Parameter, RuntimeOption};
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
    /// Kind, with all that belongs to it.
    pub kind: StepKind,
    /// Steps that end before it starts, beside those whose values it uses.
    pub after: Vec<StepId>,
    /// The pipeline goes on when it fails: its values are optional then, and nothing if it did.
    pub may_fail: bool,
    /// Name of a loop or branch by the author's names, such as `each-part` or `if-is-large`; a DNS label. `None` where there
    /// are none.
    pub name: Option<String>,
    /// Name for people, where its own does not tell enough.
    pub display_name: Option<String>,
    /// Location in the source.
    pub at: Location,
}

/// Kind of a step.
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
            Self::Task(task) => {
                let mut operands = values(&task.arguments);
                operands.extend(task.option_values.iter().map(|option| option.value));
                operands.extend(task.display_value);
                operands
            }
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
    /// Arguments in the order of the component's inputs; inputs that are left out have their defaults.
    pub arguments: Vec<Argument>,
    /// Options that differ from the component's.
    pub options: Options,
    /// Options that are known only when the pipeline runs, each once. They stand before all others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_values: Vec<OptionValue>,
    /// Name for people that is known only when the pipeline runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_value: Option<ValueId>,
}

/// A value for an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionValue {
    /// The option.
    pub option: RuntimeOption,
    /// The value: a text, or a whole number.
    pub value: ValueId,
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
    /// Condition.
    pub condition: ValueId,
    /// Steps that run when it holds.
    pub then: Vec<StepId>,
    /// Steps that run when it does not.
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
    /// Items, side by side, to the end of the shortest list; there is at least one list.
    pub items: Vec<Items>,
    /// Steps that run for each item.
    pub body: Vec<StepId>,
    /// The values of the body that are collected in the order of the items, into a list each.
    pub values: Vec<ValueId>,
    /// Items that run at the same time.
    pub parallelism: Parallelism,
}

/// Items of a loop.
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
    /// Steps.
    pub body: Vec<StepId>,
    /// The values that leave the block.
    pub values: Vec<ValueId>,
    /// Number of times that the whole block is tried again when it fails.
    pub retries: Option<u32>,
    /// Exit handler.
    pub exit: Option<Exit>,
}

/// A call of a pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// The pipeline.
    pub pipeline: Id<Pipeline>,
    /// Arguments; parameters that are left out have their defaults.
    pub arguments: Vec<Argument>,
    /// Number of times that the whole pipeline is tried again when it fails.
    pub retries: Option<u32>,
}

/// An exit handler: steps that run when a block has ended, however it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exit {
    /// Steps. They see parameters, and the values of [`ExitValue`](super::ExitValue).
    pub body: Vec<StepId>,
}

/// A value that is known when the pipeline runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// Origin of the value.
    pub expression: Expression,
    /// Type of its values.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Location where it was made.
    pub at: Location,
}

/// Origin of a value.
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
        /// Index among its values.
        index: u32,
    },
    /// Item of a loop: an element of one of its lists, or its number.
    Item {
        /// The loop.
        each: StepId,
        /// Index among its items.
        index: u32,
    },
    /// End of the block that an exit handler belongs to.
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
    /// Location of the function.
    pub at: Location,
    /// Parameters of a call.
    pub parameters: Vec<Parameter>,
    /// The steps of its own block, in the order of the source.
    pub body: Vec<StepId>,
    /// Outputs, by name.
    pub outputs: Vec<PipelineOutput>,
    /// Exit handler: steps that run when it has ended, however it ended.
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
