//! In a container of Argo: values are words, outputs are files.

use super::call::Value;
use super::error::Error;
use super::limits;
use super::names::check_inputs;
use crate::files;
use pipewright_ir::formula::Formula;
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// The inputs of a component: those that are given, and those that are computed.
pub(super) fn read(
    component: &Component,
    values: &[Value],
    computed: &[(String, Formula)],
) -> Result<BTreeMap<String, Json>, Error> {
    check_inputs(component, computed.iter().map(|(name, _)| name))?;
    let operands = names(computed);
    let is_computed = |name: &str| computed.iter().any(|(known, _)| known == name);
    let is_input = |name: &str| component.input(name).is_some() && !is_computed(name);
    let unknown = values.iter().map(|value| &value.name);
    let unknown = unknown.filter(|name| !is_input(name) && !operands.contains(name.as_str()));
    check_inputs(component, unknown)?;

    let mut known = BTreeMap::new();
    let mut wrong = vec![];
    for Value {
        name,
        wire,
        is_text,
    } in values
    {
        let (what, ty) = match component.input(name).filter(|_| !is_computed(name)) {
            Some(input) => ("input", input.ty.clone()),
            None if *is_text => ("operand", Type::Optional(Box::new(Type::String))),
            None => ("operand", Type::Json),
        };
        match wire::decode(&ty, wire) {
            Ok(json) => drop(known.insert(name.as_str(), json)),
            Err(reason) => {
                let shown = wire::shown(wire);
                let text = wire::shorten(&shown);
                wrong.push(format!(
                    "{what} `{name}` is not of the type {ty}: {reason}, in `{text}`"
                ));
            }
        }
    }
    if !wrong.is_empty() {
        return Err(Error::task(wrong.join("; ")));
    }
    let mut inputs = BTreeMap::new();
    for (name, formula) in computed {
        match value(component, name, formula, &known) {
            Ok(json) => drop(inputs.insert(name.clone(), json)),
            Err(reason) => wrong.push(format!("input `{name}` cannot be computed: {reason}")),
        }
    }
    if !wrong.is_empty() {
        return Err(Error::task(wrong.join("; ")));
    }
    let given = known.into_iter().filter(|(name, _)| is_input(name));
    inputs.extend(given.map(|(name, json)| (name.to_owned(), json)));
    Ok(inputs)
}

/// The names of all values that formulas need.
fn names(computed: &[(String, Formula)]) -> HashSet<&str> {
    let mut found = HashSet::new();
    for (_, formula) in computed {
        formula.visit(&mut |part| {
            if let Formula::Name(name) = part {
                found.insert(name.as_str());
            }
        });
    }
    found
}

/// The value of an input that is computed.
fn value(
    component: &Component,
    name: &str,
    formula: &Formula,
    known: &BTreeMap<&str, Json>,
) -> Result<Json, String> {
    let operand = |name: &str| {
        let value = known.get(name).map(Cow::Borrowed);
        value.ok_or_else(|| format!("`{name}` is not given"))
    };
    let json = formula.evaluate(&operand)?.into_owned();
    match component.input(name) {
        Some(input) => json.normal(&input.ty),
        None => Ok(json),
    }
}

/// Writes all outputs into a folder, each of some KiB at most.
pub(super) fn write(
    component: &Component,
    folder: &Path,
    max: usize,
    results: &BTreeMap<String, Json>,
) -> Result<(), Error> {
    for output in &component.outputs {
        let (name, path) = (&output.name, folder.join(&output.name));
        let Some(json) = results.get(name) else {
            return Err(Error::task(format!("output `{name}` is missing")));
        };
        // Argo takes off one newline at the end, so that a text that ends with one keeps it.
        let text = wire::encode(&output.ty, json) + "\n";
        if text.len() > max * 1024 {
            return Err(Error::task(limits::message(
                name,
                &output.ty,
                text.len(),
                max,
            )));
        }
        let written = files::make_folder_of(&path);
        let written = written.and_then(|()| files::write_to(&path, text.as_bytes()));
        written.map_err(|source| Error::Write {
            output: Some(name.clone()),
            path: path.clone(),
            source,
        })?;
    }
    Ok(())
}
