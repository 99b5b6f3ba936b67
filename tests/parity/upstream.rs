//! Argo's examples, as its Go module has them.

use super::pair::Pair;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the examples of the Argo that the testbed is built with.
pub(crate) fn folder() -> PathBuf {
    let testbed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/argo-testbed");
    let module = "github.com/argoproj/argo-workflows/v3";
    let output = Command::new("go")
        .args(["list", "-m", "-f", "{{.Dir}}", module])
        .current_dir(testbed)
        .output()
        .expect("go runs, which the testbed is built with");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "go list failed: {errors}");
    let folder = String::from_utf8(output.stdout).expect("go writes UTF-8");
    Path::new(folder.trim()).join("examples")
}

/// The documents of an example, which run a workflow of a name.
pub(crate) fn documents(folder: &Path, pair: &Pair, name: &str) -> Vec<Value> {
    let path = folder.join(format!("{}.yaml", pair.upstream));
    let mut text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for (from, to) in &pair.edits {
        assert!(
            text.contains(from),
            "{}: there is no {from:?}",
            pair.upstream
        );
        text = text.replace(from, to);
    }
    let documents = serde_yaml::Deserializer::from_str(&text);
    let documents = documents.map(|document| Value::deserialize(document).expect("it is YAML"));
    named(documents.collect(), name)
}

/// Gives the workflow among the documents a name, or adds one for the template among them.
pub(crate) fn named(mut documents: Vec<Value>, name: &str) -> Vec<Value> {
    let is = |document: &Value, kind: &str| document["kind"].as_str() == Some(kind);
    if let Some(workflow) = documents
        .iter_mut()
        .find(|document| is(document, "Workflow"))
    {
        test_support::name(workflow, name);
        return documents;
    }
    let template = documents
        .iter()
        .find(|document| {
            is(document, "WorkflowTemplate") || is(document, "ClusterWorkflowTemplate")
        })
        .expect("there is something to run");
    let cluster = is(template, "ClusterWorkflowTemplate");
    let reference = mapping([
        ("name", template["metadata"]["name"].clone()),
        ("clusterScope", cluster.into()),
    ]);
    let workflow = mapping([
        ("apiVersion", template["apiVersion"].clone()),
        ("kind", "Workflow".into()),
        ("metadata", mapping([("name", name.into())])),
        ("spec", mapping([("workflowTemplateRef", reference)])),
    ]);
    documents.push(workflow);
    documents
}

fn mapping<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let entries = entries.into_iter().map(|(key, value)| (key.into(), value));
    Value::Mapping(entries.collect::<Mapping>())
}
