//! Contents but for CSV and Parquet, which have tests of their own.

use super::{given, passed, reason, returned};
use crate::artifact::{Artifact, Dataset, EntryKind, File, Folder, Json, JsonLines, Model, Text};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::path::Path;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Row {
    text: String,
    count: u64,
    rate: Option<f64>,
    tags: Vec<String>,
    by_name: BTreeMap<String, Point>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Point {
    x: i8,
}

fn row() -> impl Strategy<Value = Row> {
    let points = prop::collection::btree_map(any::<String>(), any::<i8>(), 0..3);
    let rate = prop::option::of(-1e300..1e300_f64);
    let tags = prop::collection::vec(any::<String>(), 0..3);
    (any::<String>(), any::<u64>(), rate, tags, points).prop_map(
        |(text, count, rate, tags, points)| Row {
            text,
            count,
            rate,
            tags,
            by_name: points.into_iter().map(|(name, x)| (name, Point { x })).collect(),
        },
    )
}

proptest! {
    #[test]
    fn values_and_rows_are_read_back(rows in prop::collection::vec(row(), 0..8)) {
        let value = Model::<Json<Vec<Row>>>::from_value(&rows).unwrap();
        prop_assert_eq!(&value.read().unwrap(), &rows);
        let written = Dataset::<JsonLines<Row>>::from_rows(&rows).unwrap();
        prop_assert_eq!(written.read().unwrap(), rows);
    }

    #[test]
    fn texts_are_read_back(parts in prop::collection::vec(any::<String>(), 0..8)) {
        let mut text = Artifact::<Text>::create().unwrap();
        for part in &parts {
            text.write(part).unwrap();
        }
        let whole = parts.concat();
        prop_assert_eq!(text.read().unwrap(), whole.as_str());
        let lines: Result<Vec<String>, _> = text.lines().unwrap().collect();
        prop_assert_eq!(lines.unwrap(), whole.lines().collect::<Vec<_>>());
    }

    #[test]
    fn any_bytes_are_rows_or_errors(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("it");
        fs::write(&path, &bytes).unwrap();
        let rows = given::<Dataset<JsonLines<Row>>>(&path).rows().unwrap().count();
        prop_assert!(rows <= bytes.split(|byte| *byte == b'\n').count());
        prop_assert!(given::<Model<Json<Row>>>(&path).read().is_err());
        prop_assert_eq!(given::<Artifact<Text>>(&path).read().is_ok(), std::str::from_utf8(&bytes).is_ok());
    }
}

#[test]
fn a_bad_line_is_told_with_its_place() {
    let good = r#"{"text":"a","count":1,"tags":[],"by_name":{}}"#;
    let table = [
        ("{\"text\":", "row 2 (line 3): no JSON: EOF while parsing a value at column 8"),
        ("{\"text\":\"a\"", "row 2 (line 3): no JSON: EOF while parsing an object at column 11"),
        ("\u{0}", "row 2 (line 3): no JSON: expected value at column 1"),
        (
            r#"{"text":"a","count":"many","tags":[],"by_name":{}}"#,
            "row 2 (line 3), column `count`: expected integer, found `many`",
        ),
        (
            r#"{"text":"a","count":-1,"tags":[],"by_name":{}}"#,
            "row 2 (line 3), column `count`: invalid value: integer `-1`, expected u64 at column 22",
        ),
        (
            r#"{"text":"a","count":1,"tags":["b",{"c":null}],"by_name":{}}"#,
            "row 2 (line 3), column `tags[1]`: expected string, found `{\"c\":null}`",
        ),
        (
            r#"{"text":"a","count":1,"tags":[],"by_name":{"k":{"x":1.5}}}"#,
            "row 2 (line 3), column `by_name.k.x`: expected integer, found `1.5`",
        ),
        (
            r#"{"text":"a","count":1,"tags":[]}"#,
            "row 2 (line 3): missing field `by_name` at column 32",
        ),
        ("[]", "row 2 (line 3): expected struct, found `[]`"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.jsonl");
    for (line, expected) in table {
        fs::write(&path, format!("{good}\n\n{line}\n{good}")).unwrap();
        let rows: Vec<_> = given::<Dataset<JsonLines<Row>>>(&path).rows().unwrap().collect();
        let [Ok(_), Err(error), Ok(_)] = &rows[..] else {
            panic!("{line} {rows:?}");
        };
        let error = error.to_string();
        assert_eq!(error.split_once("`: ").map(|(_, rest)| rest), Some(expected), "{line}");
    }
    fs::write(&path, b"\xef\xbb\xbf\"\xff\"\n").unwrap();
    let error = reason(given::<Dataset<JsonLines<String>>>(&path).read());
    assert!(error.starts_with("row 1 (line 1): "), "{error}");
}

#[test]
fn files_of_lines_may_be_of_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.jsonl");
    for (text, rows) in [
        ("", vec![]),
        ("\n \r\n", vec![]),
        ("\u{feff}1\r\n2", vec![1, 2]),
        (" 1 \n\n2\n", vec![1, 2]),
    ] {
        fs::write(&path, text).unwrap();
        assert_eq!(given::<Dataset<JsonLines<i64>>>(&path).read().unwrap(), rows, "{text:?}");
    }
    fs::write(&path, "1").unwrap();
    let mut added = Dataset::<JsonLines<i64>>::from_file(&path).unwrap();
    added.write_rows([2, 3]).unwrap();
    assert_eq!(added.read().unwrap(), [1, 2, 3]);
    let huge = "x".repeat(4_000_000);
    let rows = Dataset::<JsonLines<String>>::from_rows([&huge]).unwrap();
    assert_eq!(rows.read().unwrap(), [huge]);
}

#[test]
fn a_row_that_json_cannot_hold_leaves_the_others() {
    let mut rows = Dataset::<JsonLines<Vec<f64>>>::create().unwrap();
    rows.write(&vec![0.5]).unwrap();
    let error = reason(rows.write(&vec![0.5, f64::NAN]));
    assert_eq!(error, "a row cannot be written: its `[1]` is not a finite number, and JSON holds no others");
    assert_eq!(rows.read().unwrap(), [[0.5]]);
}

#[test]
fn a_value_is_written_anew() {
    let mut value = Model::<Json<HashMap<String, u8>>>::create().unwrap();
    for count in [20, 1] {
        let map = (0..count).map(|key| (format!("k{key:02}"), key)).collect();
        value.write(&map).unwrap();
        assert_eq!(value.read().unwrap(), map);
    }
    assert_eq!(fs::read_to_string(value.path()).unwrap(), "{\"k00\":0}");
    // Maps without an order are written in one.
    let many: HashMap<String, u8> = (0..20).map(|key| (format!("k{key:02}"), key)).collect();
    value.write(&many).unwrap();
    let text = fs::read_to_string(value.path()).unwrap();
    assert!(text.starts_with("{\"k00\":0,\"k01\":1,\"k02\":2,"), "{text}");
}

#[test]
fn a_bad_value_is_told_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("value.json");
    let table = [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("{\"k\":\n{\"x\":\"a\"}}", "`k.x`: invalid type: string \"a\", expected i8 at line 2 column 8"),
        ("{} {}", "trailing characters at line 1 column 4"),
        ("{\"k\":", "`k`: EOF while parsing a value at line 1 column 5"),
    ];
    for (text, expected) in table {
        fs::write(&path, text).unwrap();
        let read = given::<Model<Json<BTreeMap<String, Point>>>>(&path).read();
        assert_eq!(reason(read), expected, "{text}");
    }
}

#[test]
fn texts_are_utf_8() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("text");
    fs::write(&path, b"a\0b\r\nc\xff\nd").unwrap();
    let text = given::<Artifact<Text>>(&path);
    assert_eq!(reason(text.read()), "byte 7: expected a text in UTF-8");
    let lines: Vec<_> = text.lines().unwrap().collect();
    assert_eq!(lines[0].as_deref().ok(), Some("a\0b"));
    assert!(lines[1].as_ref().is_err_and(|error| error.to_string().ends_with("line 2: expected a text in UTF-8")));
    assert_eq!(lines[2].as_deref().ok(), Some("d"));
}

