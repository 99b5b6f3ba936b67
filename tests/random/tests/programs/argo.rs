//! Programs on the real Argo.

use super::engine::{Engine, Found, arguments};
use pipewright_compiler::yaml;
use pipewright_dsl::json::Json;
use pipewright_dsl::types::Type;
use pipewright_dsl::wire;
use random_programs::ast::Program;
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program of the testbed, if there is one.
pub(crate) fn testbed() -> Option<PathBuf> {
    let Some(program) = std::env::var_os("PIPEWRIGHT_ARGO_TESTBED") else {
        let required =
            std::env::var_os("PIPEWRIGHT_REQUIRE_TOOLS").is_some_and(|value| !value.is_empty());
        assert!(!required, "PIPEWRIGHT_ARGO_TESTBED names no testbed");
        eprintln!("skipped: PIPEWRIGHT_ARGO_TESTBED does not name the program of the testbed");
        return None;
    };
    Some(program.into())
}

/// Argo's own validation of all programs.
pub(crate) fn lint(testbed: &Path, engine: &Engine, programs: &[Program]) {
    let folder = tempfile::tempdir().expect("there is room for files");
    for (index, program) in programs.iter().enumerate() {
        let path = folder.path().join(format!("{index:05}.yaml"));
        std::fs::write(path, engine.yaml(program)).expect("files can be written");
    }
    let output = Command::new(testbed)
        .arg("lint")
        .arg(folder.path())
        .output();
    let output = output.expect("the testbed runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let refused: Vec<&str> = text
        .lines()
        .filter(|line| !line.ends_with(": ok"))
        .collect();
    assert!(
        output.status.success() && refused.is_empty(),
        "{}",
        refused.join("\n")
    );
    let accepted = text.lines().count();
    assert!(
        accepted >= programs.len(),
        "{accepted} of {} were checked",
        programs.len()
    );
}

/// What all programs give, in one testbed.
pub(crate) fn run(testbed: &Path, engine: &Engine, programs: &[Program]) -> Vec<Found> {
    let folder = tempfile::tempdir().expect("there is room for files");
    let files = folder.path().join("workflows");
    std::fs::create_dir(&files).expect("folders can be made");
    let mut command = Command::new(testbed);
    command
        .args(["run", "--json", "--timeout", "20m"])
        .arg(&files);
    for (index, program) in programs.iter().enumerate() {
        let name = name(index);
        let data = folder.path().join(format!("{name}.json"));
        let text = serde_json::to_string(program).expect("a program is data");
        std::fs::write(data, text).expect("files can be written");
        let text = yaml::to_string(&workflow(engine, program, &name)).expect("it can be printed");
        std::fs::write(files.join(format!("{name}.yaml")), text).expect("files can be written");
    }
    // What runs in the containers are the components: they look at no program.
    let image = format!(
        "example.com/pipewright/random-programs:0.1.0={}:/usr/local/bin/random-programs",
        static_program().display()
    );
    let output = command
        .args(["--image", &image])
        .output()
        .expect("the testbed runs");
    let stream = serde_json::Deserializer::from_slice(&output.stdout);
    let mut found: BTreeMap<String, serde_json::Value> = stream
        .into_iter::<serde_json::Value>()
        .map(|workflow| workflow.expect("the testbed prints workflows"))
        .map(|workflow| {
            let name = workflow["metadata"]["name"].as_str().unwrap_or_default();
            (name.to_owned(), workflow)
        })
        .collect();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!found.is_empty(), "no workflow ran\n{errors}");
    (0..programs.len())
        .map(|index| {
            let name = name(index);
            let workflow = found
                .remove(&name)
                .unwrap_or_else(|| panic!("{name} is missing"));
            outcome(&name, &workflow)
        })
        .collect()
}

fn name(index: usize) -> String {
    format!("program-{index:04}")
}

fn outcome(name: &str, workflow: &serde_json::Value) -> Found {
    let status = &workflow["status"];
    if status["phase"] != "Succeeded" {
        let phase = status["phase"].as_str().unwrap_or_default();
        assert!(
            matches!(phase, "Failed" | "Error"),
            "{name} is {phase}: {status:#}"
        );
        return Err(format!("{phase} {}", status["message"]));
    }
    let parameters = status["nodes"][name]["outputs"]["parameters"].as_array();
    let output = |wanted: &str| {
        let mut parameters = parameters.into_iter().flatten();
        let output = parameters.find(|output| output["name"] == wanted);
        output
            .and_then(|output| output["value"].as_str())
            .unwrap_or("no value")
            .to_owned()
    };
    let int = output("int");
    let int = int.parse().map_err(|_| format!("int is `{int}`"))?;
    let text = wire::decode(&Type::String, &output("text")).and_then(|json| json.to());
    Ok((int, text.map_err(|error| format!("text: {error}"))?))
}

/// The workflow of a program, with its arguments.
fn workflow(engine: &Engine, program: &Program, name: &str) -> Value {
    let mut workflow: Value =
        serde_yaml::from_str(&engine.yaml(program)).expect("the program prints YAML");
    let metadata = workflow["metadata"]
        .as_mapping_mut()
        .expect("it has metadata");
    metadata.remove("generateName");
    metadata.insert("name".into(), name.into());
    let arguments = arguments(program);
    let parameters = workflow["spec"]["arguments"]["parameters"].as_sequence_mut();
    for parameter in parameters.into_iter().flatten() {
        let value = &arguments[parameter["name"].as_str().unwrap_or_default()];
        let ty = if value.is_string() {
            Type::String
        } else {
            Type::Json
        };
        let json = Json::of(value).expect("an argument is JSON");
        parameter["value"] = wire::encode(&ty, &json).into();
    }
    workflow
}

/// The program as an image holds it: static, so that it is all that the image needs.
fn static_program() -> PathBuf {
    let rustc = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc runs");
    let text = String::from_utf8_lossy(&rustc.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.expect("rustc says what it builds for");
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args([
            "build",
            "--message-format=json-render-diagnostics",
            "-p",
            "random-programs",
        ])
        .args(["--bins", "--target", host])
        .env("RUSTFLAGS", "-C target-feature=+crt-static")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = cargo.output().expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let executable = text.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message["executable"].as_str()?))
    });
    executable.expect("cargo builds the program")
}
