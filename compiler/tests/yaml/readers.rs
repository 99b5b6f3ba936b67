//! Other readers of YAML read what is printed: PyYAML (YAML 1.1) and kubectl (the reader of Kubernetes and Argo).

use std::io::Write as _;
use std::process::{Command, Stdio};

use pipewright_compiler::yaml;
use serde_yaml::{Mapping, Value};

use super::texts::{awkward_texts, everywhere, some_texts};

fn output_of(command: &mut Command, input: &str) -> String {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let mut stdin = child.stdin.take().expect("the input is piped");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child
        .wait_with_output()
        .expect("the program can be waited for");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    writer
        .join()
        .expect("the writer does not panic")
        .expect("the program reads its input");
    String::from_utf8(output.stdout).expect("JSON is UTF-8")
}

fn numbers() -> Value {
    let numbers: Vec<Value> = vec![
        0.into(),
        (-1).into(),
        i64::MAX.into(),
        i64::MIN.into(),
        0.5.into(),
        1e21.into(),
        1e-7.into(),
        f64::MAX.into(),
        5e-324.into(),
        (-1.5e-300).into(),
        true.into(),
        Value::Null,
    ];
    Value::from(numbers)
}

/// An object that Kubernetes takes for one of its own, with all texts in all places.
fn object(texts: &[String], last: &str) -> Value {
    let mut data = everywhere(texts);
    data.insert("numbers".into(), numbers());
    let metadata: Mapping = [("name".into(), "awkward".into())].into_iter().collect();
    let entries: [(Value, Value); 5] = [
        ("apiVersion".into(), "v1".into()),
        ("kind".into(), "ConfigMap".into()),
        ("metadata".into(), metadata.into()),
        ("data".into(), data.into()),
        ("last".into(), last.into()),
    ];
    Value::Mapping(entries.into_iter().collect())
}

fn objects(texts: usize) -> Vec<Value> {
    let texts: Vec<String> = awkward_texts()
        .into_iter()
        .chain(some_texts(texts))
        .collect();
    ["a\nb\n", "a\nb\n\n", "a\nb", "", " "]
        .into_iter()
        .zip(0..)
        .map(|(last, index)| object(if index == 0 { &texts } else { &texts[..20] }, last))
        .collect()
}

/// Compares value by value, so that a failure names the place and not a megabyte of text.
fn assert_same(read: &serde_json::Value, expected: &Value, place: &str) {
    match expected {
        Value::Mapping(entries) => {
            let read = read
                .as_object()
                .unwrap_or_else(|| panic!("{place} is no map: {read}"));
            assert_eq!(read.len(), entries.len(), "the number of keys of {place}");
            for (key, value) in entries {
                let key = key.as_str().expect("the keys are texts");
                let read = read
                    .get(key)
                    .unwrap_or_else(|| panic!("{place} has no key {key:?}"));
                assert_same(read, value, &format!("{place}.{key:.40?}"));
            }
        }
        Value::Sequence(items) => {
            let read = read
                .as_array()
                .unwrap_or_else(|| panic!("{place} is no list: {read}"));
            assert_eq!(read.len(), items.len(), "the length of {place}");
            for (index, (read, item)) in read.iter().zip(items).enumerate() {
                assert_same(read, item, &format!("{place}[{index}]"));
            }
        }
        Value::Number(number) if number.is_f64() => {
            assert_eq!(read.as_f64(), number.as_f64(), "{place}")
        }
        _ => assert_eq!(
            read,
            &serde_json::to_value(expected).expect("a scalar has a form in JSON"),
            "{place}"
        ),
    }
}

#[test]
#[ignore = "needs PyYAML"]
fn pyyaml_reads_it_back() {
    const READ: &str =
        "import json, sys, yaml; json.dump(list(yaml.safe_load_all(sys.stdin.buffer)), sys.stdout)";
    let objects = objects(400);
    let text = yaml::documents(&objects).expect("the objects can be printed");
    for text in [&*text, text.trim_end_matches('\n')] {
        let json = output_of(Command::new("python3").args(["-c", READ]), text);
        assert_same(
            &serde_json::from_str(&json).expect("Python prints JSON"),
            &Value::from(objects.clone()),
            "all",
        );
    }
}

#[test]
#[ignore = "needs kubectl"]
fn kubectl_reads_it_back() {
    let objects = objects(3000);
    let text = yaml::documents(&objects).expect("the objects can be printed");
    for text in [&*text, text.trim_end_matches('\n')] {
        let arguments = [
            "label",
            "--local",
            "--filename=-",
            "--output=json",
            "read=back",
        ];
        let json = output_of(Command::new("kubectl").args(arguments), text);
        let read: Result<Vec<serde_json::Value>, _> = serde_json::Deserializer::from_str(&json)
            .into_iter()
            .collect();
        let mut read = read.expect("kubectl prints JSON");
        assert_eq!(read.len(), objects.len());
        for (index, (read, object)) in read.iter_mut().zip(&objects).enumerate() {
            let metadata = read["metadata"]
                .as_object_mut()
                .expect("an object has metadata");
            assert!(metadata.remove("labels").is_some());
            assert_same(read, object, &format!("[{index}]"));
        }
    }
}
