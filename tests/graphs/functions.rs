//! Functions of values: what they record.

use pipewright::graph::{Expression, Function, Graph, Operator};
use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// How to train.
#[derive(Serialize, Deserialize, Fields)]
#[serde(rename_all = "camelCase")]
struct Config {
    /// How often.
    max_epochs: u32,
    #[serde(rename = "lr")]
    rate: f64,
    name: String,
    note: Option<String>,
    inner: Inner,
}

#[derive(Serialize, Deserialize, Fields)]
struct Inner {
    r#type: String,
}

#[component]
fn take(text: String, number: i64, flag: bool) {
    println!("{text} {number} {flag}");
}

#[pipeline]
fn all(config: Config, n: i64, m: i64, x: f64, list: Vec<i64>, word: String, maybe: Option<i64>) {
    let sum = (n + 1) * m - 3 / n % m;
    let half: Value<f64> = -(0.5 * x + x / 2.0);
    let index: Value<usize> = list.len() + 1 - word.len();
    take(
        format!("{sum:>8}|{half}|{index:05}|{word:^0$}", 7),
        -n,
        list.is_empty(),
    );
    take(
        word.to_lowercase(),
        maybe.unwrap_or(n),
        word.contains("x") && word.starts_with('c') || word.ends_with(word),
    );
    take(
        config.inner.r#type,
        maybe.unwrap_or(3),
        config.note.is_some() || maybe.is_none(),
    );
    if config.max_epochs > 3 && config.rate * 2.0 < x {
        take(config.name, 1, config.name.is_empty());
    }
    take(config.name, 1, true);
}

fn fields(graph: &Graph) -> Vec<&str> {
    let values = graph.values.values();
    let fields = values.filter_map(|value| match &value.expression {
        Expression::Operator(Operator::Apply {
            function: Function::Field(name),
            ..
        }) => Some(name.as_str()),
        _ => None,
    });
    fields.collect()
}

#[test]
fn functions_are_recorded() {
    let (graph, diagnostics) = all::pipeline().record();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(
        fields(&graph),
        ["maxEpochs", "lr", "name", "note", "inner", "type"]
    );
}
