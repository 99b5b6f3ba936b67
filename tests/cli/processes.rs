//! What tasks start ends with them, and tasks end with their run.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use test_support::{Ran, command, ran};

/// Long enough for what must happen at once on a busy machine, shorter than what the scripts sleep.
const PROMPT: Duration = Duration::from_secs(30);

/// Scripts that start something in the background and write its process down, by the way in which it tries to get away.
const STARTS: [(&str, &str); 7] = [
    ("child", "sleep 60 & echo $! > $pid"),
    ("group", "set -m; sleep 60 & echo $! > $pid"),
    ("orphan", "(sleep 60 & echo $! > $pid)"),
    (
        "no hangup",
        "(nohup sleep 60 >/dev/null 2>&1 & echo $! > $pid)",
    ),
    (
        "session",
        "setsid sh -c 'echo $$ > $pid; exec sleep 60' & while ! [ -s $pid ]; do :; done",
    ),
    (
        "stubborn",
        "(trap '' TERM HUP INT; echo > $pid.x; sleep 60 & echo $! > $pid); while ! [ -s $pid ]; do :; done",
    ),
    (
        "nameless",
        "env -i /usr/bin/setsid /bin/sh -c 'echo $$ > '$pid'; exec /bin/sleep 60' >/dev/null 2>&1 & while ! [ -s $pid ]; do :; done",
    ),
];

struct Case {
    folder: TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for files");
        fs::create_dir(folder.path().join("tmp")).expect("there is room");
        Self { folder }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder for temporary files of the runs.
    fn tmp(&self) -> PathBuf {
        self.file("tmp")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = command("processes", words);
        command
            .env("TMPDIR", self.tmp())
            .env("PIPEWRIGHT_RUNS", self.file("runs"))
            .env("pid", self.file("pid"));
        command
    }

    fn run(&self, words: &[&str]) -> Ran {
        ran(&mut self.command(words))
    }

    fn start(&self, words: &[&str]) -> Child {
        let mut command = self.command(words);
        let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
        command.spawn().expect("the program can be started")
    }

    /// The process that a script has written down.
    fn process(&self) -> String {
        let started = Instant::now();
        loop {
            let text = fs::read_to_string(self.file("pid")).unwrap_or_default();
            if text.ends_with('\n') && text.trim().parse::<u32>().is_ok() {
                return text.trim().to_owned();
            }
            assert!(started.elapsed() < PROMPT, "nothing was started");
            pause();
        }
    }

    /// The entries of the folder for temporary files.
    fn left(&self) -> usize {
        fs::read_dir(self.tmp()).expect("it is there").count()
    }
}

fn pause() {
    std::thread::sleep(Duration::from_millis(5));
}

/// Whether a process is there, and no zombie.
fn is_alive(process: &str) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/status"));
    status.is_ok_and(|status| !status.contains("State:\tZ"))
}

#[track_caller]
fn dies(process: &str, why: &str) {
    let started = Instant::now();
    while is_alive(process) {
        assert!(
            started.elapsed() < PROMPT,
            "{why}: {process} is still there"
        );
        pause();
    }
}

fn signal(run: &Child, name: &str) {
    let id = run.id().to_string();
    let sent = Command::new("kill").args([name, &id]).status();
    assert!(sent.expect("kill runs").success());
}

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

