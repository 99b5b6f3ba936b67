use super::{ContainerTask, Error};
use pipewright_compiler::plan::{Plan, Run};
use pipewright_ir::graph::Body;
use pipewright_ir::json::Json;
use std::collections::{BTreeMap, HashMap};

/// Tasks that are ready images.
pub(super) fn containers(plan: &Plan) -> Result<(), Error> {
    let tasks = plan.dags.iter().flat_map(|dag| &dag.tasks);
    let containers = tasks.filter_map(|task| {
        let Run::Template(template) = task.run else {
            return None;
        };
        let template = &plan.templates[template];
        let Body::Container(container) = &template.component.body else {
            return None;
        };
        Some(ContainerTask {
            task: task.name.clone(),
            image: template
                .options
                .image
                .clone()
                .unwrap_or_else(|| container.image.clone()),
            at: task.at.clone(),
        })
    });
    let containers: Vec<_> = containers.collect();
    if containers.is_empty() {
        Ok(())
    } else {
        Err(Error::Containers(containers))
    }
}

/// The values of all parameters.
pub(super) fn arguments(
    plan: &Plan,
    arguments: &BTreeMap<String, Json>,
) -> Result<HashMap<String, Json>, Error> {
    let mut problems = vec![];
    let mut values = HashMap::new();
    for parameter in &plan.parameters {
        match arguments
            .get(&parameter.name)
            .or(parameter.default.as_ref())
        {
            Some(value) => {
                values.insert(parameter.name.clone(), value.clone());
            }
            None => problems.push(format!(
                "parameter `{}` is missing; it expects {}",
                parameter.name, parameter.ty
            )),
        }
    }
    for name in arguments.keys() {
        if !plan
            .parameters
            .iter()
            .any(|parameter| parameter.name == *name)
        {
            problems.push(format!("`{}` has no parameter `{name}`", plan.name));
        }
    }
    if problems.is_empty() {
        Ok(values)
    } else {
        Err(Error::Arguments(problems))
    }
}
