//! Digest of what a crate's components may run: kept outputs are those of the same code.
//!
//! A component may call any function of its crate and of those that the crate depends on. So all of their sources count:
//! of the crate itself and of its path dependencies as they are, of others by their versions. What no component runs does
//! not count: comments, tests, pipelines, and the options of components, which are told apart by their values.

mod digest;
mod file;
mod include;
mod lock;
mod manifest;
mod package;
mod strip;

use digest::Digest;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Digests of crates by the folders of their manifests: many components ask for the same.
static KNOWN: Mutex<BTreeMap<PathBuf, String>> = Mutex::new(BTreeMap::new());

/// The digest of the crate that is compiled, in hexadecimal.
pub(crate) fn digest() -> String {
    let folder = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let folder = folder.unwrap_or_default();
    let mut known = KNOWN.lock().unwrap_or_else(|known| known.into_inner());
    if let Some(digest) = known.get(&folder) {
        return digest.clone();
    }
    let arguments: Vec<String> = std::env::args().collect();
    let digest = of_crate(&folder, &arguments);
    known.insert(folder, digest.clone());
    digest
}

/// The digest of the crate of a folder that a compiler with these arguments compiles.
fn of_crate(folder: &Path, arguments: &[String]) -> String {
    let mut digest = Digest::default();
    // Features, and what `RUSTFLAGS` says.
    let flags = arguments.windows(2).filter(|words| words[0] == "--cfg");
    let mut flags: Vec<&str> = flags.map(|words| &*words[1]).collect();
    flags.sort_unstable();
    flags.into_iter().for_each(|flag| digest.add(flag));
    let root = arguments.iter().find(|word| {
        let extension = Path::new(word).extension();
        extension.is_some_and(|extension| extension == "rs")
    });
    let root = root.and_then(|root| Path::new(root).canonicalize().ok());
    let packages = package::with_dependencies(folder);
    for package in &packages {
        let is_own = package.folder == folder;
        package.add(is_own, root.as_deref().filter(|_| is_own), &mut digest);
    }
    lock::add(&packages, &mut digest);
    digest.finish()
}

#[cfg(test)]
mod tests;
