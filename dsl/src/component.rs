//! Components as the program knows them: what `#[component]` registers, and how one is called.

use crate::payload::{self, Payload};
use crate::record::Operand;
use pipewright_ir::graph::{self, Body, Component, ContainerSpec, Location};
use pipewright_ir::json::Json;
use pipewright_ir::options::Options;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use std::collections::BTreeMap;

/// An input, output or parameter as generated code names it.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub description: Option<&'static str>,
    pub ty: fn() -> Type,
    /// Text in the one form of its type, or why it cannot be of the type.
    pub normalize: fn(&Json) -> Result<Json, String>,
    pub default: Option<fn() -> Result<Json, String>>,
    pub at: (u32, u32),
}

impl Field {
    pub const fn new<T: Payload>(name: &'static str, description: Option<&'static str>) -> Self {
        Self {
            name,
            description,
            ty: T::ty,
            normalize: normalize::<T>,
            default: None,
            at: (0, 0),
        }
    }
}

/// A field whose values are `T`s.
#[doc(hidden)]
pub struct Typed<T> {
    pub field: Field,
    read: fn(&Json) -> Result<T, String>,
    write: fn(&T) -> Result<Json, String>,
}

/// The only place of the expansion that asks for the bound on the type of an input or parameter.
#[doc(hidden)]
pub const fn typed<T: Payload>(name: &'static str, description: Option<&'static str>) -> Typed<T> {
    Typed {
        field: Field::new::<T>(name, description),
        read: Json::to::<T>,
        write: payload::to_json::<T>,
    }
}

impl<T> Typed<T> {
    #[must_use]
    pub const fn default(mut self, default: fn() -> Result<Json, String>) -> Self {
        self.field.default = Some(default);
        self
    }

    #[must_use]
    pub const fn at(mut self, line: u32, column: u32) -> Self {
        self.field.at = (line, column);
        self
    }

    /// The input of an index; what is wrong with it is kept for [`Invocation::check`].
    pub fn read(&self, invocation: &mut Invocation<'_>, index: usize) -> Option<T> {
        let json = invocation.json(index)?;
        let read = (self.read)(&json);
        read.map_err(|reason| invocation.wrong(&self.field, &json, &reason))
            .ok()
    }
}

impl<T> Typed<T> {
    /// Adds the output of this field.
    pub fn write(&self, value: &T, results: &mut Results) {
        results.add(self.field.name, (self.write)(value));
    }

    /// A default as JSON.
    ///
    /// # Errors
    /// Why JSON cannot hold it.
    pub fn json(&self, default: &T) -> Result<Json, String> {
        (self.write)(default)
    }

    /// A value that is written in the source.
    pub(crate) fn literal(&self, value: &T) -> Operand {
        let ty = (self.field.ty)();
        match (self.write)(value) {
            Ok(json) => Operand::Literal(json, ty),
            Err(reason) => Operand::Unwritable(reason, ty),
        }
    }

    /// The handle of the pipeline's parameter of an index.
    #[track_caller]
    pub fn parameter(&self, index: u32) -> crate::handle::Value<T> {
        crate::handle::Value::__parameter(index, self.field.ty)
    }
}

/// The value of a default.
#[doc(hidden)]
pub fn default_of<T>(value: impl crate::handle::DefaultOf<T>) -> T {
    value.__default()
}

fn normalize<T: Payload>(json: &Json) -> Result<Json, String> {
    payload::to_json(&json.to::<T>()?)
}

/// What `#[component]` registers.
pub struct ComponentDescriptor {
    #[doc(hidden)]
    pub key: &'static str,
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub description: Option<&'static str>,
    #[doc(hidden)]
    pub inputs: &'static [Field],
    #[doc(hidden)]
    pub outputs: fn() -> Vec<Field>,
    #[doc(hidden)]
    pub options: fn() -> Options,
    #[doc(hidden)]
    pub body: StaticBody,
    /// Of the source of the component's function.
    #[doc(hidden)]
    pub digest: &'static str,
    #[doc(hidden)]
    pub at: Location,
}

