//! What holds of every workflow: it names only what there is.

use serde_yaml::Value;
use std::collections::HashMap;

/// Checks that all references of a workflow are to what it has.
pub(crate) fn check(text: &str) {
    let workflow: Value = serde_yaml::from_str(text).expect("it is YAML");
    let templates: HashMap<&str, &Value> = list(&workflow["spec"]["templates"])
        .iter()
        .map(|template| (name(template), template))
        .collect();
    let entrypoint = workflow["spec"]["entrypoint"]
        .as_str()
        .expect("there is one");
    assert!(templates.contains_key(entrypoint));
    for template in templates.values() {
        let is_empty = template["dag"]["tasks"]
            .as_sequence()
            .is_some_and(Vec::is_empty);
        assert!(
            !is_empty || name(template) == entrypoint,
            "Argo runs no empty blocks: {text}"
        );
        let tasks: HashMap<&str, &Value> = list(&template["dag"]["tasks"])
            .iter()
            .map(|task| {
                (
                    name(task),
                    templates[task["template"].as_str().expect("a task runs a template")],
                )
            })
            .collect();
        let parameters = |value: &Value, part: &str| -> Vec<String> {
            list(&value[part]["parameters"])
                .iter()
                .map(|one| name(one).to_owned())
                .collect()
        };
        references(template, &mut |task, parameter| match task {
            "inputs" => assert!(
                parameters(template, "inputs").contains(&parameter.to_owned()),
                "{parameter}: {text}"
            ),
            "workflow" => {
                assert!(
                    parameters(&workflow["spec"], "arguments").contains(&parameter.to_owned()),
                    "{parameter}: {text}"
                );
            }
            task => {
                let called = tasks
                    .get(task)
                    .unwrap_or_else(|| panic!("{task} is no task: {text}"));
                assert!(
                    parameters(called, "outputs").contains(&parameter.to_owned()),
                    "{parameter} of {task}: {text}"
                );
            }
        });
        for task in list(&template["dag"]["tasks"]) {
            let depends = task["depends"].as_str().unwrap_or_default();
            let before: Vec<&str> = depends
                .split(" && ")
                .filter(|name| !name.is_empty())
                .collect();
            assert!(
                before.iter().all(|name| tasks.contains_key(name)),
                "{depends}: {text}"
            );
            references(task, &mut |used, _| {
                assert!(
                    matches!(used, "inputs" | "workflow") || before.contains(&used),
                    "{used}: {text}"
                );
            });
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

fn name(value: &Value) -> &str {
    value["name"].as_str().expect("it has a name")
}

/// Visits all references: to whose parameter, and its name.
fn references(value: &Value, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::Sequence(items) => items.iter().for_each(|item| references(item, visit)),
        Value::Mapping(entries) => entries.values().for_each(|value| references(value, visit)),
        Value::String(text) => {
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once("parameters") {
                let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                let parameter = match after.strip_prefix("['") {
                    Some(quoted) => quoted.split('\'').next(),
                    None => after
                        .strip_prefix('.')
                        .and_then(|name| name.split(|c| !is_part(c)).next()),
                };
                let parameter = parameter.unwrap_or_default();
                rest = after;
                let Some(before) = before.strip_suffix('.') else {
                    assert!(
                        before.ends_with("--"),
                        "parameters are of something: {text}"
                    );
                    continue;
                };
                if parameter.is_empty() {
                    assert!(
                        text == "{{=toJson(inputs.parameters)}}",
                        "all of them: {text}"
                    );
                    continue;
                }
                let owner = before.strip_suffix(".outputs").unwrap_or(before);
                let owner = owner.trim_end_matches(['\'', ']']);
                let start = owner.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                visit(&owner[start.map_or(0, |start| start + 1)..], parameter);
            }
        }
        _ => {}
    }
}
