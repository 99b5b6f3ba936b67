//! Examples and pipelines on the testbed, all in one run.

use super::laws::THEIRS;
use super::nodes::side_of;
use super::pair::Pair;
use super::side::Side;
use super::{program, upstream};
use serde::Deserialize;
use serde_yaml::Value;
use std::path::PathBuf;
use test_support::{Root, Testbed, images};

/// Both sides of each pair: Argo's and ours.
pub(crate) fn run(testbed: &Testbed, pairs: &[Pair]) -> Vec<(Side, Side)> {
    let examples = upstream::folder();
    let mut files = vec![];
    for (index, pair) in pairs.iter().enumerate() {
        let (theirs, ours) = names(index);
        files.push(upstream::documents(&examples, pair, &theirs));
        files.push(compiled(pair, &ours));
    }
    let folder = tempfile::tempdir().expect("there is room for files");
    let mut images = images(&[program::NAME]);
    images.extend(others(folder.path().join("others")));
    let mut found = testbed.run(&files, &images);
    let mut side = |name: &str, pair: &Pair, ours: bool| match found.remove(name) {
        Some(workflow) => side_of(workflow, pair, ours),
        None => Side {
            name: if ours { "ours on Argo" } else { THEIRS },
            problems: vec!["the workflow is missing".to_owned()],
            ..Side::default()
        },
    };
    let sides = |(index, pair): (usize, &Pair)| {
        let (theirs, ours) = names(index);
        (side(&theirs, pair, false), side(&ours, pair, true))
    };
    pairs.iter().enumerate().map(sides).collect()
}

fn names(index: usize) -> (String, String) {
    (format!("theirs-{index:02}"), format!("ours-{index:02}"))
}

/// What our program prints for a pipeline.
fn compiled(pair: &Pair, name: &str) -> Vec<Value> {
    let kind = if pair.template {
        "template"
    } else {
        "workflow"
    };
    let text = test_support::compiled(program::NAME, &[pair.ours, "--kind", kind]);
    let documents = serde_yaml::Deserializer::from_str(&text);
    let documents = documents.map(|document| Value::deserialize(document).expect("it is YAML"));
    let mut documents: Vec<Value> = documents.collect();
    if pair.template {
        // Two of one name would be one.
        for document in &mut documents {
            let own = document["metadata"]["name"].as_str().unwrap_or_default();
            document["metadata"]["name"] = format!("{own}-{name}").into();
        }
    }
    upstream::named(documents, name)
}

/// Images that no registry is asked for: their programs are scripts.
fn others(folder: PathBuf) -> Vec<String> {
    let root = Root::create(folder);
    for program in ["argosay", "cowsay", "curl"] {
        root.write(&format!("bin/{program}"), b"#!/bin/sh\necho \"$@\"\n");
    }
    root.write("bin/jq", b"#!/bin/sh\ncat\n");
    root.write("etc/os-release", b"ID=testbed\n");
    let root = root.path().display();
    let argosay = ["v1", "v2"].map(|tag| format!("argoproj/argosay:{tag}={root}:/bin/argosay"));
    let others = ["alpine", "curlimages/*", "stedolan/*"].map(|image| format!("{image}={root}"));
    argosay.into_iter().chain(others).collect()
}
