use super::id;
use super::title::Titles;
use crate::plan::{Dag, Plan, Run};
use std::fmt::Write;

/// A Graphviz digraph: tasks with their order, and a cluster for each block.
pub fn dot(plan: &Plan) -> String {
    let titles = Titles::of(plan);
    let name = text(&plan.name);
    let mut graph = format!("digraph {name} {{\n  compound=true\n  node [shape=box]\n");
    block(plan, plan.root(), &titles, 1, &mut graph);
    graph + "}\n"
}

fn block(plan: &Plan, dag: &Dag, titles: &Titles<'_>, depth: usize, graph: &mut String) {
    let indent = "  ".repeat(depth);
    for task in &dag.tasks {
        let (id, title) = (id(&task.name), text(&titles.title(dag, task)));
        match task.run {
            Run::Template(_) => {
                let _ = writeln!(graph, "{indent}{id} [label={title}]");
            }
            Run::Dag(inner) => {
                let _ = writeln!(graph, "{indent}subgraph cluster_{id} {{");
                let _ = writeln!(graph, "{indent}  label={title}");
                // Edges end at nodes: this one stands for the cluster.
                let _ = writeln!(graph, "{indent}  {id} [shape=point, style=invis]");
                block(plan, &plan.dags[inner], titles, depth + 1, graph);
                let _ = writeln!(graph, "{indent}}}");
            }
        }
    }
    for task in &dag.tasks {
        for before in &task.after {
            let before = &dag.tasks[*before];
            let mut ends = vec![];
            if matches!(before.run, Run::Dag(_)) {
                ends.push(format!("ltail=cluster_{}", id(&before.name)));
            }
            if matches!(task.run, Run::Dag(_)) {
                ends.push(format!("lhead=cluster_{}", id(&task.name)));
            }
            let ends = match ends.is_empty() {
                true => String::new(),
                false => format!(" [{}]", ends.join(", ")),
            };
            let _ = writeln!(
                graph,
                "{indent}{} -> {}{ends}",
                id(&before.name),
                id(&task.name)
            );
        }
    }
}

fn text(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
