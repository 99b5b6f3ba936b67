//! A loop becomes a task that runs the DAG of its block for each item.

use super::lowering::{Lowering, Variable, ordered};
use crate::plan::{Each, ItemSource, Items, Output, Source, Task};
use pipewright_ir::graph::{self, StepId};

impl<'g> Lowering<'g> {
    /// The task that runs a loop.
    pub(super) fn each(&mut self, id: StepId, each: &'g graph::Each) -> Task {
        let name = self.name_block(id, "each");
        let sources = each.items.iter().map(|items| match items.list() {
            Some(list) => ItemSource::List(self.expression(list)),
            None => ItemSource::Index,
        });
        let sources: Vec<_> = sources.collect();
        let dag = self.open(&name, &self.graph.steps[id].at);
        let inputs = (0..sources.len() as u32).map(|index| self.bind(Variable::Item(id, index)));
        let inputs: Vec<String> = inputs.collect();
        self.block(&each.body);
        self.block_outputs(id, &each.values);
        let mut closed = self.close();
        let is_item =
            |variable: &Variable| matches!(variable, Variable::Item(each, _) if *each == id);
        closed.order.retain(|variable| !is_item(variable));
        let task = self.run_dag(id, name, dag, closed);
        let items = sources.into_iter().zip(inputs);
        let each = Each {
            items: items
                .map(|(source, input)| Items { input, source })
                .collect(),
            parallelism: each.parallelism,
        };
        ordered(Task {
            each: Some(Box::new(each)),
            ..task
        })
    }

    /// Makes a value an input of the DAG that is being made.
    fn bind(&mut self, variable: Variable) -> String {
        let depth = self.depth();
        self.capture(&variable, depth)
    }

    /// Gives the DAG of a block an output for each of its values that anybody needs.
    pub(super) fn block_outputs(&mut self, id: StepId, values: &[graph::ValueId]) {
        for index in self.result_indices(id) {
            let value = self.expression(values[index]);
            let name = self.result_name(id, index);
            self.dag().outputs.push(Output {
                name,
                ty: value.ty().clone(),
                description: None,
                value: Source::Expression(value),
            });
        }
    }
}
