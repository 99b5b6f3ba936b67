use super::picture::{Picture, picture};
use crate::plan::Plan;
use std::fmt::Write;

/// A Mermaid flow chart: tasks with their order, and a box for each block.
pub fn mermaid(plan: &Plan) -> String {
    let mut chart = String::from("flowchart TD\n");
    block(&picture(plan), 1, &mut chart);
    chart
}

fn block(picture: &Picture, depth: usize, chart: &mut String) {
    let indent = "  ".repeat(depth);
    for node in &picture.nodes {
        let (id, title) = (&node.id, text(&node.title));
        match &node.inner {
            None => {
                let _ = writeln!(chart, "{indent}{id}[\"{title}\"]");
            }
            Some(inner) => {
                let _ = writeln!(chart, "{indent}subgraph {id}[\"{title}\"]");
                block(inner, depth + 1, chart);
                let _ = writeln!(chart, "{indent}end");
            }
        }
    }
    for (before, after) in &picture.edges {
        let (before, after) = (&picture.nodes[*before].id, &picture.nodes[*after].id);
        let _ = writeln!(chart, "{indent}{before} --> {after}");
    }
}

/// Text in which Mermaid finds no code of its own.
fn text(text: &str) -> String {
    let mut safe = String::new();
    for c in text.chars() {
        match c {
            '"' | '#' | '<' | '>' | '&' | '`' | '\\' | ';' => {
                let _ = write!(safe, "#{};", u32::from(c));
            }
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}
