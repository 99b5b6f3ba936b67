//! Pipelines as the program knows them: what `#[pipeline]` registers.

use crate::component::Field;
use crate::record;
use crate::registry;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Graph, Location, Parameter, Program};
use pipewright_ir::json::Json;

/// What `#[pipeline]` registers.
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
    pub body: fn() -> Vec<(&'static str, crate::handle::__Reference)>,
    /// Image and program, from the manifest of the crate.
    #[doc(hidden)]
    pub image: Option<&'static str>,
    #[doc(hidden)]
    pub command: &'static str,
    /// Whether the crate is the program, not a library of it.
    #[doc(hidden)]
    pub is_program: bool,
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

    /// What the pipeline does, from its doc comment.
    pub fn description(&self) -> Option<&'static str> {
        self.description
    }

    /// Where the pipeline's function stands.
    pub fn at(&self) -> &Location {
        &self.at
    }

    /// Records the pipeline. The graph is complete only if none of the diagnostics is an error.
    pub fn record(&self) -> (Graph, Vec<Diagnostic>) {
        record::record(self)
    }

    /// A value for a parameter in the one form of its type.
    ///
    /// # Errors
    /// Why the value cannot be of the parameter's type.
    pub fn normalize(&self, parameter: &str, value: &Json) -> Result<Json, String> {
        match self.parameters.iter().find(|field| field.name == parameter) {
            Some(field) => (field.normalize)(value),
            None => Err(format!("`{}` has no parameter `{parameter}`", self.name)),
        }
    }

    /// The image is that of the program, also for a pipeline of a library that it uses.
    pub(crate) fn program(&self) -> Program {
        let pipelines = registry::pipelines().into_iter();
        let program = pipelines
            .filter(|pipeline| pipeline.image.is_some() || self.image.is_none())
            .find(|pipeline| pipeline.is_program);
        let known = program.unwrap_or(self);
        Program {
            image: known.image.map(Into::into),
            command: known.command.into(),
        }
    }

    pub(crate) fn graph_parameters(&self, diagnostics: &mut Vec<Diagnostic>) -> Vec<Parameter> {
        let parameter = |field: &Field| {
            let (line, column) = field.at;
            let at = Location {
                line,
                column,
                ..self.at.clone()
            };
            let ty = (field.ty)();
            let default = field.default.and_then(|default| {
                default()
                    .map_err(|reason| {
                        let message = format!(
                            "the default of `{}` cannot be written: {reason}",
                            field.name
                        );
                        diagnostics.push(Diagnostic::error(&at, message));
                    })
                    .ok()
            });
            Parameter {
                name: field.name.into(),
                default: default.or_else(|| ty.is_optional().then(Json::null)),
                ty,
                description: field.description.map(Into::into),
                at,
            }
        };
        self.parameters.iter().map(parameter).collect()
    }
}
