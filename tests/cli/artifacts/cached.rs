//! Artifacts of tasks whose outputs are kept for later runs.

use super::{names, run};
use std::fs;
use std::path::Path;

/// Runs a pipeline, and gives the content of its output and what was computed for it.
#[track_caller]
fn computed(folder: &Path, pipeline: &str, parameter: &str) -> (String, Vec<String>) {
    let log = folder.join("log");
    let _ = fs::remove_file(&log);
    let log_word = format!("log={}", log.display());
    let words = [pipeline, "-p", parameter, "-p", &log_word, "--out", "out"];
    let ran = run(folder, &words);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = fs::read_to_string(folder.join("out/output")).expect("it is there");
    let log = fs::read_to_string(log).unwrap_or_default();
    (text, log.lines().map(Into::into).collect())
}

#[test]
fn they_are_kept_with_their_metadata() {
    let folder = tempfile::tempdir().expect("there is room");
    let run = |number: i64| computed(folder.path(), "cached", &format!("number={number}"));
    assert_eq!(run(1), ("model 1".into(), vec!["1".into()]));
    assert_eq!(run(1), ("model 1".into(), vec![]));
    let facts = fs::read_to_string(folder.path().join("out/.outputs.json")).expect("it is there");
    assert!(facts.contains(r#""metadata":{"number":1}"#), "{facts}");
    assert_eq!(run(2), ("model 2".into(), vec!["2".into()]));
    // Whoever changes an output changes nothing that is kept.
    let out = folder.path().join("out/output");
    fs::remove_file(&out).expect("it is there");
    fs::write(&out, "changed").expect("there is room");
    assert_eq!(run(1), ("model 1".into(), vec![]));
}

#[test]
fn inputs_count_by_their_content() {
    let folder = tempfile::tempdir().expect("there is room");
    let run = |file: &str, text: &str| {
        fs::write(folder.path().join(file), text).expect("there is room");
        computed(folder.path(), "cached_by_content", &format!("file={file}"))
    };
    assert_eq!(run("a", "one"), ("ONE".into(), vec!["one".into()]));
    assert_eq!(run("b", "one"), ("ONE".into(), vec![]));
    assert_eq!(run("b", "two"), ("TWO".into(), vec!["two".into()]));
}

#[test]
fn what_has_gone_is_made_again() {
    let folder = tempfile::tempdir().expect("there is room");
    let run = || computed(folder.path(), "cached", "number=1");
    assert_eq!(run().1, ["1"]);
    let kept = folder.path().join("cache/artifacts");
    for name in names(&kept) {
        fs::remove_file(kept.join(name)).expect("it is there");
    }
    assert_eq!(run(), ("model 1".into(), vec!["1".into()]));
    assert_eq!(run(), ("model 1".into(), vec![]));
}
