//! First rows of tables.

use super::table;
use serde::Serialize;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// First rows of a table.
#[derive(Serialize)]
pub(super) struct Rows {
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
    /// There are more.
    more: bool,
}

impl Rows {
    /// The rows for people.
    pub(super) fn text(&self) -> String {
        let cell = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            value => value.to_string(),
        };
        let rows = self.rows.iter();
        let rows = rows.map(|row| row.iter().map(cell).collect());
        let all = std::iter::once(self.columns.clone()).chain(rows).collect();
        let what = match self.more {
            true => format!("First {} rows", self.rows.len()),
            false if self.rows.len() == 1 => "1 row".into(),
            false => format!("{} rows", self.rows.len()),
        };
        format!("{what}\n{}", table::indented(all))
    }
}

/// First rows of a CSV file.
#[cfg(feature = "csv")]
pub(super) fn of_csv(path: &Path, head: usize) -> io::Result<Rows> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path)?;
    let texts = |record: &csv::ByteRecord| -> Vec<String> {
        let cells = record
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).into_owned());
        cells.collect()
    };
    let columns = texts(reader.byte_headers()?);
    let mut rows = vec![];
    let mut more = false;
    for record in reader.byte_records() {
        if rows.len() == head {
            more = true;
            break;
        }
        rows.push(texts(&record?).into_iter().map(Value::String).collect());
    }
    Ok(Rows {
        columns,
        rows,
        more,
    })
}

/// First rows of a file with an object in each line.
pub(super) fn of_json_lines(path: &Path, head: usize) -> io::Result<Rows> {
    let lines = BufReader::new(File::open(path)?).lines();
    let mut values = vec![];
    let mut more = false;
    for line in lines {
        if values.len() == head {
            more = true;
            break;
        }
        values.push(serde_json::from_str::<Value>(&line?)?);
    }
    Ok(of_values(values, more))
}

/// A table of objects; of other values it has one column.
fn of_values(values: Vec<Value>, more: bool) -> Rows {
    let mut columns: Vec<String> = vec![];
    for value in &values {
        for name in value
            .as_object()
            .into_iter()
            .flat_map(serde_json::Map::keys)
        {
            if !columns.contains(name) {
                columns.push(name.clone());
            }
        }
    }
    if columns.is_empty() {
        let rows = values.into_iter().map(|value| vec![value]).collect();
        let columns = vec!["value".into()];
        return Rows {
            columns,
            rows,
            more,
        };
    }
    let rows = values.iter().map(|value| {
        let cells = columns
            .iter()
            .map(|name| value.get(name).cloned().unwrap_or(Value::Null));
        cells.collect()
    });
    let rows = rows.collect();
    Rows {
        columns,
        rows,
        more,
    }
}

/// First rows of a Parquet file.
#[cfg(feature = "parquet")]
pub(super) fn of_parquet(path: &Path, head: usize) -> io::Result<Rows> {
    let (values, more) = pipewright_dsl::artifact::parquet_head(path, head)?;
    Ok(of_values(values, more))
}
