//! Templates of tasks.

use super::Port;
use pipewright_ir::arena::Id;
use pipewright_ir::formula::Formula;
use pipewright_ir::graph::{Body, Component, Input, Options, RuntimeOption};
use pipewright_ir::json::Json;
use pipewright_ir::options::Invalid;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Id of a template in its plan.
pub type TemplateId = Id<Template>;

/// A component and how it runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Template {
    /// Unique among templates and DAGs; a DNS label.
    pub name: String,
    /// The component.
    pub component: Component,
    /// The options of the component and of the calls that share this template.
    pub options: Options,
    /// Options that tasks give values: inputs of the template, too, named by [`option_input`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub option_values: Vec<RuntimeOption>,
    /// Input [`DISPLAY_NAME`]: the name for people of each task.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub has_display_name: bool,
    /// Inputs of the template beside those of the component: operands of what the program computes.
    pub operands: Vec<Port>,
    /// Inputs of the component that its program computes.
    pub computed: Vec<Computed>,
    /// Inputs that are lists of artifacts, and how these come in, where a target has to know it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, List>,
}

/// How the artifacts of a list come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// Each by itself: there are never more.
    Elements {
        /// Most elements of the lists of all tasks.
        most: usize,
        /// Each of the lists has so many, and none that is nothing.
        all: bool,
    },
    /// Another task has put them into a folder.
    Folder,
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

/// Name of the input by which the value of an option comes in. No input of a component has it: those are names of Rust.
pub fn option_input(option: RuntimeOption) -> String {
    format!("{OPTION}{}", option.name())
}

/// Name of the option whose value comes in by an input.
pub fn option_of_input(input: &str) -> Option<&str> {
    input.strip_prefix(OPTION)
}

const OPTION: &str = "option-";

/// Name of the input by which the name for people comes in.
pub const DISPLAY_NAME: &str = "option-display-name";

fn formula<S: Serializer>(formula: &Formula, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(formula)
}

impl Template {
    /// A component with the options of a call.
    pub(crate) fn new(
        name: String,
        component: Component,
        options: Options,
        option_values: Vec<RuntimeOption>,
        has_display_name: bool,
    ) -> Self {
        Self {
            name,
            component,
            options,
            option_values,
            has_display_name,
            operands: vec![],
            computed: vec![],
            lists: BTreeMap::new(),
        }
    }

    /// Inputs that are options, not inputs of the component.
    pub fn option_inputs(&self) -> impl Iterator<Item = String> {
        let display_name = self.has_display_name.then(|| DISPLAY_NAME.to_owned());
        let options = self.option_values.iter().copied().map(option_input);
        options.chain(display_name)
    }

    /// Number of inputs without those that are operands.
    pub fn own_inputs(&self) -> usize {
        self.component.inputs.len() + self.option_inputs().count()
    }

    /// The option whose value is the input of a name.
    pub fn option(&self, input: &str) -> Option<RuntimeOption> {
        let mut options = self.option_values.iter().copied();
        options.find(|option| option_input(*option) == input)
    }

    /// The options of a task whose inputs have these values.
    ///
    /// # Errors
    /// A value that its option cannot have.
    pub fn options_with<'v>(
        &self,
        value: impl Fn(&str) -> Option<&'v Json>,
    ) -> Result<Cow<'_, Options>, Invalid> {
        let mut options = Cow::Borrowed(&self.options);
        for option in &self.option_values {
            if let Some(value) = value(&option_input(*option)) {
                options.to_mut().set(option.known(value)?);
            }
        }
        Ok(options)
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
        let mut parts = vec![component.key.clone(), component.signature()];
        let json = |value: Result<Json, String>| value.map(|json| json.to_string()).ok();
        match &component.body {
            Body::Container(spec) => parts.extend(json(Json::of(spec))),
            Body::Program | Body::Approval => parts.push(component.digest.clone()),
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
