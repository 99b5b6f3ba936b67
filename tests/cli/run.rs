//! `run`: a pipeline on this machine.

use test_support::{Ran, command, ran, run};

/// What a run prints when all tasks succeed.
#[track_caller]
fn outputs(program: &str, words: &[&str]) -> String {
    let Ran {
        code,
        stdout,
        stderr,
    } = run(program, words);
    assert_eq!(code, 0, "{stderr}");
    stdout
}

#[test]
fn the_calculation_gives_18() {
    assert_eq!(
        outputs("calculation", &["run", "-p", "a=7", "-p", "b=8"]),
        "output: 18\n"
    );
    assert_eq!(
        outputs(
            "calculation",
            &["run", "calculation", "-p", "a=3.5", "-j", "1"]
        ),
        "output: 18\n"
    );
    assert_eq!(
        outputs("calculation", &["run", "-p", "a=7", "-p", "c=-0.5"]),
        "output: 0.5\n"
    );
}

#[test]
fn each_branch_gives_its_message() {
    for (seed, message) in [
        ("42", "23 is medium"),
        ("21", "3 is small"),
        ("0", "67 is large"),
    ] {
        let stdout = outputs("conditional", &["run", "-p", &format!("seed={seed}")]);
        assert_eq!(stdout, format!("output: {message}\n"));
    }
    assert_eq!(outputs("conditional", &["run"]), "output: 23 is medium\n");
}

#[test]
fn several_outputs_are_printed_by_name() {
    let stdout = outputs("several", &["run", "halves", "-p", "text=a {{x}}|b\nc"]);
    assert_eq!(stdout, "left: a {{x}}\nright: b\nc\n");
}

#[test]
fn a_failed_task_fails_the_run() {
    let failed = run("calculation", &["run", "-p", "a=7", "-p", "b=0"]);
    assert_eq!((failed.code, failed.stdout.as_str()), (1, ""));
    assert!(
        failed
            .stderr
            .contains("✗ divide: cannot divide 11 by zero\n"),
        "{}",
        failed.stderr
    );
    let failed = run("several", &["run", "halves", "-p", "text=ab"]);
    assert_eq!((failed.code, failed.stdout.as_str()), (1, ""));
    assert!(
        failed.stderr.contains("there is no `|` in \"ab\""),
        "{}",
        failed.stderr
    );
}

#[test]
fn json_tells_all_of_a_run() {
    let stdout = outputs("calculation", &["run", "--json", "-p", "a=7", "-p", "b=8"]);
    let report: serde_json::Value = serde_json::from_str(&stdout).expect("it is JSON");
    assert_eq!(
        (&report["pipeline"], &report["phase"]),
        (&"calculation".into(), &"succeeded".into())
    );
    assert_eq!(report["outputs"][0]["value"], 18);
    let tasks = report["tasks"].as_array().expect("a list");
    let paths: Vec<_> = tasks
        .iter()
        .map(|task| task["path"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(paths, ["add", "divide", "add-2"]);
    assert_eq!(
        tasks[1]["outputs"][1],
        serde_json::json!({"name": "remainder", "type": "number", "value": 3})
    );

    let failed = run("calculation", &["run", "--json", "-p", "a=7", "-p", "b=0"]);
    let report: serde_json::Value = serde_json::from_str(&failed.stdout).expect("it is JSON");
    assert_eq!((failed.code, &report["phase"]), (1, &"failed".into()));
}

#[test]
fn a_run_needs_no_image_and_no_folder() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut command = command("several", &["run", "images"]);
    let Ran {
        code,
        stdout,
        stderr,
    } = ran(command.current_dir(&folder));
    assert_eq!((code, stdout.as_str()), (0, ""), "{stderr}");
    let left = std::fs::read_dir(&folder)
        .expect("the folder is there")
        .count();
    assert_eq!(left, 0, "a run leaves nothing in the current folder");
}

#[test]
fn a_ready_image_does_not_run_here() {
    let ran = run("recommender", &["run"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (3, ""));
    for expected in [
        "error: these tasks are ready images and cannot run here; ",
        "examples/recommender/src/main.rs:",
        "`train` runs `lightbend/ml-tf-recommender:0.1`",
    ] {
        assert!(ran.stderr.contains(expected), "{}", ran.stderr);
    }
}
