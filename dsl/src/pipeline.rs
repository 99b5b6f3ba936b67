//! Pipelines as the program knows them: what `#[pipeline]` registers.

use crate::field::Field;
use crate::reference::Reference;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Location, Parameter};
use pipewright_ir::json::Json;

/// A pipeline as `#[pipeline]` registers it.
pub struct PipelineDescriptor {
    #[doc(hidden)]
    pub key: &'static str,
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub description: Option<&'static str>,
    #[doc(hidden)]
    pub parameters: &'static [Field],
    #[doc(hidden)]
    pub outputs: fn() -> Vec<Field>,
    #[doc(hidden)]
    pub body: fn() -> Vec<(&'static str, Reference)>,
    /// Image and program, from the manifest of the crate.
    #[doc(hidden)]
    pub image: Option<&'static str>,
    #[doc(hidden)]
    pub command: Option<&'static str>,
    #[doc(hidden)]
    pub artifacts: &'static [(&'static str, &'static str)],
    /// Name of the program, or of the library's package.
    #[doc(hidden)]
    pub program: &'static str,
    /// Names of targets, from the manifest of the crate and the attribute.
    #[doc(hidden)]
    pub targets: &'static [&'static str],
    /// The crate is the program, not a library of it.
    #[doc(hidden)]
    pub is_program: bool,
    /// Names of its loops and branches, by line and column.
    #[doc(hidden)]
    pub step_names: &'static [(u32, u32, &'static str)],
    #[doc(hidden)]
    pub at: Location,
}

inventory::collect!(&'static PipelineDescriptor);

impl PipelineDescriptor {
    /// Path of the pipeline's function.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Name of the pipeline's function.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Name of the crate in which the function stands.
    pub fn crate_name(&self) -> &'static str {
        self.key.split("::").next().unwrap_or(self.key)
    }

    /// Description, from the doc comment.
    pub fn description(&self) -> Option<&'static str> {
        self.description
    }

    /// Names of the targets that the pipeline is compiled for.
    pub fn targets(&self) -> &'static [&'static str] {
        self.targets
    }

    /// Place of the pipeline's function.
    pub fn at(&self) -> &Location {
        &self.at
    }

    /// A value for a parameter in the one form of its type.
    ///
    /// # Errors
    /// The reason, if the value is not of the parameter's type.
    pub fn normalize(&self, parameter: &str, value: &Json) -> Result<Json, String> {
        match self.parameters.iter().find(|field| field.name == parameter) {
            Some(field) => (field.normalize)(value),
            None => Err(format!("`{}` has no parameter `{parameter}`", self.name)),
        }
    }

    /// The parameters as data; defaults that cannot be written are reported.
    pub(crate) fn graph_parameters(&self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Parameter> {
        let parameter = |field: &Field| {
            let (line, column) = field.at;
            let at = Location {
                line,
                column,
                ..self.at.clone()
            };
            let default = field.default_value().unwrap_or_else(|problem| {
                diagnostics.push(Diagnostic::error(&at, problem));
                None
            });
            Parameter {
                name: field.name.into(),
                ty: (field.ty)(),
                default,
                description: field.description.map(Into::into),
                at,
            }
        };
        self.parameters.iter().map(parameter).collect()
    }
}
