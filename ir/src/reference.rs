//! Identity of values while a pipeline is recorded.

use crate::graph::ValueId;

/// Identity of a value in the pipeline that is being recorded; for generated code only.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Number of the recording: a value of another pipeline is told apart by it.
    pub recording: u32,
    /// Its id in the graph.
    pub id: ValueId,
}