/// The children of a process.
fn children(process: u32) -> Vec<String> {
    let mut children = vec![];
    for entry in fs::read_dir("/proc").expect("it is Linux").flatten() {
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let parent = stat
            .rsplit_once(')')
            .and_then(|(_, rest)| rest.split_whitespace().nth(1));
        if parent == Some(&process.to_string()) {
            children.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    children
}

#[test]
fn tasks_have_no_terminal() {
    for read in [
        "cat < /dev/tty",
        "stty < /dev/tty",
        "echo x > /dev/tty",
        "sudo -n true < /dev/tty",
    ] {
        let case = Case::new();
        let script = format!("{{ {read}; }} 2>/dev/null && exit 9; exit 3");
        let program = test_support::program("processes").display();
        let line = format!("{program} run shelled -p 'script={script}'");
        // It gives the run a terminal.
        let started = Instant::now();
        let shown = Command::new("script")
            .args(["-qec", &line, "/dev/null"])
            .env("TMPDIR", case.tmp())
            .stdin(Stdio::null())
            .output()
            .expect("util-linux is there");
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(shown.contains("output: 3"), "{read}: {shown}");
        assert!(started.elapsed() < PROMPT);
    }
}

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

#[test]
fn a_pipe_that_nobody_reads_keeps_no_run_from_its_end() {
    for (name, code) in [("-HUP", 129), ("-INT", 130), ("-TERM", 143)] {
        let case = Case::new();
        let script =
            "script=echo $$ > $pid; while :; do echo much to say, and nobody to hear it; done";
        let mut command = case.command(&["run", "shelled", "-p", script, "--grace", "1s"]);
        // The other ends stay open, and are not read.
        let mut run = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let process = case.process();
        // Until all is full.
        std::thread::sleep(Duration::from_millis(500));
        signal(&run, name);
        let started = Instant::now();
        let status = loop {
            match run.try_wait().expect("it is a child") {
                Some(status) => break status,
                None => pause(),
            }
            assert!(started.elapsed() < PROMPT, "{name}: it does not end");
        };
        assert_eq!(status.code(), Some(code));
        assert!(!is_alive(&process));
        assert_eq!(case.left(), 0);
    }
}

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
fn what_a_pipeline_prints_is_not_its_yaml() {
    for words in [
        &["compile", "printing", "--image", "a:1"][..],
        &["graph", "printing"],
        &["describe", "printing", "--json"],
        &["run", "printing"],
    ] {
        let case = Case::new();
        let ran = case.run(words);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(
            !ran.stdout.contains("HERE") && ran.stderr.contains("HERE 1"),
            "{}",
            ran.stdout
        );
        assert!(ran.stderr.contains("HERE 2"), "a line without an end");
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

/// A component as the first process of a container, as the words of the component have it.
fn first_process(case: &Case, script: &str) -> Command {
    let inputs = serde_json::json!({ "script": script });
    let mut command = Command::new("unshare");
    command
        .args(["--pid", "--fork", "--mount-proc", "--kill-child"])
        .arg(test_support::program("processes"))
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

#[test]
fn what_others_write_does_nothing_to_a_terminal() {
    let harmful = ["\u{1b}[2J", "\rerror: ", "\u{9b}31m", "\u{8}", "\u{202e}"];
    for text in harmful {
        for way in ["log", "error", "panic", "question"] {
            let case = Case::new();
            let (text_of, way_of) = (format!("text=a{text}b"), format!("way={way}"));
            let ran = case.run(&["run", "harmful", "-p", &text_of, "-p", &way_of]);
            assert_eq!(ran.code == 0, way == "log", "{}", ran.stderr);
            assert!(!ran.stderr.contains(text), "{way} {:?}", ran.stderr);
            let escaped = text
                .chars()
                .next()
                .expect("it is not empty")
                .escape_default();
            assert!(
                ran.stderr.contains(&escaped.to_string()),
                "{way} {:?}",
                ran.stderr
            );
        }
    }
    // A line of a task is never one of the run.
    for way in ["log", "error", "panic", "question"] {
        let case = Case::new();
        let way_of = format!("way={way}");
        let words = [
            "run",
            "harmful",
            "-p",
            "text=a\n✓ forged 1ms",
            "-p",
            &way_of,
        ];
        let ran = case.run(&words);
        let forged = ran.stderr.lines().any(|line| line.starts_with("✓ forged"));
        assert!(
            !forged && ran.stderr.contains("✓ forged"),
            "{way} {}",
            ran.stderr
        );
    }
}
