//! DAGs of one task, which change how it ends.

use super::{Leaf, Lowering};
use crate::plan::{Expression, Output, Source, Task};
use pipewright_ir::graph::{self, Cache, StepId, StepKind};

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
        let at = &self.graph.step(id).at;
        let block = self.next_block(kind);
        let name = self.task_names.unique(&block);
        let dag = self.open(&format!("{}-{name}", self.name), at);
        self.dags[dag].retries = retries;
        let task = match may_fail {
            true => self.plain(id),
            false => self.once(id),
        };
        self.dag().tasks.push(Task { may_fail, ..task });
        if let Some(open) = self.open.last_mut() {
            open.tasks.insert(id, 0);
        }
        self.pass_on(id);
        let closed = self.close();
        let task = self.run_dag(id, name, dag, closed);
        Task {
            display_name: None,
            ..task
        }
    }

    /// The task of a step that is tried once.
    fn once(&mut self, id: StepId) -> Task {
        match &self.graph.step(id).kind {
            StepKind::Call(_) => self.bare_call(id),
            StepKind::Task(task) => self.task(id, task),
            _ => self.plain(id),
        }
    }

    /// How often a task is tried again whose outputs are cached. It is tried as a block: Argo never ends a task that has
    /// both tries and cached outputs.
    pub(super) fn retries_of_cached(&self, task: &graph::Task) -> Option<u32> {
        let component = &self.graph.components[task.component as usize];
        let options = task.options.or(&component.options);
        let is_cached = options.cache.is_some_and(|cache| cache != Cache::Never);
        options.retries.filter(|retries| is_cached && *retries > 0)
    }

    /// Gives the DAG that is being made what its only task gives.
    pub(super) fn pass_on(&mut self, id: StepId) {
        let may_fail = self.dag().tasks.first().is_some_and(|task| task.may_fail);
        let outputs = self.needed.outputs.get(&id).cloned().unwrap_or_default();
        let outputs = outputs.into_iter().map(|output| Leaf::Output(id, output));
        let results = self.needed.results.get(&id).cloned().unwrap_or_default();
        let results = results.into_iter().map(|index| Leaf::Result(id, index));
        for leaf in outputs.chain(results) {
            let (name, ty) = (self.output_name(&leaf), self.inner_type(&leaf));
            let value = Expression::Output {
                task: 0,
                output: name.clone(),
                ty: ty.clone(),
            };
            let (ty, value) = if may_fail {
                (ty.into_optional(), Source::Attempt { task: 0, value })
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
