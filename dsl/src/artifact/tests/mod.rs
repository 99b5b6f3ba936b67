//! Artifacts as a task has them: given, made, returned, dropped.

mod contents;
mod kinds;

use super::{Artifact, Csv, Dataset, Error, File, Json, JsonLines, Kind, Model, Text};
use pipewright_ir::artifact::Located;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::Path;

/// An artifact that comes in.
pub(super) fn given<K: DeserializeOwned>(path: &Path) -> K {
    serde_json::from_value(json!({ "path": path, "uri": "store/it" })).expect("an artifact")
}

/// What a task hands over.
pub(super) fn returned<K: Serialize>(artifact: &K) -> Located {
    let value = serde_json::to_value(artifact).expect("it can be returned");
    serde_json::from_value(value).expect("it is located")
}

/// An artifact as the next task gets it.
pub(super) fn passed<K: Kind + Serialize, L: DeserializeOwned>(artifact: &K) -> Result<L, String> {
    let value = serde_json::to_value(artifact).map_err(|error| error.to_string())?;
    serde_json::from_value(value).map_err(|error| error.to_string())
}

/// What is wrong, without the path.
pub(super) fn reason<T>(result: Result<T, Error>) -> String {
    let error = result.err().expect("an error").to_string();
    match error.split_once("`: ") {
        Some((_, reason)) => reason.to_owned(),
        None => error,
    }
}

#[test]
fn what_is_dropped_is_removed() {
    let dropped = Dataset::<Text>::from_text("a").unwrap();
    let home = dropped.path().parent().unwrap().to_owned();
    assert!(home.exists());
    drop(dropped);
    assert!(!home.exists());
    let kept = Dataset::<Text>::from_text("a").unwrap();
    let located = returned(&kept);
    drop(kept);
    assert_eq!(fs::read_to_string(&located.path).unwrap(), "a");
    assert_eq!((located.uri, located.shape), (None, None));
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
}

#[test]
fn what_comes_in_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("it");
    fs::write(&path, "[1]").unwrap();
    let told = "it came in, and cannot be written: make another one with `create()`";
    let mut file = given::<Artifact>(&path);
    assert!(
        file.write_all(b"x")
            .unwrap_err()
            .to_string()
            .ends_with(told)
    );
    let mut text = given::<Artifact<Text>>(&path);
    assert_eq!(reason(text.write("x")), told);
    assert_eq!(reason(writeln!(text, "x")), told);
    assert_eq!(reason(given::<Model<Json<u8>>>(&path).write(&1)), told);
    assert_eq!(
        reason(given::<Dataset<JsonLines<u8>>>(&path).write(&1)),
        told
    );
    let mut rows = given::<Dataset<Csv<Row>>>(&path);
    assert_eq!(reason(rows.write(&Row { units: 1 })), told);
    let mut inside = given::<Artifact<super::Folder>>(folder.path());
    assert_eq!(reason(inside.create_file("x")), told);
    drop((file, text, rows, inside));
    assert_eq!(fs::read_to_string(&path).unwrap(), "[1]");
}

#[test]
fn what_is_returned_is_not_written_any_more() {
    let mut text = Artifact::<Text>::from_text("a").unwrap();
    let located = returned(&text);
    assert_eq!(
        reason(text.write("b")),
        "it was returned, and cannot be written any more"
    );
    assert_eq!(returned(&text), located);
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row {
    units: u8,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct OtherRow {
    units: String,
    price: f64,
    note: Option<String>,
}

#[test]
fn readers_of_another_type_are_told_before_they_read() {
    let told = "it was written as another type than it is read as: `units`: expected string, written as integer, `price` is missing";
    let rows = Dataset::<Csv<Row>>::from_rows([Row { units: 1 }]).unwrap();
    let other: Dataset<Csv<OtherRow>> = passed(&rows).unwrap();
    assert_eq!(reason(other.rows()), told);
    let rows = Dataset::<JsonLines<Row>>::from_rows([Row { units: 1 }]).unwrap();
    let other: Dataset<JsonLines<OtherRow>> = passed(&rows).unwrap();
    assert_eq!(reason(other.rows()), told);
    let value = Model::<Json<Row>>::from_value(&Row { units: 1 }).unwrap();
    let other: Model<Json<OtherRow>> = passed(&value).unwrap();
    assert_eq!(reason(other.read()), told);
    // One that knows less reads it.
    let wide = OtherRow {
        units: "1".into(),
        price: 0.5,
        note: None,
    };
    let wide = Dataset::<Csv<OtherRow>>::from_rows([wide]).unwrap();
    let narrow: Dataset<Csv<Narrow>> = passed(&wide).unwrap();
    assert_eq!(narrow.read().unwrap(), [Narrow { price: 0.5 }]);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Narrow {
    price: f64,
}

#[test]
fn artifacts_hold_no_artifacts() {
    let told =
        "an artifact cannot stand in the rows or the value of another one: return it beside it";
    assert_eq!(reason(Model::<Json<Vec<Dataset>>>::create()), told);
}

#[test]
fn copies_leave_files_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a file");
    fs::write(&path, "a").unwrap();
    let mut copy = Artifact::<File>::from_file(&path).unwrap();
    copy.write_all(b"b").unwrap();
    let located = returned(&copy);
    assert_eq!(fs::read_to_string(&located.path).unwrap(), "ab");
    assert_eq!(fs::read_to_string(&path).unwrap(), "a");
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
    assert_eq!(
        reason(Artifact::<File>::from_file(folder.path())),
        "expected a file"
    );
    let missing = reason(Artifact::<File>::from_file(folder.path().join("none")));
    assert!(missing.starts_with("cannot be read: "), "{missing}");
}

#[test]
fn an_unfinished_file_is_no_output() {
    // A disk that is full, as this device always is.
    let mut text = Artifact::<Text>::create().unwrap();
    fs::remove_file(text.path()).unwrap();
    std::os::unix::fs::symlink("/dev/full", text.path()).unwrap();
    text.write("a").unwrap();
    let error = reason(text.finish());
    assert!(error.starts_with("cannot be written: "), "{error}");
    let error = passed::<_, Artifact<Text>>(&text).unwrap_err();
    assert!(
        error.contains("something could not be written, and it is not whole"),
        "{error}"
    );
    assert!(reason(text.write("b")).contains("it is not whole"));
    let value = Model::<Json<u8>>::create().unwrap();
    let error = passed::<_, Model<Json<u8>>>(&value).unwrap_err();
    assert!(error.ends_with("it has no value yet: write one"), "{error}");
    let mut value = Model::<Json<f64>>::create().unwrap();
    value.write(&0.5).unwrap();
    let error = reason(value.write(&f64::NAN));
    assert_eq!(
        error,
        "cannot be written: it is not a finite number, and JSON holds no others"
    );
}
