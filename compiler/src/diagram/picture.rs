//! Content of a diagram, whatever it is written in.

use super::title::Titles;
use crate::plan::{DagId, Exit, Plan, Run, Task};

/// A block.
#[derive(Default)]
pub(super) struct Picture {
    pub(super) nodes: Vec<Node>,
    /// Nodes that stand before others, by index.
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
    let mut drawing = Drawing {
        plan,
        titles: Titles::of(plan),
        open: vec![plan.root],
    };
    let mut picture = drawing.block(plan.root, "");
    let exit = plan.exit.as_ref();
    let exit = exit.map(|exit| drawing.exit(exit, "", "at the end"));
    picture.nodes.extend(exit);
    picture
}

struct Drawing<'p> {
    plan: &'p Plan,
    titles: Titles<'p>,
    /// The blocks around what is drawn: a pipeline that calls itself is drawn once.
    open: Vec<DagId>,
}

impl Drawing<'_> {
    /// `prefix` tells a block's tasks from those of its other calls.
    fn block(&mut self, id: DagId, prefix: &str) -> Picture {
        let dag = &self.plan.dags[id];
        let mut picture = Picture::default();
        for (index, task) in dag.tasks.values().enumerate() {
            picture.nodes.push(self.task(id, task, prefix));
            let before = task.after.iter().map(|before| before.index());
            picture.edges.extend(before.map(|before| (before, index)));
        }
        for task in dag.tasks.values() {
            if let Some(exit) = &task.exit {
                let title = format!("at the end of {}", task.name);
                let prefix = format!("{prefix}{}-", task.name);
                picture.nodes.push(self.exit(exit, &prefix, &title));
            }
        }
        picture
    }

    fn task(&mut self, dag: DagId, task: &Task, prefix: &str) -> Node {
        let id = format!("{prefix}{}", task.name);
        let title = self.titles.title(dag, task);
        let Run::Dag(inner) = task.run else {
            return node(&id, title, None);
        };
        if self.open.contains(&inner) {
            return node(&id, format!("{title} (again)"), None);
        }
        // A block that many call has tasks of the same names in each call.
        let prefix = match self.titles.is_called_once(inner) {
            true => prefix.to_owned(),
            false => format!("{id}-"),
        };
        self.open.push(inner);
        let picture = self.block(inner, &prefix);
        self.open.pop();
        node(&id, title, Some(picture))
    }

    fn exit(&mut self, exit: &Exit, prefix: &str, title: &str) -> Node {
        self.open.push(exit.dag);
        let picture = self.block(exit.dag, prefix);
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
