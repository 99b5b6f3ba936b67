use std::path::PathBuf;

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
        /// Names of inputs and their wire texts.
        inputs: Vec<(String, String)>,
        /// Names of outputs and the files they are written to.
        outputs: Vec<(String, PathBuf)>,
    },
    /// As a child of the local engine.
    Local {
        /// The file that holds all inputs.
        inputs: PathBuf,
        /// The file that all outputs are written to.
        outputs: PathBuf,
    },
}
