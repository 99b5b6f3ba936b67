//! Outputs that are kept, when somebody edits the program.

use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use test_support::program;

const MAIN: &str = r#"
use pipewright::prelude::*;
use std::io::Write;

mod factor;

/// Multiplies a number, and tells that it did.
#[component(cache = true)]
fn multiply(number: i64, calls: String) -> Result<i64, std::io::Error> {
    std::fs::OpenOptions::new().create(true).append(true).open(calls)?.write_all(b"x")?;
    Ok(helper::times(number, factor::FACTOR))
}

#[pipeline]
fn multiplied(calls: String) -> i64 {
    multiply(5, calls)
}

fn main() -> ExitCode {
    pipewright::main()
}
"#;

/// A crate, with another beside it, that somebody writes.
struct Project(TempDir);

impl Project {
    fn new() -> Self {
        let root = env!("CARGO_MANIFEST_DIR");
        let project = Self(tempfile::tempdir().expect("there is room for files"));
        let manifest = format!(
            "[workspace]\nmembers = [\"helper\"]\n[package]\nname = \"edited\"\nedition = \"2024\"\n\
             [dependencies]\nhelper = {{ path = \"helper\" }}\npipewright = {{ path = {root:?} }}\n"
        );
        let lock = std::fs::read_to_string(format!("{root}/Cargo.lock"));
        for (path, text) in [
            ("Cargo.toml", manifest.as_str()),
            ("Cargo.lock", &lock.expect("the workspace has a lock file")),
            ("src/main.rs", MAIN),
            ("src/factor.rs", "pub const FACTOR: i64 = 2;\n"),
            (
                "helper/Cargo.toml",
                "[package]\nname = \"helper\"\nedition = \"2024\"\n",
            ),
            (
                "helper/src/lib.rs",
                "pub fn times(a: i64, b: i64) -> i64 { a * b }\n",
            ),
        ] {
            project.write(path, text);
        }
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        let folder = path.parent().expect("files are in folders");
        std::fs::create_dir_all(folder).expect("folders can be made");
        std::fs::write(path, text).expect("files can be written");
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path(path)).expect("the file is there");
        assert!(text.contains(from), "{path} has no `{from}`");
        self.write(path, &text.replace(from, to));
    }

    /// Builds it and runs it: the output, and whether it was computed anew.
    fn run(&self) -> (String, bool) {
        let target = target();
        let built = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--quiet"])
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", target)
            .status();
        assert!(built.expect("cargo runs").success(), "it cannot be built");
        let calls = self.path("calls");
        let _ = std::fs::remove_file(&calls);
        let output = Command::new(target.join("debug/edited"))
            .args(["run", "-p", &format!("calls={}", calls.display())])
            .env("PIPEWRIGHT_CACHE", self.path("cache"))
            .output()
            .expect("the program can be started");
        let text = String::from_utf8(output.stdout).expect("the program prints UTF-8");
        (text.trim_end().to_owned(), calls.exists())
    }
}

/// The target folder of the workspace: what both need is built once.
fn target() -> &'static Path {
    let folder = program("people").ancestors().nth(2);
    folder.expect("programs are in folders of a target folder")
}

#[test]
fn outputs_are_kept_until_their_code_is_edited() {
    let project = Project::new();
    let output = |number: i64, is_new| (format!("output: {number}"), is_new);
    assert_eq!(project.run(), output(10, true));
    assert_eq!(project.run(), output(10, false));

    project.edit("src/main.rs", "#[pipeline]", "// A pipeline.\n#[pipeline]");
    project.edit(
        "src/main.rs",
        "    multiply(5, calls)",
        "    multiply(5, calls) + 1",
    );
    project.edit(
        "src/main.rs",
        "(cache = true)",
        "(cache = true, retries = 1)",
    );
    project.edit(
        "helper/src/lib.rs",
        "pub fn",
        "#[test]\nfn it_works() {}\n/// Product.\npub fn",
    );
    assert_eq!(project.run(), output(11, false));

    project.edit("helper/src/lib.rs", "a * b", "a * b + 100");
    assert_eq!(project.run(), output(111, true));
    project.edit(
        "src/factor.rs",
        "= 2",
        "= include_str!(\"factor.txt\").len() as i64",
    );
    project.write("src/factor.txt", "123");
    assert_eq!(project.run(), output(116, true));
    project.write("src/factor.txt", "321");
    assert_eq!(project.run(), output(116, true));
    assert_eq!(project.run(), output(116, false));
}
