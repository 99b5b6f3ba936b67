//! Which pipeline a command works on.

use crate::refused;
use test_support::stdout;

#[test]
fn a_wrong_name_is_answered_with_a_similar_one() {
    for command in ["compile", "check", "describe", "graph", "run"] {
        let message = refused(2, "several", &[command, "halve"]);
        assert_eq!(
            message,
            "error: there is no pipeline `halve`; did you mean `halves`?\n"
        );
        let message = refused(2, "several", &[command, "zzz"]);
        assert_eq!(
            message,
            "error: there is no pipeline `zzz`; known: `typed`, `halves`, `images`\n"
        );
    }
}

#[test]
fn one_of_several_has_to_be_named() {
    for command in ["describe", "graph", "run"] {
        let message = refused(2, "several", &[command]);
        assert_eq!(
            message,
            "error: this program has several pipelines; name one of `typed`, `halves`, `images`\n"
        );
    }
}

#[test]
fn a_program_may_have_no_pipelines() {
    for words in [&[][..], &["list"], &["check"], &["run", "x"], &["describe"]] {
        let message = refused(2, "nothing", words);
        assert!(
            message.starts_with("error: this program has no pipelines; "),
            "{message}"
        );
    }
    stdout("nothing", &["--help"]);
}

#[test]
fn a_pipeline_of_another_crate_may_have_the_same_name() {
    let list = stdout("test-pipelines", &["list"]);
    let names = list
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let walks: Vec<_> = names.filter(|name| name.ends_with("walk")).collect();
    assert_eq!(walks, ["steps::walk", "walk"]);
    let outputs = |name| {
        let text = stdout("test-pipelines", &["describe", name, "--json"]);
        let description: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let outputs = description["outputs"]
            .as_array()
            .expect("there are outputs");
        outputs.len()
    };
    assert_eq!((outputs("walk"), outputs("steps::walk")), (1, 2));
    let message = refused(2, "test-pipelines", &["describe", "steps::wolk"]);
    assert_eq!(
        message,
        "error: there is no pipeline `steps::wolk`; did you mean `steps::walk`?\n"
    );
}
