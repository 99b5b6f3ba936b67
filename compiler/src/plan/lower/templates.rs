use super::{Lowering, Template};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Body, Cache, Options};
use pipewright_ir::kube;
use std::collections::HashMap;

impl Lowering<'_> {
    /// Keeps the names of the components for their templates, before DAGs take any.
    pub(super) fn names_of_templates(&mut self) {
        let pipeline = self.name.clone();
        let mut names: HashMap<String, usize> = HashMap::new();
        for (index, component) in self.graph.components.iter().enumerate() {
            let name = kube::to_dns_label(&component.name);
            if !kube::is_dns_label(&name) {
                let message = format!("`{}` cannot be the name of a template", component.name);
                let help = format!(
                    "expected {}; give it one with `#[component(name = \"..\")]`",
                    kube::DNS_LABEL_EXPECTED
                );
                self.diagnostics
                    .push(Diagnostic::error(&component.at, message).help(help));
            }
            // Their names are ours, and made unique.
            if component.body == Body::Approval {
                continue;
            }
            if let Some(first) = names.insert(name.clone(), index) {
                let first = &self.graph.components[first];
                let message = format!("two components of this pipeline have the name `{name}`");
                let help = format!(
                    "the other one is at {}; give one of them another with `#[component(name = \"..\")]`",
                    first.at
                );
                self.diagnostics
                    .push(Diagnostic::error(&component.at, message).help(help));
            }
        }
        if !kube::is_dns_label(&pipeline)
            || pipeline.len() > kube::WORKFLOW_NAME_MAX - kube::GENERATED_SUFFIX
        {
            let message = format!("`{}` cannot be the name of a workflow", self.graph.name);
            let help = format!(
                "expected at most {} ASCII letters, digits and `_`",
                kube::WORKFLOW_NAME_MAX - kube::GENERATED_SUFFIX
            );
            self.diagnostics
                .push(Diagnostic::error(&self.graph.at, message).help(help));
        }
    }

    /// The template of a component with the options of a call.
    pub(super) fn template(&mut self, component: u32, options: &Options) -> usize {
        let declared = &self.graph.components[component as usize];
        let mut options = options.or(&declared.options);
        if options.cache.is_some_and(|cache| cache != Cache::Never) {
            options.retries = None;
        }
        let key = (component, options);
        if let Some(known) = self.known_templates.get(&key) {
            return *known;
        }
        let template = self.templates.len();
        self.templates.push(Template {
            name: self
                .template_names
                .unique(&kube::to_dns_label(&declared.name)),
            component: declared.clone(),
            options: key.1.clone(),
        });
        self.known_templates.insert(key, template);
        template
    }
}
