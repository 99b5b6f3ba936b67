//! Kinds, and their metadata.

use super::{given, passed, reason, returned};
use crate::artifact::{ClassificationMetrics, Dataset, Html, Markdown, Metrics, Model, Text};
use pipewright_ir::artifact::Located;
use pipewright_ir::types::Type;
use serde_json::{Value, json};
use std::fs;

#[test]
fn metrics_travel_as_json() {
    let mut metrics = Metrics::new();
    metrics
        .log("loss", 0.25)
        .log("accuracy", 0.5)
        .log("loss", 1.0);
    metrics.set("epochs", 3);
    let next: Metrics = passed(&metrics).unwrap();
    assert_eq!(
        next.iter().collect::<Vec<_>>(),
        [("accuracy", 0.5), ("loss", 1.0)]
    );
    assert_eq!(next.metadata_of("epochs").unwrap(), Some(3));
    let located = returned(&metrics);
    let file = fs::read_to_string(&located.path).unwrap();
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
    assert_eq!(file, "{\"accuracy\":0.5,\"loss\":1.0}");
}

#[test]
fn metrics_that_came_in_may_be_extended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("metrics.json");
    fs::write(&path, "{\"accuracy\": 1}").unwrap();
    let mut metrics = given::<Metrics>(&path);
    assert_eq!(returned(&metrics).path, path);
    metrics.log("loss", 0.5);
    let located = returned(&metrics);
    assert_eq!(
        fs::read_to_string(&located.path).unwrap(),
        "{\"accuracy\":1.0,\"loss\":0.5}"
    );
    assert_eq!(located.uri, None);
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "{\"accuracy\": 1}");
}

#[test]
fn metrics_are_finite() {
    let mut metrics = Metrics::new();
    metrics.log("accuracy", 0.5).log("loss", f64::NAN);
    let error = passed::<_, Metrics>(&metrics).unwrap_err();
    assert!(
        error.ends_with(
            "cannot be written: its `loss` is not a finite number, and JSON holds no others"
        ),
        "{error}"
    );
    metrics.log("loss", 0.5);
    let next = passed::<_, Metrics>(&metrics).unwrap();
    assert_eq!(next.get("loss"), Some(0.5));
    let located = returned(&metrics);
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
    let mut curve = ClassificationMetrics::new();
    curve.log_roc_point(0.0, 0.0, f64::INFINITY);
    let error = passed::<_, ClassificationMetrics>(&curve).unwrap_err();
    assert!(
        error.contains("its `confidenceMetrics[0].confidenceThreshold` is not a finite number"),
        "{error}"
    );
}

#[test]
fn wrong_metrics_are_refused_when_they_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("metrics.json");
    let come_in = |text: &str| {
        fs::write(&path, text).unwrap();
        let value = json!({ "path": path });
        serde_json::from_value::<ClassificationMetrics>(value)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    assert_eq!(come_in("{}"), Ok(()));
    let specs = r#""annotationSpecs":[{"displayName":"a"},{"displayName":"b"}]"#;
    let error = come_in(&format!(
        "{{\"confusionMatrix\":{{{specs},\"rows\":[{{\"row\":[1]}}]}}}}"
    ))
    .unwrap_err();
    assert!(
        error.ends_with("expected a row for each of 2 categories, found 1"),
        "{error}"
    );
    let error = come_in("[]").unwrap_err();
    assert!(error.contains("metrics.json"), "{error}");
}

#[test]
fn classification_metrics_have_the_form_of_kfp() {
    let mut metrics = ClassificationMetrics::new();
    metrics
        .log_roc_curve(&[0.0, 1.0], &[0.5, 1.0], &[0.9, 0.1])
        .unwrap();
    metrics
        .log_confusion_matrix(["cat", "dog"], [vec![3, 1], vec![0, 4]])
        .unwrap();
    metrics.log_confusion("fox", "dog");
    let (file, next) = sent(metrics);
    let expected = json!({
        "confidenceMetrics": [
            { "confidenceThreshold": 0.9, "recall": 0.5, "falsePositiveRate": 0.0 },
            { "confidenceThreshold": 0.1, "recall": 1.0, "falsePositiveRate": 1.0 },
        ],
        "confusionMatrix": {
            "annotationSpecs": [{ "displayName": "cat" }, { "displayName": "dog" }, { "displayName": "fox" }],
            "rows": [{ "row": [3, 1, 0] }, { "row": [0, 4, 0] }, { "row": [0, 1, 0] }],
        },
    });
    assert_eq!(file, expected);
    assert_eq!(next.categories(), ["cat", "dog", "fox"]);
    assert_eq!(next.confusion_matrix()[2], [0, 1, 0]);
    assert_eq!(next.roc_curve()[0].false_positive_rate, 0.0);
    let (file, _) = sent(ClassificationMetrics::new());
    assert_eq!(file, json!({}));
}

