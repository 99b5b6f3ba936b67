//! Examples and pipelines on the testbed, all in one run.

use super::laws::THEIRS;
use super::nodes::Workflow;
use super::pair::Pair;
use super::side::Side;
use super::{program, upstream};
use pipewright_compiler::yaml;
use serde::Deserialize;
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Both sides of each pair: Argo's and ours.
pub(crate) fn run(testbed: &Path, pairs: &[Pair]) -> Vec<(Side, Side)> {
    let folder = tempfile::tempdir().expect("there is room for files");
    let files = folder.path().join("workflows");
    std::fs::create_dir(&files).expect("folders can be made");
    let examples = upstream::folder();
    for (index, pair) in pairs.iter().enumerate() {
        let write = |name: &str, documents: Vec<Value>| {
            let documents = documents.iter();
            let texts: Vec<String> = documents
                .map(|document| yaml::to_string(document).expect("workflows can be printed"))
                .collect();
            std::fs::write(files.join(format!("{name}.yaml")), texts.join("---\n"))
                .expect("files can be written");
        };
        let (theirs, ours) = names(index);
        write(&theirs, upstream::documents(&examples, pair, &theirs));
        write(&ours, compiled(pair, &ours));
    }
    let image = program::static_program();
    let name = program::NAME;
    let others = others(folder.path());
    let output = Command::new(testbed)
        .args(["run", "--json", "--timeout", "15m"])
        .arg(&files)
        .arg("--image")
        .arg(format!(
            "example.com/pipewright/{name}:0.1.0={}:/usr/local/bin/{name}",
            image.display()
        ))
        .arg("--image")
        .arg(format!(
            "argoproj/argosay:v2={}:/bin/argosay",
            others.display()
        ))
        .arg("--image")
        .arg(format!(
            "argoproj/argosay:v1={}:/bin/argosay",
            others.display()
        ))
        .arg("--image")
        .arg(format!("curlimages/*={}", others.display()))
        .arg("--image")
        .arg(format!("stedolan/*={}", others.display()))
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
    let mut side = |name: &str, pair: &Pair, ours: bool| match found.remove(name) {
        Some(workflow) => workflow.side(pair, ours),
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
    let text = program::print(&["compile", pair.ours, "--kind", kind]);
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

/// A root folder with scripts for the programs of images that no registry is asked for.
fn others(folder: &Path) -> PathBuf {
    let root = folder.join("others");
    let write = |path: &str, bytes: &[u8]| {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().expect("it is in the root"))
            .expect("folders can be made");
        std::fs::write(&path, bytes).expect("files can be written");
        std::fs::set_permissions(path, PermissionsExt::from_mode(0o755)).expect("files have modes");
    };
    let busybox = std::fs::read("/bin/busybox").expect("busybox is static and in its place");
    write("bin/busybox", &busybox);
    for program in ["sh", "cat", "echo"] {
        std::os::unix::fs::symlink("busybox", root.join("bin").join(program))
            .expect("links can be made");
    }
    write("etc/os-release", b"ID=testbed\n");
    for program in ["argosay", "cowsay", "curl"] {
        write(&format!("bin/{program}"), b"#!/bin/sh\necho \"$@\"\n");
    }
    write("bin/jq", b"#!/bin/sh\ncat\n");
    root
}