#[test]
fn files_are_read_while_they_are_written() {
    let mut file = Artifact::<File>::create().unwrap();
    for part in ["a", "b"] {
        write!(file, "{part}").unwrap();
        let mut text = String::new();
        file.open().unwrap().read_to_string(&mut text).unwrap();
        assert!(text.ends_with(part), "{text}");
    }
    let passed: Artifact = passed(&file).unwrap();
    assert_eq!(fs::read(passed.path()).unwrap(), b"ab");
    fs::remove_dir_all(passed.path().parent().unwrap()).unwrap();
}

/// Paths in a folder, with `/` behind folders and `@` behind links.
fn listing(folder: &Dataset<Folder>) -> Vec<String> {
    let entries = folder.walk().unwrap().map(Result::unwrap);
    let shown = entries.map(|entry| {
        let mark = match entry.kind() {
            EntryKind::File => "",
            EntryKind::Folder => "/",
            EntryKind::Link(_) => "@",
        };
        format!("{}{mark}", entry.path().display())
    });
    shown.collect()
}

#[test]
fn folders_are_copied_and_listed_in_one_order() {
    let source = tempfile::tempdir().unwrap();
    for path in ["b/2", "b/-10", "a", "b.c", "ä ö/new\nline", "b/c/d"] {
        let path = source.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "x").unwrap();
    }
    fs::create_dir(source.path().join("empty")).unwrap();
    symlink("../a", source.path().join("b/link")).unwrap();
    symlink("b", source.path().join("z")).unwrap();
    let copy = Dataset::<Folder>::from_folder(source.path()).unwrap();
    let expected = [
        "a", "b/", "b/-10", "b/2", "b/c/", "b/c/d", "b/link@", "b.c", "empty/", "z@", "ä ö/", "ä ö/new\nline",
    ];
    assert_eq!(listing(&copy), expected);
    let direct: Vec<_> = copy.entries().unwrap();
    let direct: Vec<_> = direct.iter().map(|entry| entry.path().display().to_string()).collect();
    assert_eq!(direct, ["a", "b", "b.c", "empty", "z", "ä ö"]);
    let mut text = String::new();
    copy.open("z/link").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "x");
    let empty = Dataset::<Folder>::create().unwrap();
    assert_eq!(listing(&passed(&empty).unwrap()), Vec::<String>::new());
    fs::remove_dir_all(empty.path().parent().unwrap()).unwrap();
}

