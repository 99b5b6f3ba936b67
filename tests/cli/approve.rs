//! Runs that wait for a person.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use test_support::{Ran, command, ran};

/// A run that waits, what it says, and the name by which it is answered.
struct Waiting {
    run: Child,
    progress: BufReader<ChildStderr>,
    name: String,
}

impl Waiting {
    fn start(folder: &Path, words: &[&str]) -> Self {
        let mut run = command("people", words)
            .env("PIPEWRIGHT_RUNS", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let mut progress = BufReader::new(run.stderr.take().expect("it is piped"));
        let mut line = String::new();
        while !line.contains("answer with `approve ") {
            line.clear();
            let read = progress.read_line(&mut line).expect("progress is UTF-8");
            assert!(read > 0, "it never asked");
        }
        let name = line
            .split("approve ")
            .nth(1)
            .and_then(|rest| rest.split(' ').next());
        Self {
            name: name.expect("it says its name").to_owned(),
            run,
            progress,
        }
    }

    fn end(mut self) -> (Option<i32>, String, String) {
        let (mut output, mut rest) = (String::new(), String::new());
        self.progress
            .read_to_string(&mut rest)
            .expect("progress is UTF-8");
        let mut stdout = self.run.stdout.take().expect("it is piped");
        stdout.read_to_string(&mut output).expect("it is UTF-8");
        let status = self.run.wait().expect("it ends");
        (status.code(), output, rest)
    }
}

fn approve(folder: &Path, words: &[&str]) -> Ran {
    let mut all = vec!["approve"];
    all.extend(words);
    ran(command("people", &all).env("PIPEWRIGHT_RUNS", folder))
}

#[test]
fn values_are_given_from_elsewhere() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let folder = folder.path();
    let waiting = Waiting::start(folder, &["run", "asked", "-p", "name={{x}}"]);
    let run = waiting.name.clone();
    let listed = approve(folder, &[]).stdout;
    assert_eq!(
        listed,
        format!(
            "{run} ask-answer  what about {{{{x}}}}?\n  -p go_on=…  boolean  Whether to go on.\n  \
             -p count=…  integer\n  -p word=…  optional string\n"
        )
    );
    // Nothing is lost by a wrong answer, and all that is wrong is told.
    let wrong = approve(
        folder,
        &[&run, "-p", "go_on=yes", "-p", "cuont=1", "-p", "word"],
    );
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""));
    for mistake in [
        "`go_on` is given `yes`: expected boolean",
        "no value `cuont` is asked for; did you mean `count`?",
        "`word` has no value; write `-p word=VALUE`",
        "`count` (integer) is missing; give it with `-p count=VALUE`",
    ] {
        assert!(
            wrong.stderr.contains(mistake),
            "{mistake}\n{}",
            wrong.stderr
        );
    }
    let nobody = approve(folder, &["asked-000000x", "-p", "go_on=true"]);
    assert_eq!(nobody.code, 2);
    let answer = [
        &run,
        "ask-answer",
        "-p",
        "go_on=true",
        "-p",
        "count=3",
        "-p",
        "word=a\"b",
    ];
    let answered = approve(folder, &answer);
    assert_eq!(answered.code, 0, "{}", answered.stderr);
    let (code, output, rest) = waiting.end();
    assert_eq!(code, Some(0), "{rest}");
    assert_eq!(output, "output: true 3 Some(\"a\\\"b\")\n");
    assert_eq!(approve(folder, &[]).stdout, "");
    let left = std::fs::read_dir(folder)
        .expect("the folder is there")
        .count();
    assert_eq!(left, 0, "a run leaves nothing");
}

#[test]
fn a_person_may_decline() {
    let folder = tempfile::tempdir().expect("there is room for files");
    for (words, code, started) in [
        (&["--decline"][..], Some(1), false),
        (&[][..], Some(0), true),
    ] {
        let waiting = Waiting::start(folder.path(), &["run", "approved", "-p", "name=it"]);
        let run = waiting.name.clone();
        let mut all = vec![run.as_str()];
        all.extend(words);
        assert_eq!(approve(folder.path(), &all).code, 0);
        let (found, _, rest) = waiting.end();
        assert_eq!(found, code, "{rest}");
        assert_eq!(rest.contains("▸ wait"), started, "{rest}");
    }
}

#[cfg(unix)]
#[test]
fn a_run_that_waits_can_be_stopped() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let waiting = Waiting::start(folder.path(), &["run", "approved", "-p", "name=it"]);
    let id = waiting.run.id().to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status();
    assert!(sent.expect("kill runs").success());
    assert_eq!(waiting.end().0, Some(130));
}

