//! Which tasks of a DAG start after which, beside those whose values they use.

use super::Lowering;
use crate::plan::Dag;
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{self, StepId};
use pipewright_ir::types::Type;

impl Lowering<'_> {
    /// The tasks of the DAG that is being made that give a task nothing but their end.
    pub(super) fn orders(&mut self, arguments: &[graph::Argument]) -> Vec<usize> {
        let graph = self.graph;
        let mut orders = vec![];
        for argument in arguments {
            let value = graph.value(argument.value);
            let Some(step) = value.expression.step() else {
                continue;
            };
            if value.ty == Type::Null {
                orders.extend(self.resolve_after(step));
            }
        }
        orders
    }

    /// The tasks of the DAG that is being made behind which a step stands by `.after`.
    pub(super) fn after(&mut self, id: StepId) -> Vec<usize> {
        let others = &self.graph.step(id).after;
        others
            .iter()
            .flat_map(|other| self.resolve_after(*other))
            .collect()
    }

    /// The tasks in the DAG that is being made that end a step; those of an outer DAG are left to the task that runs this one.
    pub(super) fn resolve_after(&mut self, other: StepId) -> Vec<usize> {
        let ending = self.ending(other).into_iter();
        ending.filter_map(|step| self.task_of(step)).collect()
    }

    pub(super) fn task_of(&mut self, other: StepId) -> Option<usize> {
        let here = self.open.len().checked_sub(1)?;
        let depth = (0..=here)
            .rev()
            .find(|depth| self.open[*depth].tasks.contains_key(&other))?;
        if depth < here {
            self.open[here].after.push(other);
            return None;
        }
        self.open[here].tasks.get(&other).copied()
    }

    /// Reports tasks of the DAG that is being made that wait for each other.
    pub(super) fn order_tasks(&mut self) {
        let dag = self.dag();
        let mut waits: Vec<usize> = dag.tasks.iter().map(|task| task.after.len()).collect();
        let mut followers = vec![vec![]; dag.tasks.len()];
        for (index, task) in dag.tasks.iter().enumerate() {
            for before in &task.after {
                followers[*before].push(index);
            }
        }
        let mut ready: Vec<usize> = (0..waits.len())
            .filter(|index| waits[*index] == 0)
            .collect();
        while let Some(done) = ready.pop() {
            for follower in &followers[done] {
                waits[*follower] -= 1;
                if waits[*follower] == 0 {
                    ready.push(*follower);
                }
            }
        }
        let stuck: Vec<usize> = (0..waits.len()).filter(|index| waits[*index] > 0).collect();
        let Some(cycle) = cycle(dag, &stuck) else {
            return;
        };
        let names: Vec<_> = cycle
            .iter()
            .map(|index| format!("`{}`", dag.tasks[*index].name))
            .collect();
        let at = dag.tasks[cycle[0]].at.clone();
        let message = format!("these tasks wait for each other: {}", names.join(" after "));
        let help = "remove one of the `.after(..)`, or the use of an output";
        self.diagnostics
            .push(Diagnostic::error(&at, message).help(help));
    }
}

/// A cycle among tasks that all wait for one of them, closed by its first task.
fn cycle(dag: &Dag, stuck: &[usize]) -> Option<Vec<usize>> {
    let mut path = vec![*stuck.first()?];
    loop {
        let last = *path.last()?;
        let next = dag.tasks[last]
            .after
            .iter()
            .copied()
            .find(|before| stuck.contains(before))?;
        if let Some(start) = path.iter().position(|known| *known == next) {
            let mut cycle = path.split_off(start);
            cycle.push(next);
            return Some(cycle);
        }
        path.push(next);
    }
}
