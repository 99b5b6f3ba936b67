//! Making of tasks, and the expressions in them.

use super::{DagId, Expression, ItemSource, Run, Task};
use pipewright_ir::graph::Location;

impl Task {
    /// A task that is given nothing and waits for nothing.
    pub(crate) fn new(name: String, run: Run, at: &Location) -> Self {
        Self {
            name,
            run,
            arguments: vec![],
            each: None,
            condition: None,
            may_fail: false,
            exit: None,
            after: vec![],
            display_name: None,
            at: at.clone(),
        }
    }

    /// Adds the tasks whose values it uses to those it starts after.
    pub(crate) fn order(&mut self) {
        let mut after = std::mem::take(&mut self.after);
        for expression in self.expressions() {
            expression.add_tasks(&mut after);
        }
        after.sort_unstable();
        after.dedup();
        self.after = after;
    }

    /// Changes the expressions that are evaluated in its DAG before it starts.
    pub(crate) fn visit_mut(&mut self, visitor: &mut impl FnMut(&mut Expression)) {
        let exit = self.exit.iter_mut().flat_map(|exit| &mut exit.arguments);
        for argument in self.arguments.iter_mut().chain(exit) {
            argument.value.visit_mut(visitor);
        }
        for items in self.each.iter_mut().flat_map(|each| &mut each.items) {
            if let ItemSource::List(list) = &mut items.source {
                list.visit_mut(visitor);
            }
        }
        if let Some(condition) = &mut self.condition {
            condition.visit_mut(visitor);
        }
    }

    /// The DAG that it runs.
    pub fn dag(&self) -> Option<DagId> {
        match self.run {
            Run::Dag(dag) => Some(dag),
            Run::Template(_) => None,
        }
    }

    /// The expressions that are evaluated in its DAG before it starts.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        let arguments = self.arguments.iter().map(|argument| &argument.value);
        let items = self.each.iter().flat_map(|each| &each.items);
        let lists = items.filter_map(|items| match &items.source {
            ItemSource::List(list) => Some(list),
            ItemSource::Index => None,
        });
        let exit = self.exit.iter().flat_map(|exit| &exit.arguments);
        let exit = exit.map(|argument| &argument.value);
        arguments.chain(lists).chain(exit).chain(&self.condition)
    }
}
