use super::manifest::Manifest;
use super::rewrite::StepName;
use crate::signature::Parameter;
use proc_macro2::Span;
use syn::{ItemFn, Type};

/// A pipeline as the user wrote it.
pub(super) struct Pipeline {
    pub(super) function: ItemFn,
    pub(super) parameters: Vec<Parameter>,
    pub(super) description: Option<String>,
    /// The written return type and the place of its arrow; `None` for nothing.
    pub(super) returned: Option<(Type, Span)>,
    pub(super) manifest: Manifest,
    /// Names of its loops and branches.
    pub(super) step_names: Vec<StepName>,
}
