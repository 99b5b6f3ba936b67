//! DAGs of one task, which change how it ends.

use super::lowering::{Lowering, Variable};
use crate::plan::{Expression, Output, Source, Task, TaskId};
use pipewright_ir::graph::{StepId, StepKind};

impl Lowering<'_> {
    /// The task of a step that may fail: a DAG that goes on when it does, and whose outputs are nothing then.
    pub(super) fn attempt(&mut self, id: StepId) -> Task {
        self.wrapped(id, "attempt", 0, true)
    }

    /// The task that runs a step of one task in a DAG of its own.
    pub(super) fn wrapped(
        &mut self,
        id: StepId,
        kind: &'static str,
        retries: u32,
        may_fail: bool,
    ) -> Task {
        let at = &self.graph.steps[id].at;
        let block = self.next_block(kind);
        let name = self.task_names.unique(&block);
        let dag = self.open(&name, at);
        self.dags[dag].retries = retries;
        let task = match may_fail {
            true => self.plain(id),
            false => self.once(id),
        };
        let task = self.add(id, Task { may_fail, ..task });
        self.pass_on(id, task);
        let closed = self.close();
        let task = self.run_dag(id, name, dag, closed);
        Task {
            display_name: None,
            ..task
        }
    }

    /// The task of a step that is tried once.
    fn once(&mut self, id: StepId) -> Task {
        match &self.graph.steps[id].kind {
            StepKind::Call(_) => self.bare_call(id),
            _ => self.plain(id),
        }
    }

    /// Gives the DAG that is being made the outputs of its only task.
    fn pass_on(&mut self, id: StepId, task: TaskId) {
        let may_fail = self.dag().tasks[task].may_fail;
        let outputs = self.needed.outputs[id].clone();
        let outputs = outputs
            .into_iter()
            .map(|output| Variable::Output(id, output.to_owned()));
        let results = self.needed.results[id].clone();
        let results = results.into_iter().map(|index| Variable::Result(id, index));
        for variable in outputs.chain(results) {
            let (name, ty) = (self.output_name(&variable), self.inner_type(&variable));
            let value = Expression::Output {
                task,
                output: name.clone(),
                ty: ty.clone(),
            };
            let (ty, value) = if may_fail {
                (ty.into_optional(), Source::Attempt { task, value })
            } else {
                (ty, Source::Expression(value))
            };
            self.dag().outputs.push(Output {
                name,
                ty,
                description: None,
                value,
            });
        }
    }
}
