//! Calls of components.

use pipewright_ir::formula::Formula;
use std::path::PathBuf;
use std::time::Duration;

/// The first word of a command line that runs one component.
pub const COMMAND: &str = "exec";

/// A call of one component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Key of the component.
    pub component: String,
    /// The signature that the caller expects.
    pub signature: Option<String>,
    /// Ways of the inputs and outputs.
    pub mode: Mode,
}

/// Ways of the inputs and outputs of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// In a container of Argo.
    Argo {
        /// Values by name: inputs, and operands of what is computed.
        values: Vec<Value>,
        /// Inputs that are computed of these values.
        computed: Vec<(String, Formula)>,
        /// Folder of the artifacts among the inputs.
        inputs: Option<PathBuf>,
        /// Folder of the files that the outputs are written to, one for each by its name.
        outputs: Option<PathBuf>,
        /// Beginning of the keys under which the artifacts among the outputs will be stored.
        keys: Option<String>,
        /// KiB of an output, if it may have fewer than Argo can keep.
        output_max: Option<usize>,
    },
    /// As a child of the local engine.
    Local {
        /// The file that holds all inputs.
        inputs: PathBuf,
        /// The file that all outputs are written to.
        outputs: PathBuf,
        /// The engine waits for the task, and holds its standard input open: what the task has started and has not ended by
        /// itself has so much time to clean up.
        grace: Option<Duration>,
        /// Folders of its artifacts, if the component has any.
        artifacts: Option<Folders>,
    },
}

/// Folders of the artifacts of a local task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Store of the run.
    pub store: PathBuf,
    /// Folder of the task alone, in the same file system.
    pub task: PathBuf,
}

/// A value with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its name: of an input, or of an operand.
    pub name: String,
    /// Its wire text.
    pub wire: String,
    /// An operand that is text. All other operands are JSON; inputs have their types.
    pub is_text: bool,
}
