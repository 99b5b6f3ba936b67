//! Outputs that are kept for later runs.

use std::path::Path;
use test_support::command;

/// Runs a pipeline with a cache, and gives its output and the numbers that were doubled since the last time.
fn doubled(folder: &Path, words: &[&str], parameter: &str) -> (String, Vec<String>) {
    let calls = folder.join("calls");
    let _ = std::fs::remove_file(&calls);
    let place = format!("folder={}", folder.display());
    let mut words = words.to_vec();
    words.extend(["-p", parameter, "-p", &place]);
    let output = command("people", &words)
        .env("PIPEWRIGHT_CACHE", folder.join("cache"))
        .output()
        .expect("the program can be started");
    let text = String::from_utf8(output.stdout).expect("the program prints UTF-8");
    let calls = std::fs::read_to_string(calls).unwrap_or_default();
    let mut calls: Vec<String> = calls.lines().map(str::to_owned).collect();
    calls.sort();
    (text.trim_end().to_owned(), calls)
}

#[test]
fn outputs_are_kept_and_used() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let run = |words: &[&str], parameter: &str| doubled(folder.path(), words, parameter);
    let all = ["run", "doubled"];
    let (output, calls) = run(&all, "numbers=[1,2]");
    assert_eq!((output.as_str(), calls.len()), ("output: [2,4]", 2));
    let (output, calls) = run(&all, "numbers=[3,2,1]");
    assert_eq!(
        (output.as_str(), calls),
        ("output: [6,4,2]", vec!["3".to_owned()])
    );
    // What failed is not kept.
    assert_eq!(run(&all, "numbers=[-1]").1, ["-1"]);
    assert_eq!(run(&all, "numbers=[-1]").1, ["-1"]);
    // Neither a call that wants none, nor a run that wants none, uses them.
    assert_eq!(run(&["run", "doubled_anew"], "number=1").1, ["1"]);
    assert_eq!(
        run(&["run", "doubled", "--no-cache"], "numbers=[1]").1,
        ["1"]
    );
    // One that refreshes them leaves new ones.
    assert_eq!(
        run(&["run", "doubled", "--refresh"], "numbers=[1]").1,
        ["1"]
    );
    assert!(run(&all, "numbers=[1]").1.is_empty());
    let other = folder.path().join("other").display().to_string();
    let elsewhere = ["run", "doubled", "--cache-dir", &other];
    assert_eq!(run(&elsewhere, "numbers=[1]").1, ["1"]);
    assert!(run(&elsewhere, "numbers=[1]").1.is_empty());
}

#[test]
fn environment_variables_count() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let run = || doubled(folder.path(), &["run", "doubled_with_settings"], "number=7");
    assert_eq!(run(), ("output: [14,14]".into(), vec!["7".into(); 2]));
    assert_eq!(run(), ("output: [14,14]".into(), vec![]));
}

#[test]
fn maps_and_sets_have_one_order() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let names = (1..=8).map(|n| {
        let numbers: Vec<String> = (n..=2 * n).map(|n| n.to_string()).collect();
        format!("\"n{n}\":[{}]", numbers.join(", "))
    });
    let given = format!("given={{{}}}", names.rev().collect::<Vec<_>>().join(", "));
    let (output, calls) = doubled(folder.path(), &["run", "sums"], &given);
    assert_eq!(output, "output: [360,360,360]");
    assert_eq!(calls, ["sum"]);
    assert!(
        doubled(folder.path(), &["run", "sums"], &given)
            .1
            .is_empty()
    );
    let compiled = || {
        let output = command(
            "people",
            &["compile", "sums", "--image", "example.com/people:1"],
        )
        .output();
        output.expect("the program can be started").stdout
    };
    let first = compiled();
    assert!(!first.is_empty());
    assert!((0..4).all(|_| compiled() == first));
}

#[test]
fn the_report_tells_what_is_cached() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let run = || doubled(folder.path(), &["run", "doubled", "--json"], "numbers=[1]").0;
    let task = |report: &str| -> serde_json::Value {
        let report: serde_json::Value = serde_json::from_str(report).expect("it is JSON");
        let tasks = report["tasks"].as_array().expect("it has tasks").clone();
        let path = "each-number(0)/double";
        let task = tasks.into_iter().find(|task| task["path"] == path);
        task.expect("the task is there")
    };
    let first = task(&run());
    assert_eq!(
        (&first["cached"], &first["tries"]),
        (&false.into(), &1.into())
    );
    let second = task(&run());
    assert_eq!(
        (&second["cached"], &second["tries"]),
        (&true.into(), &0.into())
    );
    assert_eq!(second["phase"], "succeeded");
}

#[test]
fn a_folder_that_cannot_be_written_is_no_failure() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("files can be written");
    let file = file.display().to_string();
    let words = ["run", "doubled", "--cache-dir", &file];
    assert_eq!(
        doubled(folder.path(), &words, "numbers=[1]").0,
        "output: [2]"
    );
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

#[test]
fn what_cannot_be_an_output_is_refused_and_told() {
    for wrong in [r#"\\"2\\""#, "null", "[2]", "2.5"] {
        let folder = tempfile::tempdir().expect("there is room for files");
        let run = || doubled(folder.path(), &["run", "doubled"], "numbers=[1]");
        assert_eq!(run().1, ["1"]);
        let kept = files(&folder.path().join("cache"));
        assert_eq!(kept.len(), 1);
        let text = std::fs::read_to_string(&kept[0]).expect("it is there");
        let changed = text.replace("{\"output\":\"2\"}", &format!("{{\"output\":\"{wrong}\"}}"));
        assert_ne!(text, changed);
        std::fs::write(&kept[0], changed).expect("there is room");
        let place = format!("folder={}", folder.path().display());
        let words = ["run", "doubled", "-p", "numbers=[1]", "-p", &place];
        let mut again = command("people", &words);
        let ran = test_support::ran(again.env("PIPEWRIGHT_CACHE", folder.path().join("cache")));
        assert_eq!(
            (ran.code, ran.stdout.as_str()),
            (0, "output: [2]\n"),
            "{}",
            ran.stderr
        );
        let told = "warning: the outputs of an earlier run are not used: ";
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
        // What the task has given then is kept in its place.
        assert!(run().1.is_empty());
    }
}
