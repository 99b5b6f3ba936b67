//! The table `[package.metadata.pipewright]` in the manifest of the pipeline's crate: its image, and where its artifacts are.

use crate::errors::{Errors, similar};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use syn::Ident;

/// Image and program in which the components of a crate run.
pub(crate) struct Manifest {
    pub(crate) image: Option<String>,
    /// Path of the program in the image, if the manifest names one.
    pub(crate) command: Option<String>,
    /// Where artifacts are kept: the targets check it.
    pub(crate) artifacts: Vec<(String, String)>,
    /// Name of the program, or of the library's package.
    pub(crate) program: String,
    /// Names of the targets that its pipelines are compiled for.
    pub(crate) targets: Vec<String>,
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
    pipewright: BTreeMap<String, Setting>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Setting {
    Text(String),
    Texts(Vec<String>),
    Table(BTreeMap<String, Scalar>),
}

/// A value of a table.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Truth(bool),
    Integer(i64),
}

impl Scalar {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Truth(truth) => truth.to_string(),
            Self::Integer(integer) => integer.to_string(),
        }
    }
}

const KEYS: [&str; 4] = ["artifacts", "command", "image", "targets"];

/// The target of crates that name none.
const TARGET: &str = "argo";

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
            errors.add(
                pipeline,
                wrong,
                "its values are texts in quotes, `targets` is a list of them, and `artifacts` a table",
            );
            BTreeMap::new()
        }
    };
    for key in settings.keys().filter(|key| !KEYS.contains(&key.as_str())) {
        let help = match similar(key, &KEYS) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "the keys are `image`, `command`, `targets` and `artifacts`".into(),
        };
        let wrong = format!("the manifest's `[package.metadata.pipewright]` has no key `{key}`");
        errors.add(pipeline, wrong, &help);
    }
    let binary = variable("CARGO_BIN_NAME");
    let is_program = binary.is_some();
    let program = binary.or_else(|| variable("CARGO_PKG_NAME"));
    let mut text = |key: &str, wanted: &str| match settings.get(key) {
        Some(Setting::Text(text)) => Some(text.clone()),
        Some(Setting::Texts(_) | Setting::Table(_)) => {
            let wrong = format!("the manifest's `{key}` is no text");
            errors.add(pipeline, wrong, &format!("write `{key} = {wanted}`"));
            None
        }
        None => None,
    };
    let image = text("image", "\"registry.example.com/team/app:1.2\"");
    let command = text("command", "\"/usr/local/bin/app\"");
    let targets = match settings.get("targets") {
        Some(Setting::Texts(targets)) if !targets.is_empty() => targets.clone(),
        Some(Setting::Text(_) | Setting::Texts(_) | Setting::Table(_)) => {
            let wrong = "the manifest's `targets` is no list of names";
            errors.add(pipeline, wrong, "write `targets = [\"argo\"]`");
            vec![TARGET.into()]
        }
        None => vec![TARGET.into()],
    };
    let artifacts = match settings.get("artifacts") {
        Some(Setting::Table(table)) => {
            let settings = table.iter();
            settings
                .map(|(key, value)| (key.clone(), value.text()))
                .collect()
        }
        Some(Setting::Text(_) | Setting::Texts(_)) => {
            let wrong = "the manifest's `artifacts` is no table";
            errors.add(
                pipeline,
                wrong,
                "write `[package.metadata.pipewright.artifacts]` and `uri = \"s3://bucket\"`",
            );
            vec![]
        }
        None => vec![],
    };
    Manifest {
        image,
        artifacts,
        targets,
        command,
        program: program.unwrap_or_else(|| "pipeline".into()),
        is_program,
        exists,
    }
}
