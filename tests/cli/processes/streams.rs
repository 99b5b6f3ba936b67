//! Terminals and pipes of a run.

use super::*;

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
