use super::inputs::Inputs;
use pipewright_ir::graph::Parallelism;
use pipewright_ir::json::Json;
use std::time::Duration;

/// Loop that runs.
#[derive(Debug)]
pub(crate) struct Loop {
    /// Inputs from outside, which all items are given.
    shared: Inputs,
    /// The items of each input, in the order of the lists.
    items: Vec<(String, Items)>,
    /// Number of items that run in all.
    count: usize,
    /// Number of the item that starts next.
    next: usize,
    running: usize,
    limit: usize,
    fail_fast: bool,
    failed: usize,
    /// Number of the item that failed first.
    first: Option<usize>,
    pub(crate) started: Duration,
}

/// Items of an input.
#[derive(Debug)]
pub(crate) enum Items {
    List(Vec<Json>),
    Index,
}

impl Loop {
    /// A loop of which nothing has started. It goes to the end of the shortest list.
    pub(crate) fn new(
        items: Vec<(String, Items)>,
        shared: Inputs,
        parallelism: Parallelism,
        started: Duration,
    ) -> Self {
        let lengths = items.iter().filter_map(|(_, items)| match items {
            Items::List(list) => Some(list.len()),
            Items::Index => None,
        });
        let count = lengths.min().expect("a loop goes through a list");
        let limit = match parallelism {
            Parallelism::Unlimited => usize::MAX,
            // A limit of none would never end.
            Parallelism::Limited(limit) => limit.max(1) as usize,
            // Which items run would depend on time otherwise.
            Parallelism::FailFast => 1,
        };
        Self {
            shared,
            items,
            count,
            next: 0,
            running: 0,
            limit,
            fail_fast: parallelism == Parallelism::FailFast,
            failed: 0,
            first: None,
            started,
        }
    }

    /// Number of items that run in all.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Existence of an item that may start.
    pub(crate) fn has_next(&self) -> bool {
        self.next < self.count && self.running < self.limit
    }

    /// End of all items.
    pub(crate) fn has_ended(&self) -> bool {
        self.running == 0 && self.next == self.count
    }

    /// Number of items that failed, and the first of them.
    pub(crate) fn failures(&self) -> Option<(usize, usize)> {
        self.first.map(|first| (self.failed, first))
    }

    /// Starts the next item. Returns its number and its inputs.
    pub(crate) fn start(&mut self) -> (usize, Inputs) {
        let item = self.next;
        self.next += 1;
        self.running += 1;
        let own = self.items.iter_mut().map(|(input, items)| {
            let value = match items {
                // Lists are large, and nobody asks for an element twice.
                Items::List(list) => std::mem::replace(&mut list[item], Json::null()),
                Items::Index => Json::of(&item).expect("a number is JSON"),
            };
            (input.clone(), value)
        });
        let own = own.collect();
        (item, self.shared.with(own))
    }

    /// Notes the end of an item.
    pub(crate) fn end(&mut self, item: usize, failed: bool) {
        self.running -= 1;
        if failed {
            self.failed += 1;
            self.first.get_or_insert(item);
            if self.fail_fast {
                self.stop();
            }
        }
    }

    /// Starts no further item.
    pub(crate) fn stop(&mut self) {
        self.count = self.next;
    }
}
