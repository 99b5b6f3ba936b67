//! Files of a run.

use super::*;

#[test]
fn only_the_user_reads_what_a_run_keeps() {
    use std::os::unix::fs::PermissionsExt;
    let case = Case::new();
    let tmp = case.tmp();
    let script = "script=ls -lR $TMPDIR > $pid.list; umask > $pid.umask";
    let mut command = Command::new("sh");
    let program = test_support::program("processes");
    command
        .args(["-c", "umask 000; exec \"$0\" \"$@\""])
        .arg(program)
        .args(["run", "shelled", "-p", script])
        .env("TMPDIR", &tmp)
        .env("pid", case.file("pid"));
    assert_eq!(ran(&mut command).code, 0);
    let list = fs::read_to_string(case.file("pid.list")).expect("the task has written it");
    let modes = |kind: &str| -> Vec<&str> {
        let lines = list.lines().filter(|line| line.starts_with(kind));
        lines.map(|line| &line[..10]).collect()
    };
    assert_eq!(modes("d"), ["drwx------"], "{list}");
    assert!(!modes("-").is_empty(), "{list}");
    assert!(
        modes("-").iter().all(|mode| *mode == "-rw-------"),
        "{list}"
    );
    // That of the user's own files is the user's business.
    let umask = fs::read_to_string(case.file("pid.umask")).expect("the task has written it");
    assert_eq!(umask.trim(), "0000");
    let mode = fs::metadata(case.file("pid.list"))
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o666);
    let _: &Path = program;
}

#[test]
fn a_run_is_of_the_program_that_it_was_started_from() {
    // The first task ends after the program has been built anew: replaced, removed, and written over by a link.
    for change in ["replaced", "removed", "moved"] {
        let case = Case::new();
        let (program, other) = (case.file("program"), case.file("other"));
        fs::copy(test_support::program("processes"), &program).expect("there is room");
        fs::write(&other, "#!/bin/sh\nexit 9\n").expect("there is room");
        let mut command = Command::new(&program);
        let go = case.file("go");
        let wait = format!(
            "echo $$ > $pid; while ! [ -e {} ]; do sleep 0.02; done",
            go.display()
        );
        let scripts = format!("scripts={}", serde_json::json!([wait, "exit 3", "exit 4"]));
        let run = command
            .args(["run", "many", "-j", "1", "-p", &scripts])
            .env("TMPDIR", case.tmp())
            .env("pid", case.file("pid"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        case.process();
        match change {
            "replaced" => fs::rename(&other, &program),
            "removed" => fs::remove_file(&program),
            _ => fs::rename(&program, case.file("elsewhere")),
        }
        .expect("it is there");
        fs::write(&go, "").expect("there is room");
        let output = run.wait_with_output().expect("it ends");
        let (stdout, stderr) = (output.stdout, String::from_utf8_lossy(&output.stderr));
        assert_eq!(
            String::from_utf8_lossy(&stdout),
            "output: [0,3,4]\n",
            "{change} {stderr}"
        );
        assert_eq!(case.left(), 0);
    }
}
