//! Tasks and what they start end with their run.

use super::*;

#[test]
fn nothing_outlives_the_task_that_has_started_it() {
    for (name, start) in STARTS {
        for way in ["return", "panic", "exit", "-KILL", "-TERM"] {
            let case = Case::new();
            let script = format!("script={start}");
            let way = format!("way={way}");
            let words = ["run", "ended", "-p", &script, "-p", &way, "--grace", "1s"];
            let ran = case.run(&words);
            assert_eq!(ran.code == 0, way == "way=return", "{}", ran.stderr);
            // It is dead when the run has ended, not some time later.
            assert!(!is_alive(&case.process()), "{name}, {way}\n{}", ran.stderr);
            assert_eq!(case.left(), 0);
        }
    }
}

#[test]
fn nothing_outlives_the_time_limit() {
    for (name, start) in STARTS {
        let case = Case::new();
        let script = format!("script={start}; sleep 60");
        let ran = case.run(&["run", "limited", "-p", &script, "--grace", "1s"]);
        assert_eq!(ran.code, 1, "{name}");
        assert!(ran.stderr.contains("timed out after 1s"), "{}", ran.stderr);
        assert!(!is_alive(&case.process()), "{name}");
    }
}

#[test]
fn each_signal_ends_the_run() {
    for (name, code) in [("-HUP", 129), ("-INT", 130), ("-QUIT", 131), ("-TERM", 143)] {
        // One signal stands for the others where they do the same.
        let starts = if code == 129 {
            &STARTS[..]
        } else {
            &STARTS[2..3]
        };
        for (start_name, start) in starts {
            let case = Case::new();
            let script = format!("script={start}; sleep 60");
            let run = case.start(&["run", "shelled", "-p", &script, "--grace", "1s"]);
            let process = case.process();
            signal(&run, name);
            let output = run.wait_with_output().expect("it ends");
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(code), "{name} {stderr}");
            assert!(stderr.contains("told: Failed"), "{stderr}");
            assert!(!is_alive(&process), "{name}, {start_name}");
            assert_eq!(case.left(), 0);
        }
    }
}

#[test]
fn a_task_has_time_to_clean_up() {
    let case = Case::new();
    let done = case.file("done");
    // The shell that waits and the one in a session of its own are both asked.
    let script = format!(
        "script=trap 'sleep 0.5; echo one >> {0}; exit' TERM; \
         setsid sh -c 'trap \"sleep 0.5; echo two >> {0}; exit\" TERM; while :; do sleep 0.05; done' & \
         echo $$ > $pid; while :; do sleep 0.05; done",
        done.display()
    );
    let run = case.start(&["run", "shelled", "-p", &script]);
    case.process();
    std::thread::sleep(Duration::from_millis(200));
    signal(&run, "-INT");
    let started = Instant::now();
    let output = run.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130));
    let mut lines: Vec<_> = fs::read_to_string(&done)
        .expect("it is there")
        .lines()
        .map(str::to_owned)
        .collect();
    lines.sort();
    assert_eq!(lines, ["one", "two"]);
    assert!(
        started.elapsed() < Duration::from_secs(4),
        "{:?}",
        started.elapsed()
    );
}

#[test]
fn a_second_signal_gives_no_more_time() {
    let case = Case::new();
    let script = "script=trap '' TERM; echo $$ > $pid; while :; do sleep 0.05; done";
    let run = case.start(&["run", "shelled", "-p", script, "--grace", "10m"]);
    let process = case.process();
    signal(&run, "-INT");
    std::thread::sleep(Duration::from_millis(300));
    assert!(is_alive(&process));
    signal(&run, "-INT");
    dies(&process, "twice");
    assert_eq!(
        run.wait_with_output().expect("it ends").status.code(),
        Some(130)
    );
}

#[test]
fn an_engine_that_is_killed_takes_all_with_it() {
    for (name, start) in STARTS {
        let case = Case::new();
        let script = format!("script={start}; sleep 60");
        let mut run = case.start(&["run", "shelled", "-p", &script, "--grace", "1s"]);
        let process = case.process();
        let tasks = children(run.id());
        assert_eq!(tasks.len(), 1, "{name}");
        run.kill().expect("it runs");
        run.wait().expect("it ends");
        dies(&process, name);
        dies(&tasks[0], name);
        // The next run removes what is left.
        assert_eq!(case.left(), 1);
        let next = case.run(&["run", "shelled", "-p", "script=true"]);
        assert_eq!((next.code, case.left()), (0, 0), "{}", next.stderr);
    }
}

#[test]
fn the_next_run_ends_what_nobody_else_could() {
    let case = Case::new();
    let script = "script=setsid sh -c 'echo $$ > $pid; exec sleep 60' & sleep 60";
    let mut run = case.start(&["run", "shelled", "-p", script]);
    let process = case.process();
    // Engine and task die at once: nobody is left who could end the rest.
    let mut all = children(run.id());
    all.push(run.id().to_string());
    let killed = Command::new("kill").arg("-KILL").args(&all).status();
    assert!(killed.expect("kill runs").success());
    run.wait().expect("it ends");
    let next = case.run(&["run", "shelled", "-p", "script=true"]);
    assert_eq!((next.code, case.left()), (0, 0), "{}", next.stderr);
    assert!(!is_alive(&process));
}

#[test]
fn what_a_living_run_has_stays() {
    let case = Case::new();
    let script = "script=echo $$ > $pid; while ! [ -e $pid.go ]; do sleep 0.02; done";
    let run = case.start(&["run", "shelled", "-p", script]);
    case.process();
    let other = case.run(&["run", "shelled", "-p", "script=true"]);
    assert_eq!((other.code, case.left()), (0, 1), "{}", other.stderr);
    fs::write(case.file("pid.go"), "").expect("there is room");
    let output = run.wait_with_output().expect("it ends");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(case.left(), 0);
}
