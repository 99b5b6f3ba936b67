//! CSV as people and programs write it, and what is wrong with it.

use super::Csv;
use crate::artifact::tests::given;
use crate::artifact::{Dataset, Error};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU8;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Low,
    VeryHigh,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Meters(f64);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Sale {
    region: String,
    units: u32,
    #[serde(rename = "unit price")]
    price: Meters,
    single: f32,
    letter: char,
    sold: bool,
    level: Level,
    discount: Option<f64>,
    note: Option<String>,
    large: i128,
}

fn sale() -> impl Strategy<Value = Sale> {
    let texts = (
        any::<String>(),
        any::<char>(),
        prop::option::of("[^\u{0}]{1,5}|\u{0}|,|\"|\n|\r\n| "),
    );
    let numbers = (any::<u32>(), any::<f64>(), any::<f32>(), any::<i128>());
    let level = prop_oneof![Just(Level::Low), Just(Level::VeryHigh)];
    let discount = prop::option::of(any::<f64>());
    (texts, numbers, level, discount, any::<bool>()).prop_map(
        |(texts, numbers, level, discount, sold)| Sale {
            region: texts.0,
            units: numbers.0,
            price: Meters(numbers.1),
            single: numbers.2,
            letter: texts.1,
            sold,
            level,
            discount,
            note: texts.2,
            large: numbers.3,
        },
    )
}

proptest! {
    #[test]
    fn rows_are_read_back(sales in prop::collection::vec(sale(), 0..20)) {
        let written = Dataset::<Csv<Sale>>::from_rows(&sales).unwrap();
        let read = written.read().unwrap();
        // As text, in which NaN equals itself.
        prop_assert_eq!(format!("{read:?}"), format!("{sales:?}"));
    }

    #[test]
    fn any_bytes_are_rows_or_errors(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read::<Sale>(&[b"region,units\n", &bytes[..]].concat());
        let _ = read::<BTreeMap<String, Option<f64>>>(&bytes);
    }

    #[test]
    fn maps_are_read_back(keys in prop::collection::btree_set("[a-z,\" ]{0,4}", 1..5), rows in 0..4_u8) {
        let row = |row: u8| keys.iter().map(move |key| (key.clone(), f64::from(row))).collect();
        let rows: Vec<HashMap<String, f64>> = (0..rows).map(row).collect();
        let written = Dataset::<Csv<HashMap<String, f64>>>::from_rows(&rows).unwrap();
        prop_assert_eq!(written.read().unwrap(), rows);
    }
}

/// The rows of a file.
fn read<T: Serialize + serde::de::DeserializeOwned + 'static>(
    bytes: &[u8],
) -> Result<Vec<T>, Error> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sales.csv");
    std::fs::write(&path, bytes).expect("the file");
    given::<Dataset<Csv<T>>>(&path).read()
}

