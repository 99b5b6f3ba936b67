//! Outputs that are files and folders.

use super::{names, only_outputs, run};
use std::fs;

#[test]
fn outputs_are_kept_by_their_names() {
    let folder = tempfile::tempdir().expect("there is room");
    let ran = run(folder.path(), &["folder_itself", "-p", "kind=names"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let kept = only_outputs(folder.path()).join("output");
    assert_eq!(ran.stdout, format!("output: {}\n", kept.display()));
    assert_eq!(
        names(&kept),
        ["-rf", ".hidden", "a b", "new\nline", "sub", "ünï☃"]
    );
    // Of the run itself nothing is left.
    assert_eq!(names(&folder.path().join("artifacts")), ["outputs"]);
}

#[test]
fn a_folder_for_them_is_made_and_used_again() {
    let folder = tempfile::tempdir().expect("there is room");
    let log = format!("log={}", folder.path().join("log").display());
    for number in [1, 2] {
        let number_word = format!("number={number}");
        let words = ["cached", "-p", &number_word, "-p", &log, "--out", "new/out"];
        let ran = run(folder.path(), &words);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let path = folder.path().join("new/out/output");
        assert_eq!(ran.stdout, format!("output: {}\n", path.display()));
        let text = fs::read_to_string(path).expect("it is there");
        assert_eq!(text, format!("model {number}"));
    }
}

#[test]
fn a_folder_is_not_replaced() {
    let folder = tempfile::tempdir().expect("there is room");
    let out = folder.path().join("out");
    fs::create_dir_all(out.join("output")).expect("there is room");
    fs::write(out.join("output/mine"), "mine").expect("there is room");
    let words = ["folder_itself", "-p", "kind=names", "--out", "out"];
    let ran = run(folder.path(), &words);
    assert_eq!((ran.code, ran.stdout.as_str()), (4, ""), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("cannot keep the outputs"),
        "{}",
        ran.stderr
    );
    assert_eq!(names(&out.join("output")), ["mine"]);
    assert_eq!(names(&out), ["output"]);
}

#[test]
fn a_store_that_refuses() {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("artifacts"), "no folder").expect("there is room");
    let ran = run(folder.path(), &["files", "-p", "kind=text"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (4, ""), "{}", ran.stderr);
    assert!(ran.stderr.starts_with("error: cannot "), "{}", ran.stderr);
    assert!(ran.stderr.contains("artifacts"), "{}", ran.stderr);
}

#[test]
fn no_room() {
    let folder = tempfile::tempdir().expect("there is room");
    let artifacts = folder.path().join("artifacts");
    fs::create_dir(&artifacts).expect("there is room");
    // A file system of one megabyte, which goes with the process.
    let script =
        "mount -t tmpfs -o size=1m none \"$0\" && \"$@\"; code=$?; ls -A \"$0\"; exit $code";
    let mut limited = std::process::Command::new("unshare");
    limited
        .args(["--mount", "--map-root-user", "sh", "-c", script])
        .arg(&artifacts)
        .arg(test_support::program("edges"))
        .args(["run", "files", "-p", "kind=large"])
        .env("PIPEWRIGHT_ARTIFACTS", &artifacts);
    let ran = test_support::ran(&mut limited);
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("No space left on device"),
        "{}",
        ran.stderr
    );
}
