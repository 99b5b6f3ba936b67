//! Targets: the engines that pipelines are compiled for.

mod definition;

pub use definition::{OptionValue, Settings, Target, TargetOption};

use crate::plan::Plan;
use crate::yaml;
use pipewright_ir::diagnostic::Diagnostic;

/// All targets, the default one first.
pub const TARGETS: &[&dyn Target] = &[
    #[cfg(feature = "argo")]
    &crate::argo::Argo,
];

/// The target of a name.
pub fn named(name: &str) -> Option<&'static dyn Target> {
    let mut targets = TARGETS.iter().copied();
    targets.find(|target| target.name() == name)
}

/// The YAML of a plan for a target. It can be used only if none of the diagnostics is an error.
pub fn compile(
    target: &dyn Target,
    mut plan: Plan,
    settings: &Settings,
) -> (String, Vec<Diagnostic>) {
    let mut diagnostics = target.prepare(&mut plan, settings);
    let (documents, found) = target.emit(&plan, settings);
    diagnostics.extend(found);
    (yaml::join(documents), diagnostics)
}
