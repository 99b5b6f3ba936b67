//! Files and folders of all kinds.

use super::run;

#[track_caller]
fn given(pipeline: &str, kind: &str) -> String {
    let folder = tempfile::tempdir().expect("there is room");
    let ran = run(folder.path(), &[pipeline, "-p", &format!("kind={kind}")]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran.stdout
}

#[track_caller]
fn refused(pipeline: &str, kind: &str, expected: &str) {
    let folder = tempfile::tempdir().expect("there is room");
    let ran = run(folder.path(), &[pipeline, "-p", &format!("kind={kind}")]);
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains(expected), "{}", ran.stderr);
    // Nothing half written is left as if it were whole.
    assert_eq!(super::names(&folder.path().join("artifacts")), [""; 0]);
}

#[test]
fn names_of_all_kinds() {
    let expected = r#"output: ["-rf: -rf",".hidden: .hidden","a b: a b","new\nline: new\nline","sub/","sub/dir/","sub/dir/file: sub/dir/file","ünï☃: ünï☃"]"#;
    assert_eq!(given("folders", "names").trim_end(), expected);
}

#[test]
fn empty_ones() {
    assert_eq!(given("folders", "empty"), "output: []\n");
    assert_eq!(given("files", "empty"), "output: \n");
}

#[test]
fn ten_thousand_files() {
    let folder = tempfile::tempdir().expect("there is room");
    let ran = run(folder.path(), &["many"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "output: 10000\n"));
}

#[test]
fn links_that_stay_in_their_folder_are_kept() {
    let expected = "output: [\"inside: linked\",\"sub/\",\"sub/file: linked\"]\n";
    assert_eq!(given("folders", "links-to-files"), expected);
}

#[test]
fn what_leads_out_is_refused() {
    refused("folders", "outside", "`out` is a link to `/etc`");
    refused("folders", "above", "`out` is a link to `../..`");
    refused("files", "link", "is a link");
}

#[test]
fn what_is_no_file_or_folder_is_refused() {
    refused(
        "folders",
        "socket",
        "socket`: expected a file, a folder or a link",
    );
    refused("folders", "file", "Not a directory");
    refused("files", "folder", "is no file");
    refused("files", "gone", "No such file");
    refused("folders", "gone", "No such file");
}
