//! What `for`, `if` and `match` over run-time values are recorded as.

use super::plain::control_flow as plain;
use pipewright::PipelineDescriptor;
use pipewright::graph::{
    Expression, Graph, Id, Items as ItemsOf, Operator, StepId, StepKind, ValueId,
};
use pipewright::prelude::*;

#[component]
fn text(value: String) {
    println!("{value}");
}

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[derive(Outputs)]
struct Pair {
    left: f64,
    right: String,
}

#[component]
fn pair(value: i64) -> Pair {
    Pair {
        left: value as f64,
        right: String::new(),
    }
}

/// The steps of a block as text: one line for each, with its blocks behind it.
fn shape(graph: &Graph, block: &[StepId]) -> String {
    let steps = block.iter().map(|id| {
        let step = &graph.steps[*id];
        match &step.kind {
            StepKind::Task(task) => {
                let name = &graph.components[task.component].name;
                let given = task.arguments.iter();
                let given: Vec<_> = given.map(|given| value(graph, given.value)).collect();
                format!("{name}({})", given.join(", "))
            }
            StepKind::Call(call) => {
                let name = &graph.pipelines[call.pipeline].name;
                let given = call.arguments.iter();
                let given: Vec<_> = given
                    .map(|given| format!("{}: {}", given.input, value(graph, given.value)))
                    .collect();
                format!("call {name}({})", given.join(", "))
            }
            StepKind::If(branch) => {
                let values = branch.values.iter();
                let values: Vec<_> = values
                    .map(|merged| {
                        format!(
                            "{}|{}",
                            value(graph, merged.then),
                            value(graph, merged.otherwise)
                        )
                    })
                    .collect();
                format!(
                    "if {} {{{}}} else {{{}}} [{}]",
                    value(graph, branch.condition),
                    shape(graph, &branch.then),
                    shape(graph, &branch.otherwise),
                    values.join(", ")
                )
            }
            StepKind::Each(each) => {
                let items = each.items.iter();
                let items: Vec<_> = items
                    .map(|items| match items {
                        ItemsOf::List(list) => value(graph, *list),
                        ItemsOf::Index => "index".into(),
                    })
                    .collect();
                let limit = each.parallelism.limit().map(|limit| format!(" by {limit}"));
                format!(
                    "for {}{} {{{}}}",
                    items.join(" and "),
                    limit.unwrap_or_default(),
                    shape(graph, &each.body)
                )
            }
            StepKind::Group(group) => format!("group {{{}}}", shape(graph, &group.body)),
        }
    });
    steps.collect::<Vec<_>>().join("; ")
}

fn value(graph: &Graph, id: ValueId) -> String {
    let of = |id: &ValueId| value(graph, *id);
    match &graph.values[id].expression {
        Expression::Parameter(index) => format!("p{index}"),
        Expression::Literal(json) => json.as_str().to_owned(),
        Expression::Output { output, .. } => output.clone(),
        Expression::Result { index, .. } => format!("result {index}"),
        Expression::Item { index, .. } => format!("item {index}"),
        Expression::Operator(Operator::Compare { left, right, .. }) => {
            format!("{} == {}", of(left), of(right))
        }
        Expression::Operator(Operator::Or(left, right)) => {
            format!("({} or {})", of(left), of(right))
        }
        Expression::Operator(Operator::Apply { arguments, .. }) => {
            let arguments: Vec<_> = arguments.iter().map(of).collect();
            format!("range({})", arguments.join(", "))
        }
        other => format!("{other:?}"),
    }
}

#[track_caller]
fn check(pipeline: &PipelineDescriptor, expected: &str) {
    let (graph, diagnostics) = pipeline.record();
    assert_eq!(diagnostics, []);
    assert_eq!(shape(&graph, &graph.body), expected);
}

#[pipeline]
fn loops(words: Vec<String>, counts: Vec<i64>, end: i64, limit: i64) {
    for word in words {
        text(word);
    }
    for (index, (word, count)) in words.zip(counts).enumerate().parallelism(2) {
        text(word);
        if index == 0 {
            number(count);
        }
    }
    for count in &counts {
        for i in 0..end {
            number(i);
            number(count);
        }
    }
    for i in end..limit {
        number(i);
    }
    for i in (end..7) {
        number(i);
    }
    for i in 0..2 {
        number(i);
    }
}

#[test]
fn loops_over_values_are_recorded_and_others_unroll() {
    check(
        loops::pipeline(),
        "for p0 {text(item 0)}; \
         for index and p0 and p1 by 2 {text(item 1); if item 0 == 0 {number(item 2)} else {} []}; \
         for p1 {for range(0, p2) {number(item 0); number(item 0)}}; \
         for range(p2, p3) {number(item 0)}; \
         for range(p2, 7) {number(item 0)}; \
         number(0); number(1)",
    );
}

#[pipeline]
fn values(ready: bool, given: i64, name: String) -> f64 {
    let mixed = if ready { number(given) } else { 0.5 };
    let turned = if ready { 1 } else { given };
    number(turned);
    let texts = if ready { "a" } else { "b" };
    text(texts);
    text(if ready { name } else { "none" });
    let (first, second) = if ready {
        (number(1), "x")
    } else if given == 2 {
        (0.25, name)
    } else {
        (1.5, "y")
    };
    text(second);
    let _ = if ready { pair(1) } else { pair(2) };
    let list = if ready { vec![1] } else { vec![] };
    for i in list {
        number(i);
    }
    let nothing = if ready { Some(1) } else { None };
    let _: Value<Option<i64>> = nothing;
    let plain = if 1 > 2 { return mixed } else { 3 };
    let _: i32 = plain;
    let boxed: Box<dyn Fn(i64) -> i64> = if plain > 2 {
        Box::new(|x: i64| x + 1) as Box<dyn Fn(i64) -> i64>
    } else {
        Box::new(|x| x)
    };
    assert_eq!(boxed(1), 2);
    let _ = first;
    mixed
}

