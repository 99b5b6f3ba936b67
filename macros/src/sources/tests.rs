use super::*;
use std::fs;
use tempfile::TempDir;

/// A package with a helper crate beside it, in a workspace.
struct Crates(TempDir);

const MAIN: &str = r#"
//! A program.
mod data;
/// Doubles.
#[component(cpu = "1")]
fn double(n: i64) -> i64 { data::times(n, FACTOR) }
const FACTOR: i64 = 2;
#[pipeline]
fn twice(n: i64) -> i64 { double(double(n)) }
#[cfg(test)]
mod tests;
fn text() -> &'static str { include_str!("../text.txt") }
"#;

impl Crates {
    fn new() -> Self {
        let crates = Self(tempfile::tempdir().unwrap());
        for (path, text) in [
            (
                "Cargo.toml",
                "[workspace]\nmembers = [\"app\", \"helper\"]\n[workspace.dependencies]\nhelper = { path = \"helper\" }\n",
            ),
            (
                "Cargo.lock",
                "version = 4\n[[package]]\nname = \"app\"\nversion = \"0.1.0\"\ndependencies = [\"helper\", \"rand\", \"testing\"]\n[[package]]\nname = \"helper\"\nversion = \"0.1.0\"\n[[package]]\nname = \"rand\"\nversion = \"1.0.0\"\nsource = \"registry\"\ndependencies = [\"libm\"]\n[[package]]\nname = \"libm\"\nversion = \"1.0.0\"\nsource = \"registry\"\n[[package]]\nname = \"testing\"\nversion = \"1.0.0\"\nsource = \"registry\"\n[[package]]\nname = \"other\"\nversion = \"1.0.0\"\nsource = \"registry\"\n",
            ),
            (
                "app/Cargo.toml",
                "[package]\nname = \"app\"\n[features]\nfast = []\n[dependencies]\nhelper.workspace = true\nrand = \"1\"\n[dev-dependencies]\ntesting = \"1\"\n",
            ),
            ("app/src/main.rs", MAIN),
            (
                "app/src/data.rs",
                "pub fn times(a: i64, b: i64) -> i64 { helper::times(a, b) }\n",
            ),
            ("app/src/tests.rs", "#[test]\nfn it_works() {}\n"),
            ("app/text.txt", "text"),
            ("app/notes.md", "notes"),
            ("helper/Cargo.toml", "[package]\nname = \"helper\"\n"),
            (
                "helper/src/lib.rs",
                "pub mod deep { pub mod er; }\npub use deep::er::times;\n",
            ),
            (
                "helper/src/deep/er.rs",
                "pub fn times(a: i64, b: i64) -> i64 { a * b }\n",
            ),
        ] {
            crates.write(path, text);
        }
        crates
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no `{from}`");
        self.write(path, &text.replace(from, to));
    }

    fn digest(&self) -> String {
        self.digest_with(&[])
    }

    fn digest_with(&self, words: &[&str]) -> String {
        let root = self.path("app/src/main.rs").display().to_string();
        let words = words.iter().map(|word| (*word).to_owned());
        let arguments: Vec<String> = std::iter::once(root).chain(words).collect();
        of_crate(&self.path("app"), &arguments)
    }
}

