use super::Location;
use crate::fnv::Fnv;
use crate::json::Json;
use crate::options::Options;
use crate::types::Type;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A component: inputs, outputs and options of its tasks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Component {
    /// Path of the function, such as `calculation::add`; one component, one key.
    pub key: String,
    /// Name for people and targets: that of the function, or the option `name`.
    pub name: String,
    /// From the doc comment.
    pub description: Option<String>,
    /// In the order of the signature.
    pub inputs: Vec<Input>,
    /// In the order of the struct's fields.
    pub outputs: Vec<Output>,
    /// Code.
    pub body: Body,
    /// Options of its tasks that set none of their own.
    pub options: Options,
    /// A digest of its source: another one means that it may give other outputs.
    pub digest: String,
    /// Location of the function.
    pub at: Location,
}

impl Component {
    /// A digest of everything that a caller and the program must agree on: the key, the names and types of inputs and
    /// outputs. Eight hexadecimal digits.
    pub fn signature(&self) -> String {
        let mut digest = Fnv::new();
        digest.text(&self.key);
        for input in &self.inputs {
            digest.text(&input.name);
            digest.text(&input.ty.to_string());
        }
        digest.text("->");
        for output in &self.outputs {
            digest.text(&output.name);
            digest.text(&output.ty.to_string());
        }
        digest.short()
    }

    /// The input of a name.
    pub fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.iter().find(|input| input.name == name)
    }

    /// The output of a name.
    pub fn output(&self, name: &str) -> Option<&Output> {
        self.outputs.iter().find(|output| output.name == name)
    }
}

/// An input of a component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// Name of the parameter.
    pub name: String,
    /// Type of its values.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Value where a call gives none; `None` makes it required.
    pub default: Option<Json>,
    /// From its doc comment.
    pub description: Option<String>,
}

/// An output of a component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// `output` for a single one, else the field's name.
    pub name: String,
    /// Type of its values.
    #[serde(rename = "type")]
    pub ty: Type,
    /// From its doc comment.
    pub description: Option<String>,
}

/// Code that runs as a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The Rust function, in the program of its crate.
    Program,
    /// A ready image.
    Container(ContainerSpec),
    /// Nothing: it waits until a person gives its outputs.
    Approval,
}

impl Body {
    /// Whether the program of its crate has to hold it under its key.
    pub fn is_registered(&self) -> bool {
        match self {
            Self::Program | Self::Container(_) => true,
            Self::Approval => false,
        }
    }

    /// Whether its outputs are in the one form of their types: others than our programs write as they like.
    pub fn writes_normal_form(&self) -> bool {
        match self {
            Self::Program => true,
            Self::Container(_) | Self::Approval => false,
        }
    }

    /// Whether a failure is tried again: a person who says no is not asked again.
    pub fn is_retried(&self) -> bool {
        match self {
            Self::Program | Self::Container(_) => true,
            Self::Approval => false,
        }
    }

    /// Variables of the environment that it sets itself.
    pub fn env(&self) -> &[(String, Text)] {
        match self {
            Self::Container(spec) => &spec.env,
            Self::Program | Self::Approval => &[],
        }
    }
}

/// A ready image and how it is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContainerSpec {
    /// Reference of the image.
    pub image: String,
    /// Program and first arguments; not empty.
    pub command: Vec<Text>,
    /// Further arguments.
    pub args: Vec<Text>,
    /// Environment variables whose values may hold inputs.
    pub env: Vec<(String, Text)>,
    /// Outputs that the image writes to paths of its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub paths: BTreeMap<String, String>,
}

/// Text with places for inputs and for the paths of outputs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text(pub Vec<Piece>);

/// A part of a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// Text as it is.
    Literal(String),
    /// The value of an input: a string raw, all else as JSON.
    Input(String),
    /// The path of the file or folder of an input that is an artifact; of the folder of a list of them.
    InputPath(String),
    /// The path of the file that the program writes an output to.
    OutputPath(String),
}
