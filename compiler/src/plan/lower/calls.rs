//! Pipelines that are called: each becomes one DAG.

use super::{Leaf, Lowering, OpenDag, task_name};
use crate::plan::{Argument, Expression, Output, Run, Source, Task};
use pipewright_ir::graph::{self, Call, StepId, StepKind};
use pipewright_ir::kube;
use pipewright_ir::types::Type;

impl<'g> Lowering<'g> {
    /// The task that calls a pipeline.
    pub(super) fn call(&mut self, id: StepId, call: &'g Call) -> Task {
        match call.retries {
            Some(retries) if retries > 0 => self.wrapped(id, "retry", retries, false),
            _ => self.bare_call(id),
        }
    }

    /// The same without retries.
    pub(super) fn bare_call(&mut self, id: StepId) -> Task {
        let StepKind::Call(call) = &self.graph.step(id).kind else {
            return self.plain(id);
        };
        let pipeline = &self.graph.pipelines[call.pipeline as usize];
        let name = self.name_step(id, &task_name(&pipeline.name));
        let dag = self.called(call.pipeline, pipeline);
        let mut arguments = self.arguments(&call.arguments);
        for parameter in &pipeline.parameters {
            let is_given = arguments
                .iter()
                .any(|argument| argument.input == parameter.name);
            if let Some(default) = &parameter.default
                && !is_given
            {
                arguments.push(Argument {
                    input: parameter.name.clone(),
                    value: Expression::Literal {
                        json: default.clone(),
                        ty: parameter.ty.clone(),
                    },
                });
            }
        }
        let after = self.orders(&call.arguments);
        self.finish_task(Task {
            arguments,
            after,
            ..self.new_task(id, name, Run::Dag(dag))
        })
    }

    /// The DAG of a pipeline that is called. One that calls itself is known by then.
    fn called(&mut self, index: u32, pipeline: &'g graph::Pipeline) -> usize {
        if let Some(known) = self.called.get(&index) {
            return *known;
        }
        let outer = std::mem::take(&mut self.open);
        let parameters = self.parameters;
        let name = kube::to_dns_label(&pipeline.name);
        let dag = self.open(&name, &pipeline.at);
        self.called.insert(index, dag);
        self.parameters(&pipeline.parameters);
        match &pipeline.exit {
            None => {
                self.block(&pipeline.body);
                self.outputs(&pipeline.outputs);
            }
            Some(exit) => self.with_exit(&name, pipeline, exit),
        }
        self.close();
        self.parameters = parameters;
        self.open = outer;
        dag
    }

    /// Fills the DAG that is being made with a task that runs all of a pipeline, and its exit handler.
    fn with_exit(&mut self, name: &str, pipeline: &'g graph::Pipeline, exit: &'g graph::Exit) {
        let body = self.open(&format!("{name}-body"), &pipeline.at);
        self.block(&pipeline.body);
        self.outputs(&pipeline.outputs);
        let closed = self.close();
        let exit = self.part_exit(exit, name);
        let task = Task {
            name: self.task_names.unique(&format!("{name}-body")),
            run: Run::Dag(body),
            arguments: self.arguments_of(&closed),
            each: None,
            condition: None,
            may_fail: false,
            exit: Some(exit),
            after: vec![],
            display_name: None,
            at: pipeline.at.clone(),
        };
        self.dag().tasks.push(task);
        let outputs = self.dags[body].outputs.clone();
        for output in outputs {
            let value = Expression::Output {
                task: 0,
                output: output.name.clone(),
                ty: output.ty.clone(),
            };
            self.dag().outputs.push(Output {
                value: Source::Expression(value),
                ..output
            });
        }
    }

    /// What a closed DAG is given by the one that is being made.
    fn arguments_of(&mut self, closed: &OpenDag) -> Vec<Argument> {
        let depth = self.depth();
        let argument = |leaf: &Leaf| Argument {
            input: closed.threaded[leaf].clone(),
            value: self.leaf_at(leaf, depth),
        };
        closed.order.iter().map(argument).collect()
    }

    /// The task that runs a closed DAG in the one that is being made.
    pub(super) fn run_dag(
        &mut self,
        id: StepId,
        name: String,
        dag: usize,
        closed: OpenDag,
    ) -> Task {
        let arguments = self.arguments_of(&closed);
        let after = closed.after.iter();
        let after = after.flat_map(|other| self.resolve_after(*other)).collect();
        self.finish_task(Task {
            arguments,
            after,
            ..self.new_task(id, name, Run::Dag(dag))
        })
    }

    /// The type of an output of a pipeline.
    pub(super) fn call_output(&self, call: &Call, output: &str) -> Type {
        let pipeline = &self.graph.pipelines[call.pipeline as usize];
        let output = pipeline.outputs.iter().find(|known| known.name == output);
        output.map_or(Type::Null, |output| {
            self.graph.value(output.value).ty.clone()
        })
    }
}
