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
