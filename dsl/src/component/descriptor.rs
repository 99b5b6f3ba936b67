use crate::component::failure::Failure;
use crate::component::invocation::{Invocation, Results};
use crate::field::Field;
use pipewright_ir::graph::{Body, Component, ContainerSpec, Input, Location, Output};
use pipewright_ir::json::Json;
use pipewright_ir::options::Options;
use std::collections::BTreeMap;

/// A component as `#[component]` registers it.
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
    /// Of all sources that the component may run.
    #[doc(hidden)]
    pub digest: &'static str,
    #[doc(hidden)]
    pub at: Location,
}

inventory::collect!(&'static ComponentDescriptor);

/// Code of a component.
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
        let inputs = self.inputs.iter().map(|field| Input {
            name: field.name.into(),
            ty: (field.ty)(),
            default: field.default_value().unwrap_or_else(|problem| {
                problems.push(problem);
                None
            }),
            description: field.description.map(Into::into),
        });
        let inputs = inputs.collect();
        let outputs = (self.outputs)();
        let outputs = outputs.iter().map(|field| Output {
            name: field.name.into(),
            ty: (field.ty)(),
            description: field.description.map(Into::into),
        });
        let outputs = outputs.collect();
        let body = match self.body {
            StaticBody::Program(_) => Body::Program,
            StaticBody::Container(build) => Body::Container(build().unwrap_or_else(|reason| {
                problems.push(reason);
                // Nothing is compiled with a problem: this is never printed.
                ContainerSpec {
                    image: String::new(),
                    command: vec![],
                    args: vec![],
                    paths: Default::default(),
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
        run(&mut Invocation::new(inputs, self.inputs))?.finish()
    }
}
