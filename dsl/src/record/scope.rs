//! Blocks that are being recorded.

use pipewright_ir::arena::Id;
use pipewright_ir::graph::{Exit, StepId};
use std::sync::atomic::{AtomicU32, Ordering};

/// The function of a pipeline that runs.
pub(crate) struct Frame {
    /// Number of the recording: values of others are told apart by it.
    pub(super) number: u32,
    /// Open scopes, outermost first, with their steps.
    pub(super) open: Vec<(ScopeId, Vec<StepId>)>,
    pub(super) exit: Option<Exit>,
}

impl Frame {
    pub(super) fn new() -> Self {
        static RECORDINGS: AtomicU32 = AtomicU32::new(0);
        Self {
            number: RECORDINGS.fetch_add(1, Ordering::Relaxed),
            open: vec![],
            exit: None,
        }
    }
}

/// Id of a scope.
pub(crate) type ScopeId = Id<Scope>;

/// A block in which values are made.
#[derive(Clone, Copy)]
pub(crate) struct Scope {
    pub(super) kind: ScopeKind,
    pub(super) is_open: bool,
}

/// Kind of a block, by the construct that it belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Pipeline,
    If,
    Each,
    Group,
    Exit,
}

impl ScopeKind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Pipeline => "pipeline",
            Self::If => "`if`",
            Self::Each => "loop",
            Self::Group => "group",
            Self::Exit => "exit handler",
        }
    }

    /// Advice on a value that is used outside.
    pub(super) fn way_out(self) -> &'static str {
        match self {
            Self::Pipeline => "return it from the pipeline",
            Self::If => "make the `if` produce the value: `let x = if condition { a } else { b };`",
            Self::Each => "collect the values of all items: `let xs = list.map(|item| ..);`",
            Self::Group => "make the group produce the value: `let x = group().run(|| ..);`",
            Self::Exit => "use it in the handler: it runs when all else has ended",
        }
    }
}
