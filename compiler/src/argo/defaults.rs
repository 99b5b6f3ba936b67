//! Parts of templates that are written once for all.
//!
//! Templates of a WorkflowTemplate may be run by workflows of others, whose defaults hold then: these are written in full.

use super::container;
use super::gathering;
use super::model::{Container, TemplateDefaults, Workflow};
use super::options::Version;
use crate::plan::Plan;
use pipewright_ir::graph::Body;

/// Moves what the containers of the program have in common into the defaults of a Workflow, where there are several.
pub(super) fn share(workflow: &mut Workflow, plan: &Plan, image: &str, version: Version) {
    let writes = !workflow.spec.volumes.is_empty();
    let default = container::default_container(&plan.program, image, writes, version);
    let is_short = |name: &str| {
        let mut templates = plan.templates.values();
        let template = templates.find(|template| template.name == name);
        template.is_some_and(|template| {
            template.component.body == Body::Program
                && !gathering::is_copy(template)
                && container::has_one_word(template, version)
        })
    };
    let templates = workflow.spec.templates.iter_mut();
    let containers = templates.filter(|template| is_short(&template.name));
    let containers = containers.filter_map(|template| template.container.as_mut());
    let mut sharing: Vec<&mut Container> = containers
        .filter(|container| container.image == default.image)
        .collect();
    if sharing.len() < 2 {
        return;
    }
    for container in &mut sharing {
        container.image = None;
        container.command.clear();
        container.volume_mounts.clear();
    }
    workflow.spec.template_defaults = Some(TemplateDefaults { container: default });
}
