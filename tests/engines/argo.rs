//! Cases on the real Argo.

use super::case::{Case, End, exactly};
use super::outcome::{Outcome, Task, normal};
use super::program::{self, PACKAGES, Signature};
use pipewright_compiler::yaml;
use pipewright_dsl::json::Json;
use pipewright_dsl::types::Type;
use pipewright_dsl::wire;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The name of this engine.
pub(crate) const NAME: &str = "Argo";

/// Runs all cases at once.
pub(crate) fn run(testbed: &Path, cases: &[Case]) -> Vec<Result<Outcome, String>> {
    let folder = tempfile::tempdir().expect("there is room for files");
    let workflows: Vec<Value> = cases
        .iter()
        .enumerate()
        .map(|(index, case)| workflow(case, &name(index)))
        .collect();
    for (index, workflow) in workflows.iter().enumerate() {
        let text = yaml::to_string(workflow).expect("workflows can be printed");
        std::fs::write(folder.path().join(format!("{}.yaml", name(index))), text)
            .expect("files can be written");
    }
    let mut command = Command::new(testbed);
    command
        .args(["run", "--json", "--timeout", "20m"])
        .arg(folder.path());
    for package in PACKAGES {
        let program = program::static_program(package);
        command.arg("--image");
        command.arg(format!(
            "example.com/pipewright/{package}:0.1.0={}:/usr/local/bin/{package}",
            program.display()
        ));
    }
    command.args(["--image", "busybox=busybox"]);
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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    name: String,
    #[serde(rename = "type")]
    ty: String,
    phase: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    outputs: Outputs,
    #[serde(default)]
    started_at: Option<String>,
    #[serde(default)]
    finished_at: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Outputs {
    parameters: Vec<Parameter>,
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    value: Option<String>,
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
        for output in &root.outputs.parameters {
            let text = output.value.as_deref().unwrap_or("no value");
            let json = wire::decode(&type_of(signature.output_is_text(&output.name)), text);
            let json = json.as_ref().map(Json::as_str).unwrap_or(text);
            outputs.insert(output.name.clone(), normal(json));
        }
        let mut outcome = Outcome {
            engine: NAME,
            succeeded: phase == "Succeeded",
            outputs,
            tasks: tasks(nodes.values()),
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

/// The path of a node's task: the names after that of the workflow.
fn path(node: &Node) -> Option<String> {
    let (_, path) = node.name.split_once('.')?;
    Some(path.replace('.', "/"))
}

fn tasks<'a>(nodes: impl Iterator<Item = &'a Node>) -> BTreeMap<String, Task> {
    let mut tasks = BTreeMap::new();
    let mut tries: BTreeMap<String, usize> = BTreeMap::new();
    for (node, path) in nodes.filter_map(|node| Some((node, path(node)?))) {
        if let Some((task, _)) = path.split_once('(') {
            *tries.entry(task.to_owned()).or_default() += 1;
            continue;
        }
        let end = match node.phase.as_str() {
            "Succeeded" => End::Succeeded,
            "Failed" => End::Failed,
            "Skipped" => End::Skipped,
            "Omitted" => End::Omitted,
            "Error" => End::Error,
            _ => End::Unknown,
        };
        let count = match node.ty.as_str() {
            "Pod" => Some(1),
            "DAG" => None,
            _ => Some(0),
        };
        let message = node.message.clone();
        tasks.insert(
            path,
            Task {
                end,
                tries: count,
                message,
            },
        );
    }
    for (path, count) in tries {
        if let Some(task) = tasks.get_mut(&path) {
            task.tries = Some(count);
        }
    }
    tasks
}

/// The pairs that Argo's times, which are in seconds, show in another order.
fn disorder(case: &Case, nodes: &BTreeMap<String, Node>) -> Vec<String> {
    let node = |wanted: &str| {
        nodes
            .values()
            .find(|node| path(node).as_deref() == Some(wanted))
    };
    let in_order = |first: &str, second: &str| match (node(first), node(second)) {
        (Some(first), Some(second)) => {
            first.finished_at.is_some() && first.finished_at <= second.started_at
        }
        _ => false,
    };
    let wrong = case
        .order
        .iter()
        .filter(|(first, second)| !in_order(first, second));
    wrong
        .map(|(first, second)| format!("{second} did not start after the end of {first}"))
        .collect()
}

/// Tasks of the DAGs that ran for which there is no node.
fn unseen(source: &Value, dag: &str, prefix: &str, outcome: &Outcome) -> Vec<String> {
    let templates = source["spec"]["templates"].as_sequence();
    let template = templates
        .into_iter()
        .flatten()
        .find(|template| template["name"].as_str() == Some(dag));
    let tasks = template.and_then(|template| template["dag"]["tasks"].as_sequence());
    let mut missing = vec![];
    for task in tasks.into_iter().flatten() {
        let name = |key: &str| task[key].as_str().unwrap_or_default();
        let path = format!("{prefix}{}", name("name"));
        match outcome.tasks.get(&path).map(|task| task.end) {
            Some(End::Skipped | End::Omitted) => {}
            Some(_) => missing.extend(unseen(
                source,
                name("template"),
                &format!("{path}/"),
                outcome,
            )),
            None => missing.push(format!("{path}: Argo knows nothing of it")),
        }
    }
    missing
}
