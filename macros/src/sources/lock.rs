//! Packages of registries, which the lock file names with their versions.

use super::digest::Digest;
use super::package::Package;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default, Deserialize)]
struct Lock {
    #[serde(default)]
    package: Vec<Locked>,
}

#[derive(Debug, Deserialize)]
struct Locked {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
    /// Each a name, with a version where there are several, and a source where there are several of it.
    #[serde(default)]
    dependencies: Vec<String>,
}

/// Adds all packages that these depend on, as the lock file next above the first says.
pub(super) fn add(packages: &[Package], digest: &mut Digest) {
    let lock = packages.iter().find_map(|package| {
        let mut folders = package.folder.ancestors();
        folders.find_map(|folder| std::fs::read_to_string(folder.join("Cargo.lock")).ok())
    });
    let lock = lock.and_then(|text| basic_toml::from_str(&text).ok());
    let lock: Lock = lock.unwrap_or_default();
    for locked in reached(&lock, packages) {
        for part in [&locked.name, &locked.version] {
            digest.add(part);
        }
        for part in [&locked.source, &locked.checksum] {
            digest.add(part.as_deref().unwrap_or_default());
        }
    }
}

/// What packages need, in the order of the file: not what only their tests need.
fn reached<'a>(lock: &'a Lock, packages: &[Package]) -> Vec<&'a Locked> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, locked) in lock.package.iter().enumerate() {
        by_name.entry(&locked.name).or_default().push(index);
    }
    let mut found = BTreeSet::new();
    let mut waiting = vec![];
    for package in packages {
        let own = by_name.get(&*package.name).into_iter().flatten();
        let own = own.filter(|index| lock.package[**index].source.is_none());
        waiting.extend(own.copied());
    }
    while let Some(index) = waiting.pop() {
        if !found.insert(index) {
            continue;
        }
        let locked = &lock.package[index];
        let package = packages.iter().find(|package| package.name == locked.name);
        for dependency in &locked.dependencies {
            let mut words = dependency.split(' ');
            let (name, version) = (words.next().unwrap_or_default(), words.next());
            let is_needed = |package: &Package| {
                let mut names = package.dependencies.iter();
                names.any(|found| found.name == name)
            };
            if locked.source.is_none() && package.is_some_and(|package| !is_needed(package)) {
                continue;
            }
            let named = by_name.get(name).into_iter().flatten();
            let of_version = |index: &&usize| {
                version.is_none_or(|version| lock.package[**index].version == version)
            };
            waiting.extend(named.filter(of_version).copied());
        }
    }
    found
        .into_iter()
        .map(|index| &lock.package[index])
        .collect()
}
