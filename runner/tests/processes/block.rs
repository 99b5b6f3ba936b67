use crate::plans::*;
use pipewright_compiler::plan::{Branch, Expression, Plan, Source};
use pipewright_ir::expression::{Comparison, FormatPiece, Layout, Operator};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{Event, Kind, Phase};
use std::collections::BTreeMap;

fn piece(value: Expression) -> FormatPiece<Expression> {
    let layout = Layout::default();
    FormatPiece::Value { value, layout }
}

/// `if n > 10 { n + 1 } else { 0 }`, in a block.
fn branching() -> Plan {
    let mut plan = plan();
    plan.parameter("n", Type::Integer, None);
    let n = || input("n", Type::Integer);
    let block = plan.block(ROOT, "if-1", &[("n", n())]);
    let large = compare(n(), Comparison::Greater, integer(10));
    let small = Expression::operator(Operator::Not(large.clone()), Type::Boolean);
    let then = plan.call(block, "large", "next", &[("n", n())]);
    let otherwise = plan.call(block, "small", "nothing", &[]);
    plan.dags[block].tasks[then].condition = Some(large.clone());
    plan.dags[block].tasks[otherwise].condition = Some(small.clone());
    let branches = vec![
        Branch {
            condition: large,
            task: Some(then),
            value: output(then, "output", Type::Integer),
        },
        Branch {
            condition: small,
            task: None,
            value: integer(0),
        },
    ];
    plan.returns(block, "value", Type::Integer, Source::Branches(branches));
    let value = output(task(0), "value", Type::Integer);
    let last = plan.call(ROOT, "last", "next", &[("n", value)]);
    plan.returns(
        ROOT,
        "output",
        Type::Integer,
        Source::Expression(output(last, "output", Type::Integer)),
    );
    plan
}

pub(crate) fn branches() {
    let plan = branching();
    for (n, result, large, small) in [
        (20, "22", Phase::Succeeded, Phase::Skipped),
        (5, "1", Phase::Skipped, Phase::Succeeded),
    ] {
        let report = run_with(&plan, &[("n", Json::of(&n).unwrap())]).unwrap();
        assert_eq!(report.output("output").unwrap().as_str(), result);
        let expected = [
            ("if-1", Phase::Succeeded),
            ("if-1/large", large),
            ("if-1/small", small),
            ("last", Phase::Succeeded),
        ];
        assert_eq!(phases(&report), expected);
        assert_eq!(report.tasks[0].kind, Kind::Block);
    }
}

pub(crate) fn nested() {
    const DEPTH: usize = 500;
    let mut plan = plan();
    let mut dag = ROOT;
    let mut dags = vec![];
    for depth in 0..DEPTH {
        let inner = plan.block(dag, &format!("b{depth}"), &[("n", integer(depth as i64))]);
        dags.push((dag, inner));
        dag = inner;
    }
    plan.call(dag, "next", "next", &[("n", input("n", Type::Integer))]);
    plan.returns(
        dag,
        "value",
        Type::Integer,
        Source::Expression(output(task(0), "output", Type::Integer)),
    );
    for (outer, _) in dags {
        plan.returns(
            outer,
            "value",
            Type::Integer,
            Source::Expression(output(task(0), "value", Type::Integer)),
        );
    }
    let report = run(&plan);
    assert_eq!(report.output("value").unwrap().as_str(), DEPTH.to_string());
    assert_eq!(report.tasks.len(), DEPTH + 1);
    assert!(report.tasks[1].path.starts_with("b0/b1"));
}

pub(crate) fn skipped_value() {
    let mut plan = plan();
    let first = plan.call(ROOT, "first", "next", &[("n", integer(1))]);
    plan.dags[ROOT].tasks[first].condition = Some(literal(Type::Boolean, false));
    let after = plan.call(ROOT, "after", "nothing", &[]);
    plan.dags[ROOT].tasks[after].after = vec![first];
    plan.call(
        ROOT,
        "user",
        "next",
        &[("n", output(first, "output", Type::Integer))],
    );
    let report = run(&plan);
    let message =
        "input `n`: the output `output` of `first` has no value, because the task was skipped";
    assert_eq!(
        report.task("user").unwrap().message.as_deref(),
        Some(message)
    );
    assert_eq!(report.task("after").unwrap().phase, Phase::Succeeded);
    assert_eq!(report.phase, Phase::Failed);
}

pub(crate) fn format() {
    let mut plan = plan();
    plan.parameter("x", Type::Number, None);
    let pieces = vec![
        FormatPiece::Text("x = ".into()),
        piece(input("x", Type::Number)),
        piece(text(" \"q\"")),
    ];
    let text = Expression::operator(Operator::Format(pieces), Type::String);
    plan.call(ROOT, "echo", "echo", &[("text", text)]);
    let report = run_with(&plan, &[("x", Json::parse("0.1").unwrap())]).unwrap();
    assert_eq!(
        report.tasks[0].outputs[0].value.to::<String>().unwrap(),
        "x = 0.1 \"q\""
    );
}

pub(crate) fn condition_without_value() {
    let mut plan = plan();
    let first = plan.call(ROOT, "first", "next", &[("n", integer(1))]);
    plan.dags[ROOT].tasks[first].condition = Some(literal(Type::Boolean, false));
    let second = plan.call(ROOT, "second", "nothing", &[]);
    let value = output(first, "output", Type::Integer);
    plan.dags[ROOT].tasks[second].condition = Some(compare(value, Comparison::Equal, integer(1)));
    plan.dags[ROOT].tasks[second].after = vec![first];
    let mut events = vec![];
    let mut observer = |event: &Event| events.push(format!("{event:?}"));
    let report =
        pipewright_runner::engine::run(&plan, &BTreeMap::new(), &options(2), &mut observer)
            .unwrap();
    let message = report.tasks[1].message.as_deref().unwrap();
    assert!(
        message.starts_with("its condition cannot be told: the output `output` of `first`"),
        "{message}"
    );
    assert_eq!(events.len(), 2, "{events:?}");
    assert!(
        events[0].starts_with("Skipped { task: \"first\""),
        "{events:?}"
    );
}
