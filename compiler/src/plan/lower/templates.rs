use super::lowering::Lowering;
use crate::plan::{Template, TemplateId};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{self, RuntimeOption};
use pipewright_ir::kube;

impl Lowering<'_> {
    /// Reports the components whose names cannot be those of templates.
    pub(super) fn names_of_templates(&mut self) {
        for component in self.graph.components.values() {
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
        }
    }

    /// The template of a component with the options of a call.
    pub(super) fn template(&mut self, task: &graph::Task) -> TemplateId {
        let component = task.component;
        let declared = &self.graph.components[component];
        let mut options = task.options.or(&declared.options);
        let values = task.option_values.iter();
        let mut values: Vec<RuntimeOption> = values.map(|value| value.option).collect();
        values.sort_unstable();
        for option in &values {
            options.unset(*option);
        }
        let key = (component, options, values, task.display_value.is_some());
        if let Some(known) = self.known_templates.get(&key) {
            return *known;
        }
        let name = self.template_names.unique(&self.component_names[component]);
        let template = Template::new(name, declared.clone(), key.1.clone(), key.2.clone(), key.3);
        let template = self.templates.alloc(template);
        self.known_templates.insert(key, template);
        template
    }
}
