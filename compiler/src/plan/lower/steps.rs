//! Blocks and their steps.

use super::lowering::{Lowering, Variable, ordered};
use crate::plan::{Argument, DISPLAY_NAME, Output, Run, Source, Task, option_input};
use pipewright_ir::arena::Id;
use pipewright_ir::graph::{self, Parameter, StepId, StepKind};
use pipewright_ir::kube;

impl<'g> Lowering<'g> {
    /// Makes parameters the inputs of the DAG that is being made.
    pub(super) fn parameters(&mut self, parameters: &'g [Parameter]) {
        self.parameters = parameters;
        let depth = self.depth();
        for index in 0..parameters.len() as u32 {
            self.capture(&Variable::Parameter(index), depth);
        }
    }

    /// Adds the tasks of a block to the DAG that is being made.
    pub(super) fn block(&mut self, steps: &[StepId]) {
        let steps = self.running(steps);
        // A step may use the end of a later one.
        for (index, step) in (0..).zip(&steps) {
            self.opened().tasks.insert(*step, Id::new(index));
        }
        for step in steps {
            let task = self.step(step);
            self.dag().tasks.alloc(task);
        }
        self.report_cycle();
    }

    /// Gives the DAG that is being made the outputs of a pipeline.
    pub(super) fn outputs(&mut self, outputs: &[graph::PipelineOutput]) {
        for output in outputs {
            let value = self.expression(output.value);
            self.dag().outputs.push(Output {
                name: output.name.clone(),
                ty: value.ty().clone(),
                description: output.description.clone(),
                value: Source::Expression(value),
            });
        }
    }

    /// The task of a step in the DAG that is being made.
    pub(super) fn step(&mut self, id: StepId) -> Task {
        let task = if self.graph.steps[id].may_fail {
            self.attempt(id)
        } else {
            self.plain(id)
        };
        let mut after = self.after(id);
        after.extend(task.after.iter().copied());
        ordered(Task { after, ..task })
    }

    /// The task of a step, without the steps that it starts after, and which must not fail.
    pub(super) fn plain(&mut self, id: StepId) -> Task {
        match &self.graph.steps[id].kind {
            StepKind::Task(task) => self.task(id, task),
            StepKind::If(branch) => self.branch(id, branch),
            StepKind::Each(each) => self.each(id, each),
            StepKind::Group(group) => self.group(id, group),
            StepKind::Call(call) => self.call(id, call),
        }
    }

    fn task(&mut self, id: StepId, task: &'g graph::Task) -> Task {
        let graph = self.graph;
        let component = &graph.components[task.component];
        let template = self.template(task);
        let mut arguments = self.arguments(&task.arguments);
        arguments.extend(task.option_values.iter().map(|option| Argument {
            input: option_input(option.option),
            value: self.expression(option.value),
        }));
        arguments.extend(task.display_value.map(|name| Argument {
            input: DISPLAY_NAME.to_owned(),
            value: self.expression(name),
        }));
        let after = self.orders(&task.arguments);
        let name = self.name_step(id, &kube::to_dns_label(&component.name));
        ordered(Task {
            arguments,
            after,
            ..self.new_task(id, name, Run::Template(template))
        })
    }

    pub(super) fn arguments(&mut self, arguments: &[graph::Argument]) -> Vec<Argument> {
        let argument = |argument: &graph::Argument| Argument {
            input: argument.input.clone(),
            value: self.expression(argument.value),
        };
        arguments.iter().map(argument).collect()
    }
}
