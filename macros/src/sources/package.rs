//! A package of which all sources count.

use super::digest::Digest;
use super::file;
use super::manifest::{self, Found, Manifest, Root};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The packages of pipewright itself, which count by their version.
const OWN: [&str; 6] = [
    "pipewright",
    "pipewright-compiler",
    "pipewright-dsl",
    "pipewright-ir",
    "pipewright-macros",
    "pipewright-runner",
];

pub(super) struct Package {
    pub(super) folder: PathBuf,
    pub(super) name: String,
    pub(super) dependencies: Vec<Found>,
    manifest: Manifest,
}

/// The package of a folder, with those in other folders that it depends on, and that they depend on.
pub(super) fn with_dependencies(folder: &Path) -> Vec<Package> {
    let mut packages: Vec<Package> = vec![];
    let mut waiting = vec![folder.to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(folder) = waiting.pop() {
        let place = folder.canonicalize().unwrap_or_else(|_| folder.clone());
        if !seen.insert(place) {
            continue;
        }
        // A manifest that cannot be read fails the build elsewhere.
        let Some(manifest) = manifest::read::<Manifest>(&folder) else {
            continue;
        };
        let name = manifest
            .package
            .as_ref()
            .map(|package| package.name.clone());
        let name = name.unwrap_or_default();
        let is_first = packages.is_empty();
        if OWN.contains(&&*name) && !is_first {
            continue;
        }
        let dependencies = manifest.dependencies(&folder, root(&folder).as_ref());
        waiting.extend(dependencies.iter().filter_map(|found| found.folder.clone()));
        packages.push(Package {
            folder,
            name,
            dependencies,
            manifest,
        });
    }
    packages[..].sort_by(|a, b| a.name.cmp(&b.name));
    packages
}

/// The root of the workspace around a package, with its folder.
fn root(folder: &Path) -> Option<(PathBuf, Root)> {
    folder.ancestors().find_map(|folder| {
        let root = manifest::read::<Root>(folder)?;
        root.workspace.is_some().then(|| (folder.to_owned(), root))
    })
}

impl Package {
    /// Adds all that its components may run. `root` is the file that is compiled, if it is known.
    pub(super) fn add(&self, is_own: bool, root: Option<&Path>, digest: &mut Digest) {
        digest.add(&self.name);
        digest.add(self.manifest.features());
        for found in &self.dependencies {
            digest.add(&found.name);
            digest.add(&found.text);
        }
        let library = self.manifest.lib.path.as_deref();
        let library = library.unwrap_or(Path::new("src/lib.rs"));
        let named = [library, Path::new("src/main.rs"), Path::new("build.rs")];
        let named = named.map(|path| self.folder.join(path));
        let mut roots: Vec<PathBuf> = root.map(Path::to_owned).into_iter().collect();
        roots.extend(named.into_iter().filter(|path| path.is_file()));
        let mut files = file::Files::new(&self.folder, is_own);
        roots.iter().for_each(|root| files.add_root(root));
        files.finish(digest);
    }
}
