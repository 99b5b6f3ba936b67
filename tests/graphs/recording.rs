//! Pipelines are recorded as graphs.

use pipewright::graph::{
    Expression, FormatPiece, Graph, Id, Location, Operator, StepKind, Task, ValueId,
};
use pipewright::prelude::*;

/// Calculates the sum of two numbers.
#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[derive(Outputs)]
struct Division {
    /// How often the divisor fits.
    quotient: f64,
    remainder: f64,
}

#[component(cpu = "500m", memory = "256Mi", retries = 2)]
fn divide(dividend: f64, divisor: f64) -> Result<Division, String> {
    if divisor == 0.0 {
        return Err("division by zero".into());
    }
    Ok(Division {
        quotient: (dividend / divisor).floor(),
        remainder: dividend % divisor,
    })
}

#[component]
fn say(text: String, #[default(1)] times: u32) {
    for _ in 0..times {
        println!("{text}");
    }
}

/// A toy pipeline.
#[pipeline]
fn calculation(a: f64, #[default(7.0)] b: f64) -> f64 {
    let sum = add(a, 4.0);
    let parts = divide(sum, b);
    say(format!("{}: {sum}{}", "x", "!"), times = 2).after(&parts);
    for i in 0..3 {
        if i > 0 {
            say(format!("{i}"));
        }
    }
    if parts.remainder < 0.5 && b > 1.0 {
        add(parts.quotient, b).retries(3)
    } else {
        parts.quotient
    }
}

fn recorded() -> Graph {
    let (graph, diagnostics) = calculation::pipeline().record();
    assert_eq!(diagnostics, []);
    graph
}

/// The tasks of a graph with the names of their components.
fn tasks(graph: &Graph) -> Vec<(&str, &Task)> {
    graph
        .steps
        .values()
        .filter_map(|step| match &step.kind {
            StepKind::Task(task) => Some((graph.components[task.component].name.as_str(), task)),
            _ => None,
        })
        .collect()
}

/// What a value is.
fn value(graph: &Graph, id: ValueId) -> &Expression {
    &graph.values[id].expression
}

#[test]
fn signatures_are_recorded() {
    let graph = recorded();
    assert_eq!(graph.name, "calculation");
    assert_eq!(graph.description.as_deref(), Some("A toy pipeline."));
    let parameters: Vec<_> = graph
        .parameters
        .iter()
        .map(|parameter| {
            let default = parameter.default.as_ref().map(|json| json.as_str());
            (parameter.name.as_str(), parameter.ty.to_string(), default)
        })
        .collect();
    let number = || "number".to_owned();
    assert_eq!(
        parameters,
        [("a", number(), None), ("b", number(), Some("7"))]
    );
    let names: Vec<_> = graph
        .components
        .values()
        .map(|component| component.key.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "graphs::recording::add",
            "graphs::recording::divide",
            "graphs::recording::say"
        ]
    );
    let divide = &graph.components[Id::new(1)];
    assert_eq!(divide.options.cpu.as_deref(), Some("500m"));
    assert_eq!(
        divide.outputs[0].description.as_deref(),
        Some("How often the divisor fits.")
    );
}

#[test]
fn calls_are_tasks_in_the_order_of_the_source() {
    let graph = recorded();
    let names: Vec<_> = tasks(&graph).iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["add", "divide", "say", "say", "say", "add"]);
    let (_, add) = tasks(&graph)[0];
    assert_eq!(
        value(&graph, add.arguments[0].value),
        &Expression::Parameter(0)
    );
    assert!(
        matches!(value(&graph, add.arguments[1].value), Expression::Literal(json) if json.as_str() == "4"),
        "{add:?}"
    );
    let (_, last) = tasks(&graph)[5];
    assert_eq!(last.options.retries, Some(3));
}

