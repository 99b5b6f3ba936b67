//! A macro `format!` of the user, which is left as it is.
//!
//! What a macro's name means only rustc knows. So the sources are asked: the pipeline's body, the modules of its file, and
//! the files of the modules around that. A mistake made here is told by rustc, since Rust's own `format!` takes no values.

use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Block, File, Ident, Item, ItemMacro, UseName, UsePath, UseRename};

const NAME: &str = "format";

/// Test for the body of a pipeline that has a macro `format!` of its own, or is written where there is one.
pub(super) fn has_own_format(pipeline: &Ident, body: &Block) -> bool {
    let mut own = Own::default();
    own.visit_block(body);
    let file = || pipeline.span().local_file()?.canonicalize().ok();
    own.0 || file().is_some_and(|file| is_in_source(pipeline, &file))
}

/// Finds macros and imports of the name.
#[derive(Default)]
struct Own(bool);

impl<'ast> Visit<'ast> for Own {
    fn visit_item_macro(&mut self, item: &'ast ItemMacro) {
        self.0 |= item.ident.as_ref().is_some_and(|name| name == NAME);
    }

    fn visit_use_name(&mut self, name: &'ast UseName) {
        self.0 |= name.ident == NAME;
    }

    fn visit_use_rename(&mut self, renamed: &'ast UseRename) {
        self.0 |= renamed.rename == NAME;
    }

    fn visit_use_path(&mut self, path: &'ast UsePath) {
        // Rust's own, imported again, is no other one.
        if path.ident != "std" {
            visit::visit_use_path(self, path);
        }
    }
}

/// Test for a file whose pipeline has the macro in its module, or has it from a module around it.
fn is_in_source(pipeline: &Ident, file: &Path) -> bool {
    let modules = modules_of(file);
    let own = parse(file).is_some_and(|source| {
        let found = of_function(pipeline, &source.items, &modules);
        found.unwrap_or_else(|| defines(&source.items, &modules))
    });
    own || around(file)
        .iter()
        .any(|file| parse(file).is_some_and(|source| defines(&source.items, &modules_of(file))))
}

/// The answer for the module among items that has the function, if there is one.
fn of_function(function: &Ident, items: &[Item], modules: &Path) -> Option<bool> {
    let is_here = |item: &Item| matches!(item, Item::Fn(found) if found.sig.ident == *function);
    if items.iter().any(is_here) {
        let mut imported = Own::default();
        let imports = items.iter().filter(|item| matches!(item, Item::Use(_)));
        imports.for_each(|item| imported.visit_item(item));
        return Some(imported.0 || defines(items, modules));
    }
    let within = items.iter().find_map(|item| match item {
        Item::Mod(module) => {
            let (_, items) = module.content.as_ref()?;
            of_function(function, items, &modules.join(module.ident.to_string()))
        }
        _ => None,
    })?;
    Some(within || defines(items, modules))
}

/// Test for items after which the name is the user's, in modules among them, too. The files of their modules are in a folder.
fn defines(items: &[Item], modules: &Path) -> bool {
    items.iter().any(|item| match item {
        Item::Macro(item) => item.ident.as_ref().is_some_and(|name| name == NAME),
        Item::Mod(module)
            if module
                .attrs
                .iter()
                .any(|known| known.path().is_ident("macro_use")) =>
        {
            let modules = modules.join(module.ident.to_string());
            match &module.content {
                Some((_, items)) => defines(items, &modules),
                None => [modules.with_extension("rs"), modules.join("mod.rs")]
                    .iter()
                    .find_map(|file| parse(file))
                    .is_some_and(|source| defines(&source.items, &modules)),
            }
        }
        _ => false,
    })
}

/// A file that may define the macro.
fn parse(file: &Path) -> Option<File> {
    let text = std::fs::read_to_string(file).ok()?;
    // Most files have none, and need not be read any further.
    let words = [
        "macro_rules! format",
        "macro_use",
        "format;",
        "format,",
        "format}",
    ];
    let may_define = words.iter().any(|word| text.contains(word));
    may_define.then(|| syn::parse_file(&text).ok()).flatten()
}

/// The folder with the files of a file's modules.
fn modules_of(file: &Path) -> PathBuf {
    let is_folder = |stem| ["mod", "lib", "main"].contains(&stem);
    match file.file_stem().and_then(|stem| stem.to_str()) {
        Some(stem) if !is_folder(stem) && root().as_deref() != Some(file) => {
            file.with_extension("")
        }
        _ => file.parent().unwrap_or(file).to_owned(),
    }
}

/// The files of the modules around that of a file, with the first one of the crate.
fn around(file: &Path) -> Vec<PathBuf> {
    let Some(root) = root() else {
        return vec![];
    };
    let within = root.parent().unwrap_or(&root);
    let folders = file.ancestors().skip(1);
    let folders = folders.take_while(|folder| *folder != within && folder.starts_with(within));
    let files = folders.flat_map(|folder| [folder.join("mod.rs"), folder.with_extension("rs")]);
    files
        .chain([root.clone()])
        .filter(|around| around != file)
        .collect()
}

/// The first file of the crate that is compiled.
fn root() -> Option<PathBuf> {
    let mut words = std::env::args();
    let root = words.find(|word| word.ends_with(".rs"))?;
    Path::new(&root).canonicalize().ok()
}
