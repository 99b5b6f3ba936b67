//! Definition of a target, and the settings that it is given.

use crate::plan::Plan;
use pipewright_ir::diagnostic::Diagnostic;
use std::collections::BTreeMap;

/// An engine that pipelines are compiled for.
pub trait Target: Sync {
    /// Name on the command line and in manifests.
    fn name(&self) -> &'static str;

    /// Name as people know it.
    fn title(&self) -> &'static str;

    /// Options of its own.
    fn options(&self) -> &'static [TargetOption];

    /// The plan as the engine can run it: with the passes that it needs. It can be emitted only if none of the diagnostics
    /// is an error.
    fn prepare(&self, plan: &mut Plan, settings: &Settings) -> Vec<Diagnostic>;

    /// The YAML documents of a prepared plan. They can be used only if none of the diagnostics is an error.
    fn emit(&self, plan: &Plan, settings: &Settings) -> (Vec<String>, Vec<Diagnostic>);
}

/// Option of a target on the command line.
#[derive(Debug, Clone, Copy)]
pub struct TargetOption {
    /// Its name, without dashes.
    pub name: &'static str,
    /// Its help in one sentence.
    pub help: &'static str,
    /// Form of its value.
    pub value: OptionValue,
}

/// Form of an option's value.
#[derive(Debug, Clone, Copy)]
pub enum OptionValue {
    /// One of a few words, each with its help; the first is the default.
    OneOf(&'static [(&'static str, &'static str)]),
    /// Text of a grammar.
    Text(fn(&str) -> Result<(), String>),
}

/// Settings of a compilation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Image that holds the program, for components and crates that name none.
    pub image: Option<String>,
    /// Values of the options that are given, by name.
    pub options: BTreeMap<String, String>,
}

impl Settings {
    /// Value of an option, if it is given.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.options.get(name).map(String::as_str)
    }
}