#[test]
fn text_is_joined_as_far_as_it_is_known() {
    let graph = recorded();
    let (_, first) = tasks(&graph)[2];
    let Expression::Operator(Operator::Format(pieces)) = value(&graph, first.arguments[0].value)
    else {
        panic!("{first:?}");
    };
    let [
        FormatPiece::Text(before),
        FormatPiece::Value { value: sum, .. },
        FormatPiece::Text(after),
    ] = &pieces[..]
    else {
        panic!("{pieces:?}");
    };
    assert_eq!((before.as_str(), after.as_str()), ("x: ", "!"));
    assert!(matches!(value(&graph, *sum), Expression::Output { output, .. } if output == "output"));
    // Text that is known in full is a literal.
    let (_, second) = tasks(&graph)[3];
    assert!(
        matches!(value(&graph, second.arguments[0].value), Expression::Literal(json) if json.as_str() == "\"1\""),
        "{second:?}"
    );
}

#[test]
fn an_if_has_both_blocks_and_its_value() {
    let graph = recorded();
    let last = graph.body.last().expect("the pipeline has steps");
    let StepKind::If(branch) = &graph.steps[*last].kind else {
        panic!("the last step is the `if`");
    };
    assert_eq!(
        (
            branch.then.len(),
            branch.otherwise.len(),
            branch.values.len()
        ),
        (1, 0, 1)
    );
    assert!(matches!(
        value(&graph, branch.condition),
        Expression::Operator(Operator::And(..))
    ));
    let expected = Expression::Result {
        step: *last,
        index: 0,
    };
    assert_eq!(value(&graph, graph.outputs[0].value), &expected);
    assert_eq!(graph.steps[graph.body[2]].after, [graph.body[1]]);
}

#[test]
fn places_are_those_of_the_source() {
    let graph = recorded();
    let source = include_str!("recording.rs");
    let at = |location: &Location| -> String {
        assert_eq!(location.file, file!());
        let line = source
            .lines()
            .nth(location.line as usize - 1)
            .expect("a line");
        line.chars().skip(location.column as usize - 1).collect()
    };
    assert_eq!(
        at(&graph.at),
        "calculation(a: f64, #[default(7.0)] b: f64) -> f64 {"
    );
    assert_eq!(at(&graph.parameters[1].at), "b: f64) -> f64 {");
    let starts = [
        "add(a, 4.0)",
        "divide(sum, b)",
        "say(format!",
        "say(",
        "say(",
        "if parts",
        "add(parts",
    ];
    for (step, start) in graph.steps.values().zip(starts) {
        assert!(at(&step.at).starts_with(start), "{start}: {}", at(&step.at));
    }
}

#[test]
fn a_graph_is_data() {
    let graph = recorded();
    assert_eq!(recorded(), graph, "the same source gives the same graph");
    let json = serde_json::to_string(&graph).expect("a graph is data");
    let read: Graph = serde_json::from_str(&json).expect("a graph is data");
    assert_eq!(read, graph);
}

#[pipeline]
fn outer(a: f64) -> f64 {
    let first = add(a, 1.0);
    let (inner, _) = calculation::pipeline().record();
    assert_eq!(inner.name, "calculation");
    add(first, inner.steps.len() as f64)
}

#[test]
fn a_recording_within_a_recording_leaves_it_alone() {
    let (graph, diagnostics) = outer::pipeline().record();
    assert_eq!((graph.steps.len(), diagnostics.len()), (2, 0));
}

#[test]
fn components_are_put_together_in_pipelines_only() {
    let panic = std::panic::catch_unwind(|| add(1.0, 2.0)).expect_err("there is no pipeline");
    let message = panic
        .downcast_ref::<String>()
        .expect("the panic has a message");
    assert!(
        message.starts_with("tests/graphs/recording.rs:"),
        "{message}"
    );
    assert!(message.contains("use its `call`"), "{message}");
    assert_eq!(add::call(1.0, 2.0), 3.0);
}

/// Doubles its parameter 64 times, for its handler too. No target can evaluate that.
#[pipeline(targets = [])]
fn doubled(n: i64) {
    let mut sum = n;
    for _ in 0..64 {
        sum = sum + sum;
    }
    on_exit(|_| say(format!("{sum}")));
    say("work");
}

/// A value that is made of others in many ways is looked at once.
#[test]
fn values_in_handlers_are_followed_once() {
    let (graph, diagnostics) = doubled::pipeline().record();
    assert_eq!(diagnostics, []);
    let handler = graph.exit.as_ref().map(|exit| exit.body.len());
    assert_eq!(handler, Some(1));
    assert!(graph.values.len() < 100, "{}", graph.values.len());
}
