//! `exec`: what a container calls.

use serde_yaml::Value;
use std::collections::BTreeMap;
use std::fs;
use test_support::{Ran, command, ran, run, stdout};

/// The words that the YAML calls a component with, inputs and outputs put in place.
fn words(program: &str, component: &str, inputs: &[(&str, &str)], folder: &str) -> Vec<String> {
    let yaml = stdout(program, &["compile", "--image", "example.com/any:1"]);
    let inputs: BTreeMap<_, _> = inputs.iter().copied().collect();
    let values = serde_json::to_string(&inputs).expect("texts are written");
    let workflow: Value = serde_yaml::from_str(&yaml).expect("it is YAML");
    let spec = &workflow["spec"];
    let templates = spec["templates"]
        .as_sequence()
        .expect("there are templates");
    let args = templates
        .iter()
        .map(|template| &template["container"]["args"]);
    let key = format!("{component}@");
    let args = args
        .filter_map(Value::as_sequence)
        .find(|args| args[0].as_str().is_some_and(|word| word.starts_with(&key)))
        .expect("the YAML calls the component");
    let command = &spec["templateDefaults"]["container"]["command"];
    let command = command
        .as_sequence()
        .expect("the components have a command");
    let words = command.iter().skip(1).chain(args);
    words
        .map(|word| match word.as_str().expect("words are texts") {
            "{{=toJson(inputs.parameters)}}" => values.clone(),
            word => word.replace("/pipewright", folder),
        })
        .collect()
}

fn exec(words: &[String]) -> Ran {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    run("calculation", &words)
}

#[test]
fn a_component_runs_as_the_yaml_says() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().to_str().expect("the path is UTF-8");
    let divide = words(
        "calculation",
        "calculation::divide",
        &[("dividend", "11"), ("divisor", "4.5")],
        path,
    );
    assert_eq!(divide.len(), 4, "{divide:?}");
    let Ran {
        code,
        stdout,
        stderr,
    } = exec(&divide);
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, "", ""));
    let output =
        |name| fs::read_to_string(folder.path().join(name)).expect("the output is written");
    assert_eq!(
        (output("quotient"), output("remainder")),
        ("2\n".into(), "2\n".into())
    );
}

#[test]
fn another_version_is_refused() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().to_str().expect("the path is UTF-8");
    let mut add = words(
        "calculation",
        "calculation::add",
        &[("a", "1"), ("b", "2")],
        path,
    );
    let mut words = add.iter_mut();
    let key = words.find(|word| word.starts_with("calculation::add@"));
    *key.expect("the YAML calls a component") = "calculation::add@01234567".into();
    let Ran { code, stderr, .. } = exec(&add);
    assert_eq!(code, 4);
    assert!(
        stderr.contains("the image holds another version of `calculation::add`"),
        "{stderr}"
    );
    assert!(stderr.contains("the pipeline expects 01234567"), "{stderr}");
    assert_eq!(
        fs::read_dir(&folder).expect("the folder is there").count(),
        0
    );

    let Ran { code, stderr, .. } = run("calculation", &["exec", "calculation::subtract"]);
    assert_eq!(code, 4);
    assert!(
        stderr.contains("the program holds no component `calculation::subtract`"),
        "{stderr}"
    );
}

#[test]
fn a_failure_is_an_exit_code() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().to_str().expect("the path is UTF-8");
    let divide = words(
        "calculation",
        "calculation::divide",
        &[("dividend", "1"), ("divisor", "0")],
        path,
    );
    let Ran { code, stderr, .. } = exec(&divide);
    assert_eq!(
        (code, stderr.as_str()),
        (1, "error: cannot divide 1 by zero\n")
    );
    let divide = words(
        "calculation",
        "calculation::divide",
        &[("dividend", "x")],
        path,
    );
    let Ran { code, stderr, .. } = exec(&divide);
    assert_eq!(code, 1);
    assert!(
        stderr.contains("input `dividend` is not of the type number"),
        "{stderr}"
    );
    for words in [&["exec"][..], &["exec", "calculation::add", "--what"]] {
        let Ran { code, stderr, .. } = run("calculation", words);
        assert_eq!((code, stderr.starts_with("error: ")), (2, true), "{stderr}");
    }
}

#[test]
fn the_environment_of_a_container_may_be_empty() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().to_str().expect("the path is UTF-8");
    let add = words(
        "calculation",
        "calculation::add",
        &[("a", "1"), ("b", "2")],
        path,
    );
    let mut command = command("calculation", &[]);
    let ran = ran(command.args(add).env_clear().current_dir("/"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}