/// What a terminal shows where somebody types this.
#[cfg(target_os = "linux")]
fn typed(pipeline: &str, keys: &[u8]) -> (bool, String) {
    let folder = tempfile::tempdir().expect("there is room for files");
    let program = test_support::program("people").display();
    let line = format!("{program} run {pipeline} -p name=you");
    // It gives the program a terminal.
    let mut script = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .env("PIPEWRIGHT_RUNS", folder.path())
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("util-linux is there");
    let mut stdin = script.stdin.take().expect("it is piped");
    stdin.write_all(keys).expect("it reads");
    let output = script.wait_with_output().expect("it ends");
    drop(stdin);
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.success(), shown)
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_asked() {
    let (succeeded, shown) = typed("asked", b"maybe\ntrue\n7\n\n");
    assert!(succeeded, "{shown}");
    for line in [
        "ask-answer: what about you?",
        "go_on (boolean), Whether to go on.",
        "expected boolean",
        "word (optional string)",
        "output: true 7 None",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_person_may_decline_on_a_terminal() {
    for (pipeline, keys) in [("asked", &b"true\n\x04"[..]), ("approved", b"no\n")] {
        let (succeeded, shown) = typed(pipeline, keys);
        assert!(!succeeded, "{shown}");
        assert!(shown.contains("a person declined"), "{shown}");
    }
}

/// What many answers to one question come to: the number of those that were taken, and what the others were told.
fn answered(folder: &Path, answers: &[&[&str]]) -> (usize, Vec<String>) {
    let children: Vec<Child> = answers
        .iter()
        .map(|words| {
            let mut all = vec!["approve"];
            all.extend(*words);
            let mut command = command("people", &all);
            let command = command.env("PIPEWRIGHT_RUNS", folder);
            let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().expect("the program can be started")
        })
        .collect();
    let ends = children.into_iter().map(|child| {
        let end = child.wait_with_output().expect("it ends");
        let told = String::from_utf8_lossy(&end.stderr).into_owned();
        (end.status.code(), told)
    });
    let (taken, refused): (Vec<_>, Vec<_>) = ends.partition(|(code, _)| *code == Some(0));
    assert!(
        refused.iter().all(|(code, _)| *code == Some(2)),
        "{refused:?}"
    );
    (
        taken.len(),
        refused.into_iter().map(|(_, told)| told).collect(),
    )
}

#[test]
fn one_of_several_answers_wins_and_the_others_are_told() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().expect("there is room for files");
        let folder = folder.path();
        let waiting = Waiting::start(folder, &["run", "asked", "-p", "name=x"]);
        let run = waiting.name.clone();
        let counts: Vec<String> = (0..8).map(|count| format!("count={count}")).collect();
        let answers: Vec<Vec<&str>> = counts
            .iter()
            .map(|count| vec![&*run, "ask-answer", "-p", "go_on=true", "-p", count])
            .collect();
        let answers: Vec<&[&str]> = answers.iter().map(Vec::as_slice).collect();
        let (taken, refused) = answered(folder, &answers);
        assert_eq!(taken, 1, "{refused:?}");
        let is_told = |told: &String| {
            told.contains("does not wait any more") || told.contains("nothing of the run")
        };
        assert!(refused.iter().all(is_told), "{refused:?}");
        let (code, output, rest) = waiting.end();
        assert_eq!(code, Some(0), "{rest}");
        assert!(output.starts_with("output: true "), "{output}");
    }
}

#[cfg(unix)]
#[test]
fn folders_may_have_any_path() {
    use std::os::unix::ffi::OsStrExt;
    let base = tempfile::tempdir().expect("there is room for files");
    for name in [&b"a\xffb"[..], &b"x".repeat(200), "größe \n".as_bytes()] {
        let folder = base.path().join(std::ffi::OsStr::from_bytes(name));
        std::fs::create_dir(&folder).expect("there is room");
        let run = |words: &[&str]| {
            let mut command = command("people", words);
            command
                .env("PIPEWRIGHT_RUNS", folder.join("runs"))
                .env("TMPDIR", &folder)
                .env("PIPEWRIGHT_CACHE", folder.join("cache"))
                .stdin(Stdio::null());
            command
        };
        let mut asking = run(&["run", "asked", "-p", "name=x"]);
        let asking = asking.stdout(Stdio::piped()).stderr(Stdio::piped());
        let asking = asking.spawn().expect("the program can be started");
        let started = std::time::Instant::now();
        let listed = loop {
            let listed = ran(&mut run(&["approve"])).stdout;
            if !listed.is_empty() || started.elapsed() > std::time::Duration::from_secs(30) {
                break listed;
            }
        };
        let name = listed.split(' ').next().unwrap_or_default();
        let answer = ["approve", name, "-p", "go_on=true", "-p", "count=1"];
        let answered = ran(&mut run(&answer));
        assert_eq!(answered.code, 0, "{}", answered.stderr);
        let end = asking.wait_with_output().expect("it ends");
        assert!(
            end.status.success(),
            "{}",
            String::from_utf8_lossy(&end.stderr)
        );
    }
}

#[test]
fn the_questions_of_a_run_that_was_killed_are_removed_by_the_next_one() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let (runs, tmp) = (folder.path().join("runs"), folder.path().join("tmp"));
    std::fs::create_dir(&tmp).expect("there is room");
    let start = |words: &[&str]| {
        let mut command = command("people", words);
        command
            .env("PIPEWRIGHT_RUNS", &runs)
            .env("TMPDIR", &tmp)
            .stdin(Stdio::null());
        command
    };
    let count = |folder: &Path| std::fs::read_dir(folder).map_or(0, Iterator::count);
    let mut asking = start(&["run", "asked", "-p", "name=x"]);
    let mut run = asking
        .stderr(Stdio::null())
        .spawn()
        .expect("it can be started");
    let started = std::time::Instant::now();
    while count(&runs) == 0 || count(&tmp) < 2 {
        assert!(started.elapsed() < std::time::Duration::from_secs(30));
    }
    run.kill().expect("it runs");
    run.wait().expect("it ends");
    assert_eq!((count(&runs), count(&tmp)), (1, 2));
    let next = ran(&mut start(&["run", "slow", "-p", "seconds=0"]));
    assert_eq!(next.code, 0, "{}", next.stderr);
    assert_eq!((count(&runs), count(&tmp)), (0, 0));
}