/// Edits of which each is made alone.
type Edit = (&'static str, &'static str, &'static str);

fn changes(edit: Edit, prepare: &[Edit]) -> bool {
    let crates = Crates::new();
    for (path, from, to) in prepare {
        crates.edit(path, from, to);
    }
    let before = crates.digest();
    assert_eq!(crates.digest(), before);
    let (path, from, to) = edit;
    crates.edit(path, from, to);
    crates.digest() != before
}

#[test]
fn what_a_component_may_run_counts() {
    let edits = [
        ("app/src/main.rs", "FACTOR)", "FACTOR + 1)"),
        ("app/src/main.rs", "i64 = 2", "i64 = 3"),
        (
            "app/src/data.rs",
            "helper::times(a, b)",
            "helper::times(b, a)",
        ),
        ("app/text.txt", "text", "text "),
        ("helper/src/deep/er.rs", "a * b", "a + b"),
        (
            "app/Cargo.toml",
            "rand = \"1\"",
            "rand = { version = \"1\", features = [\"std\"] }",
        ),
        ("app/Cargo.toml", "fast = []", "fast = [\"rand/std\"]"),
        (
            "Cargo.lock",
            "name = \"libm\"\nversion = \"1.0.0\"",
            "name = \"libm\"\nversion = \"1.0.1\"",
        ),
        (
            "Cargo.toml",
            "helper = { path",
            "helper = { features = [\"x\"], path",
        ),
    ];
    for edit in edits {
        assert!(changes(edit, &[]), "{edit:?}");
    }
}

#[test]
fn what_no_component_runs_does_not_count() {
    let edits = [
        ("app/src/main.rs", "double(double(n))", "double(n)"),
        (
            "app/src/main.rs",
            "cpu = \"1\"",
            "cpu = \"2\", memory = \"1Gi\"",
        ),
        (
            "app/src/main.rs",
            "/// Doubles.",
            "/// Doubles a number. // really",
        ),
        ("app/src/main.rs", "//! A program.", "//! The program."),
        (
            "app/src/main.rs",
            "{ data::times",
            "{\n    // As data say.\n    data::times",
        ),
        ("app/src/tests.rs", "{}", "{ panic!() }"),
        ("app/notes.md", "notes", "more"),
        ("app/Cargo.toml", "testing = \"1\"", "testing = \"2\""),
        (
            "Cargo.lock",
            "name = \"other\"\nversion = \"1.0.0\"",
            "name = \"other\"\nversion = \"2.0.0\"",
        ),
        (
            "Cargo.lock",
            "name = \"testing\"\nversion = \"1.0.0\"",
            "name = \"testing\"\nversion = \"2.0.0\"",
        ),
        (
            "app/src/data.rs",
            "pub fn",
            "#[cfg(test)] mod tests { #[test] fn t() {} }\npub fn",
        ),
    ];
    for edit in edits {
        assert!(!changes(edit, &[]), "{edit:?}");
    }
}

#[test]
fn included_files_are_found() {
    let include = |how| ("app/src/main.rs", "include_str!(\"../text.txt\")", how);
    let text = ("app/text.txt", "text", "other");
    let notes = ("app/notes.md", "notes", "other");
    let by_folder = include("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/text.txt\"))");
    assert!(changes(text, &[by_folder]));
    assert!(!changes(notes, &[by_folder]));
    // Where the path is not known, all files count.
    for how in [
        "asset!(\"../text.txt\") } macro_rules! asset { ($path:literal) => { include_bytes!($path) }",
        "include_dir!(\"$CARGO_MANIFEST_DIR\")",
        "include_str!(env!(\"SOME_FILE_OF_NOBODY\"))",
    ] {
        assert!(changes(text, &[include(how)]), "{how}");
        assert!(changes(notes, &[include(how)]), "{how}");
    }
    let module = (
        "app/src/main.rs",
        "mod data;",
        "#[path = \"../notes.md\"] mod data;",
    );
    assert!(changes(notes, &[module]));
    let conditional = (
        "app/src/main.rs",
        "mod data;",
        "cfg_if! { if #[cfg(unix)] { mod data; } }",
    );
    assert!(changes(
        ("app/src/data.rs", "(a, b)", "(b, a)"),
        &[conditional]
    ));
}

#[test]
fn features_and_variables_count() {
    let crates = Crates::new();
    let with = |words: &[&str]| crates.digest_with(words);
    assert_ne!(with(&[]), with(&["--cfg", "feature=\"fast\""]));
    assert_eq!(
        with(&["--cfg", "feature=\"a\"", "--cfg", "feature=\"b\""]),
        with(&["--cfg", "feature=\"b\"", "--cfg", "feature=\"a\""])
    );
    crates.edit(
        "app/src/main.rs",
        "i64 = 2",
        "i64 = env!(\"CARGO_PKG_NAME\").len() as i64",
    );
    let named = with(&[]);
    crates.edit("app/src/main.rs", "CARGO_PKG_NAME", "CARGO_MANIFEST_DIR");
    assert_ne!(with(&[]), named);
}

#[test]
fn another_folder_makes_no_difference() {
    assert_eq!(Crates::new().digest(), Crates::new().digest());
}

#[test]
fn broken_sources_have_a_digest() {
    let crates = Crates::new();
    crates.write("app/src/data.rs", "pub fn times(");
    let broken = crates.digest();
    crates.write("app/src/data.rs", "pub fn times(a");
    assert_ne!(crates.digest(), broken);
    assert_eq!(of_crate(Path::new("/nowhere"), &[]).len(), 64);
}
