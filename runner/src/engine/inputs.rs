//! What a block or task is given.

use pipewright_ir::json::Json;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Values by name. The items of a loop share what comes from outside of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Inputs {
    shared: Rc<HashMap<String, Json>>,
    own: Vec<(String, Json)>,
}

impl Inputs {
    pub(super) fn new(values: HashMap<String, Json>) -> Self {
        Self {
            shared: Rc::new(values),
            own: vec![],
        }
    }

    /// The same with values of its own.
    pub(super) fn with(&self, own: Vec<(String, Json)>) -> Self {
        Self {
            shared: Rc::clone(&self.shared),
            own,
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        let own = self.own.iter().find(|(known, _)| known == name);
        own.map(|(_, value)| value)
            .or_else(|| self.shared.get(name))
    }

    /// All values.
    pub(super) fn values(&self) -> BTreeMap<String, Json> {
        let shared = self.shared.iter();
        let shared = shared.map(|(name, value)| (name.clone(), value.clone()));
        shared.chain(self.own.iter().cloned()).collect()
    }
}
