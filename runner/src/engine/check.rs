//! Checks before anything runs.

use super::error::{ArgumentError, ContainerTask, Error};
use pipewright_compiler::plan::{Plan, Run, Task};
use pipewright_ir::graph::{Body, Parameter};
use pipewright_ir::json::Json;
use std::collections::{BTreeMap, HashMap};

/// Refuses plans with tasks that are ready images.
pub(super) fn containers(plan: &Plan) -> Result<(), Error> {
    let containers = plan.tasks().filter_map(|task| container(plan, task));
    let containers: Vec<_> = containers.collect();
    if containers.is_empty() {
        Ok(())
    } else {
        Err(Error::Containers(containers))
    }
}

fn container(plan: &Plan, task: &Task) -> Option<ContainerTask> {
    let Run::Template(template) = task.run else {
        return None;
    };
    let template = &plan.templates[template];
    let Body::Container(container) = &template.component.body else {
        return None;
    };
    let image = template.options.image.as_deref();
    Some(ContainerTask {
        task: task.name.clone(),
        image: image.unwrap_or(&container.image).to_owned(),
        at: task.at.clone(),
    })
}

/// The values of all parameters.
pub(super) fn arguments(
    plan: &Plan,
    arguments: &BTreeMap<String, Json>,
) -> Result<HashMap<String, Json>, Error> {
    let problems = problems(plan, arguments);
    if !problems.is_empty() {
        return Err(Error::Arguments(problems));
    }
    let value = |parameter: &Parameter| {
        let given = arguments.get(&parameter.name);
        let value = given.or(parameter.default.as_ref())?;
        Some((parameter.name.clone(), value.clone()))
    };
    Ok(plan.parameters.iter().filter_map(value).collect())
}

/// Arguments that a plan misses, and those that it has no parameter for.
pub fn problems(plan: &Plan, arguments: &BTreeMap<String, Json>) -> Vec<ArgumentError> {
    let is_missing = |parameter: &&Parameter| {
        parameter.default.is_none() && !arguments.contains_key(&parameter.name)
    };
    let missing = plan.parameters.iter().filter(is_missing);
    let missing = missing.map(|parameter| ArgumentError::Required {
        parameter: parameter.name.clone(),
        ty: parameter.ty.clone(),
    });
    let is_known = |name: &str| plan.parameters.iter().any(|known| known.name == name);
    let unknown = arguments.keys().filter(|name| !is_known(name));
    let unknown = unknown.map(|name| ArgumentError::Unknown {
        pipeline: plan.name.clone(),
        parameter: name.clone(),
    });
    missing.chain(unknown).collect()
}
