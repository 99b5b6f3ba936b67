//! Parameters of a run, checked before anything runs.

use super::arguments::Run;
use super::exit::Exit;
use super::output::{fail, note};
use super::select::suggest;
use pipewright_compiler::plan::Plan;
use pipewright_dsl::graph::Parameter;
use pipewright_dsl::json::Json;
use pipewright_dsl::pipeline::PipelineDescriptor;
use pipewright_dsl::wire;
use std::collections::BTreeMap;
use std::path::Path;

/// The parameters that a command line gives a pipeline, in the form of their types. All mistakes are reported.
pub(super) fn read(
    options: &Run,
    pipeline: &PipelineDescriptor,
    plan: &Plan,
) -> Result<BTreeMap<String, Json>, Exit> {
    let mut mistakes = vec![];
    let mut given = BTreeMap::new();
    if let Some(path) = &options.params {
        for (name, value) in file(path)? {
            take(pipeline, plan, &name, |_| value, &mut given, &mut mistakes);
        }
    }
    for word in &options.parameters {
        match word.split_once('=') {
            Some((name, text)) => {
                let read = |parameter: &Parameter| {
                    wire::decode(&parameter.ty, text).map_err(|_| text.to_owned())
                };
                take(pipeline, plan, name, read, &mut given, &mut mistakes);
            }
            None => mistakes.push(format!(
                "the parameter `{word}` has no value; write `-p {word}=VALUE`"
            )),
        }
    }
    for parameter in &plan.parameters {
        let is_named =
            |mistake: &String| mistake.starts_with(&format!("parameter `{}` ", parameter.name));
        if parameter.default.is_none()
            && !given.contains_key(&parameter.name)
            && !mistakes.iter().any(is_named)
        {
            let (name, ty) = (&parameter.name, &parameter.ty);
            mistakes.push(format!(
                "parameter `{name}` ({ty}) is missing; give it with `-p {name}=VALUE`"
            ));
        }
    }
    if mistakes.is_empty() {
        return Ok(given);
    }
    for mistake in mistakes {
        note(&format!("error: {mistake}"));
    }
    Err(Exit::Usage)
}

/// Takes one parameter; `read` gives its JSON, or the text that is none.
fn take(
    pipeline: &PipelineDescriptor,
    plan: &Plan,
    name: &str,
    read: impl FnOnce(&Parameter) -> Result<Json, String>,
    given: &mut BTreeMap<String, Json>,
    mistakes: &mut Vec<String>,
) {
    let Some(parameter) = plan
        .parameters
        .iter()
        .find(|parameter| parameter.name == name)
    else {
        let names: Vec<&str> = plan
            .parameters
            .iter()
            .map(|parameter| parameter.name.as_str())
            .collect();
        let suggestion = suggest(name, &names);
        mistakes.push(format!(
            "the pipeline `{}` has no parameter `{name}`; {suggestion}",
            pipeline.name()
        ));
        return;
    };
    let value = read(parameter);
    let shown = match &value {
        Ok(json) => json.to_string(),
        Err(text) => text.clone(),
    };
    let normal = value
        .map_err(|_| "it is not JSON".to_owned())
        .and_then(|json| pipeline.normalize(name, &json));
    match normal {
        Ok(json) => {
            given.insert(name.to_owned(), json);
        }
        Err(reason) => mistakes.push(format!(
            "parameter `{name}` is of the type {}, but is given `{shown}`: {reason}",
            parameter.ty
        )),
    }
}

/// The parameters of a YAML file.
fn file(path: &Path) -> Result<Vec<(String, Result<Json, String>)>, Exit> {
    let shown = path.display();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return fail(&format!("cannot read {shown}: {error}"), Exit::Usage),
    };
    let values: BTreeMap<String, serde_yaml::Value> = match serde_yaml::from_str(&text) {
        Ok(values) => values,
        Err(error) => {
            return fail(
                &format!("{shown} does not hold parameters as `name: value`: {error}"),
                Exit::Usage,
            );
        }
    };
    let json = |value: &serde_yaml::Value| Json::of(value).map_err(|_| format!("{value:?}"));
    Ok(values
        .iter()
        .map(|(name, value)| (name.clone(), json(value)))
        .collect())
}
