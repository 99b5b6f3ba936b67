use pipewright_ir::graph::Component;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// The program that a container or a local task runs: what it holds of components.
pub trait Program {
    /// The component of a key.
    fn component(&self, key: &str) -> Option<Function<'_>>;
}

/// A component with the function that runs it.
pub struct Function<'p> {
    component: Component,
    call: Box<Call<'p>>,
}

/// Outputs for inputs, or the message of what went wrong.
type Call<'p> =
    dyn Fn(&BTreeMap<String, Json>, Folders<'_>) -> Result<BTreeMap<String, Json>, String> + 'p;

/// Folders of the artifacts of a call.
#[derive(Debug, Clone, Copy, Default)]
pub struct Folders<'a> {
    /// Folder of those that come in.
    pub given: Option<&'a Path>,
    /// Folder in which those that go out are made.
    pub made: Option<&'a Path>,
}

impl<'p> Function<'p> {
    /// A component with its function, which returns the outputs for inputs, or why there are none. Artifacts among both have
    /// the form of `Located`.
    pub fn new(
        component: Component,
        call: impl Fn(&BTreeMap<String, Json>, Folders<'_>) -> Result<BTreeMap<String, Json>, String>
        + 'p,
    ) -> Self {
        let call = Box::new(call);
        Self { component, call }
    }

    /// The component.
    pub fn component(&self) -> &Component {
        &self.component
    }

    /// Runs the function.
    ///
    /// # Errors
    /// The message of what went wrong.
    pub(super) fn call(
        &self,
        inputs: &BTreeMap<String, Json>,
        folders: Folders<'_>,
    ) -> Result<BTreeMap<String, Json>, String> {
        (self.call)(inputs, folders)
    }
}

impl fmt::Debug for Function<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Function")
            .field("component", &self.component)
            .finish_non_exhaustive()
    }
}
