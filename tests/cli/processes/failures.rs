//! Failures as a run tells them.

use super::*;

#[test]
fn an_output_that_cannot_be_computed_is_told() {
    for (words, reason) in [
        (
            &["sum", "-p", "a=9223372036854775807"][..],
            "output `output`: ",
        ),
        (&["quotient", "-p", "a=0"], "output `output`: "),
        (&["rest", "-p", "a=0"], "output `output`: "),
    ] {
        let case = Case::new();
        let ran = case.run(&[&["run"][..], words].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
        let errors: Vec<&str> = ran
            .stderr
            .lines()
            .filter(|line| line.starts_with("error: "))
            .collect();
        assert!(
            errors.len() == 1 && errors[0].contains(reason),
            "{}",
            ran.stderr
        );
    }
    // What a task has told is not told again.
    let case = Case::new();
    let ran = case.run(&["run", "ended", "-p", "script=", "-p", "way=error"]);
    assert!(!ran.stderr.contains("`end` failed"), "{}", ran.stderr);
}

#[test]
fn the_causes_of_an_error_are_told() {
    for kind in ["own", "boxed", "io"] {
        let case = Case::new();
        let kind_of = format!("kind={kind}");
        let ran = case.run(&["run", "failing", "-p", &kind_of]);
        assert_eq!(ran.code, 1);
        assert!(
            ran.stderr.contains(": no model: no file: no disk\n"),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn a_machine_that_fails_is_no_task_that_fails() {
    let remove = "script=rm -r $TMPDIR/*";
    for (limit, script, code, message) in [
        ("ulimit -f 0", "script=true", 4, "cannot write the inputs"),
        ("ulimit -n 12", "script=true", 4, "Too many open files"),
        ("true", remove, 4, "cannot write the outputs"),
        ("true", "script=exit 3", 0, "✓ shell"),
    ] {
        let case = Case::new();
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("{limit}; exec \"$0\" \"$@\"")])
            .arg(test_support::program("processes"))
            .args(["run", "limited", "--no-cache", "-p", script])
            .env("TMPDIR", case.tmp());
        let ran = ran(&mut command);
        assert_eq!(ran.code, code, "{limit} {script}\n{}", ran.stderr);
        assert!(ran.stderr.contains(message), "{limit}\n{}", ran.stderr);
    }
    // A task that fails is one, whatever else does.
    for way in ["error", "panic", "exit", "abort"] {
        let case = Case::new();
        let way = format!("way={way}");
        let ran = case.run(&["run", "ended", "-p", "script=", "-p", &way]);
        assert_eq!(ran.code, 1, "{way} {}", ran.stderr);
    }
}
