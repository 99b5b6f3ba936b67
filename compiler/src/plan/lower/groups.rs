//! Groups, and what runs at their ends.

use super::{Leaf, Lowering};
use crate::plan::{Argument, Exit, Task};
use pipewright_dsl::graph::{self, ExitValue, Group, StepId};

impl<'g> Lowering<'g> {
    /// The task that runs a group.
    pub(super) fn group(&mut self, id: StepId, group: &'g Group) -> Task {
        let at = &self.graph.step(id).at;
        let block = self.next_block("group");
        let name = self.name_step(id, &block);
        let dag = self.open(&format!("{}-{name}", self.name), at);
        self.dags[dag].retries = group.retries.unwrap_or(0);
        self.block(&group.body);
        self.block_outputs(id, &group.values);
        let closed = self.close();
        let exit = group.exit.as_ref();
        let exit = exit.map(|exit| self.exit(exit, &format!("{name}-exit")));
        let task = self.run_dag(id, name, dag, closed);
        self.finish_task(Task { exit, ..task })
    }

    /// The DAG of an exit handler, which belongs to the DAG that is being made or to a task of it.
    pub(super) fn exit(&mut self, exit: &'g graph::Exit, name: &str) -> Exit {
        let at = exit.body.first().map(|step| &self.graph.step(*step).at);
        let dag = self.open(
            &format!("{}-{name}", self.name),
            at.unwrap_or(&self.graph.at),
        );
        self.block(&exit.body);
        let closed = self.close();
        let told = |value| closed.threaded.get(&Leaf::Exit(value)).cloned();
        let (status, failures) = (told(ExitValue::Status), told(ExitValue::Failures));
        let depth = self.depth();
        let given = closed.order.iter();
        let given = given.filter(|leaf| !matches!(leaf, Leaf::Exit(_)));
        let arguments = given.map(|leaf| Argument {
            input: closed.threaded[leaf].clone(),
            value: self.leaf_at(leaf, depth),
        });
        Exit {
            dag,
            arguments: arguments.collect(),
            status,
            failures,
        }
    }
}
