use crate::plans::*;
use pipewright_compiler::plan::{DagId, Expression, ItemSource, Plan, Run, Source};
use pipewright_ir::arena::Id;
use pipewright_ir::expression::{FormatPiece, Layout, Operator};
use pipewright_ir::graph::Parallelism;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{Kind, Phase, Report};

pub(crate) fn list_of(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

/// `list.map(|x| component(x))`, whose lists the pipeline returns.
pub(crate) fn mapped(
    component: &str,
    argument: &str,
    elements: &str,
    ty: Type,
    parallelism: Parallelism,
) -> Plan {
    let mut plan = plan();
    let body = plan.loose("each-1", &[("item", ty.clone())]);
    let call = plan.call(
        body,
        component,
        component,
        &[(argument, input("item", ty.clone()))],
    );
    let source = ItemSource::List(list(elements, ty));
    let each = plan.each(ROOT, "each-1", body, &[("item", source)]);
    plan.dags[ROOT].tasks[each]
        .each
        .as_mut()
        .unwrap()
        .parallelism = parallelism;
    let outputs = component_outputs(&plan);
    for (name, ty) in outputs {
        plan.passes(body, call, &name, ty.clone());
        plan.passes(ROOT, each, &name, list_of(ty));
    }
    plan
}

/// The outputs of the first component.
fn component_outputs(plan: &Plan) -> Vec<(String, Type)> {
    let template = plan.templates.values().next().unwrap();
    let outputs = template.component.outputs.iter();
    outputs
        .map(|output| (output.name.clone(), output.ty.clone()))
        .collect()
}

/// The DAG that a plan of [`mapped`] runs for each item.
pub(crate) const BODY: DagId = Id::new(1);

pub(crate) fn result(report: &Report) -> &str {
    report
        .output("output")
        .unwrap_or_else(|| panic!("{report:#?}"))
        .as_str()
}

pub(crate) fn collected() {
    let plan = mapped(
        "next",
        "n",
        "[9007199254740993, -1 ,3]",
        Type::Integer,
        Parallelism::Unlimited,
    );
    let report = run(&plan);
    assert_eq!(result(&report), "[9007199254740994,0,4]");
    let expected = [
        "each-1",
        "each-1(0)",
        "each-1(0)/next",
        "each-1(1)",
        "each-1(1)/next",
        "each-1(2)",
        "each-1(2)/next",
    ];
    let paths: Vec<_> = report.tasks.iter().map(|task| task.path.as_str()).collect();
    assert_eq!(paths, expected);
    assert!(
        report
            .tasks
            .iter()
            .all(|task| task.phase == Phase::Succeeded)
    );
    let each = report.task("each-1").unwrap();
    assert_eq!(
        (each.kind, &each.outputs[0].ty),
        (Kind::Loop, &list_of(Type::Integer))
    );
    assert_eq!(value(&report, "each-1(1)", "output"), "0");
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["tasks"][0]["kind"], "loop");
}

pub(crate) fn texts() {
    let elements = r#"["a \"b\" \\ {{x}} $(y)","\n","[1,2]","7","é😀\u007f",""]"#;
    let report = run(&mapped(
        "echo",
        "text",
        elements,
        Type::String,
        Parallelism::Unlimited,
    ));
    let found: Vec<String> = report.output("output").unwrap().to().unwrap();
    let expected: Vec<String> = serde_json::from_str(elements).unwrap();
    assert_eq!(found, expected);
}

pub(crate) fn numbers() {
    let mut plan = mapped(
        "echo",
        "text",
        "[1.0,1e21,0.5,-0.0]",
        Type::Number,
        Parallelism::Unlimited,
    );
    let piece = FormatPiece::Value {
        value: input("item", Type::Number),
        layout: Layout::default(),
    };
    plan.dags[BODY].tasks[task(0)].arguments[0].value =
        Expression::operator(Operator::Format(vec![piece]), Type::String);
    assert_eq!(
        result(&run(&plan)),
        r#"["1","1000000000000000000000","0.5","-0"]"#
    );
}