/// The file of what a task returns, and the artifact that the next one gets.
fn sent(artifact: ClassificationMetrics) -> (Value, ClassificationMetrics) {
    let located: Located = returned(&artifact);
    let next = serde_json::to_value(&located).and_then(serde_json::from_value);
    let file = fs::read_to_string(&located.path).unwrap();
    fs::remove_dir_all(located.path.parent().unwrap()).unwrap();
    (serde_json::from_str(&file).unwrap(), next.unwrap())
}

#[test]
fn lengths_are_checked() {
    let mut metrics = ClassificationMetrics::new();
    assert_eq!(
        reason(metrics.log_roc_curve(&[0.0], &[0.0, 1.0], &[])),
        "a ROC curve has as many rates as thresholds: found 1 false positive rates, 2 true positive rates, 0 thresholds"
    );
    assert_eq!(
        reason(metrics.log_confusion_matrix(["a", "b"], [vec![1]])),
        "expected a row for each of 2 categories, found 1"
    );
    assert_eq!(
        reason(metrics.log_confusion_matrix(["a", "b"], [vec![1], vec![1, 2, 3]])),
        "expected a number for each of 2 categories, found 1 in the row of `a`, 3 in the row of `b`"
    );
    assert_eq!(
        reason(metrics.set_categories(["a", "b", "a"])),
        "the category `a` occurs twice"
    );
    assert!(metrics.categories().is_empty() && metrics.roc_curve().is_empty());
}

#[test]
fn reports_have_files_of_their_kind() {
    let html = Html::from_text("<p>").unwrap();
    let markdown = Markdown::from_text("# a").unwrap();
    let extension =
        |path: &std::path::Path| path.extension().map(|it| it.to_string_lossy().into_owned());
    assert_eq!(extension(html.path()).as_deref(), Some("html"));
    assert_eq!(extension(markdown.path()).as_deref(), Some("md"));
    let title = |ty: Type| match ty {
        Type::Artifact(ty) => format!("{} {}", ty.schema.title, ty.content.name),
        ty => ty.to_string(),
    };
    assert_eq!(title(Type::of::<Html>()), "system.HTML html");
    assert_eq!(title(Type::of::<Markdown>()), "system.Markdown markdown");
    assert_eq!(title(Type::of::<Metrics>()), "system.Metrics json");
    assert_eq!(
        title(Type::of::<ClassificationMetrics>()),
        "system.ClassificationMetrics json"
    );
    assert_eq!(title(Type::of::<Dataset>()), "system.Dataset file");
}

#[test]
fn metadata_travels() {
    let mut model = Model::<Text>::from_text("a").unwrap();
    model
        .set("framework", "linfa")
        .set("epochs", 3)
        .set("rate", f64::NAN);
    assert!(
        reason(model.get::<f64>("rate")).starts_with("metadata: `rate`: it is not a finite number")
    );
    let error = serde_json::to_string(&model).unwrap_err().to_string();
    assert!(
        error.ends_with("metadata: `rate`: it is not a finite number, and JSON holds no others"),
        "{error}"
    );
    model.set("rate", 0.5);
    let next: Model<Text> = passed(&model).unwrap();
    assert_eq!(
        next.get::<String>("framework").unwrap().as_deref(),
        Some("linfa")
    );
    assert_eq!(next.get::<f64>("rate").unwrap(), Some(0.5));
    assert_eq!(next.get::<f64>("none").unwrap(), None);
    assert!(
        reason(next.get::<u8>("framework"))
            .starts_with("metadata: `framework` is `\"linfa\"`: invalid type")
    );
    assert_eq!(next.metadata().iter().count(), 3);
    fs::remove_dir_all(next.path().parent().unwrap()).unwrap();
}
