//! Cases on the real Argo.

use super::case::{Case, End, exactly};
use super::gathered;
use super::nodes::{disorder, misnamed, tasks, unseen};
use super::outcome::{Outcome, normal};
use super::program::{PACKAGES, Signature};
use pipewright_ir::artifact::Reference;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_ir::wire;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use test_support::{Root, Served, Status, Testbed, Workflow, compiled};

/// The name of this engine.
pub(crate) const NAME: &str = "Argo";

/// Runs all cases at once.
pub(crate) fn run(testbed: &Testbed, cases: &[Case]) -> Vec<Result<Outcome, String>> {
    let served = Served::start();
    let files: Vec<Vec<Value>> = cases
        .iter()
        .enumerate()
        .map(|(index, case)| objects(case, &name(index), &served))
        .collect();
    let folder = tempfile::tempdir().expect("there is room for files");
    let mut images = test_support::images(&PACKAGES);
    images.push("busybox=busybox".to_owned());
    images.push(models(folder.path().join("models")));
    let running = testbed.start(&images);
    let mut found = running.run(&files);
    let store = running.store();
    let outcome = |(index, case): (usize, &Case)| {
        let workflow = found
            .remove(&name(index))
            .ok_or("Argo: the workflow is missing")?;
        outcome(workflow, case, &files[index], &store)
    };
    cases.iter().enumerate().map(outcome).collect()
}

/// The images of the recommender, whose programs do nothing but look for what they need.
fn models(folder: PathBuf) -> String {
    let root = Root::create(folder);
    let script = "#!/bin/busybox sh\n/bin/busybox sleep 1\n[ \"$MINIO_URL$MINIO_KEY\" = \
                  http://minio-service.kubeflow.svc.cluster.local:9000minio ]\n";
    for program in [
        "opt/docker/bin/dataupdatepublisher",
        "bin/python",
        "opt/docker/bin/modelpublisher",
    ] {
        root.write(program, script.as_bytes());
    }
    format!("lightbend/*={}", root.path().display())
}

fn name(index: usize) -> String {
    format!("case-{index:03}")
}

/// The workflow of a case, with its arguments, behind the objects that hold the templates for which it has no room.
///
/// Argo evaluates tags in the arguments of a workflow that holds its templates, but not of one that refers to them.
fn objects(case: &Case, name: &str, served: &Served) -> Vec<Value> {
    let texts = case
        .arguments
        .iter()
        .filter_map(|(_, value)| value.to::<String>().ok());
    let mut objects = match { texts }.any(|text| text.contains("{{")) {
        true => reference(case, name),
        false => documents(&compiled(case.program, &[case.pipeline])),
    };
    let workflow = objects.last_mut().expect("the program prints a workflow");
    test_support::name(workflow, name);
    let signature = Signature::of(case.program, case.pipeline);
    for (name, value) in &case.arguments {
        // The form in which the command line takes numbers.
        let number = value
            .to::<f64>()
            .ok()
            .filter(|_| signature.input_is_number(name));
        let value = &number.map_or_else(|| value.clone(), |number| exactly(&number.to_string()));
        let text = wire::write(&type_of(signature.input_is_text(name)), value);
        submit(workflow, name, text);
    }
    for (name, text) in &case.written {
        submit(workflow, name, (*text).to_owned());
    }
    for (name, files) in &case.files {
        submit(workflow, name, files.value(|text| served.add(text)));
    }
    objects
}

/// A template, and a workflow that refers to it.
fn reference(case: &Case, name: &str) -> Vec<Value> {
    let words = [case.pipeline, "--kind", "template"];
    let mut objects = documents(&compiled(case.program, &words));
    let template = objects.last_mut().expect("the program prints a template");
    test_support::name(template, name);
    let mut workflow = Value::Mapping(Mapping::new());
    workflow["apiVersion"] = template["apiVersion"].clone();
    workflow["kind"] = "Workflow".into();
    workflow["metadata"] = Value::Mapping(Mapping::new());
    workflow["spec"] = Value::Mapping(Mapping::new());
    workflow["spec"]["entrypoint"] = template["spec"]["entrypoint"].clone();
    workflow["spec"]["arguments"] = template["spec"]["arguments"].clone();
    workflow["spec"]["workflowTemplateRef"] = Value::Mapping(Mapping::new());
    workflow["spec"]["workflowTemplateRef"]["name"] = name.into();
    objects.push(workflow);
    objects
}

/// Gives a workflow a parameter, as `argo submit -p` does.
fn submit(workflow: &mut Value, name: &str, text: String) {
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

/// The documents of a YAML text.
fn documents(text: &str) -> Vec<Value> {
    let documents = serde_yaml::Deserializer::from_str(text);
    let read = |document| Value::deserialize(document).expect("the program prints YAML");
    documents.map(read).collect()
}

/// A type whose values are written in the same way.
fn type_of(is_text: bool) -> Type {
    if is_text {
        Type::Optional(Box::new(Type::String))
    } else {
        Type::Json
    }
}

fn outcome(
    workflow: Workflow,
    case: &Case,
    source: &[Value],
    store: &Path,
) -> Result<Outcome, String> {
    let Status {
        phase,
        message,
        nodes,
    } = workflow.status;
    let root = nodes
        .get(&workflow.metadata.name)
        .ok_or_else(|| format!("Argo: {phase}: {message}"))?;
    let signature = Signature::of(case.program, case.pipeline);
    let mut outputs = BTreeMap::new();
    // A pipeline whose exit handler fails gives nothing.
    let parameters = root.outputs.parameters.iter();
    for output in parameters.filter(|_| phase == "Succeeded") {
        let text = output.value.as_deref().unwrap_or("no value");
        let json = wire::decode(&type_of(signature.output_is_text(&output.name)), text);
        let json = json.as_ref().map(Json::as_str).unwrap_or(text);
        let content = content(json, store).unwrap_or_else(|| json.to_owned());
        outputs.insert(output.name.clone(), normal(&content));
    }
    let mut outcome = Outcome {
        engine: NAME,
        succeeded: phase == "Succeeded",
        outputs,
        tasks: tasks(&nodes),
        disorder: [disorder(case, &nodes), misnamed(case, &nodes)].concat(),
        problems: vec![],
    };
    let entrypoint = source
        .last()
        .and_then(|workflow| workflow["spec"]["entrypoint"].as_str());
    outcome.problems = unseen(source, entrypoint.unwrap_or_default(), "", &outcome);
    gathered::leave_out(source, &mut outcome);
    if phase == "Error" && !case.tasks.values().any(|end| *end == End::Error) {
        outcome
            .problems
            .push(format!("Argo has an error: {message}"));
    }
    Ok(outcome)
}

/// The text in the file of an output that is one, as JSON.
fn content(json: &str, store: &Path) -> Option<String> {
    let reference = serde_json::from_str::<Reference>(json).ok()?;
    let text = std::fs::read_to_string(store.join(reference.uri)).ok()?;
    serde_json::to_string(&text).ok()
}
