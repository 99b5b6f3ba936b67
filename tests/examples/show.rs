//! `show` on what the examples give.

use super::local::{file, outputs};
use super::{penguins, sales};
use std::path::Path;
use test_support::{command, compare, ran};

/// Compares what `show` prints of a file with the file that is kept, and whether `--json` is JSON.
#[track_caller]
fn shown(program: &str, folder: &Path, name: &str) {
    let show = |words: &[&str]| {
        let mut command = command(program, &["show", name]);
        let ran = ran(command.args(words).current_dir(folder));
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{program} {name}");
        ran.stdout
    };
    compare(&format!("examples/show/{program}/{name}.txt"), &show(&[]));
    let json: serde_json::Value = serde_json::from_str(&show(&["--json"])).expect("it is JSON");
    assert_eq!(json["path"], name);
}

#[test]
fn training() {
    let folder = outputs("training", &["-p", &file("data", &penguins())]);
    for name in [
        "metrics.json",
        "classification.json",
        "model.json",
        "report.html",
    ] {
        shown("training", folder.path(), name);
    }
    shown(
        "training",
        penguins().parent().expect("it is in a folder"),
        "penguins.csv",
    );
}

#[test]
fn ratings() {
    let folder = outputs("ratings", &[]);
    for name in ["metrics.json", "model", "recommendations.csv"] {
        shown("ratings", folder.path(), name);
    }
}

#[test]
fn download() {
    let folder = outputs("download", &["summary", "-p", &file("data", &sales())]);
    shown("download", folder.path(), "revenues.csv");
}
