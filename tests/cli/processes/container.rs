//! Tasks and engines in a container, which has processes of its own.

use super::*;

/// What makes a container of processes, in which `program` is the first one.
fn container(program: &Path) -> Command {
    let mut command = Command::new("unshare");
    command
        .args(["--pid", "--fork", "--mount-proc", "--kill-child"])
        .arg(program);
    command
}

/// A component as the first process of a container, as the words of the component have it.
fn first_process(case: &Case, script: &str) -> Command {
    let inputs = serde_json::json!({ "script": script });
    let mut command = container(test_support::program("processes"));
    command
        .args(["exec", "processes::shell", &inputs.to_string()])
        .arg(format!("--out={}", case.file("out").display()))
        .env("pid", case.file("pid"));
    command
}

#[test]
#[ignore = "it needs a namespace of processes, which root may make"]
fn the_first_process_of_a_container_hears_signals_and_buries_the_dead() {
    let case = Case::new();
    let first = ran(&mut first_process(&case, "true"));
    assert_eq!(first.code, 0, "{}", first.stderr);
    let output = || fs::read_to_string(case.file("out/output")).unwrap_or_default();
    assert_eq!(output(), "0\n");
    assert_eq!(ran(&mut first_process(&case, "exit 3")).code, 0);
    assert_eq!(output(), "3\n");
    // It is the parent of what loses its own, and leaves no dead ones.
    let dead =
        "for i in 1 2 3 4 5; do (sh -c true &); done; sleep 0.3; exit $(ps -eo stat= | grep -c ^Z)";
    assert_eq!(ran(&mut first_process(&case, dead)).code, 0);
    assert_eq!(output(), "0\n");
    for (name, code) in [("-TERM", 143), ("-INT", 130), ("-HUP", 129), ("-USR1", 138)] {
        let script = "echo 1 > $pid; sleep 60";
        let _ = fs::remove_file(case.file("pid"));
        let run = first_process(&case, script)
            .spawn()
            .expect("it can be started");
        case.process();
        // `unshare` has one child, the first process of the container.
        let first = children(run.id());
        assert_eq!(first.len(), 1);
        let sent = Command::new("kill").args([name, &first[0]]).status();
        assert!(sent.expect("kill runs").success());
        let started = Instant::now();
        let output = run.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(code), "{name}");
        assert!(started.elapsed() < PROMPT);
    }
}

/// A run of a pipeline in a container, by its first process or by another one, which sees what the run has left.
fn run(case: &Case, is_first: bool, words: &[&str]) -> Ran {
    let of_case = case.command(words);
    let mut command = match is_first {
        true => container(of_case.get_program().as_ref()),
        false => {
            let left = "grep -lqs '^sleep$' /proc/[0-9]*/comm";
            let mut shell = container("sh".as_ref());
            shell.args([
                "-c",
                &format!("\"$@\"; code=$?; {left} && exit 99; exit $code"),
                "sh",
            ]);
            shell.arg(of_case.get_program());
            shell
        }
    };
    command.args(of_case.get_args());
    let variables = of_case.get_envs();
    command.envs(variables.filter_map(|(name, value)| Some((name, value?))));
    ran(&mut command)
}

// The sessions and groups of a container that nothing in it has begun have no ids there.

#[test]
#[ignore = "it needs a namespace of processes, which root may make"]
fn an_engine_in_a_container_ends_what_tasks_leave() {
    for is_first in [true, false] {
        for (way, script) in STARTS {
            let case = Case::new();
            let script = format!("script={script}");
            let ended = |how: &str| {
                let how = format!("way={how}");
                run(
                    &case,
                    is_first,
                    &["run", "ended", "-p", &script, "-p", &how],
                )
            };
            let returned = ended("return");
            assert_eq!(returned.code, 0, "{way} {}", returned.stderr);
            let failed = ended("-KILL");
            assert_eq!(failed.code, 1, "{way} {}", failed.stderr);
            let late = format!("{script}; sleep 60");
            let late = run(&case, is_first, &["run", "limited", "-p", &late]);
            assert_eq!(late.code, 1, "{way} {}", late.stderr);
            for ran in [returned, failed, late] {
                assert!(!ran.stderr.contains("panicked"), "{way} {}", ran.stderr);
            }
            assert_eq!(case.left(), 0, "{way}");
        }
    }
}
