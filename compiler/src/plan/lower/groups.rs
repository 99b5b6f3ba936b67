//! Groups, and what runs at their ends.

use super::{Leaf, Lowering};
use crate::plan::{Argument, Exit, Task};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{self, ExitValue, Group, StepId};

impl<'g> Lowering<'g> {
    /// The task that runs a group.
    pub(super) fn group(&mut self, id: StepId, group: &'g Group) -> Task {
        let block = self.next_block("group");
        let name = self.name_step(id, &block);
        match (&group.exit, group.retries) {
            // The end of a handler hides that the last of several tries has failed.
            (Some(exit), Some(retries)) if retries > 0 => {
                let at = &self.graph.step(id).at;
                let dag = self.open(&format!("{}-{name}", self.name), at);
                let tried = self.task_names.unique(&format!("{name}-retry"));
                let task = self.block_of_group(id, group, tried, retries);
                self.dag().tasks.push(Task {
                    display_name: None,
                    ..task
                });
                if let Some(open) = self.open.last_mut() {
                    open.tasks.insert(id, 0);
                }
                self.pass_on(id);
                let closed = self.close();
                let exit = self.part_exit(exit, &name);
                let task = self.run_dag(id, name, dag, closed);
                self.with_hook(task, Some(exit))
            }
            (exit, retries) => {
                let exit = exit.as_ref().map(|exit| self.part_exit(exit, &name));
                let task = self.block_of_group(id, group, name, retries.unwrap_or(0));
                self.with_hook(task, exit)
            }
        }
    }

    fn block_of_group(&mut self, id: StepId, group: &'g Group, name: String, retries: u32) -> Task {
        let at = &self.graph.step(id).at;
        let dag = self.open(&format!("{}-{name}", self.name), at);
        self.dags[dag].retries = retries;
        self.block(&group.body);
        self.block_outputs(id, &group.values);
        let closed = self.close();
        self.run_dag(id, name, dag, closed)
    }

    fn with_hook(&mut self, task: Task, exit: Option<Exit>) -> Task {
        self.finish_task(Task { exit, ..task })
    }

    /// The exit handler of a part of the pipeline.
    pub(super) fn part_exit(&mut self, exit: &'g graph::Exit, name: &str) -> Exit {
        let handler = self.exit(exit, &format!("{name}-exit"));
        if handler.failures.is_some() {
            let at = exit.body.first().map(|step| &self.graph.step(*step).at);
            let message = "the failed tasks of a part of a pipeline are not known";
            let help = "use the status here, and the failures in the handler of the whole pipeline";
            self.diagnostics
                .push(Diagnostic::error(at.unwrap_or(&self.graph.at), message).help(help));
        }
        handler
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
