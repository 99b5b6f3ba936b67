//! Blocks that are being recorded.

use pipewright_ir::arena::Id;
use pipewright_ir::graph::{Exit, Location, StepId, StepKind};
use pipewright_ir::kube;
use std::borrow::Cow;
use std::sync::atomic::{AtomicU32, Ordering};

/// Characters in the name of a step: a number behind it leaves it a DNS label.
const STEP_NAME_MAX: usize = 48;

/// The function of a pipeline that runs.
pub(crate) struct Frame {
    /// Number of the recording: values of others are told apart by it.
    pub(super) number: u32,
    /// Open scopes, outermost first.
    pub(super) open: Vec<OpenScope>,
    pub(super) exit: Option<Exit>,
    source: Source,
}

/// A scope that is open, with its steps.
pub(crate) struct OpenScope {
    pub(super) scope: ScopeId,
    pub(super) steps: Vec<StepId>,
    pub(super) at: Location,
}

/// Source of a pipeline's function.
#[derive(Default)]
pub(super) struct Source {
    pub(super) file: Cow<'static, str>,
    /// Names of loops and branches, by line and column.
    pub(super) step_names: &'static [(u32, u32, &'static str)],
}

impl Frame {
    pub(super) fn new(source: Source) -> Self {
        static RECORDINGS: AtomicU32 = AtomicU32::new(0);
        Self {
            number: RECORDINGS.fetch_add(1, Ordering::Relaxed),
            open: vec![],
            exit: None,
            source,
        }
    }

    /// The name of a loop or branch by the author's names; `None` where there are none, or for another step.
    pub(super) fn step_name(&self, kind: &StepKind, at: &Location) -> Option<String> {
        let kinds: &[&str] = match kind {
            StepKind::Each(_) => &["each-"],
            StepKind::If(_) => &["if-", "match-"],
            StepKind::Task(_) | StepKind::Group(_) | StepKind::Call(_) => return None,
        };
        // A function that the pipeline calls may stand in another file.
        if self.source.file != at.file {
            return None;
        }
        let mut names = self.source.step_names.iter();
        let (.., name) = names.find(|(line, column, name)| {
            let is_kind = kinds.iter().any(|kind| name.starts_with(kind));
            (*line, *column) == (at.line, at.column) && is_kind
        })?;
        let label = kube::to_dns_label(name);
        let cut = label.get(..STEP_NAME_MAX).unwrap_or(&label);
        Some(cut.trim_end_matches('-').to_owned())
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
