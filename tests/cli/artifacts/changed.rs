//! Tasks that change what came in, and tasks that make half of something.

use super::{names, run};

#[test]
fn who_changes_an_input_fails() {
    for way in ["append", "replace", "remove"] {
        let folder = tempfile::tempdir().expect("there is room");
        let ran = run(folder.path(), &["changed", "-p", &format!("way={way}")]);
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{way}");
        let expected =
            "✗ change: the artifact of the input `file` was changed; write a new one and return it";
        // Who has no right to write is told by the system.
        let is_told = ran.stderr.contains(expected) || ran.stderr.contains("Permission denied");
        assert!(is_told, "{way}: {}", ran.stderr);
    }
}

#[test]
fn what_is_not_returned_is_no_output() {
    for way in ["error", "panic", "exit"] {
        let folder = tempfile::tempdir().expect("there is room");
        let out = folder.path().join("out");
        let words = ["failed", "-p", &format!("way={way}"), "--out", "out"];
        let ran = run(folder.path(), &words);
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{way}");
        assert!(!out.exists(), "{way}");
        assert_eq!(names(&folder.path().join("artifacts")), [""; 0], "{way}");
    }
}
