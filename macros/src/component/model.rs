use super::options::Options;
use crate::signature::{self, Parameter};
use proc_macro2::Span;
use syn::{ItemFn, Type};

/// A component as the user wrote it.
pub(super) struct Component {
    pub(super) options: Options,
    pub(super) function: ItemFn,
    pub(super) parameters: Vec<Parameter>,
    pub(super) description: Option<String>,
    /// The written return type, and the place of its arrow.
    pub(super) returned: (Type, Span),
}

impl Component {
    /// The type of the outputs: that within a `Result`.
    pub(super) fn outputs(&self) -> &Type {
        signature::argument_of(&self.returned.0, "Result").unwrap_or(&self.returned.0)
    }

    pub(super) fn fails(&self) -> bool {
        signature::argument_of(&self.returned.0, "Result").is_some()
    }

    /// The option `name`, or the name of the function.
    pub(super) fn name(&self) -> String {
        match &self.options.name {
            Some(name) => name.value(),
            None => signature::unraw(&self.function.sig.ident),
        }
    }

    pub(super) fn is_container(&self) -> bool {
        signature::is_named(self.outputs(), "Container")
    }
}
