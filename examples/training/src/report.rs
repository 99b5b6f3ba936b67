//! The report, as a page of HTML.

use pipewright::artifact::RocPoint;
use pipewright::prelude::*;
use std::fmt::{self, Write};

/// A page with the accuracies of all models, and how well the chosen one does.
pub(crate) fn page(
    candidates: &[Metrics],
    metrics: &Metrics,
    classification: &ClassificationMetrics,
) -> Result<String, fmt::Error> {
    let mut page = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Male or female?</title>\n\
         <h1>Male or female?</h1>\n<h2>Models on the validation data</h2>\n",
    );
    writeln!(page, "<table>\n<tr><th>model<th>accuracy<th>AUC")?;
    for candidate in candidates {
        let method = candidate.metadata_of::<String>("method").ok().flatten();
        let method = escaped(&method.unwrap_or_default());
        let [accuracy, auc] = ["accuracy", "auc"].map(|name| number(candidate, name));
        writeln!(page, "<tr><td>{method}<td>{accuracy}<td>{auc}")?;
    }
    writeln!(
        page,
        "</table>\n<h2>The chosen one on the test data</h2>\n<ul>"
    )?;
    for (name, value) in metrics.iter() {
        writeln!(page, "<li>{}: {value:.4}", escaped(name))?;
    }
    writeln!(page, "</ul>\n<table>\n<tr><th>actual \\ predicted")?;
    for category in classification.categories() {
        writeln!(page, "<th>{}", escaped(category))?;
    }
    let rows = classification.confusion_matrix().iter();
    for (category, row) in classification.categories().iter().zip(rows) {
        write!(page, "<tr><th>{}", escaped(category))?;
        for count in row {
            write!(page, "<td>{count}")?;
        }
        writeln!(page)?;
    }
    writeln!(page, "</table>\n<h2>ROC curve</h2>")?;
    curve(&mut page, classification.roc_curve())?;
    page.push_str("</html>\n");
    Ok(page)
}

/// A curve in a square of 200 by 200.
fn curve(page: &mut String, points: &[RocPoint]) -> fmt::Result {
    writeln!(
        page,
        "<svg width=\"220\" height=\"220\" viewBox=\"-10 -10 220 220\" fill=\"none\" stroke=\"black\">\n\
         <rect width=\"200\" height=\"200\" stroke=\"silver\"/>"
    )?;
    let points = points.iter().map(|point| {
        let x = 200.0 * point.false_positive_rate;
        let y = 200.0 - 200.0 * point.true_positive_rate;
        format!("{x:.1},{y:.1}")
    });
    let points: Vec<_> = points.collect();
    writeln!(page, "<polyline points=\"{}\"/>\n</svg>", points.join(" "))
}

fn number(metrics: &Metrics, name: &str) -> String {
    metrics
        .get(name)
        .map_or_else(String::new, |value| format!("{value:.4}"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