/// What is wrong with a file, without its path.
fn wrong<T: Serialize + serde::de::DeserializeOwned + std::fmt::Debug + 'static>(
    text: &str,
) -> String {
    let error = read::<T>(text.as_bytes()).expect_err(text).to_string();
    let (_, wrong) = error.split_once("`: ").expect("a path");
    wrong.to_owned()
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Small {
    name: String,
    units: u8,
    price: Option<f64>,
    #[serde(default)]
    count: NonZero,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct NonZero(NonZeroU8);

impl Default for NonZero {
    fn default() -> Self {
        Self(NonZeroU8::MIN)
    }
}

fn small(name: &str, units: u8, price: Option<f64>, count: u8) -> Small {
    let count = NonZero(NonZeroU8::new(count).expect("not zero"));
    let name = name.into();
    Small {
        name,
        units,
        price,
        count,
    }
}

#[test]
fn files_of_others_are_read() {
    let table: &[(&[u8], Vec<Small>)] = &[
        (b"name,units\n", vec![]),
        (b"name,units", vec![]),
        (
            b"name,units,price,count\na,1,0.5,2\n",
            vec![small("a", 1, Some(0.5), 2)],
        ),
        // The last line without an end, Windows, empty lines.
        (
            b"name,units\r\na,1\r\n\r\nb,2",
            vec![small("a", 1, None, 1), small("b", 2, None, 1)],
        ),
        // Another order, and more columns, which may hold anything.
        (b"more,units,name\n\xff,1,a\n", vec![small("a", 1, None, 1)]),
        // Cells that are empty.
        (
            b"price,name,units,count\n,,7,\n",
            vec![small("", 7, None, 1)],
        ),
        (
            b"\xef\xbb\xbfname,units\na,1\n",
            vec![small("a", 1, None, 1)],
        ),
        (
            b"\"name\",\"units\"\n\"a,\"\"b\"\"\nc\",\"1\"\n",
            vec![small("a,\"b\"\nc", 1, None, 1)],
        ),
        (
            b"name,units,price\na\0b, 1 , 1e3\n",
            vec![small("a\0b", 1, Some(1000.0), 1)],
        ),
        (
            "name,units\nWörter 👍,1\n".as_bytes(),
            vec![small("Wörter 👍", 1, None, 1)],
        ),
    ];
    for (bytes, rows) in table {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(read::<Small>(bytes).expect(&shown), *rows, "{shown}");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let table = [
        (
            "",
            "it is empty: expected a header with the columns `name`, `units`",
        ),
        (
            "nam,price\na,1\n",
            "the header lacks the columns `name`, `units`, found `nam,price`",
        ),
        (
            "name,units,units,name\n",
            "the header has the columns `units`, `name` twice",
        ),
        (
            "name,units\na,1\nb,many\n",
            "row 2 (line 3), column `units`: expected integer, found `many`",
        ),
        (
            "name,units\n\"a\nb\",1\nc,\n",
            "row 2 (line 4), column `units`: expected integer, found an empty cell",
        ),
        (
            "name,units\na,300\n",
            "row 1 (line 2), column `units`: expected integer from 0 to 255, found `300`",
        ),
        (
            "name,units\na,-1\n",
            "row 1 (line 2), column `units`: expected integer from 0 to 255, found `-1`",
        ),
        (
            "name,units\na,1.0\n",
            "row 1 (line 2), column `units`: expected integer, found `1.0`",
        ),
        (
            "name,units,price\na,1,dear\n",
            "row 1 (line 2), column `price`: expected number, found `dear`",
        ),
        (
            "name,units\na,1\nb\n",
            "row 2 (line 3): expected 2 columns, found 1",
        ),
        (
            "name,units\na,1,2\n",
            "row 1 (line 2): expected 2 columns, found 3",
        ),
        (
            "name,units,count\na,1,0\n",
            "row 1 (line 2), column `count`: invalid value: integer `0`, expected a nonzero u8",
        ),
        (
            "name,units\na,\u{1b}[2J\n",
            "row 1 (line 2), column `units`: expected integer, found `\\u{1b}[2J`",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(wrong::<Small>(text), expected, "{text:?}");
    }
    let header = "region,units,unit price,single,letter,sold,level,large\n";
    let rows = [
        (
            "a,1,0,0,ab,true,low,1",
            "column `letter`: expected one character, found `ab`",
        ),
        (
            "a,1,0,0,a,yes,low,1",
            "column `sold`: expected boolean, found `yes`",
        ),
        (
            "a,1,0,0,a,true,high,1",
            "column `level`: expected `low` or `very-high`, found `high`",
        ),
        (
            "a,1,x,0,a,true,low,1",
            "column `unit price`: expected number, found `x`",
        ),
    ];
    for (row, expected) in rows {
        assert_eq!(
            wrong::<Sale>(&format!("{header}{row}")),
            format!("row 1 (line 2), {expected}")
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let error = read::<Small>(b"name,units\na\xff,1\n")
        .unwrap_err()
        .to_string();
    assert!(
        error.ends_with(
            "row 1 (line 2), column `name`: expected a text in UTF-8, found `a\u{fffd}`"
        ),
        "{error}"
    );
    let error = read::<Small>(b"name,units,\xff\n").unwrap_err().to_string();
    assert!(
        error.ends_with("line 1: expected names of columns in UTF-8, found `\u{fffd}`"),
        "{error}"
    );
}

#[test]
fn rows_behind_a_bad_one_can_be_read() {
    let file = b"name,units\na,x\nb\nc,3\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sales.csv");
    std::fs::write(&path, file).unwrap();
    let sales = Dataset::<Csv<Small>>::from_file(path).unwrap();
    let rows: Vec<_> = sales.rows().unwrap().map(|row| row.ok()).collect();
    assert_eq!(rows, [None, None, Some(small("c", 3, None, 1))]);
}

#[test]
fn a_huge_row_is_a_row() {
    let name = "x\"\n".repeat(2_000_000);
    let sales = Dataset::<Csv<Small>>::from_rows([small(&name, 1, None, 1)]).unwrap();
    assert_eq!(sales.read().unwrap()[0].name, name);
}

#[test]
fn a_header_stands_where_no_rows_do() {
    let none = Dataset::<Csv<Small>>::create().unwrap();
    assert_eq!(none.read().unwrap(), []);
    assert_eq!(
        std::fs::read_to_string(none.path()).unwrap(),
        "name,units,price,count\n"
    );
    let none = Dataset::<Csv<BTreeMap<String, f64>>>::create().unwrap();
    assert_eq!(none.read().unwrap(), []);
}

#[test]
fn rows_are_added_to_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sales.csv");
    std::fs::write(&path, "units,name,price\n1,a,").unwrap();
    let mut sales = Dataset::<Csv<Small>>::from_file(&path).unwrap();
    let refused = sales
        .write(&small("b", 2, None, 3))
        .unwrap_err()
        .to_string();
    assert!(
        refused.ends_with("a row cannot be written, column `count`: the header has no such column"),
        "{refused}"
    );
    std::fs::write(sales.path(), "count,units,name,price\n1,1,a,").unwrap();
    let mut sales = Dataset::<Csv<Small>>::from_file(sales.path()).unwrap();
    sales.write(&small("b", 2, None, 3)).unwrap();
    assert_eq!(sales.read().unwrap().len(), 2);
    sales.write(&small("c", 2, None, 3)).unwrap();
    let text = std::fs::read_to_string(sales.path()).unwrap();
    assert_eq!(text, "count,units,name,price\n1,1,a,\n3,2,b,\n");
    assert_eq!(sales.read().unwrap().len(), 3);
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        "units,name,price\n1,a,"
    );
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Skipping {
    #[serde(default, skip_serializing_if = "is_zero")]
    count: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    last: bool,
}

fn is_zero(count: &u8) -> bool {
    *count == 0
}

#[test]
fn fields_that_are_left_out_move_no_others() {
    let rows = [(0, Some("a")), (7, None), (0, None), (7, Some("b"))];
    let rows = rows.map(|(count, note)| Skipping {
        count,
        note: note.map(Into::into),
        last: true,
    });
    let written = Dataset::<Csv<Skipping>>::from_rows(&rows).unwrap();
    assert_eq!(written.read().unwrap(), rows);
    let text = std::fs::read_to_string(written.path()).unwrap();
    assert_eq!(
        text,
        "count,note,last\n,a,true\n7,,true\n,,true\n7,b,true\n"
    );
}

#[derive(Debug, Serialize, Deserialize)]
struct Nested {
    id: u8,
    tags: Vec<String>,
}

#[test]
fn rows_that_csv_cannot_hold_are_refused() {
    let mut nested = Dataset::<Csv<Nested>>::create().unwrap();
    let row = Nested {
        id: 1,
        tags: vec![],
    };
    for error in [
        nested.write(&row).unwrap_err(),
        nested.rows().unwrap_err(),
        nested.finish().unwrap_err(),
    ] {
        let error = error.to_string();
        assert!(
            error.contains("CSV has no cells for `tags` (list of string): use `JsonLines`"),
            "{error}"
        );
    }
    let mut sales = Dataset::<Csv<Sale>>::create().unwrap();
    let empty = Sale {
        region: String::new(),
        units: 1,
        price: Meters(0.5),
        single: 0.5,
        letter: 'a',
        sold: true,
        level: Level::Low,
        discount: None,
        note: Some(String::new()),
        large: 1,
    };
    let error = sales.write(&empty).unwrap_err().to_string();
    assert!(
        error.contains(
            "a row cannot be written, column `note`: CSV cannot tell nothing from an empty text"
        ),
        "{error}"
    );
    // The file stays whole.
    sales
        .write(&Sale {
            note: None,
            ..empty
        })
        .unwrap();
    assert_eq!(sales.read().unwrap().len(), 1);
    let mut maps = Dataset::<Csv<BTreeMap<String, u8>>>::create().unwrap();
    maps.write(&BTreeMap::from([("a".into(), 1)])).unwrap();
    let error = maps
        .write(&BTreeMap::from([("b".into(), 1)]))
        .unwrap_err()
        .to_string();
    assert!(
        error.ends_with("a row cannot be written, column `b`: the header has no such column"),
        "{error}"
    );
    let error = maps.write(&BTreeMap::new()).unwrap_err().to_string();
    assert!(
        error.ends_with("a row cannot be written, column `a`: the row has no such column"),
        "{error}"
    );
}
