//! Runs on this machine.

use super::{Files, files, metrics, penguins, sales};
use std::path::Path;
use tempfile::TempDir;
use test_support::{command, ran, run};

/// The outputs of a run, in a folder of their own.
pub(crate) fn outputs(program: &str, words: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().expect("there is room for outputs");
    let mut command = command(program, &["run"]);
    let ran = ran(command.args(words).arg("--out").arg(folder.path()));
    assert_eq!(ran.code, 0, "{program} {words:?}\n{}", ran.stderr);
    folder
}

/// The files of a run, which are the same when it runs again.
pub(crate) fn given(program: &str, words: &[&str]) -> Files {
    let [first, second] = [(), ()].map(|()| files(outputs(program, words).path()));
    for (name, bytes) in &first {
        let same = second.get(name) == Some(bytes);
        assert!(same, "{program} {words:?} gives two things as {name}");
    }
    assert_eq!(first.len(), second.len());
    first
}

/// A parameter that is a file.
pub(crate) fn file(name: &str, path: &Path) -> String {
    format!("{name}={}", path.display())
}

#[test]
fn training_gives_the_same_twice() {
    let data = file("data", &penguins());
    let mut models = vec![];
    for (seed, method) in [("1", "Neighbors"), ("2", "Logistic")] {
        let files = given("training", &["-p", &data, "-p", &format!("seed={seed}")]);
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        let expected = [
            "classification.json",
            "metrics.json",
            "model.json",
            "report.html",
        ];
        assert_eq!(names, expected);
        let metrics = metrics(&files);
        let in_range = |value: &f64| (0.8..1.0).contains(value);
        assert!(metrics.values().all(in_range), "{metrics:?}");
        assert_eq!(
            metrics.keys().collect::<Vec<_>>(),
            ["accuracy", "auc", "recall"]
        );
        let model: serde_json::Value =
            serde_json::from_slice(&files["model.json"]).expect("the model is JSON");
        assert!(model["method"][method].is_object(), "{}", model["method"]);
        models.push(files["model.json"].clone());
    }
    assert_ne!(models[0], models[1]);
}

#[test]
fn ratings_give_the_same_twice() {
    let files = given("ratings", &[]);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["metrics.json", "model", "recommendations.csv"]);
    let metrics = metrics(&files);
    // One star by chance, and a third of one by rounding.
    assert!((0.4..0.7).contains(&metrics["rmse"]), "{metrics:?}");
    // A mean, and two numbers for each of 60 users and 40 films.
    assert_eq!(files["model"].len(), 8 * (1 + 100 * 2));
    let text = String::from_utf8_lossy(&files["recommendations.csv"]);
    // Three films for each user.
    assert_eq!(text.lines().count(), 1 + 60 * 3);
    assert_ne!(given("ratings", &["-p", "seed=2"])["model"], files["model"]);
}

#[test]
fn ratings_are_read_where_they_are_given() {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let path = folder.path().join("mine.jsonl");
    let rating = |number: u32| {
        let (user, film, stars) = (number % 4, number % 7, 1 + number % 5);
        format!("{{\"user\":{user},\"film\":{film},\"stars\":{stars}}}\n")
    };
    std::fs::write(&path, (0..20).map(rating).collect::<String>()).expect("it is written");
    let files = given("ratings", &["-p", &file("ratings", &path)]);
    let text = String::from_utf8_lossy(&files["recommendations.csv"]);
    let users = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next());
    assert!(
        users
            .clone()
            .all(|user| user.parse::<u32>().is_ok_and(|user| user < 4)),
        "{text}"
    );
}

#[test]
fn downloaded_sales_are_added_up() {
    let files = given("download", &["summary", "-p", &file("data", &sales())]);
    let text = String::from_utf8_lossy(&files["revenues.csv"]);
    let regions = text
        .lines()
        .map(|line| line.split(',').next().unwrap_or_default());
    assert_eq!(
        regions.collect::<Vec<_>>(),
        ["region", "east", "north", "south", "west"]
    );
}

#[test]
fn buckets_are_for_clusters() {
    let ran = run("download", &["run"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    let expected =
        "cannot import `s3://example-shop/sales/2026-10.csv`: `s3://` is read on a cluster only";
    assert!(ran.stderr.contains(expected), "{}", ran.stderr);
}

#[test]
fn what_is_no_penguin_is_told_by_its_place() {
    let ran = run("training", &["run", "-p", &file("data", &sales())]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("`species`"), "{}", ran.stderr);
}
