use super::{Error, check_names, no_unknown};
use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use pipewright_ir::wire;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The inputs that stand on the command line.
pub(super) fn read(
    component: &Component,
    inputs: &[(String, String)],
) -> Result<BTreeMap<String, Json>, Error> {
    check_names(component, inputs.iter().map(|(name, _)| name))?;
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

pub(super) fn check_outputs(
    component: &Component,
    outputs: &[(String, PathBuf)],
) -> Result<(), Error> {
    let unknown = outputs.iter().map(|(name, _)| name);
    let unknown: Vec<_> = unknown
        .filter(|name| component.output(name).is_none())
        .collect();
    no_unknown(
        "output",
        component,
        &unknown,
        component.outputs.iter().map(|output| output.name.as_str()),
    )
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
        replace(path, &text).map_err(|error| {
            let path = path.display();
            Error::infrastructure(format!("cannot write output `{name}` to `{path}`: {error}"))
        })?;
    }
    Ok(())
}

/// Writes a file so that it is never seen half written.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".output-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}
