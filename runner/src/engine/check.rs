//! Checks before anything runs.

use super::error::{ArgumentError, ContainerTask, Error};
use pipewright_compiler::plan::{Plan, Run, Task};
use pipewright_ir::graph::Body;
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
    let mut problems = vec![];
    let mut values = HashMap::new();
    for parameter in &plan.parameters {
        let given = arguments.get(&parameter.name);
        match given.or(parameter.default.as_ref()) {
            Some(value) => {
                values.insert(parameter.name.clone(), value.clone());
            }
            None => problems.push(ArgumentError::Missing {
                parameter: parameter.name.clone(),
                ty: parameter.ty.clone(),
            }),
        }
    }
    let is_known = |name: &str| plan.parameters.iter().any(|known| known.name == name);
    let unknown = arguments.keys().filter(|name| !is_known(name));
    problems.extend(unknown.map(|name| ArgumentError::Unknown {
        pipeline: plan.name.clone(),
        parameter: name.clone(),
    }));
    if problems.is_empty() {
        Ok(values)
    } else {
        Err(Error::Arguments(problems))
    }
}
