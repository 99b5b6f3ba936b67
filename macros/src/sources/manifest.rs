//! What a manifest says about dependencies.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A `Cargo.toml`. Its debug text counts for the digest: what it does not have does not.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Manifest {
    pub(super) package: Option<Package>,
    pub(super) lib: Library,
    features: BTreeMap<String, Vec<String>>,
    #[serde(flatten)]
    tables: Tables,
    target: BTreeMap<String, Tables>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Library {
    pub(super) path: Option<PathBuf>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct Tables {
    dependencies: BTreeMap<String, Dependency>,
    build_dependencies: BTreeMap<String, Dependency>,
}

/// What the manifest of a workspace says for its members.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Root {
    pub(super) workspace: Option<Workspace>,
    patch: BTreeMap<String, BTreeMap<String, Dependency>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Workspace {
    dependencies: BTreeMap<String, Dependency>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Dependency {
    Version(#[expect(dead_code, reason = "the lock file says which it is")] String),
    Table(Table),
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub(super) struct Table {
    package: Option<String>,
    path: Option<PathBuf>,
    workspace: bool,
    features: Vec<String>,
    default_features: Option<bool>,
}

/// A dependency that is found in a folder, or else in the lock file.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) name: String,
    pub(super) folder: Option<PathBuf>,
    /// What its own line, and that of the workspace, say about it.
    pub(super) text: String,
}

pub(super) fn read<T: serde::de::DeserializeOwned>(folder: &Path) -> Option<T> {
    let text = std::fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    basic_toml::from_str(&text).ok()
}

impl Manifest {
    /// Dependencies of the code and of its build script, within a workspace.
    pub(super) fn dependencies(
        &self,
        folder: &Path,
        workspace: Option<&(PathBuf, Root)>,
    ) -> Vec<Found> {
        let tables = std::iter::once(&self.tables).chain(self.target.values());
        let named = tables.flat_map(|tables| [&tables.dependencies, &tables.build_dependencies]);
        let found = named
            .flatten()
            .map(|(key, dependency)| dependency.found(key, folder, workspace));
        found.collect()
    }

    /// What it says about the code beside its dependencies.
    pub(super) fn features(&self) -> String {
        format!("{:?}", self.features)
    }
}

impl Dependency {
    /// The dependency of a key in the manifest of a folder.
    fn found(&self, key: &str, folder: &Path, workspace: Option<&(PathBuf, Root)>) -> Found {
        let shared = workspace.and_then(|(root, manifest)| {
            let shared = manifest.workspace.as_ref()?.dependencies.get(key)?;
            self.is_shared().then_some((shared, root.as_path()))
        });
        let (source, around) = shared.unwrap_or((self, folder));
        let name = source.package().unwrap_or(key).to_owned();
        let folder = source.path().map(|path| around.join(path));
        let patch = || workspace.and_then(|(root, manifest)| manifest.patched(&name, root));
        Found {
            folder: folder.or_else(patch),
            text: format!("{:?} {:?}", self.options(), source.options()),
            name,
        }
    }

    fn table(&self) -> Option<&Table> {
        match self {
            Self::Version(_) => None,
            Self::Table(table) => Some(table),
        }
    }

    fn is_shared(&self) -> bool {
        self.table().is_some_and(|table| table.workspace)
    }

    fn package(&self) -> Option<&str> {
        self.table()?.package.as_deref()
    }

    fn path(&self) -> Option<&Path> {
        self.table()?.path.as_deref()
    }

    /// What changes the code of it: not the place, nor the version, which the lock file has.
    fn options(&self) -> Option<(&[String], Option<bool>)> {
        let table = self.table()?;
        Some((&table.features, table.default_features))
    }
}

impl Root {
    /// The folder that takes the place of a package.
    fn patched(&self, name: &str, root: &Path) -> Option<PathBuf> {
        let mut patches = self.patch.values().flatten();
        patches.find_map(|(key, dependency)| {
            let is_it = dependency.package().unwrap_or(key) == name;
            let path = dependency.path().filter(|_| is_it)?;
            Some(root.join(path))
        })
    }
}
