//! One call of a component's function: its inputs as JSON, its outputs as JSON.

use crate::component::failure::Failure;
use crate::field::{Field, Typed};
use pipewright_ir::json::Json;
use pipewright_ir::wire;
use std::collections::BTreeMap;

/// Inputs of a call, with what is wrong with them.
#[doc(hidden)]
pub struct Invocation<'a> {
    inputs: &'a BTreeMap<String, Json>,
    fields: &'static [Field],
    failures: Vec<String>,
}

impl<'a> Invocation<'a> {
    pub(super) fn new(inputs: &'a BTreeMap<String, Json>, fields: &'static [Field]) -> Self {
        let failures = vec![];
        Self {
            inputs,
            fields,
            failures,
        }
    }

    /// The value that was given for an input, or its default.
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

/// Outputs of a call, with what is wrong with them.
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

    pub(super) fn finish(self) -> Result<Vec<(&'static str, Json)>, Failure> {
        if self.failures.is_empty() {
            return Ok(self.outputs);
        }
        Err(Failure::new(self.failures.join("; ")))
    }
}

impl<T> Typed<T> {
    /// The input of an index; what is wrong with it is kept for [`Invocation::check`].
    pub fn read(&self, invocation: &mut Invocation<'_>, index: usize) -> Option<T> {
        let json = invocation.json(index)?;
        let read = (self.read)(&json);
        read.map_err(|reason| invocation.wrong(&self.field, &json, &reason))
            .ok()
    }

    /// Adds the output of this field.
    pub fn write(&self, value: &T, results: &mut Results) {
        results.add(self.field.name, (self.write)(value));
    }
}
