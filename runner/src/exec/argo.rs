use super::error::Error;
use super::names::check_inputs;
use crate::files;
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use pipewright_ir::wire;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The inputs that stand on the command line.
pub(super) fn read(
    component: &Component,
    inputs: &[(String, String)],
) -> Result<BTreeMap<String, Json>, Error> {
    check_inputs(component, inputs.iter().map(|(name, _)| name))?;
    let mut values = BTreeMap::new();
    let mut wrong = vec![];
    for (name, text) in inputs {
        let Some(input) = component.input(name) else {
            continue;
        };
        match wire::decode(&input.ty, text) {
            Ok(json) => {
                values.insert(name.clone(), json);
            }
            Err(reason) => {
                let (ty, text) = (&input.ty, wire::shorten(text));
                wrong.push(format!(
                    "input `{name}` is not of the type {ty}: {reason}, in `{text}`"
                ));
            }
        }
    }
    if wrong.is_empty() {
        Ok(values)
    } else {
        Err(Error::task(wrong.join("; ")))
    }
}

/// Writes the outputs that the command line asks for.
pub(super) fn write(
    component: &Component,
    files: &[(String, PathBuf)],
    results: &BTreeMap<String, Json>,
) -> Result<(), Error> {
    for (name, path) in files {
        let (Some(output), Some(json)) = (component.output(name), results.get(name)) else {
            return Err(Error::task(format!("output `{name}` is missing")));
        };
        // Argo takes off one newline at the end, so that a text that ends with one keeps it.
        let text = wire::encode(&output.ty, json) + "\n";
        files::write(path, text.as_bytes()).map_err(|source| Error::Write {
            output: Some(name.clone()),
            path: path.clone(),
            source,
        })?;
    }
    Ok(())
}
