//! What came out of a run.

use super::schedule::{End, Schedule};
use super::{Kind, Report, TaskReport, Value};
use pipewright_compiler::plan::{Dag, Run};
use pipewright_dsl::json::Json;
use pipewright_dsl::types::Type;
use std::collections::BTreeMap;
use std::time::Duration;

impl Schedule<'_> {
    /// What came out of a run that is over.
    pub(super) fn report(mut self, duration: Duration) -> Report {
        let end = self
            .result
            .take()
            .unwrap_or_else(|| End::failed("tasks wait for each other".into()));
        let mut tasks = vec![];
        let mut open = vec![(0, 0)];
        while let Some((index, task)) = open.pop() {
            let frame = &mut self.frames[index];
            let (dag, path) = (frame.dag, &frame.prefix);
            let (Some(node), Some(planned)) = (frame.nodes.get_mut(task), dag.tasks.get(task))
            else {
                continue;
            };
            open.push((index, task + 1));
            open.extend(node.frame.map(|frame| (frame, 0)));
            let types = match planned.run {
                Run::Template(template) => self.plan.templates[template]
                    .component
                    .outputs
                    .iter()
                    .map(|o| (&o.name, &o.ty))
                    .collect(),
                Run::Dag(dag) => types(&self.plan.dags[dag]),
            };
            tasks.push(TaskReport {
                path: format!("{path}{}", planned.name),
                kind: kind(planned.run),
                phase: node.phase,
                tries: node.tries,
                message: node.message.take(),
                duration: node.duration,
                outputs: values(types, std::mem::take(&mut node.outputs)),
            });
        }
        Report {
            pipeline: self.plan.name.clone(),
            phase: end.phase,
            message: end.message,
            duration,
            outputs: values(types(self.plan.root()), end.outputs),
            tasks,
        }
    }
}

/// What a task is.
pub(super) fn kind(run: Run) -> Kind {
    match run {
        Run::Template(_) => Kind::Task,
        Run::Dag(_) => Kind::Block,
    }
}

fn types(dag: &Dag) -> Vec<(&String, &Type)> {
    dag.outputs
        .iter()
        .map(|output| (&output.name, &output.ty))
        .collect()
}

fn values(types: Vec<(&String, &Type)>, mut outputs: BTreeMap<String, Json>) -> Vec<Value> {
    let value = |(name, ty): (&String, &Type)| {
        Some(Value {
            name: name.clone(),
            ty: ty.clone(),
            value: outputs.remove(name)?,
        })
    };
    types.into_iter().filter_map(value).collect()
}