#[test]
fn links_that_lead_outside_are_refused() {
    let source = tempfile::tempdir().unwrap();
    symlink("/etc/passwd", source.path().join("passwords")).unwrap();
    symlink("../secret", source.path().join("up")).unwrap();
    let told = "`passwords` is a link to `/etc/passwd`, `up` is a link to `../secret`: expected relative links that stay in the folder";
    let error = reason(Dataset::<Folder>::from_folder(source.path()));
    assert!(error.starts_with(told), "{error}");
    let made = Dataset::<Folder>::create().unwrap();
    symlink("/etc/passwd", made.path().join("passwords")).unwrap();
    let error = serde_json::to_string(&made).unwrap_err().to_string();
    assert!(error.contains("`passwords` is a link to `/etc/passwd`"), "{error}");
    assert!(made.path().exists());
}

#[test]
fn what_is_neither_file_nor_folder_is_refused() {
    let source = tempfile::tempdir().unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(source.path().join("socket")).unwrap();
    let error = reason(Dataset::<Folder>::from_folder(source.path()));
    assert_eq!(error, "expected a file, a folder or a link, and no pipe, socket or device");
    let file = source.path().join("file");
    fs::write(&file, "").unwrap();
    let error = reason(given::<Dataset<Folder>>(&file).walk());
    assert_eq!(error, "expected a folder, found a file");
}

#[test]
fn paths_in_a_folder_stay_in_it() {
    let mut folder = Dataset::<Folder>::create().unwrap();
    for path in ["", "..", "a/../../b", "/etc/passwd"] {
        let error = reason(folder.create_file(path));
        assert_eq!(error, format!("expected a path in the folder, without `..`, found `{path}`"));
        assert!(folder.open(path).is_err());
    }
    folder.create_file("./a b/-c").unwrap().write_all(b"x").unwrap();
    assert_eq!(listing(&folder), ["a b/", "a b/-c"]);
    assert_eq!(folder.join(Path::new("a b")).unwrap(), folder.path().join("a b"));
    let located = returned(&folder);
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
}