inventory::collect!(&'static ComponentDescriptor);

/// What runs as a task of a component.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum StaticBody {
    Program(fn(&mut Invocation<'_>) -> Result<Results, Failure>),
    Container(fn() -> Result<ContainerSpec, String>),
}

impl ComponentDescriptor {
    /// Path of the component's function.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The component as data, with what is wrong with its defaults or its container.
    pub fn component(&self) -> (Component, Vec<String>) {
        let mut problems = vec![];
        let inputs = self.inputs.iter().map(|field| {
            let default = field.default.and_then(|default| {
                default()
                    .map_err(|reason| {
                        problems.push(format!(
                            "the default of `{}` cannot be written: {reason}",
                            field.name
                        ))
                    })
                    .ok()
            });
            let ty = (field.ty)();
            graph::Input {
                name: field.name.into(),
                default: default.or_else(|| ty.is_optional().then(Json::null)),
                ty,
                description: field.description.map(Into::into),
            }
        });
        let inputs = inputs.collect();
        let outputs = (self.outputs)();
        let outputs = outputs.iter().map(|field| graph::Output {
            name: field.name.into(),
            ty: (field.ty)(),
            description: field.description.map(Into::into),
        });
        let outputs = outputs.collect();
        let body = match self.body {
            StaticBody::Program(_) => Body::Program,
            StaticBody::Container(build) => Body::Container(build().unwrap_or_else(|reason| {
                problems.push(reason);
                ContainerSpec {
                    image: String::new(),
                    command: vec![],
                    args: vec![],
                    env: vec![],
                }
            })),
        };
        let component = Component {
            key: self.key.into(),
            name: self.name.into(),
            description: self.description.map(Into::into),
            inputs,
            outputs,
            body,
            options: (self.options)(),
            digest: self.digest.into(),
            at: self.at.clone(),
        };
        (component, problems)
    }

    /// Runs the component's function.
    ///
    /// # Errors
    /// An input that is missing or not of its type, the error or panic of the function, an output that cannot be written.
    pub fn run(
        &self,
        inputs: &BTreeMap<String, Json>,
    ) -> Result<Vec<(&'static str, Json)>, Failure> {
        let StaticBody::Program(run) = self.body else {
            return Err(Failure::new(format!(
                "`{}` is a ready image, not a function of this program",
                self.key
            )));
        };
        let mut invocation = Invocation {
            inputs,
            fields: self.inputs,
            failures: vec![],
        };
        run(&mut invocation)?.finish()
    }
}

/// The inputs of one call of a component's function.
#[doc(hidden)]
pub struct Invocation<'a> {
    inputs: &'a BTreeMap<String, Json>,
    fields: &'static [Field],
    failures: Vec<String>,
}

impl Invocation<'_> {
    /// What was given for an input, or its default.
    fn json(&mut self, index: usize) -> Option<Json> {
        let field = self.fields.get(index)?;
        let value = match (self.inputs.get(field.name), field.default) {
            (Some(json), _) => Ok(json.clone()),
            (None, Some(default)) => default(),
            (None, None) if (field.ty)().is_optional() => Ok(Json::null()),
            (None, None) => Err(format!("input `{}` is missing", field.name)),
        };
        value.map_err(|failure| self.failures.push(failure)).ok()
    }

    fn wrong(&mut self, field: &Field, json: &Json, reason: &str) {
        let (name, ty, value) = (field.name, (field.ty)(), wire::shorten(json.as_str()));
        self.failures.push(format!(
            "input `{name}` is not of the type {ty}: {reason}, in `{value}`"
        ));
    }

    /// # Errors
    /// All inputs that are missing or wrong.
    pub fn check(&mut self) -> Result<(), Failure> {
        if self.failures.is_empty() {
            return Ok(());
        }
        Err(Failure::new(std::mem::take(&mut self.failures).join("; ")))
    }
}

/// The outputs of one call of a component's function.
#[doc(hidden)]
#[derive(Default)]
pub struct Results {
    outputs: Vec<(&'static str, Json)>,
    failures: Vec<String>,
}

impl Results {
    /// Adds an output.
    pub(crate) fn add(&mut self, name: &'static str, json: Result<Json, String>) {
        match json {
            Ok(json) => self.outputs.push((name, json)),
            Err(reason) => self
                .failures
                .push(format!("output `{name}` cannot be written: {reason}")),
        }
    }

    fn finish(self) -> Result<Vec<(&'static str, Json)>, Failure> {
        if self.failures.is_empty() {
            return Ok(self.outputs);
        }
        Err(Failure::new(self.failures.join("; ")))
    }
}

/// Why a task failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    message: String,
}

impl Failure {
    /// A failure with its message.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }

    /// The error that a component's function returned.
    #[doc(hidden)]
    pub fn of(error: impl Fails) -> Self {
        Self::new(error.__message())
    }
}

/// What the `Err` of a component may hold: an error that can be printed.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the error `{Self}` of a component cannot be printed",
    label = "expected a type with `std::fmt::Display`",
    note = "its text is the message of the task that failed"
)]
pub trait Fails {
    fn __message(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<E: std::fmt::Display> Fails for E {
    fn __message(&self) -> String {
        self.to_string()
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
