use pipewright_dsl::registry;
use pipewright_runner::exec::{Function, Program};

/// All components of the crates that are linked into this program.
pub(crate) struct Registry;

impl Program for Registry {
    fn component(&self, key: &str) -> Option<Function<'_>> {
        let descriptor = registry::component(key)?;
        let (component, _) = descriptor.component();
        Some(Function::new(component, |inputs| {
            let outputs = descriptor.run(inputs);
            let outputs = outputs.map_err(|failure| failure.to_string())?.into_iter();
            Ok(outputs
                .map(|(name, json)| (name.to_owned(), json))
                .collect())
        }))
    }
}
