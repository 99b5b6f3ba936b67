//! Rows with all that formats get wrong.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Row {
    name: String,
    units: i64,
    price: Option<f64>,
}

/// So many rows.
pub(crate) fn rows(count: i64) -> Vec<Row> {
    let row = |index: i64| Row {
        name: format!("row {index}, \"quoted\"\nünï {{{{x}}}}"),
        units: index * 1_000_000_007,
        price: (index % 2 == 0).then_some(index as f64 / 4.0),
    };
    (0..count).map(row).collect()
}
