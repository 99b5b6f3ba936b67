use super::lowering::Lowering;
use crate::plan::{Template, TemplateId};
use pipewright_ir::arena::Id;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{Body, Component, Options};
use pipewright_ir::kube;
use std::collections::HashMap;

impl Lowering<'_> {
    /// Keeps the names of the components for their templates, before DAGs take any.
    pub(super) fn names_of_templates(&mut self) {
        let mut names: HashMap<String, Id<Component>> = HashMap::new();
        for (id, component) in self.graph.components.iter() {
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
            if let Some(first) = names.insert(name.clone(), id) {
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
    }

    /// The template of a component with the options of a call.
    pub(super) fn template(&mut self, component: Id<Component>, options: &Options) -> TemplateId {
        let declared = &self.graph.components[component];
        let key = (component, options.or(&declared.options));
        if let Some(known) = self.known_templates.get(&key) {
            return *known;
        }
        let name = kube::to_dns_label(&declared.name);
        let name = self.template_names.unique(&name);
        let template = Template::new(name, declared.clone(), key.1.clone());
        let template = self.templates.alloc(template);
        self.known_templates.insert(key, template);
        template
    }
}
