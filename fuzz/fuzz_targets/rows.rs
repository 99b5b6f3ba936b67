//! Any file is rows or errors: CSV, JSON lines, Parquet. What is read is written so that it is read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pipewright_dsl::artifact::{Csv, Dataset, Error, Json, JsonLines, Parquet, Rows, Text};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Row {
    a: String,
    b: i32,
    c: Option<bool>,
    #[serde(default)]
    d: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Nested {
    row: Row,
    list: Vec<Option<f64>>,
    map: BTreeMap<String, i64>,
}

static FILE: LazyLock<PathBuf> =
    LazyLock::new(|| std::env::temp_dir().join(format!("pipewright-fuzz-{}", std::process::id())));

/// The file as an artifact that comes in.
fn given<A: DeserializeOwned>() -> A {
    let located = serde_json::json!({ "path": &*FILE, "uri": "x" });
    serde_json::from_value(located).expect("an artifact")
}

/// Rows that could be read.
fn good<T>(rows: Result<Rows<T>, Error>) -> Vec<T> {
    let rows = rows.into_iter().flatten();
    rows.filter_map(|row| match row {
        Ok(row) => Some(row),
        Err(error) => {
            assert!(!error.to_string().contains('\n'), "{error}");
            None
        }
    })
    .collect()
}

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*FILE, bytes).expect("files can be written");
    let rows = good(given::<Dataset<Csv<Row>>>().rows());
    let written = Dataset::<Csv<Row>>::from_rows(&rows).expect("rows are written");
    assert_eq!(written.read().expect("rows are read"), rows);
    let maps = good(given::<Dataset<Csv<BTreeMap<String, String>>>>().rows());
    let written = Dataset::<Csv<BTreeMap<String, String>>>::from_rows(&maps);
    assert_eq!(written.expect("maps").read().expect("maps are read"), maps);
    let rows = good(given::<Dataset<JsonLines<Nested>>>().rows());
    let written = Dataset::<JsonLines<Nested>>::from_rows(&rows).expect("rows are written");
    assert_eq!(written.read().expect("rows are read"), rows);
    let _ = given::<Dataset<Json<Nested>>>().read();
    let _ = given::<Dataset<Text>>().lines().map(Iterator::count);
    if bytes.starts_with(b"PAR1") {
        good(given::<Dataset<Parquet<Row>>>().rows());
        good(given::<Dataset<Parquet<Nested>>>().rows());
    }
});
