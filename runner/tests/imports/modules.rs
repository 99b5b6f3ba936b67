//! Modules of a crate, and what they import.

use crate::Imports;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use syn::visit::{self, Visit};
use syn::{Item, ItemUse, UseTree, Visibility};

/// Path of a module, without `crate`.
type ModulePath = Vec<String>;

/// All modules of a crate, or of a module of it.
pub(crate) struct Modules {
    root: ModulePath,
    modules: BTreeMap<ModulePath, Module>,
}

/// A module, in a file of its own or in that of another one.
#[derive(Default)]
struct Module {
    file: String,
    /// Paths that its `use` lines bind, by name.
    bindings: HashMap<String, Vec<String>>,
    /// The paths that it needs: those of private `use` lines, and those in its code.
    needed: Vec<Vec<String>>,
}

impl Modules {
    /// Reads the files from a root on, which is the module of a path.
    pub(crate) fn read(folder: &Path, root: &str, path: &str) -> Self {
        let path = path.split("::").skip(1).map(ToOwned::to_owned).collect();
        let mut modules = Self {
            root: path,
            modules: BTreeMap::new(),
        };
        modules.read_file(folder, root, modules.root.clone());
        modules
    }

    fn read_file(&mut self, folder: &Path, file: &str, path: ModulePath) {
        let text = std::fs::read_to_string(folder.join(file));
        let text = text.unwrap_or_else(|error| panic!("{file}: {error}"));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.read_items(folder, file, path, &parsed.items);
    }

    fn read_items(&mut self, folder: &Path, file: &str, path: ModulePath, items: &[Item]) {
        let mut module = Module {
            file: file.to_owned(),
            ..Module::default()
        };
        for item in items {
            match item {
                Item::Mod(inner) if is_test(&inner.attrs) => {}
                Item::Mod(inner) => {
                    let name = inner.ident.to_string();
                    let inner_path = [&path[..], std::slice::from_ref(&name)].concat();
                    match &inner.content {
                        Some((_, items)) => self.read_items(folder, file, inner_path, items),
                        None => self.read_file(folder, &file_of(folder, file, &name), inner_path),
                    }
                }
                Item::Use(item) => module.read_use(item),
                item => Paths(&mut module.needed).visit_item(item),
            }
        }
        self.modules.insert(path, module);
    }

    /// The files with those that they import.
    pub(crate) fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (path, module) in &self.modules {
            let needed = module.needed.iter();
            let files: BTreeSet<String> = needed
                .filter_map(|needed| self.resolve(path, needed, 0))
                .filter(|file| *file != module.file)
                .map(ToOwned::to_owned)
                .collect();
            imports
                .entry(module.file.clone())
                .or_default()
                .extend(files);
        }
        imports
    }

    /// The file in which that is defined which a path means in a module; none if it is of another crate, or no path.
    fn resolve(&self, from: &ModulePath, path: &[String], depth: usize) -> Option<&str> {
        // `use a::a` may bind what it names.
        if depth > 16 {
            return None;
        }
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => vec![],
            "self" => from.clone(),
            "super" => from[..from.len().checked_sub(1)?].to_vec(),
            name => {
                let child = [&from[..], &[name.to_owned()]].concat();
                // A name alone is a value or a type, whatever modules are called.
                if !rest.is_empty() && self.modules.contains_key(&child) {
                    child
                } else {
                    return self.binding(from, name, rest, depth);
                }
            }
        };
        while let Some((name, others)) = rest.split_first() {
            if name == "super" {
                at.pop();
            } else {
                at.push(name.clone());
            }
            // The modules around the root are not read.
            let is_around = self.root.starts_with(&at);
            if !self.modules.contains_key(&at) && !is_around {
                at.pop();
                let bound = self.binding(&at, name, others, depth);
                let module = self.modules.get(&at);
                return bound.or(module.map(|module| module.file.as_str()));
            }
            rest = others;
        }
        self.modules.get(&at).map(|module| module.file.as_str())
    }

    /// The file for a name that a `use` line of a module binds.
    fn binding(&self, at: &ModulePath, name: &str, rest: &[String], depth: usize) -> Option<&str> {
        let target = self.modules.get(at)?.bindings.get(name)?;
        self.resolve(at, &[target, rest].concat(), depth + 1)
    }
}

/// The file of a module that stands in another one.
fn file_of(folder: &Path, file: &str, name: &str) -> String {
    let (stem, _) = file.rsplit_once('.').expect("it is a Rust file");
    let stem = ["mod", "lib"]
        .iter()
        .find_map(|root| {
            stem.strip_suffix(root)
                .filter(|rest| rest.is_empty() || rest.ends_with('/'))
        })
        .map_or_else(|| format!("{stem}/"), ToOwned::to_owned);
    let flat = format!("{stem}{name}.rs");
    match folder.join(&flat).exists() {
        true => flat,
        false => format!("{stem}{name}/mod.rs"),
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.parse_args::<syn::Ident>();
        attribute.path().is_ident("cfg") && condition.is_ok_and(|condition| condition == "test")
    })
}

impl Module {
    fn read_use(&mut self, item: &ItemUse) {
        let is_private = matches!(item.vis, Visibility::Inherited);
        let mut leaves = vec![];
        flatten(&item.tree, &mut vec![], &mut leaves);
        for (path, name) in leaves {
            if is_private {
                self.needed.push(path.clone());
            }
            self.bindings.insert(name, path);
        }
    }
}

/// All paths of a `use` line, with the names that they bind.
fn flatten(tree: &UseTree, prefix: &mut Vec<String>, leaves: &mut Vec<(Vec<String>, String)>) {
    let mut leaf = |name: &syn::Ident, bound: &syn::Ident| {
        let mut path = prefix.clone();
        // `use a::{self}` means `a`.
        if name != "self" {
            path.push(name.to_string());
        }
        leaves.push((path, bound.to_string()));
    };
    match tree {
        UseTree::Path(path) => {
            prefix.push(path.ident.to_string());
            flatten(&path.tree, prefix, leaves);
            prefix.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            let bound = prefix.last().cloned().expect("something stands before it");
            leaves.push((prefix.clone(), bound));
        }
        UseTree::Name(name) => leaf(&name.ident, &name.ident),
        UseTree::Rename(renamed) => leaf(&renamed.ident, &renamed.rename),
        UseTree::Glob(_) => leaves.push((prefix.clone(), "*".to_owned())),
        UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, prefix, leaves);
            }
        }
    }
}

/// Collects the paths in code.
struct Paths<'a>(&'a mut Vec<Vec<String>>);

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter();
        let segments = segments.map(|segment| segment.ident.to_string());
        self.0.push(segments.collect());
        visit::visit_path(self, path);
    }

    // `pub(super)` imports nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}
