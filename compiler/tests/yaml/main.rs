//! The printer of YAML: its layout, and that serde_yaml reads back what it prints.

mod readers;
mod texts;

use pipewright_compiler::yaml;
use proptest::prelude::*;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::json;
use serde_yaml::{Mapping, Value};

use texts::{any_text, awkward_texts, everywhere, some_texts};

/// Prints a document that is written as JSON.
fn printed(json: &str) -> String {
    let value: Value = serde_json::from_str(json).expect("the test is written in JSON");
    yaml::to_string(&value).expect("JSON can be printed")
}

/// Checks that a document is read back as it was, in its order, with its last line end and without.
fn assert_read_back(value: &Value) {
    let text = yaml::to_string(value).expect("the document can be printed");
    for read_text in [&*text, text.trim_end_matches('\n')] {
        let read: Value =
            serde_yaml::from_str(read_text).unwrap_or_else(|error| panic!("{error}:\n{read_text}"));
        assert_eq!(&read, value, "\n{read_text}");
        let json = |value: &Value| serde_json::to_string(value).expect("the keys are texts");
        assert_eq!(json(&read), json(value), "another order\n{read_text}");
    }
    let twice = yaml::documents(&[value, value]).expect("the documents can be printed");
    assert_eq!(twice, format!("{text}---\n{text}"));
}

#[test]
fn there_are_many_awkward_texts() {
    let texts = awkward_texts();
    let distinct: std::collections::BTreeSet<_> = texts.iter().collect();
    assert_eq!(
        distinct.len(),
        texts.len(),
        "a text stands twice in the table"
    );
    assert!(texts.len() >= 100);
}

#[test]
fn each_awkward_text_is_read_back() {
    for text in awkward_texts() {
        assert_read_back(&Value::String(text.clone()));
        assert_read_back(&Value::Mapping(everywhere(&[text])));
    }
}

