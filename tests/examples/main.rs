//! The examples with artifacts: what they give, here and on the real Argo, and how it is shown.
//!
//! The Argo half needs the testbed of `tests/argo-testbed`: `PIPEWRIGHT_ARGO_TESTBED` is the path of its program.

mod argo;
mod local;
mod show;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The penguins that `training` learns from.
fn penguins() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/training/data/penguins.csv")
}

/// The sales that come with `download`.
fn sales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/download/data/sales.csv")
}

/// The files that a run gives, by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// The numbers in a file of metrics.
fn metrics(files: &Files) -> BTreeMap<String, f64> {
    serde_json::from_slice(&files["metrics.json"]).expect("metrics are JSON")
}

/// The files in a folder, without those that are hidden.
fn files(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("the folder is read").file_name());
    let names = names.map(|name| name.into_string().expect("names are UTF-8"));
    let names = names.filter(|name| !name.starts_with('.'));
    let file = |name: String| {
        let bytes = fs::read(folder.join(&name)).expect("the file is read");
        (name, bytes)
    };
    names.map(file).collect()
}
