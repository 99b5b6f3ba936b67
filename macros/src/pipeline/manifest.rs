//! The table `[package.metadata.pipewright]` in the manifest of the pipeline's crate: its image.

use crate::errors::{Errors, similar};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use syn::Ident;

/// Image and program in which the components of a crate run.
pub(crate) struct Manifest {
    pub(crate) image: Option<String>,
    /// Path of the program in the image.
    pub(crate) command: String,
    /// The crate is the program, not a library of it.
    pub(crate) is_program: bool,
    /// There is a manifest that the crate depends on.
    pub(crate) exists: bool,
}

#[derive(Default, Deserialize)]
struct File {
    #[serde(default)]
    package: Package,
}

#[derive(Default, Deserialize)]
struct Package {
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Default, Deserialize)]
struct Metadata {
    #[serde(default)]
    pipewright: BTreeMap<String, String>,
}

const KEYS: [&str; 2] = ["image", "command"];

/// Reads the manifest; what is wrong with it is reported on the pipeline's name.
pub(crate) fn read(pipeline: &Ident, errors: &mut Errors) -> Manifest {
    let variable = |name| std::env::var(name).ok();
    let text = variable("CARGO_MANIFEST_DIR").and_then(|folder| {
        let path = Path::new(&folder).join("Cargo.toml");
        std::fs::read_to_string(path).ok()
    });
    let exists = text.is_some();
    let settings = match basic_toml::from_str::<File>(text.as_deref().unwrap_or_default()) {
        Ok(file) => file.package.metadata.pipewright,
        Err(error) => {
            let wrong =
                format!("the manifest's `[package.metadata.pipewright]` cannot be read: {error}");
            errors.add(pipeline, wrong, "its values are texts in quotes");
            BTreeMap::new()
        }
    };
    for key in settings.keys().filter(|key| !KEYS.contains(&key.as_str())) {
        let help = match similar(key, &KEYS) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "the keys are `image` and `command`".into(),
        };
        let wrong = format!("the manifest's `[package.metadata.pipewright]` has no key `{key}`");
        errors.add(pipeline, wrong, &help);
    }
    let binary = variable("CARGO_BIN_NAME");
    let is_program = binary.is_some();
    let program = binary.or_else(|| variable("CARGO_PKG_NAME"));
    let command = settings.get("command").cloned();
    Manifest {
        image: settings.get("image").cloned(),
        command: command.unwrap_or_else(|| {
            format!(
                "/usr/local/bin/{}",
                program.as_deref().unwrap_or("pipeline")
            )
        }),
        is_program,
        exists,
    }
}
