//! Parameters of a run: they are checked before anything runs.

use crate::refused;
use std::fs;
use test_support::{Ran, run};

const TYPED: [&str; 8] = [
    "run",
    "typed",
    "-p",
    "title=x",
    "-p",
    "count=1",
    "-p",
    "limits={\"low\":1,\"high\":3}",
];

/// What a run of `typed` with more words gives.
fn typed(words: &[&str]) -> String {
    let Ran {
        code,
        stdout,
        stderr,
    } = run("several", &[&TYPED[..], words].concat());
    assert_eq!(code, 0, "{stderr}");
    stdout
}

#[test]
fn each_type_is_read() {
    assert_eq!(
        typed(&[]),
        "output: \"x\" 1 0.5 false fast [\"a\", \"b c\"] 2 None\n"
    );
    assert_eq!(
        typed(&[
            "-p",
            "ratio=1e3",
            "-p",
            "is_last=true",
            "-p",
            "mode=very-exact",
            "-p",
            "tags=[ \"é{{x}}\" ]",
            "--parameter",
            "comment=a=b",
        ]),
        "output: \"x\" 1 1000 true exact [\"é{{x}}\"] 2 Some(\"a=b\")\n"
    );
    // Text is never JSON.
    assert_eq!(
        typed(&["-p", "comment=null", "-p", "mode=fast"]),
        "output: \"x\" 1 0.5 false fast [\"a\", \"b c\"] 2 Some(\"null\")\n"
    );
    assert_eq!(
        typed(&["-p", "comment="])
            .lines()
            .last()
            .map(|line| line.ends_with("Some(\"\")")),
        Some(true)
    );
}

#[test]
fn all_mistakes_are_told_at_once() {
    let message = refused(
        2,
        "several",
        &[
            "run",
            "typed",
            "-p",
            "count=-1",
            "-p",
            "ratoi=3",
            "-p",
            "mode=slow",
            "-p",
            "is_last",
            "-p",
            "tags=5",
            "-p",
            "limits={\"low\":1}",
            "-p",
            "ratio=much",
            "-p",
            "ratio=1",
            "-p",
            "comment=x",
        ],
    );
    let expected = [
        "error: parameter `count` is of the type integer, but is given `-1`: invalid value: integer `-1`, expected u32",
        "error: the pipeline `typed` has no parameter `ratoi`; did you mean `ratio`?",
        "error: parameter `mode` is of the type \"fast\" | \"very-exact\", but is given `slow`: unknown variant `slow`, \
         expected `fast` or `very-exact`",
        "error: the parameter `is_last` has no value; write `-p is_last=VALUE`",
        "error: parameter `tags` is of the type list of string, but is given `5`: invalid type: integer `5`, expected a sequence",
        "error: parameter `limits` is of the type struct, but is given `{\"low\":1}`: missing field `high`",
        "error: parameter `ratio` is of the type number, but is given `much`: expected a number such as `0.5`",
        "error: the parameter `ratio` is given twice",
        "error: parameter `title` (string) is missing; give it with `-p title=VALUE`",
    ];
    assert_eq!(message.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn numbers_are_finite() {
    for word in [
        "ratio=NaN",
        "ratio=inf",
        "ratio=1e999",
        "count=4294967296",
        "count=1.5",
        "count=0x10",
        "count=",
    ] {
        let message = refused(2, "several", &[&TYPED[..4], &["-p", word]].concat());
        let name = word.split('=').next().expect("a name");
        assert!(
            message.contains(&format!("parameter `{name}` is of the type ")),
            "{message}"
        );
    }
}

#[test]
fn a_pipeline_may_have_no_parameters() {
    let message = refused(2, "recommender", &["run", "-p", "a=1"]);
    assert_eq!(
        message,
        "error: the pipeline `recommender` has no parameter `a`; there are none\n"
    );
}

/// Runs `halves` with a file of parameters.
fn with_file(text: &str, words: &[&str]) -> Ran {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("params.yaml");
    fs::write(&file, text).expect("the file can be written");
    let path = file.to_str().expect("the path is UTF-8");
    let mut ran = run("several", &[words, &["--params", path]].concat());
    ran.stderr = ran.stderr.replace(path, "FILE");
    ran
}

#[test]
fn a_file_gives_parameters() {
    let file = "# all types\ntitle: |-\n  a\n  b\ncount: 2\nratio: 1\nis_last: yes\nmode: very-exact\ntags: [x, 'no']\n\
                limits:\n  low: 1\n  high: 1e1\ncomment: null\n";
    let wrong = with_file(file, &["run", "typed"]);
    let message = "error: parameter `is_last` is of the type boolean, but is given `\"yes\"`: invalid type: string \"yes\", \
                   expected a boolean\n";
    assert_eq!((wrong.code, wrong.stderr.as_str()), (2, message));

    let file = file.replace("yes", "true");
    let ran = with_file(&file, &["run", "typed"]);
    let expected = "output: \"a\\nb\" 2 1 true exact [\"x\", \"no\"] 9 None\n";
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (0, expected),
        "{}",
        ran.stderr
    );

    // The command line goes before the file.
    let ran = with_file(&file, &["run", "typed", "-p", "count=7", "-p", "comment=c"]);
    let expected = "output: \"a\\nb\" 7 1 true exact [\"x\", \"no\"] 9 Some(\"c\")\n";
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (0, expected),
        "{}",
        ran.stderr
    );
}

