//! What is written as Parquet is read back.

use super::Parquet;
use crate::artifact::Dataset;
use crate::artifact::tests::given;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Low,
    VeryHigh,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Row {
    text: String,
    count: i64,
    small: u8,
    rate: f64,
    single: f32,
    flag: bool,
    level: Level,
    note: Option<String>,
    tags: Vec<String>,
    point: Point,
    points: Option<Vec<Point>>,
    by_name: BTreeMap<String, i32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Point {
    x: f64,
    y: Option<f64>,
}

fn point() -> impl Strategy<Value = Point> {
    (-1e300..1e300_f64, prop::option::of(any::<f32>()))
        .prop_filter("numbers", |(_, y)| y.is_none_or(|y| !y.is_nan()))
        .prop_map(|(x, y)| Point {
            x,
            y: y.map(f64::from),
        })
}

fn row() -> impl Strategy<Value = Row> {
    let level = prop_oneof![Just(Level::Low), Just(Level::VeryHigh)];
    let numbers = (
        any::<i64>(),
        any::<u8>(),
        -1e300..1e300_f64,
        -1e30..1e30_f32,
    );
    let texts = (any::<String>(), prop::option::of(any::<String>()));
    let lists = (
        prop::collection::vec(any::<String>(), 0..3),
        prop::option::of(prop::collection::vec(point(), 0..3)),
        prop::collection::btree_map(any::<String>(), any::<i32>(), 0..3),
    );
    (numbers, texts, lists, any::<bool>(), level, point()).prop_map(
        |(numbers, texts, lists, flag, level, point)| Row {
            text: texts.0,
            count: numbers.0,
            small: numbers.1,
            rate: numbers.2,
            single: numbers.3,
            flag,
            level,
            note: texts.1,
            tags: lists.0,
            point,
            points: lists.1,
            by_name: lists.2,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rows_are_read_back(rows in prop::collection::vec(row(), 0..40)) {
        let written = Dataset::<Parquet<Row>>::from_rows(&rows).unwrap();
        prop_assert_eq!(written.read().unwrap(), rows);
    }
}

#[test]
fn rows_stream_in_batches() {
    let mut rows = Dataset::<Parquet<Point>>::create().unwrap();
    for x in 0..10_000 {
        let (x, y) = (f64::from(x), None);
        rows.write(&Point { x, y }).unwrap();
    }
    for (index, row) in rows.rows().unwrap().enumerate() {
        assert_eq!(row.unwrap().x, index as f64);
    }
    let more = rows.write(&Point { x: 0.0, y: None }).unwrap_err();
    assert!(
        more.to_string()
            .ends_with("it is complete, since it was read: write all rows before"),
        "{more}"
    );
    rows.finish().unwrap();
}

#[derive(Debug, Serialize, Deserialize)]
struct Older {
    x: String,
    z: u8,
}

#[test]
fn columns_that_differ_are_told_before_rows() {
    let file = Dataset::<Parquet<Point>>::from_rows([Point { x: 0.5, y: None }]).unwrap();
    let other = Dataset::<Parquet<Older>>::from_file(file.path()).unwrap();
    let error = other.rows().unwrap_err().to_string();
    assert!(
        error.ends_with("it holds another type than it is read as: `x`: expected string, written as number, `z` is missing"),
        "{error}"
    );
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Narrow {
    y: Option<f64>,
    more: Option<u8>,
}

#[test]
fn other_columns_are_left_out() {
    let file = Dataset::<Parquet<Point>>::from_rows([Point {
        x: 0.5,
        y: Some(1.5),
    }])
    .unwrap();
    let narrow = Dataset::<Parquet<Narrow>>::from_file(file.path()).unwrap();
    let row = Narrow {
        y: Some(1.5),
        more: None,
    };
    assert_eq!(narrow.read().unwrap(), [row]);
}

#[derive(Debug, Serialize, Deserialize)]
struct Needy {
    y: f64,
}

#[test]
fn a_bad_row_is_told_with_its_number() {
    let points = [
        Point {
            x: 0.5,
            y: Some(1.5),
        },
        Point { x: 0.5, y: None },
    ];
    let file = Dataset::<Parquet<Point>>::from_rows(points).unwrap();
    let needy = Dataset::<Parquet<Needy>>::from_file(file.path()).unwrap();
    let mut rows = needy.rows().unwrap();
    assert_eq!(rows.next().unwrap().unwrap().y, 1.5);
    let error = rows.next().unwrap().unwrap_err().to_string();
    assert!(error.contains("row 2: column `y`: "), "{error}");
    assert!(rows.next().is_none());
}

#[derive(Debug, Serialize, Deserialize)]
struct Wide {
    any: serde_json::Value,
    pair: (u8, u8),
    nothing: (),
    number: u64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Large {
    number: u64,
}

#[test]
fn what_has_no_column_is_refused() {
    let error = Parquet::<Wide>::create().unwrap().finish().unwrap_err();
    let told = "Parquet has no columns for `any` (json), `pair` (list of json), `nothing` (nothing): use `JsonLines`";
    assert!(error.to_string().contains(told), "{error}");
    let error = Parquet::<Vec<u8>>::create().unwrap().finish().unwrap_err();
    assert!(
        error
            .to_string()
            .contains("is a struct with a field for each column, no list of integer"),
        "{error}"
    );
    let mut large = Parquet::<Large>::create().unwrap();
    large.write(&Large { number: 7 }).unwrap();
    let error = large.write(&Large { number: u64::MAX }).unwrap_err();
    assert!(error.to_string().contains("column `number`"), "{error}");
    assert!(large.finish().is_err());
}

#[test]
fn files_that_are_no_parquet_are_refused() {
    let good = Dataset::<Parquet<Point>>::from_rows([Point { x: 0.5, y: None }]).unwrap();
    let bytes = std::fs::read(good.path()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("points.parquet");
    for length in [0, 3, bytes.len() / 2, bytes.len() - 1] {
        std::fs::write(&path, &bytes[..length]).unwrap();
        let error = given::<Dataset<Parquet<Point>>>(&path).read().unwrap_err();
        assert!(
            error.to_string().contains("cannot be read as Parquet"),
            "{length} {error}"
        );
    }
}
