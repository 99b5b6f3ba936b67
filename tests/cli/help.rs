//! What `--help` says.

use test_support::{compare, run, stdout};

const COMMANDS: [&str; 6] = ["compile", "check", "list", "describe", "graph", "run"];

#[test]
fn of_the_program() {
    let text = stdout("several", &["--help"]);
    compare("cli/help/program.txt", &text);
    assert_eq!(text, stdout("several", &["help"]));
    assert!(
        !text.contains("exec"),
        "what containers call is no command of people"
    );
}

#[test]
fn of_each_command() {
    for command in COMMANDS {
        let text = stdout("several", &[command, "--help"]);
        compare(&format!("cli/help/{command}.txt"), &text);
        let long = text.lines().find(|line| line.chars().count() > 100);
        assert_eq!(long, None, "{command} --help");
    }
}

#[test]
fn of_wrong_words() {
    for words in [
        &["compil"][..],
        &["compile", "--imgae", "x"],
        &["compile", "--kind", "tempalte"],
        &["compile", "--target", "kfp"],
        &["graph", "--format", "svg"],
        &["compile", "calculation", "too-many"],
        &["run", "-j", "0"],
        &["run", "-p"],
        &["list", "calculation"],
        &["--json"],
    ] {
        let ran = run("calculation", words);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}");
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
        assert_eq!(ran.stderr.matches("error: ").count(), 1, "{}", ran.stderr);
    }
    let similar = run("calculation", &["compil"]).stderr;
    assert!(similar.contains("compile"), "{similar}");
}
