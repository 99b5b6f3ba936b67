//! Groups, and what runs at their ends.

use super::lowering::{Lowering, Variable, ordered};
use crate::plan::{Argument, Exit, Task};
use pipewright_ir::graph::{self, ExitValue, Group, StepId};

impl<'g> Lowering<'g> {
    /// The task that runs a group.
    pub(super) fn group(&mut self, id: StepId, group: &'g Group) -> Task {
        let name = self.name_block(id, "group");
        let exit = group.exit.as_ref();
        let exit = exit.map(|exit| self.exit(exit, &format!("{name}-exit")));
        let dag = self.open(&name, &self.graph.steps[id].at);
        self.dags[dag].retries = group.retries.unwrap_or(0);
        self.block(&group.body);
        self.block_outputs(id, &group.values);
        let closed = self.close();
        let task = self.run_dag(id, name, dag, closed);
        ordered(Task {
            exit: exit.map(Box::new),
            ..task
        })
    }

    /// The DAG of an exit handler, which belongs to the DAG that is being made or to a task of it.
    pub(super) fn exit(&mut self, exit: &'g graph::Exit, name: &str) -> Exit {
        let at = exit.body.first().map(|step| &self.graph.steps[*step].at);
        let dag = self.open(name, at.unwrap_or(&self.graph.at));
        self.block(&exit.body);
        let closed = self.close();
        let input = |value| closed.captures.get(&Variable::Exit(value)).cloned();
        let (status, failures) = (input(ExitValue::Status), input(ExitValue::Failures));
        let depth = self.depth();
        let given = closed.order.iter();
        let given = given.filter(|variable| !matches!(variable, Variable::Exit(_)));
        let arguments = given.map(|variable| Argument {
            input: closed.captures[variable].clone(),
            value: self.variable_at(variable, depth),
        });
        Exit {
            dag,
            arguments: arguments.collect(),
            status,
            failures,
        }
    }
}
