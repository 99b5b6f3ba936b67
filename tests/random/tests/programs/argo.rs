//! Programs on the real Argo.

use super::engine::{Engine, Found, arguments};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use random_programs::ast::Program;
use serde_yaml::Value;
use test_support::{Testbed, Verdict, Workflow, images};

/// Argo's own validation of all programs.
pub(crate) fn lint(testbed: &Testbed, engine: &Engine, programs: &[Program]) {
    let folder = tempfile::tempdir().expect("there is room for files");
    for (index, program) in programs.iter().enumerate() {
        let path = folder.path().join(format!("{index:05}.yaml"));
        std::fs::write(path, engine.yaml(program)).expect("files can be written");
    }
    let verdicts = testbed.lint(folder.path());
    let refused: Vec<String> = verdicts.iter().filter_map(Verdict::refusal).collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    let accepted = verdicts.len();
    assert!(
        accepted >= programs.len(),
        "{accepted} of {} were checked",
        programs.len()
    );
}

/// What all programs give, in one testbed.
pub(crate) fn run(testbed: &Testbed, engine: &Engine, programs: &[Program]) -> Vec<Found> {
    let files = programs.iter().enumerate();
    let files: Vec<_> = files
        .map(|(index, program)| vec![workflow(engine, program, &name(index))])
        .collect();
    // What runs in the containers are the components: they look at no program.
    let mut found = testbed.run(&files, &images(&["random-programs"]));
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

fn outcome(name: &str, workflow: &Workflow) -> Found {
    let status = &workflow.status;
    if status.phase != "Succeeded" {
        let phase = &status.phase;
        assert!(
            matches!(phase.as_str(), "Failed" | "Error"),
            "{name} is {phase}: {status:#?}"
        );
        return Err(format!("{phase} {}", status.message));
    }
    let outputs = &status.nodes[name].outputs;
    let output = |wanted: &str| outputs.get(wanted).unwrap_or("no value");
    let int = output("int");
    let int = int.parse().map_err(|_| format!("int is `{int}`"))?;
    let text = wire::decode(&Type::String, output("text")).and_then(|json| json.to());
    Ok((int, text.map_err(|error| format!("text: {error}"))?))
}

/// The workflow of a program, with its arguments.
fn workflow(engine: &Engine, program: &Program, name: &str) -> Value {
    let mut workflow: Value =
        serde_yaml::from_str(&engine.yaml(program)).expect("the program prints YAML");
    test_support::name(&mut workflow, name);
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
        parameter["value"] = wire::write(&ty, &json).into();
    }
    workflow
}
