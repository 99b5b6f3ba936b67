use pipewright_ir::json::Json;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Inputs of a block or task by name. The items of a loop share what comes from outside of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Inputs {
    shared: Arc<HashMap<String, Json>>,
    own: Vec<(String, Json)>,
}

impl Inputs {
    pub(crate) fn new(values: HashMap<String, Json>) -> Self {
        Self {
            shared: Arc::new(values),
            own: vec![],
        }
    }

    /// These values and others, which are for one item only.
    pub(crate) fn with(&self, own: Vec<(String, Json)>) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            own,
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        let own = self.own.iter().find(|(known, _)| known == name);
        own.map(|(_, value)| value)
            .or_else(|| self.shared.get(name))
    }

    /// All values.
    pub(crate) fn values(&self) -> BTreeMap<String, Json> {
        let shared = self.shared.iter();
        let shared = shared.map(|(name, value)| (name.clone(), value.clone()));
        shared.chain(self.own.iter().cloned()).collect()
    }
}
