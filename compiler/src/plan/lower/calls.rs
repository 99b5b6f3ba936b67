//! Pipelines that are called: each becomes one DAG.

use super::lowering::{Lowering, OpenDag, Variable, ordered};
use crate::plan::{Argument, DagId, Expression, Output, Run, Source, Task};
use pipewright_ir::arena::Id;
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
        let StepKind::Call(call) = &self.graph.steps[id].kind else {
            return self.plain(id);
        };
        let pipeline = &self.graph.pipelines[call.pipeline];
        let name = self.name_step(id, &kube::to_dns_label(&pipeline.name));
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
        ordered(Task {
            arguments,
            after,
            ..self.new_task(id, name, Run::Dag(dag))
        })
    }

    /// The DAG of a pipeline that is called. One that calls itself is known by then.
    fn called(&mut self, id: Id<graph::Pipeline>, pipeline: &'g graph::Pipeline) -> DagId {
        if let Some(known) = self.called.get(&id) {
            return *known;
        }
        let outer = std::mem::take(&mut self.open);
        let parameters = self.parameters;
        let name = kube::to_dns_label(&pipeline.name);
        let dag = self.open(&name, &pipeline.at);
        self.called.insert(id, dag);
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
        let exit = self.exit(exit, &format!("{name}-exit"));
        let arguments = self.arguments_of(&closed);
        let name = self.task_names.unique(&format!("{name}-body"));
        let task = self.dag().tasks.alloc(Task {
            arguments,
            exit: Some(Box::new(exit)),
            ..Task::new(name, Run::Dag(body), &pipeline.at)
        });
        let outputs = self.dags[body].outputs.clone();
        for output in outputs {
            let value = Expression::Output {
                task,
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
        let argument = |variable: &Variable| Argument {
            input: closed.captures[variable].clone(),
            value: self.variable_at(variable, depth),
        };
        closed.order.iter().map(argument).collect()
    }

    /// The task that runs a closed DAG in the one that is being made.
    pub(super) fn run_dag(
        &mut self,
        id: StepId,
        name: String,
        dag: DagId,
        closed: OpenDag,
    ) -> Task {
        let arguments = self.arguments_of(&closed);
        let after = closed.after.iter();
        let after = after.flat_map(|other| self.resolve_after(*other)).collect();
        ordered(Task {
            arguments,
            after,
            ..self.new_task(id, name, Run::Dag(dag))
        })
    }

    /// The type of an output of a pipeline.
    pub(super) fn call_output(&self, call: &Call, output: &str) -> Type {
        let pipeline = &self.graph.pipelines[call.pipeline];
        let output = pipeline.outputs.iter().find(|known| known.name == output);
        output.map_or(Type::Null, |output| {
            self.graph.values[output.value].ty.clone()
        })
    }
}