#[test]
fn an_if_gives_values_of_every_kind() {
    check(
        values::pipeline(),
        "if p0 {number(p1)} else {} [output|0.5]; \
         if p0 {} else {} [1|p1]; number(result 0); \
         if p0 {} else {} [\"a\"|\"b\"]; text(result 0); \
         if p0 {} else {} [p2|\"none\"]; text(result 0); \
         if p0 {number(1)} else {if p1 == 2 {} else {} [0.25|1.5, p2|\"y\"]} \
         [output|result 0, \"x\"|result 1]; text(result 1); \
         if p0 {pair(1)} else {pair(2)} [left|left, right|right]; \
         if p0 {} else {} [[1]|[]]; for result 0 {number(item 0)}; \
         if p0 {} else {} [1|null]",
    );
}

/// Serde is all that it needs.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Fast,
    Slow,
    Off,
}

const SECOND: i64 = 2;

#[pipeline]
fn matches(mode: Mode, count: i64, name: String, ready: bool, letter: char) {
    match mode {
        Mode::Fast => text("fast"),
        Mode::Slow | Mode::Off => text("other"),
    }
    let chosen = match count {
        -1 => number(7),
        SECOND | 3 => 0.5,
        _ => 1.5,
    };
    let _: Value<f64> = chosen;
    match name.known() {
        "a" => {
            text("first");
        }
        _ => {}
    }
    match ready {
        true => text("yes"),
        false => text("no"),
    }
    match letter {
        'x' => number(1),
        _ => number(2),
    };
    for word in ["a", "b"] {
        match word {
            "a" => continue,
            _ => text(word),
        }
    }
}

trait AsValue {
    fn known(self) -> Self;
}

impl<T> AsValue for Value<T> {
    fn known(self) -> Self {
        self
    }
}

#[test]
fn matches_on_values_are_comparisons_in_their_order() {
    check(
        matches::pipeline(),
        "if p0 == \"fast\" {text(\"fast\")} else {text(\"other\")} []; \
         if p1 == -1 {number(7)} else {if (p1 == 2 or p1 == 3) {} else {} [0.5|1.5]} \
         [output|result 0]; \
         if p2 == \"a\" {text(\"first\")} else {} []; \
         if p3 == true {text(\"yes\")} else {text(\"no\")} []; \
         if p4 == \"x\" {number(1)} else {number(2)} [output|output]; \
         text(\"b\")",
    );
}

#[test]
fn plain_rust_means_what_it_means() {
    check(
        plain::plain::pipeline(),
        "if p0 {text(\"ready\")} else {} []",
    );
}

/// Adds up.
#[pipeline]
fn total(start: f64, #[default(2)] times: i64, name: Option<String>) -> f64 {
    text("in");
    let step = number(times);
    let _ = name;
    if times == 7 { step } else { start }
}

#[pipeline]
fn silent() {
    text("silent");
}

#[pipeline]
fn countdown(from: i64) -> Pair {
    if from > 0 {
        countdown(from)
    } else {
        pair(from)
    }
}

#[pipeline]
fn caller(from: i64) -> f64 {
    let first = total(1.0);
    let second = total(first, name = "n", times = 3).retries(2);
    silent().after(&second);
    let pair = countdown(from);
    total(pair.left)
}

#[component(cache = true)]
fn kept() {}

#[component(cache = "24h")]
fn kept_for_a_day() {}

#[component(cache = false)]
fn not_kept() {}

#[pipeline]
fn caching() {
    kept();
    kept_for_a_day();
    not_kept();
}

#[test]
fn pipelines_are_called_by_pipelines() {
    check(
        caller::pipeline(),
        "call total(start: 1); call total(start: output, times: 3, name: \"n\"); call silent(); \
         call countdown(from: p0); call total(start: left)",
    );
    let (graph, _) = caller::pipeline().record();
    let names: Vec<_> = graph
        .pipelines
        .values()
        .map(|called| &called.name)
        .collect();
    assert_eq!(names, ["total", "silent", "countdown"]);
    assert_eq!(
        shape(&graph, &graph.pipelines[Id::new(0)].body),
        "text(\"in\"); number(p1); if p1 == 7 {} else {} [output|p0]"
    );
}

#[test]
fn components_say_whether_their_outputs_are_kept() {
    use pipewright::graph::Cache;
    let (graph, _) = caching::pipeline().record();
    let caches: Vec<_> = graph
        .components
        .values()
        .map(|component| component.options.cache)
        .collect();
    let day = std::time::Duration::from_secs(24 * 60 * 60);
    let day = day.try_into().expect("whole seconds");
    assert_eq!(
        caches,
        [
            Some(Cache::Always),
            Some(Cache::For(day)),
            Some(Cache::Never)
        ]
    );
}

#[component]
fn three(first: String, second: i64, #[default(1)] third: i64, fourth: Option<String>) {
    let _ = (first, second, third, fourth);
}

#[pipeline]
fn named(second: i64) {
    three("a", 2);
    three("a", second = second);
    three("a", fourth = "d", second = 3, third = 4);
    three(third = 5, second = 6, first = "b");
    total(times = 1, start = 2.0);
}

#[test]
fn arguments_with_names_come_in_any_order() {
    check(
        named::pipeline(),
        "three(\"a\", 2); three(\"a\", p0); three(\"a\", 3, 4, \"d\"); three(\"b\", 6, 5); \
         call total(start: 2, times: 1)",
    );
}
