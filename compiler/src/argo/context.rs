//! A plan with what its templates depend on beside themselves.

use super::{Kind, steps};
use crate::plan::{Dag, DagId, Plan, Run, TaskId};
use pipewright_ir::arena::ArenaMap;

/// A plan that is being written.
pub(super) struct Context<'p> {
    pub(super) plan: &'p Plan,
    pub(super) kind: Kind,
    /// Blocks that run once for each item of a loop.
    bodies: ArenaMap<Dag, bool>,
    /// Groups of tasks of the blocks that are written as steps.
    steps: ArenaMap<Dag, Option<Vec<Vec<TaskId>>>>,
    /// The template of tasks that never run, if there are any.
    pub(super) nothing: Option<String>,
}

impl<'p> Context<'p> {
    pub(super) fn new(plan: &'p Plan, kind: Kind) -> Self {
        let mut bodies = plan.dags.map(false);
        for task in plan.tasks() {
            if let (Run::Dag(dag), Some(_)) = (task.run, &task.each) {
                bodies[dag] = true;
            }
        }
        let mut dags = plan.dags.values();
        let nothing = dags.any(|dag| dag.tasks.is_empty());
        Self {
            plan,
            kind,
            bodies,
            steps: steps::steps(plan),
            nothing: nothing.then(|| plan.names().unique("nothing")),
        }
    }

    pub(super) fn is_root(&self, dag: DagId) -> bool {
        self.plan.root == dag
    }

    /// One run for each item of a loop: the outputs of the block are collected.
    pub(super) fn is_body(&self, dag: DagId) -> bool {
        self.bodies[dag]
    }

    /// Groups of tasks, one behind the other, if the block is written as steps.
    pub(super) fn steps(&self, dag: DagId) -> Option<&[Vec<TaskId>]> {
        self.steps[dag].as_deref()
    }
}
