use super::id;
use super::title::Titles;
use crate::plan::{Dag, Plan, Run};
use std::fmt::Write;

/// A Mermaid flow chart: tasks with their order, and a box for each block.
pub fn mermaid(plan: &Plan) -> String {
    let titles = Titles::of(plan);
    let mut chart = String::from("flowchart TD\n");
    block(plan, plan.root(), &titles, 1, &mut chart);
    chart
}

fn block(plan: &Plan, dag: &Dag, titles: &Titles<'_>, depth: usize, chart: &mut String) {
    let indent = "  ".repeat(depth);
    for task in &dag.tasks {
        let (id, title) = (id(&task.name), text(&titles.title(dag, task)));
        match task.run {
            Run::Template(_) => {
                let _ = writeln!(chart, "{indent}{id}[\"{title}\"]");
            }
            Run::Dag(inner) => {
                let _ = writeln!(chart, "{indent}subgraph {id}[\"{title}\"]");
                block(plan, &plan.dags[inner], titles, depth + 1, chart);
                let _ = writeln!(chart, "{indent}end");
            }
        }
    }
    for task in &dag.tasks {
        for before in &task.after {
            let before = &dag.tasks[*before].name;
            let _ = writeln!(chart, "{indent}{} --> {}", id(before), id(&task.name));
        }
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
