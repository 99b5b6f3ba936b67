use pipewright_ir::graph::ValueId;
use pipewright_ir::options::ValueRef;

/// Identity of a value in the pipeline that is being recorded; for generated code only.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Number of the recording: a value of another pipeline is told apart by it.
    pub(crate) recording: u32,
    pub(crate) id: ValueId,
}

impl From<Reference> for ValueRef {
    fn from(reference: Reference) -> Self {
        Self {
            recording: reference.recording,
            index: reference.id.index(),
        }
    }
}

impl From<ValueRef> for Reference {
    fn from(value: ValueRef) -> Self {
        Self {
            recording: value.recording,
            id: ValueId::new(u32::try_from(value.index).expect("it was an id")),
        }
    }
}
