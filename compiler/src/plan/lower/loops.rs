//! A loop becomes a DAG of one task, which runs the DAG of the block for each item.

use super::{Leaf, Lowering};
use crate::plan::{Each, ItemSource, Items, Output, Run, Source, Task};
use pipewright_ir::graph::{self, StepId};

impl<'g> Lowering<'g> {
    /// The task that runs a loop.
    pub(super) fn each(&mut self, id: StepId, each: &'g graph::Each) -> Task {
        let at = &self.graph.step(id).at;
        let block = self.next_block("each");
        let name = self.name_step(id, &block);
        let dag_name = format!("{}-{name}", self.name);
        let dag = self.open(&dag_name, at);
        self.dags[dag].pace = each.pace;
        let inner = self.items(id, each, &name, &dag_name);
        if let Some(open) = self.open.last_mut() {
            open.tasks.insert(id, 0);
        }
        self.dag().tasks.push(inner);
        self.pass_on(id);
        let closed = self.close();
        self.run_dag(id, name, dag, closed)
    }

    /// The task that runs the block for each item.
    fn items(&mut self, id: StepId, each: &'g graph::Each, name: &str, dag_name: &str) -> Task {
        let items = each.items.iter().map(|items| match items.list() {
            Some(list) => ItemSource::List(self.expression(list)),
            None => ItemSource::Index,
        });
        let sources: Vec<_> = items.collect();
        let block = self.open(&format!("{dag_name}-item"), &self.graph.step(id).at);
        let inputs: Vec<String> = (0..sources.len() as u32)
            .map(|index| self.bind(Leaf::Item(id, index)))
            .collect();
        self.block(&each.body);
        self.block_outputs(id, &each.values);
        let mut closed = self.close();
        closed
            .order
            .retain(|leaf| !matches!(leaf, Leaf::Item(each, _) if *each == id));
        let name = self.task_names.unique(&format!("{name}-item"));
        let items = sources.into_iter().zip(inputs);
        let task = self.run_dag(id, name, block, closed);
        self.finish_task(Task {
            each: Some(Each {
                items: items
                    .map(|(source, input)| Items { input, source })
                    .collect(),
            }),
            display_name: None,
            run: Run::Dag(block),
            ..task
        })
    }

    /// Makes a value an input of the DAG that is being made.
    fn bind(&mut self, leaf: Leaf) -> String {
        let depth = self.depth();
        self.thread(&leaf, depth)
    }

    /// Gives the DAG of a block an output for each of its values that anybody needs.
    pub(super) fn block_outputs(&mut self, id: StepId, values: &[graph::ValueId]) {
        for index in self.result_indices(id) {
            let value = self.expression(values[index]);
            let name = self.result_name(id, index);
            self.dag().outputs.push(Output {
                name,
                ty: value.ty(),
                description: None,
                value: Source::Expression(value),
            });
        }
    }
}
