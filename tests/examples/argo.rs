//! The same runs on the real Argo: equal bytes.

use super::local::{file, given};
use super::{Files, penguins, sales};
use serde::Deserialize;
use serde_yaml::Value;
use std::fs;
use std::path::Path;
use test_support::{BUCKET, Node, Running, Testbed, Workflow, compiled};

/// Key of the penguins in the store.
const DATA: &str = "inputs/penguins.csv";

/// Store in the manifest of `download`.
const ENDPOINT: &str = "minio.storage:9000";

/// Bucket of `download`.
const SHOP: &str = "example-shop";

#[test]
#[ignore = "needs the testbed"]
fn real_argo() {
    let images = test_support::images(&["download", "ratings", "training"]);
    let testbed = Testbed::find().start(&images);
    testbed.put(BUCKET, DATA, &read(&penguins()));
    for key in ["sales/latest.csv", "sales/2026-09.csv"] {
        testbed.put(SHOP, key, &read(&sales()));
    }

    let compiled = |program| compiled(program, &[]);
    let download = compiled("download").replace(ENDPOINT, testbed.address());
    let files = [
        workflow(&compiled("training"), "neighbors", &[("data", DATA)]),
        workflow(
            &compiled("training"),
            "logistic",
            &[("data", DATA), ("seed", "2")],
        ),
        workflow(&compiled("ratings"), "ratings", &[]),
        workflow(&download, "download", &[("month", "2026-09")]),
    ];
    let found = testbed.run(&files);
    let on_argo = |name: &str| stored(&testbed, &found[name]);

    let data = file("data", &penguins());
    assert_same(&on_argo("neighbors"), &given("training", &["-p", &data]));
    let logistic = given("training", &["-p", &data, "-p", "seed=2"]);
    assert_same(&on_argo("logistic"), &logistic);
    assert_same(&on_argo("ratings"), &given("ratings", &[]));
    let outputs = root(&found["download"]).outputs.parameters.iter();
    let outputs: Vec<_> = outputs
        .map(|output| (&*output.name, output.value.as_deref()))
        .collect();
    let best = Some("west: 3492.66");
    assert_eq!(outputs, [("latest", best), ("month", best)]);
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).expect("the file is there")
}

/// The objects in a text of YAML, of which the workflow has a name and arguments.
fn workflow(text: &str, name: &str, arguments: &[(&str, &str)]) -> Vec<Value> {
    let documents = serde_yaml::Deserializer::from_str(text);
    let read = |document| Value::deserialize(document).expect("the program prints YAML");
    let mut documents: Vec<Value> = documents.map(read).collect();
    let workflow = documents.last_mut().expect("the program prints a workflow");
    test_support::name(workflow, name);
    let parameters = workflow["spec"]["arguments"]["parameters"].as_sequence_mut();
    for parameter in parameters.expect("there are parameters") {
        let argument = arguments
            .iter()
            .find(|(name, _)| parameter["name"] == **name);
        if let Some((_, value)) = argument {
            parameter["value"] = (*value).into();
        }
    }
    documents
}

/// The node of a workflow that succeeded.
fn root(workflow: &Workflow) -> &Node {
    let status = &workflow.status;
    let name = &workflow.metadata.name;
    let nodes = status.nodes.values();
    let messages = nodes.filter(|node| !node.message.is_empty());
    let messages = messages.map(|node| format!("\n{}: {}", node.name, node.message));
    let messages: String = messages.collect();
    assert_eq!(status.phase, "Succeeded", "{name}{messages}");
    status.nodes.get(name).expect("a workflow is a node")
}

/// The artifacts that a workflow gives, by the names that they have on this machine.
fn stored(testbed: &Running, workflow: &Workflow) -> Files {
    let name = &workflow.metadata.name;
    let root = root(workflow);
    let outputs = root.outputs.parameters.iter().map(|output| {
        let value = output.value.as_deref().unwrap_or_default();
        let reference: serde_json::Value =
            serde_json::from_str(value).unwrap_or_else(|_| panic!("{name}: {value}"));
        let key = reference["uri"].as_str().expect("a reference has a URI");
        let bytes = fs::read(testbed.store().join(key));
        let bytes = bytes.unwrap_or_else(|error| panic!("{name}: {key}: {error}"));
        let extension = key.rsplit('/').next().and_then(|file| file.split_once('.'));
        let extension =
            extension.map_or_else(String::new, |(_, extension)| format!(".{extension}"));
        (format!("{}{extension}", output.name), bytes)
    });
    outputs.collect()
}

#[track_caller]
fn assert_same(argo: &Files, local: &Files) {
    assert!(
        argo.keys().eq(local.keys()),
        "{:?} {:?}",
        argo.keys(),
        local.keys()
    );
    for (name, bytes) in argo {
        let same = local[name] == *bytes;
        let (argo, local) = (
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&local[name]),
        );
        assert!(same, "{name} differs\n{:.2000}\n{:.2000}", argo, local);
    }
}