#[test]
fn all_texts_are_read_back_together() {
    let texts: Vec<String> = awkward_texts()
        .into_iter()
        .chain(some_texts(1000))
        .collect();
    assert_read_back(&Value::Mapping(everywhere(&texts)));
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>()
            .prop_filter("finite", |float| float.is_finite())
            .prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((any_text(), inner), 0..6).prop_map(|entries| {
                Value::Mapping(
                    entries
                        .into_iter()
                        .map(|(key, value)| (Value::from(key), value))
                        .collect::<Mapping>(),
                )
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_document_is_read_back(value in any_value()) {
        assert_read_back(&value);
    }

    #[test]
    fn any_row_of_a_long_list_is_read_back(value in any_value()) {
        let rows = vec![value; 51];
        assert_read_back(&Value::from(vec![Value::from(vec![Value::from(rows)])]));
    }

    #[test]
    fn any_text_is_read_back_everywhere(text in any_text()) {
        assert_read_back(&Value::Mapping(everywhere(&[text])));
    }
}

#[test]
fn a_workflow() {
    let json = r#"{
        "apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow", "metadata": {"generateName": "calculation-"},
        "spec": {
            "entrypoint": "calculation",
            "arguments": {"parameters": [{"name": "a"}, {"name": "b", "value": "7"}]},
            "templates": [
                {"name": "calculation", "dag": {"tasks": [
                    {"name": "add", "template": "add", "arguments": {"parameters": [
                        {"name": "a", "value": "{{inputs.parameters.a}}"}, {"name": "b", "value": "4.0"}]}},
                    {"name": "add-2", "template": "add", "depends": "add", "arguments": {"parameters": [
                        {"name": "a", "value": "{{tasks.add.outputs.parameters.output}}"}]}}
                ]}},
                {"name": "add",
                 "inputs": {"parameters": [{"name": "a"}, {"name": "n"}]},
                 "outputs": {"parameters": [{"name": "output", "valueFrom": {"path": "/tmp/outputs/output"}}]},
                 "container": {
                    "image": "python:3.13", "command": ["sh", "-c"], "args": ["set -e\necho \"$A\"\n"],
                    "env": [{"name": "A", "value": "{{inputs.parameters.a}}"}],
                    "resources": {"limits": {"cpu": "500m", "memory": "1.5Gi"}}, "volumeMounts": [], "securityContext": {}
                 }}
            ]
        }
    }"#;
    let expected = r#"apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: calculation-
spec:
  entrypoint: calculation
  arguments: {parameters: [{name: a}, {name: b, value: "7"}]}
  templates:
  - name: calculation
    dag:
      tasks:
      - name: add
        template: add
        arguments: {parameters: [{name: a, value: "{{inputs.parameters.a}}"}, {name: b, value: "4.0"}]}
      - name: add-2
        template: add
        depends: add
        arguments: {parameters: [{name: a, value: "{{tasks.add.outputs.parameters.output}}"}]}
  - name: add
    inputs: {parameters: [{name: a}, {name: "n"}]}
    outputs: {parameters: [{name: output, valueFrom: {path: /tmp/outputs/output}}]}
    container:
      image: python:3.13
      command: [sh, -c]
      args:
      - |
        set -e
        echo "$A"
      env: [{name: A, value: "{{inputs.parameters.a}}"}]
      resources: {limits: {cpu: 500m, memory: 1.5Gi}}
      volumeMounts: []
      securityContext: {}
"#;
    assert_eq!(printed(json), expected);
}

#[test]
fn the_outermost_levels_are_blocks() {
    assert_eq!(
        printed(r#"{"a": {"b": {"c": 1}}, "d": [[1]]}"#),
        "a:\n  b: {c: 1}\nd:\n- [1]\n"
    );
    assert_eq!(
        printed(r#"[[[1, 2], 3], {"a": []}]"#),
        "- - [1, 2]\n  - 3\n- a: []\n"
    );
}

#[test]
fn documents_without_members() {
    for (json, expected) in [
        ("{}", "{}\n"),
        ("[]", "[]\n"),
        ("null", "null\n"),
        (r#""a\nb""#, "\"a\\nb\"\n"),
    ] {
        assert_eq!(printed(json), expected);
    }
    assert_eq!(yaml::documents::<Value>(&[]).expect("nothing can fail"), "");
}

#[test]
fn a_line_holds_120_columns() {
    for (length, flow) in [(110, true), (111, false)] {
        for character in ["a", "é"] {
            let text = character.repeat(length);
            let printed = printed(&format!(r#"{{"a": {{"b": {{"c": "{text}"}}}}}}"#));
            let expected = if flow {
                format!("a:\n  b: {{c: {text}}}\n")
            } else {
                format!("a:\n  b:\n    c: {text}\n")
            };
            assert_eq!(printed, expected);
        }
    }
}

#[test]
fn four_levels_go_on_one_line() {
    assert_eq!(printed(r#"[[[[[[0]]]]]]"#), "- - [[[[0]]]]\n");
    assert_eq!(printed(r#"[[[[[[[0]]]]]]]"#), "- - - [[[[0]]]]\n");
}

#[test]
fn long_lists_are_tables() {
    for (count, row) in [(50, false), (51, true)] {
        let item = json!({"a": {"b": [{"c": "x".repeat(100)}]}});
        let mut items = vec![item; count];
        items.push(json!({"a": {"b": {"c": {"d": {"e": 1}}}}}));
        items.remove(1);
        let value: Value =
            serde_json::from_value(json!({"list": {"items": items}})).expect("JSON is YAML");
        assert_read_back(&value);
        let text = yaml::to_string(&value).expect("JSON can be printed");
        let long = format!("  - {{a: {{b: [{{c: {}}}]}}}}\n", "x".repeat(100));
        assert_eq!(text.contains(&long), row, "{text}");
        let deep = "  - a: {b: {c: {d: {e: 1}}}}\n";
        assert!(text.ends_with(deep), "{text}");
    }
}

#[test]
fn texts_of_several_lines_are_no_flow() {
    assert_eq!(
        printed(r#"[[{"a": "x\ny"}, {"a": "x\r\ny"}]]"#),
        "- - a: |-\n      x\n      y\n  - {a: \"x\\r\\ny\"}\n"
    );
}

#[test]
fn a_document_does_not_depend_on_its_last_line_end() {
    assert_eq!(
        printed(r#"{"a": "x\ny\n", "b": "x\ny"}"#),
        "a: |\n  x\n  y\nb: |-\n  x\n  y\n"
    );
    assert_eq!(
        printed(r#"{"b": "x\ny", "a": "x\ny\n"}"#),
        "b: |-\n  x\n  y\na: \"x\\ny\\n\"\n"
    );
    assert_eq!(
        printed(r#"[{"a": ["x\ny\n"]}]"#),
        "- a:\n  - \"x\\ny\\n\"\n"
    );
}

#[test]
fn long_keys_are_explicit() {
    let key = "k".repeat(2000);
    assert_eq!(
        printed(&format!(r#"{{"{key}": 1, "a": 2}}"#)),
        format!("? {key}\n: 1\na: 2\n")
    );
}

struct Refusing;

impl Serialize for Refusing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("refused"))
    }
}

#[test]
fn errors_name_the_place() {
    #[derive(Serialize)]
    enum Variant {
        Data(u8),
    }
    let document = |value: Value| {
        let inner: Mapping = [(
            Value::from("templates"),
            Value::from(vec![Value::Null, value]),
        )]
        .into_iter()
        .collect();
        Value::Mapping(
            [(Value::from("spec"), Value::Mapping(inner))]
                .into_iter()
                .collect(),
        )
    };
    let tagged = serde_yaml::to_value(Variant::Data(1)).expect("a variant is a value");
    let keyed = Value::Mapping([(Value::from(1), Value::Null)].into_iter().collect());
    let table = [
        (
            tagged,
            "`spec.templates[1]`: the tagged value `!Data` has no form in JSON, expected a map, a list or a scalar",
        ),
        (
            keyed,
            "`spec.templates[1]`: a key is no text, expected texts as keys, as in JSON",
        ),
        (
            f64::NAN.into(),
            "`spec.templates[1]`: the number `NaN` has no form in JSON, expected a finite one",
        ),
    ];
    for (value, message) in table {
        let error = yaml::to_string(&document(value)).expect_err("the value cannot be printed");
        assert_eq!(error.to_string(), message);
        assert_eq!(error.path(), "spec.templates[1]");
    }
    let error = yaml::to_string(&Refusing).expect_err("the value cannot be serialized");
    assert_eq!(
        (error.to_string().as_str(), error.path()),
        ("cannot be serialized: refused", "")
    );
}

#[test]
fn the_depth_is_bounded() {
    let nested = |depth| (0..depth).fold(Value::Null, |inner, _| Value::from(vec![inner]));
    assert_read_back(&nested(100));
    let error = yaml::to_string(&nested(104)).expect_err("the document is too deep");
    assert!(error.to_string().contains("nested too deeply"), "{error}");
}
