//! Orders of tasks and blocks.

use super::{Dag, DagId, Plan, Task, TaskId};
use pipewright_ir::arena::ArenaMap;
use std::collections::HashSet;

impl Dag {
    /// For each task those that start after it.
    pub fn dependents(&self) -> ArenaMap<Task, Vec<TaskId>> {
        let mut dependents = self.tasks.map(vec![]);
        for (id, task) in self.tasks.iter() {
            for before in &task.after {
                dependents[*before].push(id);
            }
        }
        dependents
    }

    /// All tasks in a topological order: each stands behind those it starts after. Tasks that wait for each other, and
    /// those behind them, are left out.
    pub fn topological_order(&self) -> Vec<TaskId> {
        let dependents = self.dependents();
        let mut waits = self.tasks.map(0);
        let mut order = vec![];
        for (id, task) in self.tasks.iter() {
            waits[id] = task.after.len();
            if task.after.is_empty() {
                order.push(id);
            }
        }
        let mut next = 0;
        while let Some(done) = order.get(next).copied() {
            next += 1;
            for dependent in &dependents[done] {
                waits[*dependent] -= 1;
                if waits[*dependent] == 0 {
                    order.push(*dependent);
                }
            }
        }
        order
    }

    /// The blocks that its tasks and their exit handlers run, in the order of the tasks.
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = DagId> {
        let mut blocks = vec![];
        for task in self.tasks.values() {
            blocks.extend(task.dag());
            blocks.extend(task.exit.as_ref().map(|exit| exit.dag));
        }
        blocks.into_iter()
    }
}

impl Plan {
    /// All blocks that run, in the order in which they are met: each stands before those in it.
    pub fn blocks(&self) -> Vec<DagId> {
        let mut blocks = vec![];
        let mut found = HashSet::new();
        let exit = self.exit.as_ref().map(|exit| exit.dag);
        let mut pending: Vec<DagId> = exit.into_iter().chain([self.root]).collect();
        while let Some(dag) = pending.pop() {
            if found.insert(dag) {
                blocks.push(dag);
                pending.extend(self.dags[dag].blocks().rev());
            }
        }
        blocks
    }

    /// The blocks that a block runs, directly or through others, and itself. Exit handlers are not among them.
    pub fn within(&self, dag: DagId) -> HashSet<DagId> {
        let mut found = HashSet::new();
        let mut pending = vec![dag];
        while let Some(dag) = pending.pop() {
            if found.insert(dag) {
                pending.extend(self.dags[dag].tasks.values().filter_map(Task::dag));
            }
        }
        found
    }
}