#[test]
fn an_empty_file_gives_nothing() {
    for text in ["", "# nothing\n", "{}", "---\n"] {
        let ran = with_file(text, &["run", "halves"]);
        assert_eq!(
            (ran.code, ran.stdout.as_str()),
            (0, "left: a\nright: b\n"),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn a_wrong_file_is_told() {
    for (text, expected) in [
        (
            "- a\n",
            "error: FILE does not hold parameters as `name: value`: ",
        ),
        (
            "text",
            "error: FILE does not hold parameters as `name: value`: ",
        ),
        (
            "text: [",
            "error: FILE does not hold parameters as `name: value`: ",
        ),
        (
            "text: a\ntext: b\n",
            "error: FILE does not hold parameters as `name: value`: ",
        ),
        (
            "text: 5\n",
            "error: parameter `text` is of the type string, but is given `5`: ",
        ),
        (
            "texxt: a\n",
            "error: the pipeline `halves` has no parameter `texxt`; did you mean `text`?",
        ),
        (
            "1: a\n",
            "error: the pipeline `halves` has no parameter `1`; known: `text`",
        ),
    ] {
        let ran = with_file(text, &["run", "halves"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{text}");
        assert!(ran.stderr.starts_with(expected), "{}", ran.stderr);
        assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    }
    let ran = with_file(
        "title: x\ncount: 1\nlimits: {low: .nan, high: 1}\n",
        &["run", "typed"],
    );
    assert_eq!(ran.code, 2);
    assert!(
        ran.stderr
            .starts_with("error: parameter `limits` is of the type struct"),
        "{}",
        ran.stderr
    );
    let message = refused(
        2,
        "several",
        &["run", "halves", "--params", "does/not/exist.yaml"],
    );
    assert_eq!(
        message,
        "error: cannot read does/not/exist.yaml: No such file or directory (os error 2)\n"
    );
}

/// A file in which `title` of `typed` is a text, in front of the others.
fn titled(title: &str) -> String {
    format!(
        "{{\"title\": {title}, \"count\": 2, \"ratio\": 1, \"is_last\": true, \"mode\": \"very-exact\", \"tags\": [], \
         \"limits\": {{\"low\": 1, \"high\": 10}}}}"
    )
}

#[test]
fn a_file_may_be_json() {
    for (text, shown) in [
        ("\"\\ud83d\\ude00\"", "\"😀\""),
        ("\"\u{7f}\"", "\"\\u{7f}\""),
        ("\"a\\u0085b\"", "\"a\\u{85}b\""),
        ("\"\\/\"", "\"/\""),
    ] {
        for start in ["", "\u{feff}", " \n"] {
            let ran = with_file(&format!("{start}{}", titled(text)), &["run", "typed"]);
            let expected = format!("output: {shown} 2 1 true exact [] 9 None\n");
            assert_eq!((ran.code, ran.stdout), (0, expected), "{}", ran.stderr);
        }
    }
    // YAML has the mark, too.
    let ran = with_file("\u{feff}text: a|b\n", &["run", "halves"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn a_file_that_cannot_be_read_is_refused_at_once() {
    let started = std::time::Instant::now();
    let deep = |start: &str| format!("text: {}", start.repeat(100_000));
    for (text, part) in [
        (deep("["), "brackets are open at once"),
        (deep("{a: "), "brackets are open at once"),
        (deep("[ # x\n"), "brackets are open at once"),
        (
            format!(
                "{{\"text\": {}1{}}}",
                "[".repeat(100_000),
                "]".repeat(100_000)
            ),
            "is of the type string",
        ),
        (deep("- "), "FILE does not hold parameters"),
        (deep("? "), "FILE does not hold parameters"),
        ("text: !!binary aGk=\n".into(), "not `!!binary`"),
        ("text: [{a: !!binary aGk=}]\n".into(), "not `!!binary`"),
        (
            "text: !name x\n".into(),
            "is given `!name x`: expected a text",
        ),
        (
            "{\"text\": \"a\", \"text\": \"b\"}".into(),
            "duplicate entry",
        ),
        ("text: a\u{7f}\n".into(), "control characters"),
    ] {
        let ran = with_file(&text, &["run", "halves"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{part}");
        assert!(ran.stderr.contains(part), "{part}: {:.500}", ran.stderr);
        assert!(ran.stderr.len() < 1000, "{part}");
    }
    let ran = with_file("text: 'a|!!binary b'\n", &["run", "halves"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    #[cfg(unix)]
    for device in ["/dev/zero", "/dev/urandom", "/proc/self/mem"] {
        let ran = test_support::run("several", &["run", "halves", "--params", device]);
        assert_eq!(ran.code, 2);
        assert!(
            ran.stderr.starts_with("error: cannot read /"),
            "{:.500}",
            ran.stderr
        );
    }
    assert!(started.elapsed() < std::time::Duration::from_secs(30));
}
