//! What a diagram shows, whatever it is written in.

use super::title::Titles;
use crate::plan::{Dag, Exit, ItemSource, Plan, Run, Task};

/// A block.
#[derive(Default)]
pub(super) struct Picture {
    pub(super) nodes: Vec<Node>,
    /// Which node stands before which, by index.
    pub(super) edges: Vec<(usize, usize)>,
}

/// A task, or a block with a frame around it.
pub(super) struct Node {
    /// A word of letters, digits and `_`, the only one of its kind in the picture.
    pub(super) id: String,
    pub(super) title: String,
    pub(super) inner: Option<Picture>,
}

/// The picture of a plan.
pub(super) fn picture(plan: &Plan) -> Picture {
    let titles = Titles::of(plan);
    let mut drawing = Drawing {
        plan,
        titles,
        open: vec![0],
    };
    let mut picture = drawing.block(plan.root(), "");
    picture.nodes.extend(
        plan.exit
            .as_ref()
            .map(|exit| drawing.exit(exit, "", "at the end")),
    );
    picture
}

struct Drawing<'p> {
    plan: &'p Plan,
    titles: Titles<'p>,
    /// The blocks around what is drawn: a pipeline that calls itself is drawn once.
    open: Vec<usize>,
}

impl Drawing<'_> {
    /// `prefix` tells a block's tasks from those of its other calls.
    fn block(&mut self, dag: &Dag, prefix: &str) -> Picture {
        let mut picture = Picture::default();
        for (index, task) in dag.tasks.iter().enumerate() {
            picture.nodes.push(self.task(dag, task, prefix));
            picture
                .edges
                .extend(task.after.iter().map(|before| (*before, index)));
        }
        for task in &dag.tasks {
            if let Some(exit) = &task.exit {
                let title = format!("at the end of {}", task.name);
                picture
                    .nodes
                    .push(self.exit(exit, &format!("{prefix}{}-", task.name), &title));
            }
        }
        picture
    }

    fn task(&mut self, dag: &Dag, task: &Task, prefix: &str) -> Node {
        let id = format!("{prefix}{}", task.name);
        let title = self.titles.title(dag, task);
        let Run::Dag(inner) = task.run else {
            return node(&id, title, None);
        };
        if self.open.contains(&inner) {
            return node(&id, format!("{title} (again)"), None);
        }
        let plan = self.plan;
        let block = &plan.dags[inner];
        // A block that many call has tasks of the same names in each call.
        let prefix = match self.titles.is_called_once(inner) {
            true => prefix.to_owned(),
            false => format!("{id}-"),
        };
        self.open.push(inner);
        let picture = match (&block.tasks[..], task.each.is_none()) {
            // The frame of a loop is that of its only task.
            ([only], true) if only.each.is_some() => self.items(only, &prefix),
            _ => self.block(block, &prefix),
        };
        self.open.pop();
        let title = match &block.tasks[..] {
            [only] if only.each.is_some() => format!("{title}: {}", self.lists(block, only)),
            _ => title,
        };
        node(&id, title, Some(picture))
    }

    /// What runs for each item.
    fn items(&mut self, task: &Task, prefix: &str) -> Picture {
        let Run::Dag(body) = task.run else {
            return Picture::default();
        };
        self.open.push(body);
        let plan = self.plan;
        let picture = self.block(&plan.dags[body], prefix);
        self.open.pop();
        picture
    }

    fn lists(&self, dag: &Dag, task: &Task) -> String {
        let items = task.each.iter().flat_map(|each| &each.items);
        let lists = items.filter_map(|items| match &items.source {
            ItemSource::List(list) => Some(self.titles.describe(dag, list)),
            ItemSource::Index => None,
        });
        let lists: Vec<String> = lists.collect();
        format!("for each of {}", lists.join(" and "))
    }

    fn exit(&mut self, exit: &Exit, prefix: &str, title: &str) -> Node {
        let plan = self.plan;
        self.open.push(exit.dag);
        let picture = self.block(&plan.dags[exit.dag], prefix);
        self.open.pop();
        node(&format!("{prefix}exit"), title.to_owned(), Some(picture))
    }
}

fn node(id: &str, title: String, inner: Option<Picture>) -> Node {
    Node {
        // A letter and `_` in front make it no word of any language.
        id: format!("t_{}", id.replace('-', "_")),
        title,
        inner,
    }
}
