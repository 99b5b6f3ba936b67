//! Cases on the real Argo.

use super::case::{Case, End, exactly};
use super::nodes::{Node, disorder, tasks, unseen};
use super::outcome::{Outcome, normal};
use super::program::{self, PACKAGES, Signature};
use pipewright_compiler::yaml;
use pipewright_dsl::json::Json;
use pipewright_dsl::types::Type;
use pipewright_dsl::wire;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The name of this engine.
pub(crate) const NAME: &str = "Argo";

/// Runs all cases at once.
pub(crate) fn run(testbed: &Path, cases: &[Case]) -> Vec<Result<Outcome, String>> {
    let folder = tempfile::tempdir().expect("there is room for files");
    let files = folder.path().join("workflows");
    std::fs::create_dir(&files).expect("folders can be made");
    let workflows: Vec<Value> = cases
        .iter()
        .enumerate()
        .map(|(index, case)| workflow(case, &name(index)))
        .collect();
    for (index, workflow) in workflows.iter().enumerate() {
        let text = yaml::to_string(workflow).expect("workflows can be printed");
        std::fs::write(files.join(format!("{}.yaml", name(index))), text)
            .expect("files can be written");
    }
    let mut command = Command::new(testbed);
    command
        .args(["run", "--json", "--timeout", "20m"])
        .arg(&files);
    for package in PACKAGES {
        let program = program::static_program(package);
        command.arg("--image");
        command.arg(format!(
            "example.com/pipewright/{package}:0.1.0={}:/usr/local/bin/{package}",
            program.display()
        ));
    }
    command.args(["--image", "busybox=busybox"]);
    let models = models(folder.path());
    command
        .arg("--image")
        .arg(format!("lightbend/*={}", models.display()));
    let output = command
        .stderr(Stdio::piped())
        .output()
        .expect("the testbed runs");
    let found = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<Workflow>();
    let mut found: BTreeMap<String, Workflow> = found
        .map(|workflow| workflow.expect("the testbed prints workflows"))
        .map(|workflow| (workflow.metadata.name.clone(), workflow))
        .collect();
    assert!(
        !found.is_empty(),
        "no workflow ran\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let outcome = |(index, case): (usize, &Case)| {
        let workflow = found
            .remove(&name(index))
            .ok_or("Argo: the workflow is missing")?;
        workflow.outcome(case, &workflows[index])
    };
    cases.iter().enumerate().map(outcome).collect()
}

/// A root folder in which the programs of the recommender do nothing but look for what they need.
fn models(folder: &Path) -> PathBuf {
    let root = folder.join("models");
    let write = |path: &str, bytes: &[u8]| {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("it is in the root"))
            .expect("folders can be made");
        std::fs::write(&path, bytes).expect("files can be written");
        std::fs::set_permissions(path, PermissionsExt::from_mode(0o755)).expect("files have modes");
    };
    write(
        "bin/busybox",
        &std::fs::read("/bin/busybox").expect("busybox is static and in its place"),
    );
    let script = "#!/bin/busybox sh\n/bin/busybox sleep 1\n[ \"$MINIO_URL$MINIO_KEY\" = \
                  http://minio-service.kubeflow.svc.cluster.local:9000minio ]\n";
    for program in [
        "opt/docker/bin/dataupdatepublisher",
        "bin/python",
        "opt/docker/bin/modelpublisher",
    ] {
        write(program, script.as_bytes());
    }
    root
}

fn name(index: usize) -> String {
    format!("case-{index:03}")
}

/// The workflow of a case, with its arguments.
fn workflow(case: &Case, name: &str) -> Value {
    let text = program::print(case.program, &["compile", case.pipeline]);
    let mut workflow: Value = serde_yaml::from_str(&text).expect("the program prints YAML");
    let metadata = workflow["metadata"]
        .as_mapping_mut()
        .expect("a workflow has metadata");
    metadata.remove("generateName");
    metadata.insert("name".into(), name.into());
    let signature = Signature::of(case.program, case.pipeline);
    for (name, value) in &case.arguments {
        // The form in which the command line takes numbers.
        let number = value
            .to::<f64>()
            .ok()
            .filter(|_| signature.input_is_number(name));
        let value = &number.map_or_else(|| value.clone(), |number| exactly(&number.to_string()));
        let text = wire::encode(&type_of(signature.input_is_text(name)), value);
        let parameters = workflow["spec"]["arguments"]["parameters"]
            .as_sequence_mut()
            .expect("there are parameters");
        let parameter = parameters
            .iter_mut()
            .find(|parameter| parameter["name"].as_str() == Some(name));
        let parameter: &mut Mapping = parameter
            .and_then(Value::as_mapping_mut)
            .expect("the parameter is there");
        parameter.insert("value".into(), text.into());
    }
    workflow
}

/// A type whose values are written in the same way.
fn type_of(is_text: bool) -> Type {
    if is_text {
        Type::Optional(Box::new(Type::String))
    } else {
        Type::Json
    }
}

#[derive(Deserialize)]
struct Workflow {
    metadata: Metadata,
    status: Status,
}

#[derive(Deserialize)]
struct Metadata {
    name: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Status {
    phase: String,
    message: String,
    nodes: BTreeMap<String, Node>,
    compressed_nodes: String,
}

impl Workflow {
    fn outcome(self, case: &Case, source: &Value) -> Result<Outcome, String> {
        let Status {
            phase,
            message,
            nodes,
            compressed_nodes,
        } = self.status;
        let nodes = match compressed_nodes.as_str() {
            "" => nodes,
            text => serde_json::from_slice(&decompress(text)).expect("nodes are JSON"),
        };
        let root = nodes
            .get(&self.metadata.name)
            .ok_or_else(|| format!("Argo: {phase}: {message}"))?;
        let signature = Signature::of(case.program, case.pipeline);
        let mut outputs = BTreeMap::new();
        // A pipeline whose exit handler fails gives nothing.
        let parameters = root.outputs.parameters.iter();
        for output in parameters.filter(|_| phase == "Succeeded") {
            let text = output.value.as_deref().unwrap_or("no value");
            let json = wire::decode(&type_of(signature.output_is_text(&output.name)), text);
            let json = json.as_ref().map(Json::as_str).unwrap_or(text);
            outputs.insert(output.name.clone(), normal(json));
        }
        let mut outcome = Outcome {
            engine: NAME,
            succeeded: phase == "Succeeded",
            outputs,
            tasks: tasks(&nodes),
            disorder: disorder(case, &nodes),
            problems: vec![],
        };
        let entrypoint = source["spec"]["entrypoint"].as_str().unwrap_or_default();
        outcome.problems = unseen(source, entrypoint, "", &outcome);
        if phase == "Error" && !case.tasks.values().any(|end| *end == End::Error) {
            outcome
                .problems
                .push(format!("Argo has an error: {message}"));
        }
        Ok(outcome)
    }
}

fn decompress(text: &str) -> Vec<u8> {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "base64 -d | gzip -dc"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = shell.spawn().expect("the shell runs");
    child
        .stdin
        .take()
        .map(|mut stdin| stdin.write_all(text.as_bytes()))
        .expect("it has an input")
        .expect("it reads");
    child.wait_with_output().expect("it ends").stdout
}
