//! The programs that hold the pipelines.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, OnceLock};

/// The packages that hold pipelines.
pub(crate) const PACKAGES: [&str; 8] = [
    "test-pipelines",
    "approval",
    "calculation",
    "conditional",
    "map-reduce",
    "recommender",
    "recursion",
    "sub-pipelines",
];

/// The program of a package, built as it is for this machine.
pub(crate) fn program(package: &str) -> PathBuf {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| build(&[], &[]));
    FOLDER.join(package)
}

/// The program of a package as an image holds it: static, so that it is all that the image needs.
pub(crate) fn static_program(package: &str) -> PathBuf {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let host = host();
        assert!(
            host.contains("linux"),
            "containers run Linux, and this machine is {host}"
        );
        build(
            &["--target", &host],
            &[("RUSTFLAGS", "-C target-feature=+crt-static")],
        )
    });
    FOLDER.join(package)
}

/// Builds all programs, and says where they are.
fn build(options: &[&str], environment: &[(&str, &str)]) -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["build", "--message-format=json-render-diagnostics"])
        .args(options);
    cargo.args(PACKAGES.iter().flat_map(|package| ["-p", package]));
    cargo
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .envs(environment.iter().copied());
    let output = cargo
        .stderr(std::process::Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo build failed");
    let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let executable = messages.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    });
    executable
        .as_deref()
        .and_then(Path::parent)
        .expect("cargo builds programs")
        .to_owned()
}

fn host() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc says what it builds for").to_owned()
}

/// What a program prints, which has to succeed.
pub(crate) fn print(package: &str, words: &[&str]) -> String {
    let output = Command::new(program(package))
        .args(words)
        .output()
        .expect("the program runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{package} {}\n{errors}",
        words.join(" ")
    );
    String::from_utf8(output.stdout).expect("the program writes UTF-8")
}

/// The names of a program's pipelines.
pub(crate) fn pipelines(package: &str) -> Vec<String> {
    let list = print(package, &["list"]);
    list.lines()
        .filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
        .collect()
}

/// The types of a pipeline's inputs and outputs, as it describes them.
pub(crate) struct Signature {
    inputs: BTreeMap<String, String>,
    outputs: BTreeMap<String, String>,
}

impl Signature {
    /// That of a pipeline.
    pub(crate) fn of(package: &'static str, pipeline: &'static str) -> &'static Self {
        static KNOWN: OnceLock<std::sync::Mutex<BTreeMap<(&str, &str), &'static Signature>>> =
            OnceLock::new();
        let mut known = KNOWN
            .get_or_init(Default::default)
            .lock()
            .expect("no reader panics");
        known.entry((package, pipeline)).or_insert_with(|| {
            let text = print(package, &["describe", pipeline, "--json"]);
            let description: serde_json::Value =
                serde_json::from_str(&text).expect("the description is JSON");
            let types = |key: &str| {
                let items = description[key]
                    .as_array()
                    .expect("the description has lists");
                let item =
                    |item: &serde_json::Value| (string(&item["name"]), string(&item["type"]));
                items.iter().map(item).collect()
            };
            Box::leak(Box::new(Self {
                inputs: types("inputs"),
                outputs: types("outputs"),
            }))
        })
    }

    pub(crate) fn input_is_text(&self, name: &str) -> bool {
        is_text(self.input(name))
    }

    pub(crate) fn input_is_number(&self, name: &str) -> bool {
        self.input(name).trim_start_matches("optional ") == "number"
    }

    fn input(&self, name: &str) -> &str {
        let input = self.inputs.get(name);
        input.unwrap_or_else(|| panic!("the pipeline has no input `{name}`: {:?}", self.inputs))
    }

    pub(crate) fn output_is_text(&self, name: &str) -> bool {
        is_text(&self.outputs[name])
    }
}

fn string(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Whether the values of a described type are texts: strings, and enums, which are listed in quotes.
fn is_text(ty: &str) -> bool {
    let ty = ty.strip_prefix("optional ").unwrap_or(ty);
    ty == "string" || ty.starts_with('"')
}
