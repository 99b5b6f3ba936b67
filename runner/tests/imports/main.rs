//! No two files of a crate import each other, directly or through others.
//!
//! `use` lines and paths in the code are imports. An item that a file only hands on (`pub use`) is none of its imports, but
//! whoever takes it there imports the file in which it is defined.

mod modules;

use modules::Modules;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Root files of what is covered, with the paths of their modules.
const COVERED: &[(&str, &str)] = &[
    ("src/lib.rs", "crate"),
    ("macros/src/lib.rs", "crate"),
    ("dsl/src/lib.rs", "crate"),
    ("compiler/src/lib.rs", "crate"),
    ("ir/src/lib.rs", "crate"),
    ("runner/src/lib.rs", "crate"),
];

/// Files with those that they import.
type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_circles() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut circles = vec![];
    for (root, path) in COVERED {
        let modules = Modules::read(&workspace, root, path);
        circles.extend(self::circles(&modules.imports()));
    }
    assert_eq!(
        circles,
        Vec::<Vec<String>>::new(),
        "files import each other"
    );
}

/// Sets of files each of which imports all others of its set, directly or through others.
fn circles(imports: &Imports) -> Vec<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (file.as_str(), reached(imports, file)))
        .collect();
    let mut circles = BTreeSet::new();
    for (file, others) in &reached {
        let others = others.iter().filter(|other| reached[*other].contains(file));
        let circle: Vec<String> = others.map(ToString::to_string).collect();
        if !circle.is_empty() {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

/// The files that a file imports, directly or through others.
fn reached<'i>(imports: &'i Imports, file: &str) -> BTreeSet<&'i str> {
    let mut found = BTreeSet::new();
    let mut pending: Vec<&str> = imports[file].iter().map(String::as_str).collect();
    while let Some(file) = pending.pop() {
        if found.insert(file) {
            pending.extend(imports[file].iter().map(String::as_str));
        }
    }
    found
}

/// The files of a crate in one text, each behind a line `// FILE`.
fn imports_of(text: &str) -> Imports {
    let folder = tempfile::tempdir().expect("there is room for files");
    for file in text.split("// ").skip(1) {
        let (path, source) = file.split_once('\n').expect("a path stands on a line");
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it can be made");
        std::fs::write(path, source).expect("it can be written");
    }
    Modules::read(folder.path(), "lib.rs", "crate").imports()
}

#[test]
fn circles_are_found() {
    let imports = imports_of(
        "// lib.rs\nmod a; mod b; mod c;\n\
         // a.rs\nuse crate::b::B; pub struct A;\n\
         // b.rs\npub mod inner { pub fn f(_: super::super::c::C) {} } pub struct B;\n\
         // c.rs\npub struct C; fn f() { crate::a::A; }\n",
    );
    assert_eq!(circles(&imports), [["a.rs", "b.rs", "c.rs"]]);
}

#[test]
fn a_parent_that_only_hands_on_is_no_circle() {
    let lib = "// lib.rs\nmod a;\n";
    let children = "// a/b.rs\nuse super::C; pub struct B;\n// a/c.rs\npub struct C;\n";
    let handed_on =
        format!("{lib}// a/mod.rs\nmod b; mod c; pub use b::B; pub use c::C;\n{children}");
    assert_eq!(circles(&imports_of(&handed_on)), Vec::<Vec<String>>::new());
    // Its own code uses what a child makes of its own.
    let used =
        format!("{lib}// a/mod.rs\nmod b; pub use b::B; pub struct C; fn f(_: B) {{}}\n{children}");
    assert_eq!(circles(&imports_of(&used)), [["a/b.rs", "a/mod.rs"]]);
}

#[test]
fn tests_may_import_what_they_test() {
    let imports = imports_of(
        "// lib.rs\nmod a; mod b;\n\
         // a.rs\nuse crate::b::B; pub struct A;\n\
         // b.rs\npub struct B;\n#[cfg(test)]\nmod tests { use crate::a::A; }\n",
    );
    assert_eq!(circles(&imports), Vec::<Vec<String>>::new());
}
