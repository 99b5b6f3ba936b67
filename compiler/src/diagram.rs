//! Pictures of pipelines as text: Mermaid and Graphviz.

use crate::plan::{Dag, Expression, FormatPiece, Plan, Run, Task};
use std::fmt::Write;

/// A Mermaid flow chart: tasks with their order, and a box for each block.
pub fn mermaid(plan: &Plan) -> String {
    let mut chart = String::from("flowchart TD\n");
    mermaid_dag(plan, plan.root(), 1, &mut chart);
    chart
}

fn mermaid_dag(plan: &Plan, dag: &Dag, depth: usize, chart: &mut String) {
    let indent = "  ".repeat(depth);
    for task in &dag.tasks {
        let (id, title) = (id(&task.name), mermaid_text(&title(plan, dag, task)));
        match task.run {
            Run::Template(_) => {
                let _ = writeln!(chart, "{indent}{id}[\"{title}\"]");
            }
            Run::Dag(inner) => {
                let _ = writeln!(chart, "{indent}subgraph {id}[\"{title}\"]");
                mermaid_dag(plan, &plan.dags[inner], depth + 1, chart);
                let _ = writeln!(chart, "{indent}end");
            }
        }
    }
    for task in &dag.tasks {
        for before in &task.after {
            let _ = writeln!(
                chart,
                "{indent}{} --> {}",
                id(&dag.tasks[*before].name),
                id(&task.name)
            );
        }
    }
}

/// An identifier that is no word of either language.
fn id(name: &str) -> String {
    format!("t_{}", name.replace('-', "_"))
}

fn mermaid_text(text: &str) -> String {
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

/// A Graphviz digraph: tasks with their order, and a cluster for each block.
pub fn dot(plan: &Plan) -> String {
    let mut graph = format!(
        "digraph {} {{\n  compound=true\n  node [shape=box]\n",
        dot_text(&plan.name)
    );
    dot_dag(plan, plan.root(), 1, &mut graph);
    graph + "}\n"
}

fn dot_dag(plan: &Plan, dag: &Dag, depth: usize, graph: &mut String) {
    let indent = "  ".repeat(depth);
    for task in &dag.tasks {
        let title = dot_text(&title(plan, dag, task));
        match task.run {
            Run::Template(_) => {
                let _ = writeln!(graph, "{indent}{} [label={title}]", id(&task.name));
            }
            Run::Dag(inner) => {
                let _ = writeln!(
                    graph,
                    "{indent}subgraph cluster_{} {{\n{indent}  label={title}",
                    id(&task.name)
                );
                // Edges of a cluster end at a node in it.
                let _ = writeln!(
                    graph,
                    "{indent}  {} [shape=point, style=invis]",
                    id(&task.name)
                );
                dot_dag(plan, &plan.dags[inner], depth + 1, graph);
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
            let ends = if ends.is_empty() {
                String::new()
            } else {
                format!(" [{}]", ends.join(", "))
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

fn dot_text(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A task's name, and its condition if it has one.
fn title(plan: &Plan, dag: &Dag, task: &Task) -> String {
    match &task.condition {
        Some(condition) => format!("{}: if {}", task.name, describe(plan, dag, condition)),
        None => task.name.clone(),
    }
}

/// An expression as a person would write it.
fn describe(plan: &Plan, dag: &Dag, expression: &Expression) -> String {
    let nested = |expression: &Expression| describe(plan, dag, expression);
    match expression {
        Expression::Literal { json, .. } => json.to_string(),
        Expression::Input { name, .. } => source_name(plan, dag, name),
        Expression::Output { task, output, .. } => value_name(&dag.tasks[*task].name, output),
        Expression::Format(pieces) => {
            let piece = |piece: &FormatPiece| match piece {
                FormatPiece::Text(text) => text.clone(),
                FormatPiece::Value(value) => format!("{{{}}}", nested(value)),
            };
            format!("\"{}\"", pieces.iter().map(piece).collect::<String>())
        }
        Expression::Compare {
            comparison,
            left,
            right,
        } => format!(
            "{} {} {}",
            nested(left),
            comparison.operator(),
            nested(right)
        ),
        Expression::And(left, right) => format!("{} && {}", nested(left), nested(right)),
        Expression::Or(left, right) => format!("({} || {})", nested(left), nested(right)),
        Expression::Not(value) => format!("!({})", nested(value)),
    }
}

fn value_name(task: &str, output: &str) -> String {
    if output == "output" {
        task.to_owned()
    } else {
        format!("{task}.{output}")
    }
}

/// What an input of a DAG was before it came in.
fn source_name(plan: &Plan, dag: &Dag, input: &str) -> String {
    let position = plan.dags.iter().position(|known| known.name == dag.name);
    let caller = plan.dags.iter().find_map(|outer| {
        let task = outer
            .tasks
            .iter()
            .find(|task| matches!(task.run, Run::Dag(inner) if Some(inner) == position))?;
        let argument = task
            .arguments
            .iter()
            .find(|argument| argument.input == input)?;
        Some((outer, &argument.value))
    });
    match caller {
        Some((outer, value)) => describe(plan, outer, value),
        None => input.to_owned(),
    }
}