pub(crate) fn side_by_side() {
    let mut plan = plan();
    let (text_type, count) = (Type::String, Type::Integer);
    let body = plan.loose(
        "item",
        &[("text", text_type.clone()), ("index", count.clone())],
    );
    let source = |list| ItemSource::List(list);
    let items = [
        ("text", source(list(r#"["a","b","c"]"#, text_type.clone()))),
        ("index", ItemSource::Index),
        ("other", source(list("[true,false]", Type::Boolean))),
    ];
    plan.each(ROOT, "each", body, &items);
    for (name, ty) in [
        ("text", text_type),
        ("index", count),
        ("other", Type::Boolean),
    ] {
        plan.returns(
            body,
            name,
            ty.clone(),
            Source::Expression(input(name, ty.clone())),
        );
        plan.passes(ROOT, task(0), name, list_of(ty));
    }
    let report = run(&plan);
    let value = |name: &str| report.output(name).unwrap().as_str();
    assert_eq!(value("text"), r#"["a","b"]"#);
    assert_eq!((value("index"), value("other")), ("[0,1]", "[true,false]"));
}

pub(crate) fn empty() {
    let mut plan = mapped("next", "n", "[]", Type::Integer, Parallelism::Unlimited);
    let value_of = output(task(0), "output", list_of(Type::Integer));
    let two = list("[2]", Type::Integer);
    plan.call(
        ROOT,
        "sum",
        "add_lists",
        &[("left", value_of), ("right", two)],
    );
    let report = run(&plan);
    assert_eq!(result(&report), "[]");
    let expected = [("each-1", Phase::Skipped), ("sum", Phase::Succeeded)];
    assert_eq!(phases(&report), expected);
    assert_eq!(value(&report, "each-1", "output"), "[]");
    assert_eq!(value(&report, "sum", "output"), "2");
}

/// The second item fails: the third never starts.
pub(crate) fn failing_fast() {
    let mut plan = mapped("odd", "n", "[1,2,3]", Type::Integer, Parallelism::FailFast);
    plan.call(ROOT, "other", "nothing", &[]);
    let report = run(&plan);
    let expected = [
        ("each-1", Phase::Failed),
        ("each-1(0)", Phase::Succeeded),
        ("each-1(0)/odd", Phase::Succeeded),
        ("each-1(1)", Phase::Failed),
        ("each-1(1)/odd", Phase::Failed),
        ("other", Phase::Succeeded),
    ];
    assert_eq!(phases(&report), expected);
}

pub(crate) fn failing_items() {
    let mut plan = mapped(
        "odd",
        "n",
        "[1,2,3,4,5]",
        Type::Integer,
        Parallelism::Limited(1),
    );
    let after = plan.call(ROOT, "after", "nothing", &[]);
    plan.dags[ROOT].tasks[after].after = vec![task(0)];
    plan.call(ROOT, "other", "nothing", &[]);
    let report = run(&plan);
    let phase = |path: &str| report.task(path).unwrap().phase;
    for (item, expected) in [
        (0, Phase::Succeeded),
        (1, Phase::Failed),
        (2, Phase::Succeeded),
        (3, Phase::Failed),
        (4, Phase::Succeeded),
    ] {
        let path = format!("each-1({item})");
        assert_eq!(
            (phase(&path), phase(&format!("{path}/odd"))),
            (expected, expected)
        );
    }
    let each = report.task("each-1").unwrap();
    let message = "2 of 5 items failed, `each-1(1)` first";
    assert_eq!(
        (each.phase, each.message.as_deref()),
        (Phase::Failed, Some(message))
    );
    assert_eq!(
        (phase("after"), phase("other")),
        (Phase::Omitted, Phase::Succeeded)
    );
    assert_eq!(report.message.as_deref(), Some("`each-1` failed"));
}

pub(crate) fn nested() {
    let mut plan = plan();
    let (row, rows) = (list_of(Type::Integer), list_of(list_of(Type::Integer)));
    let outer = plan.loose("outer", &[("row", row.clone())]);
    let inner = plan.loose("inner", &[("n", Type::Integer)]);
    let next = plan.call(inner, "next", "next", &[("n", input("n", Type::Integer))]);
    plan.passes(inner, next, "output", Type::Integer);
    let source = ItemSource::List(input("row", row.clone()));
    plan.each(outer, "in", inner, &[("n", source)]);
    plan.passes(outer, task(0), "output", row.clone());
    let source = ItemSource::List(list("[[1,2],[],[3]]", row));
    plan.each(ROOT, "out", outer, &[("row", source)]);
    plan.passes(ROOT, task(0), "output", rows);
    let report = run(&plan);
    assert_eq!(result(&report), "[[2,3],[],[4]]");
    assert!(report.task("out(0)/in(1)/next").is_some());
    assert_eq!(report.task("out(1)/in").unwrap().phase, Phase::Skipped);
}

pub(crate) fn of_a_template() {
    let mut plan = plan();
    let template = plan.template("odd", pipewright_ir::graph::Options::default());
    let items = ItemSource::List(list("[1,2,3]", Type::Integer));
    plan.each(ROOT, "odd", ROOT, &[("n", items)]);
    plan.dags[ROOT].tasks[task(0)].run = Run::Template(template);
    let report = run(&plan);
    let expected = [
        ("odd", Phase::Failed),
        ("odd(0)", Phase::Succeeded),
        ("odd(1)", Phase::Failed),
        ("odd(2)", Phase::Succeeded),
    ];
    assert_eq!(phases(&report), expected);
    assert_eq!(report.tasks[0].message.as_deref(), Some("`odd(1)` failed"));
    assert_eq!(
        (report.tasks[1].kind, report.tasks[1].tries),
        (Kind::Task, 1)
    );
}

pub(crate) fn many() {
    const COUNT: usize = 10_000;
    let numbers: Vec<usize> = (0..COUNT).collect();
    let elements = serde_json::to_string(&numbers).unwrap();
    let mut plan = plan();
    let ty = list_of(Type::Integer);
    let inputs = [("n", Type::Integer), ("all", ty.clone())];
    let body = plan.loose("item", &inputs);
    plan.returns(
        body,
        "n",
        Type::Integer,
        Source::Expression(input("n", Type::Integer)),
    );
    let source = ItemSource::List(list(&elements, Type::Integer));
    let each = plan.each(ROOT, "each", body, &[("n", source)]);
    let all = pipewright_compiler::plan::Argument {
        input: "all".into(),
        value: list(&elements, Type::Integer),
    };
    plan.dags[ROOT].tasks[each].arguments.push(all);
    plan.passes(ROOT, task(0), "n", ty);
    let report = run(&plan);
    assert_eq!(report.output("n").unwrap().as_str(), elements);
    assert_eq!(report.tasks.len(), COUNT + 1);
}

pub(crate) fn no_list() {
    let mut plan = mapped("next", "n", "[1]", Type::Integer, Parallelism::Unlimited);
    let each = plan.dags[ROOT].tasks[task(0)].each.as_mut().unwrap();
    each.items[0].source = ItemSource::List(literal(Type::Json, "x"));
    let report = run(&plan);
    let each = report.task("each-1").unwrap();
    let message = "the list of `item`: `\"x\"` is not a list";
    assert_eq!(
        (each.phase, each.message.as_deref()),
        (Phase::Failed, Some(message))
    );
}
