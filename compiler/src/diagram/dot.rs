use super::picture::{Picture, picture};
use crate::plan::Plan;
use std::fmt::Write;

/// A Graphviz digraph: tasks with their order, and a cluster for each block.
pub fn dot(plan: &Plan) -> String {
    let name = text(&plan.name);
    let mut graph = format!("digraph {name} {{\n  compound=true\n  node [shape=box]\n");
    block(&picture(plan), 1, &mut graph);
    graph + "}\n"
}

fn block(picture: &Picture, depth: usize, graph: &mut String) {
    let indent = "  ".repeat(depth);
    for node in &picture.nodes {
        let (id, title) = (&node.id, text(&node.title));
        match &node.inner {
            None => {
                let _ = writeln!(graph, "{indent}{id} [label={title}]");
            }
            Some(inner) => {
                let _ = writeln!(graph, "{indent}subgraph cluster_{id} {{");
                let _ = writeln!(graph, "{indent}  label={title}");
                // Edges end at nodes: this one stands for the cluster.
                let _ = writeln!(graph, "{indent}  {id} [shape=point, style=invis]");
                block(inner, depth + 1, graph);
                let _ = writeln!(graph, "{indent}}}");
            }
        }
    }
    for (before, after) in &picture.edges {
        let (before, after) = (&picture.nodes[*before], &picture.nodes[*after]);
        let mut ends = vec![];
        if before.inner.is_some() {
            ends.push(format!("ltail=cluster_{}", before.id));
        }
        if after.inner.is_some() {
            ends.push(format!("lhead=cluster_{}", after.id));
        }
        let ends = match ends.is_empty() {
            true => String::new(),
            false => format!(" [{}]", ends.join(", ")),
        };
        let _ = writeln!(graph, "{indent}{} -> {}{ends}", before.id, after.id);
    }
}

fn text(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
